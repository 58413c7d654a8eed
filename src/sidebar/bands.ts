import type { BandModel, TableFacts } from "../api/contract";
import { findBand, isRising, sortRows } from "../engine/bands";
import { Exact } from "../engine/exact";
import type { When } from "../engine/plan";
import { percent } from "../report/amounts";
import type { Step } from "./picture";
import { numberIn, parseTyped } from "./typed";
import type { WordKey } from "./words";

/** The conditions of band rows, in the order in which they are offered. */
export const WHENS: readonly When[] = ["at least", "above", "up to", "below"];

/** A row with its threshold as a number; a row whose threshold cannot be read is in none of these. */
interface ReadRow {
  readonly model: BandModel;
  readonly when: When;
  readonly threshold: Exact | null;
}

function whenOf(text: string): When {
  return WHENS.find((when) => when === text) ?? "at least";
}

/** Whether the table's conditions look upwards (`at least`, `above`). */
function isRisingTable(rows: readonly BandModel[]): boolean {
  return isRising(whenOf(rows[0]?.when ?? ""));
}

function readRows(rows: readonly BandModel[]): ReadRow[] {
  return rows.flatMap((model) => {
    const typed = parseTyped(model.threshold);
    if (typed.kind === "unreadable") return [];
    return [{ model, when: whenOf(model.when), threshold: typed.kind === "number" ? typed.value : null }];
  });
}

/** A row that cannot be placed yet: its threshold is unreadable, or it is new and still empty. */
function isUnfinished({ threshold, result }: BandModel): boolean {
  return parseTyped(threshold).kind === "unreadable" || (threshold === "" && result === "");
}

/**
 * The rows in the order in which they are tried: the hardest threshold first, "otherwise" last.
 * Rows that cannot be placed yet (an unreadable or new, still empty threshold) stand before it.
 */
export function sortBands(rows: readonly BandModel[]): BandModel[] {
  const sorted = sortRows(readRows(rows.filter((row) => !isUnfinished(row))), isRisingTable(rows));
  const placed = sorted.filter(({ threshold }) => threshold !== null);
  const otherwise = sorted.filter(({ threshold }) => threshold === null);
  return [
    ...placed.map(({ model }) => model),
    ...rows.filter(isUnfinished),
    ...otherwise.map(({ model }) => model),
  ];
}

/** The row that a decimal value reaches; null where none is reached. */
export function rowFor(rows: readonly BandModel[], value: string): BandModel | null {
  const at = Exact.parse(value);
  if (!at) return null;
  return findBand(sortRows(readRows(rows), isRisingTable(rows)), at)?.model ?? null;
}

/** What is wrong with a table, or asked about: the row and field that it stands at, and its words. */
export interface BandProblem {
  readonly row: string;
  readonly field: "threshold" | "result" | "when";
  readonly severity: "error" | "warning";
  readonly word: WordKey;
  readonly values: Readonly<Record<string, string>>;
}

type ResultKind = TableFacts["result"];

/**
 * Checks a table while it is typed: unreadable or equal thresholds, two directions in one table, a
 * result that is missing, no "otherwise" row (a warning: values below all thresholds hold people),
 * and rates that look a hundred times too large (0.1 for 0.1 %). Above 5 % a rate is asked about.
 */
export function checkBands(rows: readonly BandModel[], result: ResultKind): BandProblem[] {
  return [
    ...rows.flatMap((row) => checkRow(row, result)),
    ...checkDirections(rows),
    ...checkEquals(rows),
    ...checkOtherwise(rows),
  ];
}

function problem(
  row: BandModel,
  field: BandProblem["field"],
  word: WordKey,
  values: Readonly<Record<string, string>> = {},
  severity: BandProblem["severity"] = "error",
): BandProblem {
  return { row: row.id, field, severity, word, values };
}

function checkRow(row: BandModel, result: ResultKind): BandProblem[] {
  const found: BandProblem[] = [];
  if (parseTyped(row.threshold).kind === "unreadable") {
    found.push(problem(row, "threshold", "band.unreadable", { found: row.threshold }));
  }
  if (row.result.trim() === "") found.push(problem(row, "result", "band.noResult"));
  return [...found, ...checkRate(row, result)];
}

