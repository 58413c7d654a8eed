/** Data validation and locked tabs, between the book and exceljs. */
import type ExcelJS from "exceljs";
import { areaName, parseArea } from "./a1.ts";
import type { BookSheet, Validation } from "./book.ts";

/** Letters that Excel takes for a list that stands in the rule itself. */
const MAX_LIST = 255;

/** A member of exceljs sheets that its types leave out: rules by the name of a cell or a range. */
interface ValidatedSheet {
  dataValidations: {
    readonly model: Readonly<Record<string, ExcelJS.DataValidation>>;
    add(ranges: string, rule: ExcelJS.DataValidation): void;
  };
}

const rulesOf = (sheet: ExcelJS.Worksheet) => (sheet as unknown as ValidatedSheet).dataValidations;

/** Writes the rules of a sheet, one for each run of equal cells in a column. */
export function writeValidations(target: ExcelJS.Worksheet, sheet: BookSheet): void {
  const columns = sheet.validations.lastColumn();
  const rows = sheet.validations.lastRow();
  for (let column = 1; column <= columns; column++) {
    let top = 1;
    for (let row = 1; row <= rows; row++) {
      const rule = sheet.validations.get(row, column);
      if (rule !== undefined && rule === sheet.validations.get(row + 1, column)) continue;
      const found = rule && toXlsx(rule);
      const name = areaName({ top, bottom: row, left: column, right: column });
      if (found) rulesOf(target).add(name, found);
      top = row + 1;
    }
  }
}

/** Undefined for a list that Excel cannot hold. */
function toXlsx({ source, allowInvalid, help }: Validation): ExcelJS.DataValidation | undefined {
  const formula = source.type === "range" ? source.reference : listFormula(source.values);
  if (formula === undefined) return undefined;
  return {
    type: "list",
    allowBlank: true,
    formulae: [formula],
    showErrorMessage: true,
    errorStyle: allowInvalid ? "warning" : "stop",
    ...(help !== "" && { showInputMessage: true, prompt: help.slice(0, MAX_LIST) }),
  };
}

function listFormula(values: readonly string[]): string | undefined {
  const list = values.join(",").replaceAll('"', '""');
  return list.length > MAX_LIST || values.some((value) => value.includes(",")) ? undefined : `"${list}"`;
}

/** Reads the lists of a sheet; rules of other kinds are left out. */
export function readValidations(sheet: BookSheet, source: ExcelJS.Worksheet): void {
  const known = new Map<string, Validation>();
  for (const [name, rule] of Object.entries(rulesOf(source)?.model ?? {})) {
    const area = parseArea(name.replace(/^range:/, ""));
    const read = fromXlsx(rule);
    if (!area || !read) continue;
    const key = JSON.stringify(read);
    const shared = known.get(key) ?? read;
    known.set(key, shared);
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) sheet.validations.set(row, column, shared);
    }
  }
}

function fromXlsx({ type, formulae, errorStyle, showErrorMessage, prompt }: ExcelJS.DataValidation) {
  const formula = String(formulae?.[0] ?? "");
  if (type !== "list" || formula === "") return undefined;
  const source: Validation["source"] = formula.startsWith('"')
    ? { type: "list", values: formula.slice(1, -1).replaceAll('""', '"').split(",") }
    : { type: "range", reference: formula };
  const allowInvalid = showErrorMessage !== true || (errorStyle !== undefined && errorStyle !== "stop");
  return { source, showDropdown: true, allowInvalid, help: prompt ?? "" };
}

/** Locks a tab that is protected whole and by more than a warning; Excel's lock has no password here. */
export function writeProtection(target: ExcelJS.Worksheet, sheet: BookSheet): void {
  const locked = sheet.protections.some(
    ({ range, warningOnly, editors, unprotected }) =>
      range === null && !warningOnly && editors !== null && unprotected.length === 0,
  );
  // Without a password it has taken effect when this returns.
  if (locked) void target.protect("", {});
}
