import type { Issue } from "../engine/issue";

/** So many accounts of nobody in one tab are told one by one; of more, most are told at once. */
const MOST = 10;
const SHOWN_NAMES = 5;
/** Codes of one account, each with the code of many. */
const OF_MANY: Readonly<Record<string, string>> = {
  "account-of-nobody": "accounts-of-nobody",
  "order-agent-nobody": "order-agents-nobody",
};

/**
 * Brings the warnings about accounts of nobody together, by tab, where there are more than ten: those
 * like somebody on Staff come first and stay alone, for each has its own mend; the others become one,
 * with their number, their rows and all their cells.
 */
export function gatherStrangers(issues: readonly Issue[]): Issue[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    if (!(issue.code in OF_MANY)) continue;
    const key = keyOf(issue);
    const group = groups.get(key);
    if (group) group.push(issue);
    else groups.set(key, [issue]);
  }
  const gathered = new Map([...groups].map(([key, group]) => [key, told(group)]));
  return issues.flatMap((issue) => {
    if (!(issue.code in OF_MANY)) return [issue];
    const key = keyOf(issue);
    const own = gathered.get(key) ?? [];
    gathered.delete(key);
    return own;
  });
}

function keyOf({ code, tab = "" }: Issue): string {
  return `${code}\n${tab}`;
}

function told(group: readonly Issue[]): readonly Issue[] {
  if (group.length <= MOST) return group;
  const near = group.filter(({ values }) => (values?.people ?? "") !== "").slice(0, MOST);
  const rest = group.filter((issue) => !near.includes(issue));
  return rest.length === 1 ? [...near, ...rest] : [...near, gather(rest)];
}

function gather(group: readonly Issue[]): Issue {
  const [first] = group;
  if (!first) throw new Error("nobody to gather");
  const names = group.map(({ values }) => values?.account ?? "");
  const rows = group.reduce((sum, { values }) => sum + Number(values?.count ?? 0), 0);
  const values = {
    accounts: String(group.length),
    count: String(rows),
    names: names.slice(0, SHOWN_NAMES).join(", "),
  };
  const alike = group.map(({ cell = "", found = "" }) => ({ cell, found }));
  return { ...first, code: OF_MANY[first.code] ?? first.code, values, alike };
}
