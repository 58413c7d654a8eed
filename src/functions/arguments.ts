import { readNumber } from "../engine/cell";
import { Exact } from "../engine/exact";
import type { Problem } from "../engine/formula/value";
import type { GridCell } from "../engine/grid";
import { sayFrom } from "../text/message";
import { SPOKEN_MESSAGES } from "../text/messages/spoken";

/** What Sheets passes to a custom function: a single cell, or rows of cells for a range. */
export type SheetArgument = unknown;

/** What a custom function gives back: one cell or rows of cells. Blank is the empty text. */
export type SheetResult = number | string | boolean | (number | string | boolean)[][];

type ResultCell = number | string | boolean;

const MS_PER_DAY = 86_400_000;
const UNIX_EPOCH_SERIAL = 25_569;

/** An argument by the name that the help shows. */
export interface Named {
  readonly name: string;
  readonly value: SheetArgument;
}

/**
 * Refuses an argument: throws the short text that the cell shows, in both languages, because a
 * custom function cannot know the reader's.
 */
export function refuse(name: string, problem: Problem): never {
  const [en, zh] = [sayFrom(SPOKEN_MESSAGES, problem, "en"), sayFrom(SPOKEN_MESSAGES, problem, "zh")];
  throw new Error(`${name}: ${en} ${zh}`);
}

/** A cell as the engine reads it; dates become serials by the script's own clock. */
function toCell(value: unknown): GridCell {
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  if (Object.prototype.toString.call(value) !== "[object Date]") return "";
  const date = value as Date;
  const utc = Date.UTC(
    date.getFullYear(),
    date.getMonth(),
    date.getDate(),
    date.getHours(),
    date.getMinutes(),
    date.getSeconds(),
  );
  return { serial: utc / MS_PER_DAY + UNIX_EPOCH_SERIAL };
}

/** Whether an argument is a range rather than a single cell. */
export function isRange(value: SheetArgument): value is unknown[][] {
  return Array.isArray(value);
}

/** Rows of cells; a single cell is one row of one. */
export function toRows({ name, value }: Named): GridCell[][] {
  if (value === undefined || value === null) refuse(name, { code: "argument-missing", values: { name } });
  return isRange(value)
    ? value.map((row) => (Array.isArray(row) ? row : [row]).map(toCell))
    : [[toCell(value)]];
}

/** A single cell, for arguments that take no range. */
export function toSingle(argument: Named): GridCell {
  const [[cell = ""] = []] = toRows(argument);
  return cell;
}

/** A number, null for a blank or a mark for missing data; throws for what cannot be read. */
export function toNumber(name: string, cell: GridCell): Exact | null {
  if (typeof cell === "number") return Exact.fromNumber(cell);
  const reading = readNumber(cell);
  if (reading.kind === "unreadable") refuse(name, reading.problem);
  return reading.kind === "missing" ? null : reading.value;
}

/** A result as a cell: a blank for none. */
export function toResult(value: Exact | null): number | string {
  return value ? value.toNumber() : "";
}

/**
 * Applies a computation cell by cell: single cells go with every cell of a range, ranges go side
 * by side and must be of one size. A range in gives a range out.
 */
export function eachCell(
  named: readonly Named[],
  compute: (cells: readonly GridCell[]) => ResultCell,
): SheetResult {
  const grids = named.map((argument) => ({
    ...argument,
    rows: toRows(argument),
    single: !isRange(argument.value),
  }));
  const ranges = grids.filter(({ single }) => !single);
  const [first] = ranges;
  if (!first) return compute(grids.map(({ rows }) => rows[0]?.[0] ?? ""));
  for (const other of ranges) sameSize(first, other);
  return first.rows.map((row, r) =>
    row.map((_, c) => compute(grids.map(({ rows, single }) => (single ? rows[0]?.[0] : rows[r]?.[c]) ?? ""))),
  );
}

function sameSize(a: { name: string; rows: GridCell[][] }, b: { name: string; rows: GridCell[][] }): void {
  const sizes = [a, b].map(({ rows }) => `${rows.length} × ${rows[0]?.length ?? 0}`);
  if (sizes[0] === sizes[1]) return;
  refuse(b.name, {
    code: "ranges-differ",
    values: { name: a.name, size: sizes[0] ?? "", other: b.name, otherSize: sizes[1] ?? "" },
  });
}

/** A computation over numbers, cell by cell; a blank in any of them gives a blank. */
export function eachNumber(
  named: readonly Named[],
  compute: (numbers: readonly Exact[]) => Exact | null,
): SheetResult {
  return eachCell(named, (cells) => {
    const numbers = cells.map((cell, index) => toNumber(named[index]?.name ?? "", cell));
    if (numbers.some((number) => number === null)) return "";
    return toResult(compute(numbers.filter((number) => number !== null)));
  });
}
