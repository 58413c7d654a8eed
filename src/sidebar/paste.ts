import { parseTyped } from "./typed";

/** A row that was pasted into a band table, as text. */
export interface PastedRow {
  readonly threshold: string;
  readonly result: string;
}

/** What a pasted block holds: its rows, and the numbers (from 1) of lines that could not be used. */
export interface Pasted {
  readonly rows: readonly PastedRow[];
  readonly unused: readonly number[];
}

const OTHERWISE = /^(?:otherwise|else|其余|其他|其它|其餘)?$/i;
const CONDITION =
  /^(?:at least|above|up to|below|至少|高于|不超过|低于|[<>≥≤]=?)\s*(?:[（(][^）)]*[）)])?\s*/i;

const SEPARATORS = [/\t/, /[;；]/, /(?<=\S)\s{2,}(?=\S)/, /[,，](?!\d{3}(?:\D|$))/, /(?<=\S)\s(?=[^%％\s])/];

/**
 * Reads two columns copied from any sheet: threshold and result, parted by a tab, else by a
 * semicolon, two blanks or a comma. A condition in front of the threshold (`at least`, `≥`) is
 * left out, a line of headers is skipped, `otherwise` is a blank threshold. Of more than two
 * columns the last two count.
 */
export function parsePastedRows(text: string): Pasted {
  const lines = text.split(/\r\n|\r|\n/);
  const rows: PastedRow[] = [];
  const unused: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const row = parseLine(line);
    if (row) rows.push(row);
    else if (rows.length > 0 || index > 0) unused.push(index + 1);
  }
  return { rows, unused };
}

function parseLine(line: string): PastedRow | null {
  const cells = splitLine(line);
  if (cells.length < 2) return null;
  const [first = "", result = ""] = cells.slice(-2);
  const threshold = first.replace(CONDITION, "");
  if (OTHERWISE.test(threshold)) return isNumber(result) ? { threshold: "", result } : null;
  return isNumber(threshold) && result !== "" ? { threshold, result } : null;
}

function isNumber(text: string): boolean {
  return parseTyped(text).kind === "number";
}

/** Cuts a line at the first kind of separator that it has; a comma inside a number does not part it. */
function splitLine(line: string): string[] {
  const separator = SEPARATORS.find((each) => each.test(line));
  return (separator ? line.split(separator) : [line]).map((cell) => cell.trim());
}

/** Whether a pasted text is a block of rows and not a single value for one field. */
export function isBlock(text: string): boolean {
  return /[\t\r\n]/.test(text.trim());
}
