/** What is written into one cell of a rule tab, as the sheet takes it and as the reader sees it. */
import { type Day, dayFromParts, isoOfDay } from "../engine/calendar";
import { readNumber } from "../engine/cell";
import { Exact } from "../engine/exact";
import type { Grid, GridCell } from "../engine/grid";
import type { RuleTabKind } from "../rules/columns";

/** A new content of a cell. Texts are never parsed by the sheet, whatever they begin with. */
export type NewCell =
  | { readonly kind: "blank" }
  | { readonly kind: "text"; readonly text: string }
  /** `typed` is what it reads as where the cell keeps text. */
  | { readonly kind: "number"; readonly value: number; readonly typed: string }
  /** `value` is the ratio: 0.2 for 20 %. */
  | { readonly kind: "percent"; readonly value: number; readonly typed: string }
  | { readonly kind: "date"; readonly day: Day; readonly iso: string };

/** One cell of a rule tab that changes, counted from 1. */
export interface CellEdit {
  readonly kind: RuleTabKind;
  readonly tab: string;
  readonly row: number;
  readonly column: number;
  readonly cell: NewCell;
}

/** A text, or nothing. */
export function textCell(text: string): NewCell {
  return text === "" ? { kind: "blank" } : { kind: "text", text };
}

/** A day, or nothing. */
export function dateCell(day: Day | null): NewCell {
  return day === null ? { kind: "blank" } : { kind: "date", day, iso: isoOfDay(day) };
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of a text like `2026-11-01`; null for any other. */
export function dayOfText(text: string): Day | null {
  const match = ISO_DAY.exec(text);
  return match ? dayFromParts(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/**
 * A number as it was typed: `0.4 %` becomes the ratio 0.004 that is shown as a percentage. What reads
 * as no number, or has more digits than a cell's number holds, stays text and is read as text.
 */
export function numberCell(text: string): NewCell {
  const reading = text === "" ? null : readNumber(text);
  if (reading?.kind !== "value") return textCell(text);
  const { value, percent } = reading;
  const plain = value.toNumber();
  const shown = percent ? shownPercent(plain) : plain;
  const kept = Number.isFinite(shown) ? Exact.fromNumber(shown) : null;
  if (!kept?.equals(percent ? value.times(Exact.HUNDRED) : value)) return textCell(text);
  return { kind: percent ? "percent" : "number", value: plain, typed: text.normalize("NFKC").trim() };
}

const SIGNIFICANT_DIGITS = 15;

/** The number in front of the sign of a percentage cell, with the digits that the reader keeps. */
function shownPercent(ratio: number): number {
  return Number((ratio * 100).toPrecision(SIGNIFICANT_DIGITS));
}

/** How many decimals of a percentage are shown: those it has. */
export function percentFormat(ratio: number): string {
  const places = Exact.fromNumber(shownPercent(ratio)).toText(12).split(".")[1]?.length ?? 0;
  return places === 0 ? "0%" : `0.${"0".repeat(places)}%`;
}

/** What the reader gives for a cell once it is written. */
function readsAs(cell: NewCell): GridCell {
  switch (cell.kind) {
    case "blank":
      return "";
    case "text":
      return cell.text;
    case "number":
      return cell.value;
    case "percent":
      return `${shownPercent(cell.value)}%`;
    case "date":
      return { serial: cell.day };
  }
}

/** The tabs as they will be read once the cells are written; the given ones are not touched. */
export function applyEdits(grids: readonly Grid[], edits: readonly CellEdit[]): Grid[] {
  return grids.map((grid) => {
    const own = edits.filter(({ tab }) => tab === grid.name);
    return own.length === 0 ? grid : editGrid(grid, own);
  });
}

function editGrid(grid: Grid, edits: readonly CellEdit[]): Grid {
  const height = Math.max(grid.rows.length, ...edits.map(({ row }) => row));
  const width = Math.max(grid.rows[0]?.length ?? 0, ...edits.map(({ column }) => column));
  const rows = Array.from({ length: height }, (_, r) =>
    Array.from({ length: width }, (_, c): GridCell => grid.rows[r]?.[c] ?? ""),
  );
  const formulas = new Map(grid.formulas);
  for (const { row, column, cell } of edits) {
    const cells = rows[row - 1];
    if (cells) cells[column - 1] = readsAs(cell);
    formulas.delete(`${row - 1},${column - 1}`);
  }
  return grid.formulas ? { ...grid, rows, formulas } : { ...grid, rows };
}
