/** `error` holds people or stops a part of the run, `warning` asks for a look, `info` tells. */
export type Severity = "error" | "warning" | "info";

/** A place in the workbook, counted from 1. */
export interface Place {
  readonly tab: string;
  readonly row?: number;
  readonly column?: number;
}

/**
 * Something that a person should know or mend. Issues are data: a stable code, the place, what
 * was found, and the values that the message names. The words are in `text/messages`.
 */
export interface Issue {
  readonly severity: Severity;
  readonly code: string;
  /** The tab's actual name. */
  readonly tab?: string;
  /** A1 notation without the tab, for example `F14`. */
  readonly cell?: string;
  /** The text of the cell as it was found, shortened to 200 characters. */
  readonly found?: string;
  /** All places of an issue that stands for many alike; its own is the first. */
  readonly alike?: readonly { readonly cell: string; readonly found: string }[];
  /** What the message's placeholders stand for. Names of people, never their pay. */
  readonly values?: Readonly<Record<string, string>>;
  /** People (as written on Staff) whose pay this issue holds. */
  readonly holds?: readonly string[];
  /** `hr`: stands on Checks and Payroll, never on a scorecard or payslip. Left out: for everybody. */
  readonly audience?: "hr";
}

const FOUND_LIMIT = 200;

/** Column letters for a column counted from 1: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A1 notation of a place, for example `F14`; a place without a column is its whole row (`14:14`). */
export function cellName(row: number, column?: number): string {
  return column === undefined ? `${row}:${row}` : `${columnLetters(column)}${row}`;
}

/** An issue at a place, with the found text shortened to what fits a message. */
export function issueAt(
  severity: Severity,
  code: string,
  place: Place | null,
  values: Readonly<Record<string, string>> = {},
  found?: string,
): Issue {
  return {
    severity,
    code,
    ...(place ? { tab: place.tab } : {}),
    ...(place?.row !== undefined ? { cell: cellName(place.row, place.column) } : {}),
    ...(found !== undefined ? { found: found.slice(0, FOUND_LIMIT) } : {}),
    values,
  };
}

/** The same issue, for HR's eyes only. */
export function forHr(issue: Issue): Issue {
  return { ...issue, audience: "hr" };
}

/** The same issue, holding these people besides those it holds already. */
export function holding(issue: Issue, people: readonly string[]): Issue {
  return { ...issue, holds: [...new Set([...(issue.holds ?? []), ...people])] };
}
