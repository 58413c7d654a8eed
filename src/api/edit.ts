/** The cells of the rule tabs that a draft changes: those that differ, and no others. */
import { type Month, monthOfDay } from "../engine/calendar";
import { type Issue, issueAt } from "../engine/issue";
import { headerKey } from "../engine/name";
import { type RuleTabKind, ruleTab } from "../rules/columns";
import { cellText, type RuleRow } from "../rules/row";
import type { FoundTab } from "../rules/tabs";
import { WHEN_WORDS } from "../rules/words";
import { type CellEdit, dateCell, dayOfText, type NewCell, numberCell, textCell } from "./cells";
import type { PlanModel } from "./contract";
import { rowId, wordOf } from "./model";
import { type OpenRules, rowNumber } from "./open";
import {
  sameText,
  shownIn,
  standardWord,
  type WantedGroup,
  type WantedRow,
  WORDS,
  wantedGroups,
} from "./wanted";

/** The edits of a draft, and what cannot be written. */
export interface PlannedEdits {
  readonly edits: readonly CellEdit[];
  readonly issues: readonly Issue[];
  /** Field of the draft by `tab!row,column` of the cell where it will stand. */
  readonly fields: ReadonlyMap<string, string>;
}

const NUMBERS: ReadonlySet<string> = new Set(["weight", "cap", "floor", "threshold", "result", "round"]);

/**
 * Plans the cells that make the rule tabs say what a draft says from its `from` on. Groups of rows
 * (READINGS 3.14) that say it already are left alone. A group whose version begins on that very day is
 * changed in place; of any other a whole new version is written below the tab's last row, and the
 * older rows stay.
 */
export function planEdits(rules: OpenRules, draft: PlanModel, month: Month): PlannedEdits {
  const from = draft.from === null ? null : dayOfText(draft.from);
  const writer = new Writer(rules, month);
  for (const group of wantedGroups(rules, draft, from, month)) writer.write(group);
  return { edits: writer.edits, issues: writer.issues, fields: writer.fields };
}

/** Gathers the cells of several groups; new rows go below the last row of their tab. */
class Writer {
  readonly edits: CellEdit[] = [];
  readonly issues: Issue[] = [];
  readonly fields = new Map<string, string>();
  private readonly ends = new Map<RuleTabKind, number>();

  constructor(
    private readonly rules: OpenRules,
    private readonly month: Month,
  ) {}

  write({ kind, rows, slots, ordered }: WantedGroup): void {
    if (rows.length === 0 && slots.length === 0) return;
    const tab = this.rules.tabs.get(kind);
    if (!tab) {
      this.issues.push(missingTab(kind));
      return;
    }
    const placed = this.place(kind, tab, rows, slots, ordered);
    this.clear(kind, tab, slots, placed);
    this.fill(kind, tab, slots, placed);
  }

  /** The number of the row in which each wanted row shall stand. */
  private place(
    kind: RuleTabKind,
    tab: FoundTab,
    rows: readonly WantedRow[],
    slots: readonly RuleRow[],
    ordered: boolean,
  ): { wanted: WantedRow; at: number }[] {
    const numbers = new Map(slots.map((row) => [rowId(kind, row), rowNumber(row)]));
    const kept = rows.map((wanted) => ({ wanted, at: numbers.get(wanted.id) ?? 0 }));
    const firstNew = kept.findIndex(({ at }) => at === 0);
    const old = kept.filter(({ at }) => at > 0).map(({ at }) => at);
    const isRising = old.every((at, index) => index === 0 || at > (old[index - 1] ?? 0));
    const newComeLast = firstNew < 0 || kept.slice(firstNew).every(({ at }) => at === 0);
    if (!ordered || (isRising && newComeLast))
      return kept.map(({ wanted, at }) => ({ wanted, at: at || this.nextRow(kind, tab) }));
    const places = slots.map(rowNumber);
    while (places.length < rows.length) places.push(this.nextRow(kind, tab));
    return rows.map((wanted, index) => ({ wanted, at: places[index] ?? 0 }));
  }

  private nextRow(kind: RuleTabKind, tab: FoundTab): number {
    const next = (this.ends.get(kind) ?? lastFilledRow(tab)) + 1;
    this.ends.set(kind, next);
    return next;
  }

  /** A row that is left out becomes blank in the columns of the tab; what others added there stays. */
  private clear(
    kind: RuleTabKind,
    tab: FoundTab,
    slots: readonly RuleRow[],
    placed: readonly { readonly at: number }[],
  ): void {
    const taken = new Set(placed.map(({ at }) => at));
    for (const row of slots) {
      if (taken.has(rowNumber(row))) continue;
      for (const [key, column] of tab.columns)
        if (!row.isBlank(key)) this.push(kind, tab, rowNumber(row), column, { kind: "blank" });
    }
  }

