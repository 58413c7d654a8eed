/** Names in plain letters, which most are, need no normalising. */
const PLAIN_NAME = /^[a-z0-9_.]*$/;

/** Key under which a name of a metric, measure, component or table is found: NFKC, case ignored. */
export function nameKey(name: string): string {
  return PLAIN_NAME.test(name) ? name : name.normalize("NFKC").trim().toLowerCase();
}

/** Key under which a person or account is found: NFKC, trimmed, single blanks, case ignored. */
export function personKey(name: string): string {
  return name.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}

/** Key under which a header is found: NFKC, without blanks and brackets, case ignored. */
export function headerKey(header: string): string {
  return header
    .normalize("NFKC")
    .replace(/[\s()[\]{}【】〔〕「」『』《》<>〈〉]/g, (sign) => (sign === ">" ? ">" : ""))
    .toLowerCase();
}
