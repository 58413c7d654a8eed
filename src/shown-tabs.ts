/** Output tabs of a locked month beside what was written into them: what somebody typed over it since. */
import { Exact } from "./engine/exact";
import { cellName } from "./engine/issue";
import { fingerprintText } from "./life/fingerprint";
import type { ShownTab } from "./life/snapshot";
import type { LockedMonth } from "./life/snapshots-tab";
import { recompute } from "./locked";
import type { TabCell, TabDescription } from "./report/tab";
import type { MonthView } from "./report/view";
import { isDate } from "./sheets/dates";
import type { SheetCell } from "./sheets/surface";
import { labelVariants } from "./text/labels";

/** The tabs whose figures are paid, or shown to whoever is paid. */
const SHOWN_KINDS = ["payroll", "scorecard", "payslips", "statements"] as const;

/** A locked month whose tabs somebody may have typed over. */
export interface ShownMonth {
  /** `2026-10` */
  readonly month: string;
  /** Its tabs as they were written; none where an older version locked it. */
  readonly tabs: readonly ShownTab[];
  /** The month as it was locked; null where its snapshot is lost. */
  readonly view: () => MonthView | null;
}

/** A locked month that a later one looks at; its snapshot is read only where a tab is not as it was written. */
export function shownMonth({ digest, snapshot }: LockedMonth): ShownMonth {
  const view = () => {
    const stored = snapshot();
    return stored && recompute(stored);
  };
  return { month: digest.month, tabs: digest.shown ?? [], view };
}

/** What stands on a tab: a formula as its text, blank where there is none. */
export interface StandingCells {
  readonly values: readonly (readonly SheetCell[])[];
  readonly formulas: readonly (readonly string[])[];
}

/** A cell that is not what it was locked as. */
export interface EditedCell {
  /** A1 notation. */
  readonly cell: string;
  /** Header and person of a cell of Payroll; blank elsewhere. */
  readonly what: string;
  /** What stands there; blank for nothing. */
  readonly found: string;
  /** What was locked; blank for nothing. */
  readonly locked: string;
}

const BLANK = "";
/** The words of the states that a locked month goes through do not count. */
const STATE_WORDS = (["approved", "paid"] as const).flatMap(labelVariants);

/** The tabs of a month as a snapshot keeps them in mind. */
export function shownTabs(tabs: readonly TabDescription[]): ShownTab[] {
  return SHOWN_KINDS.flatMap((kind) => {
    const tab = tabs.find((one) => one.kind === kind);
    if (!tab) return [];
    const open = openColumns(tab);
    const marks = tab.rows.map((row) => row.map(lockedMark));
    return [{ kind, name: tab.name, open, print: printOf(marks, open) }];
  });
}

/** Whether the tab as it stands is the one that was written. Some tabs show what HR types: they can only be compared. */
export function isAsWritten({ open, print }: ShownTab, cells: StandingCells): boolean {
  const marks = cells.values.map((row, r) => row.map((_, c) => standingMark(cells, r, c)));
  return printOf(marks, open) === print;
}

/** The cells of a tab that stand otherwise than described, row by row. What people type into cells of their own is theirs. */
export function editedCells(tab: TabDescription, cells: StandingCells): EditedCell[] {
  const isTheirs = peoplesOwn(tab);
  return tab.rows.flatMap((row, r) =>
    row.flatMap((locked, c) => {
      if (isTheirs(r, c)) return [];
      const [then, now] = [lockedMark(locked), standingMark(cells, r, c)];
      // A signature, a name or a date beside the figures is no figure.
      if (then === now || (then === BLANK && !/^[n=]/.test(now))) return [];
      return [
        { ...editedAt(tab, r, c), found: foundText(cells, r, c), locked: lockedText(tab, cells, r, c) },
      ];
    }),
  );
}

/** Whether a cell (from 0) is people's own, or shows what they typed. */
function peoplesOwn(tab: TabDescription): (r: number, c: number) => boolean {
  const open = new Set(openColumns(tab));
  const typed = new Set(tab.typedSums.map(({ row, column }) => cellName(row, column)));
  return (r, c) => open.has(c + 1) || typed.has(cellName(r + 1, c + 1));
}

function openColumns({ owned }: TabDescription): number[] {
  return owned ? owned.columns.map(({ column }) => column) : [];
}

function printOf(marks: readonly (readonly string[])[], open: readonly number[]): string {
  const texts: string[] = [];
  marks.forEach((row, r) => {
    row.forEach((mark, c) => {
      if (mark !== BLANK && !open.includes(c + 1)) texts.push(`${r},${c}${mark}`);
    });
  });
  return fingerprintText(texts.join("\n"));
}

