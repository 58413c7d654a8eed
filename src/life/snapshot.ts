import type { Exact } from "../engine/exact";
import type { Grid } from "../engine/grid";
import type { ClosedMonth } from "../engine/history";
import type { PersonResult, RunResult } from "../engine/result";
import type { Ingested } from "../ingest/ingest";
import type { Lang } from "../text/template";
import { decode, encode, intoChunks } from "./codec";
import type { Difference, PostedLine } from "./corrections";
import { fingerprintGrid } from "./fingerprint";
import { columnsOf, type RecordTab, recordText } from "./record-tab";

/** A pasted tab as it was when a month was locked. */
export interface TabMark {
  readonly name: string;
  readonly fingerprint: string;
}

/** The tabs that gave a closed month rows when a later month was computed. */
export interface LateTabs {
  readonly origin: string;
  readonly tabs: readonly { readonly name: string; readonly rows: number }[];
}

/** What one person was paid. */
export interface PaidPerson {
  readonly person: string;
  /** To 2 decimals or as Settings say; null without a score. */
  readonly score: Exact | null;
  readonly held: boolean;
  readonly lines: readonly {
    readonly component: string;
    readonly amount: Exact;
    readonly from: "plan" | "adjustment" | "correction";
    /** The closed month that a correction is about; blank for other lines. */
    readonly origin: string;
    /** The component of that month; blank for other lines. */
    readonly corrected: string;
  }[];
}

/**
 * Everything that a locked month was computed from and what it came to, so that it can be computed
 * again years later, whatever has become of the tabs.
 */
export interface Snapshot {
  readonly format: 1;
  readonly month: string;
  readonly run: string;
  readonly lang: Lang;
  /** The rule tabs as they stood. */
  readonly rules: readonly Grid[];
  readonly closed: ClosedMonth | null;
  /** What the pasted tabs were read as. */
  readonly data: Ingested;
  readonly tabs: readonly TabMark[];
  /** What late data had left open in the months before it. */
  readonly differences: readonly Difference[];
  /** The tabs that those months were read from then. */
  readonly lateTabs: readonly LateTabs[];
  readonly paid: readonly PaidPerson[];
}

/** The marks of pasted tabs, in the order of the workbook. */
export function marksOf(grids: readonly Grid[]): TabMark[] {
  return grids.map((grid) => ({ name: grid.name, fingerprint: fingerprintGrid(grid) }));
}

/** What everybody is paid in a result. */
export function paidOf({ people }: RunResult): PaidPerson[] {
  return people.map(paidPerson);
}

function paidPerson({ person, score, held, pay }: PersonResult): PaidPerson {
  const lines = pay.map(({ component, amount, from, correction }) => ({
    component,
    amount,
    from,
    origin: correction?.origin ?? "",
    corrected: correction?.component ?? "",
  }));
  return { person, score, held, lines };
}

/** What a locked month paid or took back for months before it. */
export function postedBy({ paid }: Snapshot): PostedLine[] {
  return paid.flatMap(({ person, lines }) =>
    lines.flatMap(({ origin, corrected, amount }) =>
      origin === "" ? [] : [{ person, origin, component: corrected, amount }],
    ),
  );
}

/** The tab `Snapshots`: locked months as text, in pieces that fit a cell. */
export const SNAPSHOTS_TAB: RecordTab<"month" | "run" | "part" | "text"> = {
  en: "Snapshots",
  zh: "存档",
  columns: [
    { key: "month", en: "Month", zh: "月份", width: 80 },
    { key: "run", en: "Run", zh: "运行", width: 110 },
    { key: "part", en: "Part", zh: "分段", width: 80 },
    { key: "text", en: "Snapshot text", zh: "存档内容", width: 600 },
  ],
};

/** The rows of a snapshot on the tab, in the order of its columns. */
export function snapshotRows(snapshot: Snapshot): string[][] {
  const chunks = intoChunks(encode(snapshot));
  return chunks.map((text, index) => [snapshot.month, snapshot.run, `${index + 1}/${chunks.length}`, text]);
}

/** The snapshot of a run; null where it is not there whole, or not readable. */
export function readSnapshot(grids: readonly Grid[], run: string): Snapshot | null {
  const found = columnsOf(grids, SNAPSHOTS_TAB);
  if (!found) return null;
  const { grid, headerRow, columns } = found;
  const parts = new Map<number, string>();
  let count = 0;
  for (const row of grid.rows.slice(headerRow + 1)) {
    if (recordText(row[columns.run]) !== run) continue;
    const [part = 0, of = 0] = recordText(row[columns.part]).split("/").map(Number);
    parts.set(part, String(row[columns.text] ?? ""));
    count = of;
  }
  const texts = Array.from({ length: count }, (_, index) => parts.get(index + 1));
  return count === 0 || texts.includes(undefined) ? null : restoreSnapshot(texts.join(""), run);
}

function restoreSnapshot(text: string, run: string): Snapshot | null {
  try {
    const data = decode(text);
    return isSnapshot(data) && data.run === run ? data : null;
  } catch {
    return null;
  }
}

/** Whether decoded data has the shape of a snapshot; what is inside was written by {@link encode}. */
function isSnapshot(data: unknown): data is Snapshot {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return false;
  const { format, month, run, rules, data: facts, paid } = data as Partial<Snapshot>;
  const isWhole = Array.isArray(rules) && Array.isArray(paid) && typeof facts === "object";
  return format === 1 && typeof month === "string" && typeof run === "string" && isWhole;
}
