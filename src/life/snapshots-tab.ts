import type { Grid } from "../engine/grid";
import { type ClosedMonth, closedMonths } from "../engine/history";
import { decode, encode, intoChunks } from "./codec";
import { type Digest, digestOf, isDigest } from "./digest";
import { columnsOf, type FoundRecord, type RecordTab, recordText } from "./record-tab";
import type { Snapshot } from "./snapshot";

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

/** A locked month as it is stored. Only the digest is decoded before it is asked for more. */
export interface LockedMonth {
  readonly digest: Digest;
  /** The rule tabs as they stood; null where the snapshot is lost or damaged. */
  readonly rules: () => readonly Grid[] | null;
  /** Null where it is lost or damaged. */
  readonly snapshot: () => Snapshot | null;
}

/** What the pieces of a digest are called; those of the snapshot have their numbers alone. */
const DIGEST = "digest ";

/** What the row is called that says of a run that it was paid. */
export const PAID = "paid";

/** The rows of a snapshot on the tab with its digest after it, in the order of the tab's columns. */
export function snapshotRows(snapshot: Snapshot): string[][] {
  const { month, run } = snapshot;
  const text = textOf(snapshot);
  const rowsOf = (name: string, whole: string) => {
    const chunks = intoChunks(whole);
    return chunks.map((chunk, index) => [month, run, `${name}${index + 1}/${chunks.length}`, chunk]);
  };
  return [...rowsOf("", text), ...rowsOf(DIGEST, encode(digestOf(snapshot, text.length)))];
}

/** Four lines: the rule tabs stand apart, because they alone say whether late data concern the month. */
function textOf({ rules, data, closed, ...head }: Snapshot): string {
  return [head, rules, data, listOf(closed)].map(encode).join("\n");
}

/** Closed months as a list: each holds those before it, so that as a tree they would double with every month. */
type ClosedList = readonly Pick<ClosedMonth, "month" | "people">[];

function listOf(closed: ClosedMonth | null): ClosedList {
  return closedMonths(closed).map(({ month, people }) => ({ month, people }));
}

function chainOf(list: ClosedList): ClosedMonth | null {
  return list.reduceRight<ClosedMonth | null>(
    (before, one) => ({ ...one, earlier: closedMonths(before) }),
    null,
  );
}

/** The snapshot of a run; null where it is not there whole, or not readable. */
export function readSnapshot(grids: readonly Grid[], run: string): Snapshot | null {
  return decodeSnapshot(joined(piecesOf(grids, run, "")), run);
}

/**
 * A locked month by its run. Where an older version stored no digest, or it is damaged, it is made from the
 * snapshot. Null where there is neither.
 */
export function readLocked(grids: readonly Grid[], run: string): LockedMonth | null {
  const pieces = piecesOf(grids, run, "");
  const digest = decodeDigest(joined(piecesOf(grids, run, DIGEST)), run);
  if (!digest) {
    const snapshot = decodeSnapshot(joined(pieces), run);
    return snapshot && lockedMonth(snapshot);
  }
  const whole = signsOf(pieces) === digest.signs ? pieces : null;
  return {
    digest,
    rules: () => (whole === null ? null : decodeRules(whole)),
    snapshot: () => decodeSnapshot(joined(whole), run),
  };
}

/** A locked month of which the whole snapshot is at hand. */
export function lockedMonth(snapshot: Snapshot): LockedMonth {
  return { digest: digestOf(snapshot, 0), rules: () => snapshot.rules, snapshot: () => snapshot };
}

/** The pieces of a run with this name in their order; null where one is missing. */
function piecesOf(grids: readonly Grid[], run: string, name: string): readonly string[] | null {
  const parts = new Map<number, string>();
  let count = 0;
  for (const { part, text } of storedIn(grids).get(run) ?? []) {
    const [number = Number.NaN, of = 0] = part.startsWith(name)
      ? part.slice(name.length).split("/").map(Number)
      : [];
    if (Number.isNaN(number)) continue;
    parts.set(number, text);
    count = of;
  }
  const texts = Array.from({ length: count }, (_, index) => parts.get(index + 1));
  const isWhole = (all: readonly (string | undefined)[]): all is readonly string[] =>
    !all.includes(undefined);
  return count > 0 && isWhole(texts) ? texts : null;
}

function joined(pieces: readonly string[] | null): string | null {
  return pieces?.join("") ?? null;
}

function signsOf(pieces: readonly string[] | null): number {
  return pieces?.reduce((signs, piece) => signs + piece.length, 0) ?? 0;
}

/** A piece of a snapshot or of a digest, as its row holds it. */
interface Piece {
  readonly part: string;
  readonly text: string;
}

/** The pieces of a workbook by run: one reading asks for those of every locked month. */
const STORED = new WeakMap<readonly Grid[], ReadonlyMap<string, readonly Piece[]>>();

function storedIn(grids: readonly Grid[]): ReadonlyMap<string, readonly Piece[]> {
  const known = STORED.get(grids);
  if (known) return known;
  const found = columnsOf(grids, SNAPSHOTS_TAB);
  const pieces = found ? piecesByRun(found) : new Map<string, Piece[]>();
  STORED.set(grids, pieces);
  return pieces;
}

function piecesByRun({
  grid,
  headerRow,
  columns,
}: FoundRecord<"run" | "part" | "text">): Map<string, Piece[]> {
  const pieces = new Map<string, Piece[]>();
  for (const row of grid.rows.slice(headerRow + 1)) {
    const run = recordText(row[columns.run]);
    const known = pieces.get(run) ?? [];
    known.push({ part: recordText(row[columns.part]), text: String(row[columns.text] ?? "") });
    pieces.set(run, known);
  }
  return pieces;
}

/** What a text decodes to, if it has the shape; null for a text that is none. */
function decoded<Shape>(text: () => unknown, hasShape: (data: unknown) => data is Shape): Shape | null {
  try {
    const data = text();
    return hasShape(data) ? data : null;
  } catch {
    return null;
  }
}

function decodeSnapshot(text: string | null, run: string): Snapshot | null {
  if (text === null) return null;
  const snapshot = decoded(() => wholeOf(text), isSnapshot);
  return snapshot?.run === run ? snapshot : null;
}

/** An older version wrote one line, and the one after it the closed months as they are nested. */
function wholeOf(text: string): unknown {
  const [head, ...parts] = text.split("\n").map(decode);
  const [rules, data, closed] = parts;
  if (parts.length === 0) return head;
  return { ...(head as object), rules, data, closed: Array.isArray(closed) ? chainOf(closed) : closed };
}

function decodeDigest(text: string | null, run: string): Digest | null {
  const digest = text === null ? null : decoded(() => decode(text), isDigest);
  return digest?.run === run ? digest : null;
}

function decodeRules(pieces: readonly string[]): readonly Grid[] | null {
  const isGrids = (data: unknown): data is readonly Grid[] => Array.isArray(data);
  return decoded(() => decode(pieces.join("").split("\n", 2)[1] ?? ""), isGrids);
}

/** Whether decoded data has the shape of a snapshot; what is inside was written by {@link encode}. */
function isSnapshot(data: unknown): data is Snapshot {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return false;
  const { format, month, run, rules, data: facts, paid } = data as Partial<Snapshot>;
  const isWhole = Array.isArray(rules) && Array.isArray(paid) && typeof facts === "object";
  return format === 1 && typeof month === "string" && typeof run === "string" && isWhole;
}