const LARGEST_RATE = Exact.integer(5).over(Exact.HUNDRED);

function checkRate(row: BandModel, result: ResultKind): BandProblem[] {
  if (result !== "rate") return [];
  const typed = parseTyped(row.result);
  if (typed.kind !== "number" || typed.value.compare(LARGEST_RATE) <= 0) return [];
  const word = typed.percent ? "band.largeRate" : "band.unitSlip";
  return [problem(row, "result", word, { found: row.result.trim(), as: percent(typed.value) }, "warning")];
}

function checkDirections(rows: readonly BandModel[]): BandProblem[] {
  const rising = isRisingTable(rows);
  return rows
    .filter((row) => row.threshold.trim() !== "" && isRising(whenOf(row.when)) !== rising)
    .map((row) => problem(row, "when", "band.direction"));
}

function checkEquals(rows: readonly BandModel[]): BandProblem[] {
  const seen = new Set<string>();
  return readRows(rows.filter((row) => row.threshold !== "" || row.result !== "")).flatMap((row) => {
    const key = row.threshold === null ? "" : `${row.when} ${row.threshold.toFraction()}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const word = row.threshold === null ? "band.twoOtherwise" : "band.equal";
    return [problem(row.model, "threshold", word, { found: row.model.threshold })];
  });
}

function checkOtherwise(rows: readonly BandModel[]): BandProblem[] {
  const last = rows[rows.length - 1];
  if (!last || rows.some((row) => row.threshold.trim() === "")) return [];
  return [problem(last, "threshold", "band.noOtherwise", {}, "warning")];
}

/** A stretch of values with one result: where it begins and where it ends; null: nowhere. */
interface Stretch {
  readonly row: ReadRow;
  readonly from: ReadRow | null;
  readonly to: ReadRow | null;
}

/** The stretches of a table from the lowest values up. */
function stretchesOf(rows: readonly BandModel[]): Stretch[] {
  const rising = sortRows(readRows(rows), true).reverse();
  const placed = rising.filter(({ threshold }) => threshold !== null);
  const otherwise = rising.filter(({ threshold }) => threshold === null);
  if (isRisingTable(rows)) {
    const order = [...otherwise, ...placed];
    return order.map((row, index) => ({
      row,
      from: row.threshold === null ? null : row,
      to: order[index + 1] ?? null,
    }));
  }
  const order = [...placed, ...otherwise];
  return order.map((row, index) => ({
    row,
    from: order[index - 1] ?? null,
    to: row.threshold === null ? null : row,
  }));
}

/** The stretches as steps of the picture; null where a result is no number. */
export function stepsOf(rows: readonly BandModel[]): Step[] | null {
  const steps = stretchesOf(rows).map(({ row, from }) => {
    const result = numberIn(row.model.result);
    if (!result) return null;
    const at = from?.threshold ?? null;
    return {
      from: at === null ? null : at.toNumber(),
      result: result.toNumber(),
      fromText: from?.model.threshold.trim() ?? "",
      resultText: row.model.result.trim(),
    };
  });
  return steps.every((step) => step !== null) ? steps : null;
}

/**
 * Each stretch in signs, from the highest values down: `100% ≤ x < 120% → 0.2%`. The signs follow
 * the conditions of both its ends.
 */
export function rangesOf(rows: readonly BandModel[]): string[] {
  const includes = (row: ReadRow) => row.when === "at least" || row.when === "below";
  const ranges = stretchesOf(rows.filter((row) => !isUnfinished(row))).map(({ row, from, to }) => {
    const lower = from ? `${from.model.threshold.trim()} ${includes(from) ? "≤" : "<"} ` : "";
    const upper = to ? ` ${includes(to) ? "<" : "≤"} ${to.model.threshold.trim()}` : "";
    return `${lower}x${upper} → ${row.model.result.trim()}`;
  });
  return ranges.reverse();
}