/** A described cell as text that tells kinds apart; blank for an empty one. */
function lockedMark(cell: TabCell | null): string {
  if (!cell || cell.kind === "blank" || cell.value === "") return BLANK;
  if (cell.kind === "live") return formulaMark(String(cell.value));
  return valueMark(cell.value);
}

function standingMark({ values, formulas }: StandingCells, r: number, c: number): string {
  const formula = formulas[r]?.[c] ?? "";
  return formula === "" ? valueMark(values[r]?.[c] ?? "") : formulaMark(formula);
}

function formulaMark(formula: string): string {
  return formula.replace(/\s/g, "").toUpperCase();
}

function valueMark(value: SheetCell): string {
  if (value === "") return BLANK;
  if (typeof value === "number") return `n${value}`;
  if (typeof value === "boolean") return `b${value}`;
  return isDate(value) ? `d${value.getTime()}` : textMark(value);
}

/** A host may take an apostrophe at the beginning away and writes lines' ends in its own way. */
function textMark(value: string): string {
  const text = STATE_WORDS.reduce((left, word) => left.split(word).join("•"), value);
  const plain = text.replace(/^'/, "").replace(/\r\n?/g, "\n");
  return plain === "" ? BLANK : `t${plain}`;
}

function editedAt({ owned, rows }: TabDescription, r: number, c: number): Pick<EditedCell, "cell" | "what"> {
  const cell = cellName(r + 1, c + 1);
  const person = owned && [...owned.rows].find(([, row]) => row === r + 1)?.[0];
  if (!owned || !person) return { cell, what: "" };
  return { cell, what: `${rows[owned.headerRow - 1]?.[c]?.value ?? ""} · ${person}` };
}

function foundText({ values, formulas }: StandingCells, r: number, c: number): string {
  const value = values[r]?.[c] ?? "";
  const shown = isDate(value) ? dayText(value) : String(value);
  const formula = formulas[r]?.[c] ?? "";
  return formula === "" ? shown : `${formula} (${shown})`;
}

function dayText(day: Date): string {
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

function lockedText(tab: TabDescription, cells: StandingCells, r: number, c: number): string {
  const cell = tab.rows[r]?.[c] ?? null;
  if (cell?.kind !== "live") return String(cell?.value ?? "");
  return new LockedAmounts(tab, cells).at(r, c)?.toFixed(2) ?? String(cell.value);
}

const SUM = /^=SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)$/;
const LESS_CELL = /^=([A-Z]+)(\d+)-([A-Z]+)(\d+)$/;
const LESS_CENTS = /^=([A-Z]+)(\d+)-\((-?\d+)\)\/100$/;

/** What the formulas that these tabs have come to on the locked figures and on what HR typed. */
class LockedAmounts {
  private readonly isTheirs: (r: number, c: number) => boolean;

  constructor(
    private readonly tab: TabDescription,
    private readonly cells: StandingCells,
  ) {
    this.isTheirs = peoplesOwn(tab);
  }

  /** The amount of a cell (from 0); a cell without a number counts as 0, and a formula of another kind gives null. */
  at(r: number, c: number): Exact | null {
    const cell = this.tab.rows[r]?.[c] ?? null;
    if (cell?.kind === "live") return this.of(String(cell.value));
    const value = this.isTheirs(r, c) ? this.cells.values[r]?.[c] : cell?.value;
    return typeof value === "number" ? Exact.fromNumber(value) : Exact.ZERO;
  }

  private of(formula: string): Exact | null {
    const sum = SUM.exec(formula);
    if (sum) return this.sum(sum);
    const cents = LESS_CENTS.exec(formula);
    if (cents) return this.named(cents[1], cents[2])?.minus(Exact.scaled(Number(cents[3]), 2)) ?? null;
    const less = LESS_CELL.exec(formula);
    const subtrahend = less && this.named(less[3], less[4]);
    return subtrahend ? (this.named(less[1], less[2])?.minus(subtrahend) ?? null) : null;
  }

  private named(letters = "", row = ""): Exact | null {
    return this.at(Number(row) - 1, columnOf(letters));
  }

  private sum([, left = "", top = "", right = "", bottom = ""]: RegExpExecArray): Exact {
    const parts: Exact[] = [];
    for (let r = Number(top) - 1; r < Number(bottom); r++) {
      for (let c = columnOf(left); c <= columnOf(right); c++) parts.push(this.at(r, c) ?? Exact.ZERO);
    }
    return Exact.sum(parts);
  }
}

/** Column (from 0) of its letters. */
function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
