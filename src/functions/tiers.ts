import { findBand, isRising, marginalAmount, sliceAmount, sortRows } from "../engine/bands";
import { readNumber } from "../engine/cell";
import { Exact } from "../engine/exact";
import type { GridCell } from "../engine/grid";
import { isBlank } from "../engine/grid";
import { nameKey } from "../engine/name";
import type { BandTable, When } from "../engine/plan";
import { findRuleTab } from "../rules/tabs";
import { findWord, WHEN_WORDS } from "../rules/words";
import {
  eachCell,
  type Named,
  refuse,
  type SheetArgument,
  type SheetResult,
  toNumber,
  toRows,
} from "./arguments";

interface RangeRow {
  readonly when: When;
  readonly threshold: Exact | null;
  readonly result: Exact | string;
}

/** A table from a range: with the Bands tab's header, or `threshold | result`, or `when | threshold | result`. */
export function readTable(argument: Named): BandTable {
  const rows = toRows(argument);
  const found = findRuleTab(rows, "bands") ?? plainColumns(argument.name, rows);
  const at = (row: readonly GridCell[], key: string): GridCell => row[found.columns.get(key) ?? -1] ?? "";
  const body = rows.slice(found.headerRow + 1).filter((row) => !row.every((cell) => isBlank(cell)));
  const tables = new Set(
    body.map((row) => `${nameKey(String(at(row, "plan")))}\n${nameKey(String(at(row, "table")))}`),
  );
  if (tables.size > 1) refuse(argument.name, { code: "several-tables", values: { name: argument.name } });
  let when: When = "at least";
  const read = body.map((row): RangeRow => {
    when = findWord(WHEN_WORDS, String(at(row, "when"))) ?? when;
    return {
      when,
      threshold: toNumber(argument.name, at(row, "threshold")),
      result: readResult(argument.name, at(row, "result")),
    };
  });
  return finish(argument.name, read);
}

function finish(name: string, rows: readonly RangeRow[]): BandTable {
  const thresholds = rows.filter(({ threshold }) => threshold !== null);
  const rising = isRising(thresholds[0]?.when ?? "at least");
  const mixed = thresholds.find(({ when }) => isRising(when) !== rising);
  if (mixed) {
    const values = { table: name, when: mixed.when, first: thresholds[0]?.when ?? "" };
    refuse(name, { code: "bands-mix-directions", values });
  }
  const place = { tab: "" };
  const sorted = sortRows(rows, rising).map((row) => ({ ...row, place }));
  return { name, direction: rising ? "rising" : "falling", rows: sorted, problems: [] };
}

/** Two columns are threshold and result; a first row whose threshold is a word is a header. */
function plainColumns(
  name: string,
  rows: readonly (readonly GridCell[])[],
): { headerRow: number; columns: ReadonlyMap<string, number> } {
  const width = rows[0]?.length ?? 0;
  if (width !== 2 && width !== 3) refuse(name, { code: "bands-need-two-columns", values: { name } });
  const keys = width === 2 ? ["threshold", "result"] : ["when", "threshold", "result"];
  const columns = new Map(keys.map((key, index) => [key, index]));
  const [first = []] = rows;
  const isHeader = [first[width - 2], first[width - 1]].every(
    (cell) => typeof cell === "string" && !/\d/.test(cell) && !isBlank(cell),
  );
  return { headerRow: isHeader ? 0 : -1, columns };
}

function readResult(name: string, cell: GridCell): Exact | string {
  const reading = readNumber(cell);
  if (reading.kind === "value") return reading.value;
  if (reading.kind === "unreadable" && typeof cell === "string" && !/\d/.test(cell)) return cell.trim();
  if (reading.kind === "unreadable") refuse(name, reading.problem);
  return "";
}

/** The result of the row that each value reaches; blank below the lowest threshold. */
export function bandResults(values: Named, table: BandTable): SheetResult {
  return eachCell([values], ([cell = ""]) => {
    const value = toNumber(values.name, cell);
    const row = value ? findBand(table.rows, value) : null;
    if (!row) return "";
    return row.result instanceof Exact ? row.result.toNumber() : row.result;
  });
}

/**
 * Commission on amounts, half-up to the cent: the whole amount at the rate it reaches, or each
 * slice at its own. Blank below the lowest threshold.
 */
export function commissions(amounts: Named, table: BandTable, marginal: boolean): SheetResult {
  return eachCell([amounts], ([cell = ""]) => {
    const amount = toNumber(amounts.name, cell);
    const row = amount ? findBand(table.rows, amount) : null;
    if (!amount || !row) return "";
    return payOf(amount, row.result, table, marginal).round(Exact.CENT).toNumber();
  });
}

function payOf(amount: Exact, rate: Exact | string, table: BandTable, marginal: boolean): Exact {
  const slices = marginal ? sliceAmount(table, amount) : null;
  if (marginal && !slices) refuse("tiers", { code: "marginal-needs-at-least", values: { table: "tiers" } });
  if (slices) return marginalAmount(slices);
  if (!(rate instanceof Exact)) refuse("tiers", { code: "text-is-not-a-number", values: { text: rate } });
  return amount.times(rate);
}

/** Whether a mode means each slice at its own rate; blank is the whole amount. */
export function isMarginal(mode: SheetArgument): boolean {
  const text = mode === undefined || mode === null ? "" : String(mode).trim().toLowerCase();
  if (["", "whole", "全额"].includes(text)) return false;
  if (["marginal", "超额", "分段"].includes(text)) return true;
  refuse("mode", { code: "unknown-word", values: { text, allowed: "whole, marginal" } });
}