  private fill(
    kind: RuleTabKind,
    tab: FoundTab,
    slots: readonly RuleRow[],
    placed: readonly { readonly wanted: WantedRow; readonly at: number }[],
  ): void {
    const byNumber = new Map(slots.map((row) => [rowNumber(row), row]));
    let when = "at least";
    for (const { wanted, at } of [...placed].sort((a, b) => a.at - b.at)) {
      const row = byNumber.get(at) ?? null;
      const source = slots.find((one) => rowId(kind, one) === wanted.id) ?? null;
      if (source && source !== row) this.carry(kind, tab, source, at);
      for (const [key, text] of Object.entries(wanted.cells)) {
        const readsAlready =
          key === "when" ? this.reads(row, text, when) : row && this.isThere(row, key, text);
        this.put(kind, tab, at, key, text, wanted.path, readsAlready === true);
      }
      when = wanted.cells.when ?? when;
    }
  }

  /** Whether a When cell, blank or not, reads as the word wanted where the row above says `above`. */
  private reads(row: RuleRow | null, text: string, above: string): boolean {
    return row !== null && (wordOf(WHEN_WORDS, row.text("when")) || above) === text;
  }

  private isThere(row: RuleRow, key: string, text: string): boolean {
    if (key === "from") return row.isBlank("from") ? text === "" : row.date("from") === dayOfText(text);
    if (key === "month") return row.month("month")?.text === this.month.text;
    return sameText(key, shownIn(row, key), text);
  }

  /** A row that moves takes along what people typed in columns of their own. */
  private carry(kind: RuleTabKind, tab: FoundTab, source: RuleRow, at: number): void {
    const known = new Set(tab.columns.values());
    const from = tab.grid.rows[rowNumber(source) - 1] ?? [];
    const there = tab.grid.rows[at - 1] ?? [];
    from.forEach((cell, column) => {
      if (known.has(column) || tab.grid.formulas?.has(`${rowNumber(source) - 1},${column}`)) return;
      const text = cellText(cell);
      if (text !== cellText(there[column] ?? ""))
        this.push(kind, tab, at, column, typeof cell === "string" ? textCell(text) : numberCell(text));
    });
  }

  private put(
    kind: RuleTabKind,
    tab: FoundTab,
    at: number,
    key: string,
    text: string,
    path: string,
    isThere: boolean,
  ): void {
    const column = tab.columns.get(key);
    if (column === undefined) {
      if (text !== "" && text !== standardWord(key)) this.issues.push(missingColumn(kind, tab, key, path));
      return;
    }
    this.fields.set(fieldKey(tab.grid.name, at, column + 1), `${path}/${key}`);
    if (!isThere) this.push(kind, tab, at, column, newCell(tab, key, text));
  }

  private push(kind: RuleTabKind, tab: FoundTab, row: number, column: number, cell: NewCell): void {
    this.edits.push({ kind, tab: tab.grid.name, row, column: column + 1, cell });
  }
}

/** Key of `PlannedEdits.fields`. */
export function fieldKey(tab: string, row: number, column: number): string {
  return `${tab}!${row},${column}`;
}

/** Number of the last row of a tab that holds anything; 0 for an empty one. */
export function lastFilledRow({ grid }: FoundTab): number {
  for (let row = grid.rows.length; row > 0; row--) {
    if (grid.rows[row - 1]?.some((cell) => cellText(cell) !== "")) return row;
  }
  return 0;
}

function missingTab(kind: RuleTabKind): Issue {
  const { en, zh } = ruleTab(kind);
  return issueAt("error", "save.no-tab", null, { tab: en, tabZh: zh });
}

function missingColumn(kind: RuleTabKind, tab: FoundTab, key: string, path: string): Issue {
  const column = ruleTab(kind).columns.find((one) => one.key === key);
  const values = { header: column?.en ?? key, headerZh: column?.zh ?? key, field: `${path}/${key}` };
  return issueAt("error", "save.no-column", { tab: tab.grid.name }, values);
}

/** A cell in the form in which its column is kept; fixed words in the language of the tab's header. */
function newCell(tab: FoundTab, key: string, text: string): NewCell {
  if (text === "") return { kind: "blank" };
  if (key === "from") return dateCell(dayOfText(text));
  if (WORDS[key]) return textCell(wordIn(tab, key, text));
  if (NUMBERS.has(key)) return numberCell(text);
  if (key === "target") return /^\s*[=＝]/.test(text) ? textCell(text) : numberCell(text);
  return textCell(text);
}

function wordIn({ kind, grid, headerRow, columns }: FoundTab, key: string, text: string): string {
  const column = ruleTab(kind).columns.find((one) => one.key === key);
  const header = headerKey(cellText(grid.rows[headerRow]?.[columns.get(key) ?? -1] ?? ""));
  const words = WORDS[key]?.find(([word]) => word === text);
  if (!column || !words || header === headerKey(column.en)) return text;
  return (header === headerKey(column.zh) ? words[1] : (words[2] ?? words[1])) ?? text;
}

/** The month as which a draft is read: the given one, or the first whole month of a later version. */
export function monthOfDraft(draft: PlanModel, month: Month): Month {
  const from = draft.from === null ? null : dayOfText(draft.from);
  if (from === null || from <= month.first) return month;
  const begun = monthOfDay(from);
  return begun.first === from ? begun : monthOfDay(begun.last + 1);
}
