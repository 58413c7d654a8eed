import { columnLetters } from "../engine/issue";
import type { PersonResult } from "../engine/result";
import { type LabelKey, type Lang, label, labelVariants } from "../text/labels";
import { tabWord } from "../text/tab-words";
import { COLORS, LOOKS, TAB_COLORS } from "./looks";
import { outputName, outputStamps } from "./names";
import { paidBefore } from "./past";
import { type Component, isOf, listComponents, moneyCell } from "./pay-lines";
import { PAY_LOOKS } from "./pay-looks";
import { type Columns, columnWidths, HR_MONEY, IDENTITY, layOut, type PayrollSheet } from "./payroll-columns";
import { holdReasons, stateLine, warningsOf } from "./reasons";
import { scoreNote } from "./scorecard";
import {
  blank,
  type CellStyle,
  type ConditionalFormat,
  live,
  number,
  type OwnedBlock,
  shorten,
  type TabCell,
  type TabDescription,
  TabRows,
  text,
  widthRuns,
} from "./tab";
import type { MonthView } from "./view";

export { type Component, lineLabel, listComponents } from "./pay-lines";

const HEADER_ROW = 4;

/** The Payroll tab: a row a person, sums as formulas of the sheet, and HR's own columns. */
export function describePayroll({ result, checked, lang, hr }: MonthView): TabDescription {
  const components = listComponents(result.people, lang);
  const past = hr?.past ?? [];
  const columns = layOut(components.length, past.length > 0);
  const rows = new TabRows(columns.signature);
  const name = outputName("payroll", result.month.text, lang);
  rows.add([text(name, LOOKS.title)]);
  rows.add([text(`${label("unitYuan", lang)} · ${stateLine(result, checked, lang)}`, LOOKS.subtitle)]);
  addGroups(rows, columns, lang);
  const sheet: PayrollSheet = {
    components,
    columns,
    tabs: result.facts.tabs,
    past,
    state: result.state,
    lang,
  };
  addHeader(rows, sheet);
  const people = addPeople(rows, result.people, sheet);
  const held = result.people.filter((person) => person.held).length;
  const last = addTotals(rows, columns, held, lang);
  addFooter(rows, columns, lang);
  return {
    name,
    stamps: outputStamps("payroll", result.month.text),
    kind: "payroll",
    rows: rows.rows,
    columnCount: columns.signature,
    widths: widthRuns(columnWidths(result.people, sheet)),
    frozenRows: HEADER_ROW,
    frozenColumns: 2,
    borders: [{ row: HEADER_ROW, column: 1, rows: last - HEADER_ROW + 1, columns: columns.signature }],
    conditional: [belowZero(columns.net, people.size)],
    owned: ownedBlock(columns, people),
    typedSums: [],
    kept: null,
    tabColor: TAB_COLORS.payroll,
  };
}

/** Adds everybody's row; gives the row of each name as the tab shows it. */
function addPeople(rows: TabRows, people: readonly PersonResult[], sheet: PayrollSheet): Map<string, number> {
  const found = new Map<string, number>();
  people.forEach((person, index) => {
    found.set(shorten(person.person), addPerson(rows, person, index, sheet));
  });
  return found;
}

/** Colours an amount below zero, which its own sign says too. */
function belowZero(column: number, people: number): ConditionalFormat {
  return {
    area: { row: HEADER_ROW + 1, column, rows: Math.max(1, people), columns: 1 },
    when: { kind: "numberBelow", value: 0 },
    background: COLORS.errorFill,
    color: COLORS.error,
  };
}

function addGroups(rows: TabRows, columns: Columns, lang: Lang): void {
  const cells: (TabCell | null)[] = Array(columns.signature).fill(null);
  const put = (column: number, key: LabelKey, style: CellStyle) => {
    cells[column - 1] = text(label(key, lang), style);
  };
  put(1, "identity", LOOKS.group);
  put(columns.firstPay, "earnings", LOOKS.group);
  for (let n = columns.firstDeduction; n < columns.deductions; n++) cells[n - 1] = blank(LOOKS.creamGroup);
  put(columns.firstDeduction, "hrFills", LOOKS.creamGroup);
  put(columns.deductions, "afterDeductions", LOOKS.group);
  put(columns.note, "hrFills", LOOKS.creamGroup);
  cells[columns.signature - 1] = blank(LOOKS.creamGroup);
  rows.add(cells, LOOKS.group);
}

function addHeader(rows: TabRows, { components, columns, past, lang }: PayrollSheet): void {
  const rightOf = (words: string) => text(words, PAY_LOOKS.headerRight);
  const right = (key: LabelKey) => rightOf(label(key, lang));
  const month = past[0]?.month ?? "";
  const before = [tabWord("paidIn", lang, { month }), tabWord("change", lang)].map(rightOf);
  rows.add([
    ...IDENTITY.map(({ key }) =>
      text(label(key, lang), key === "days" || key === "score" ? PAY_LOOKS.headerRight : PAY_LOOKS.header),
    ),
    ...components.map((component) => rightOf(component.header)),
    right("adjustment"),
    right("gross"),
    ...(columns.before === null ? [] : before),
    ...HR_MONEY.map((key) => text(label(key, lang), PAY_LOOKS.creamHeader)),
    right("deductions"),
    right("net"),
    text(label("state", lang), PAY_LOOKS.headerCenter),
    text(label("note", lang), PAY_LOOKS.creamHeaderLeft),
    text(label("signature", lang), PAY_LOOKS.creamHeaderLeft),
  ]);
}

/** Adds a person's row and returns its number. */
function addPerson(rows: TabRows, person: PersonResult, index: number, sheet: PayrollSheet): number {
  const { columns, lang } = sheet;
  const span = (from: number, to: number) =>
    `${columnLetters(from)}${rows.next}:${columnLetters(to)}${rows.next}`;
  const net = `=${columnLetters(columns.gross)}${rows.next}-${columnLetters(columns.deductions)}${rows.next}`;
  const paid = !person.held;
  return rows.add([
    number(index + 1, PAY_LOOKS.center),
    text(shorten(person.person), PAY_LOOKS.strongWrapped),
    text(shorten(person.team), PAY_LOOKS.wrapped),
    text(shorten(person.plan), PAY_LOOKS.wrapped),
    text(shorten(person.grade), PAY_LOOKS.wrapped),
    number(person.days, PAY_LOOKS.whole),
    person.score ? number(person.score.toNumber(), PAY_LOOKS.points, scoreNote(person, lang)) : null,
    ...(paid ? earned(person, sheet) : [reasonCell(person, lang), ...sheet.components.map(() => null)]),
    paid ? live(`=SUM(${span(columns.firstPay, columns.adjustments)})`, PAY_LOOKS.moneyStrong) : null,
    ...beforeCells(person, sheet, rows.next),
    ...HR_MONEY.map(() => blank(PAY_LOOKS.creamMoney)),
    paid ? live(`=SUM(${span(columns.firstDeduction, columns.deductions - 1)})`, PAY_LOOKS.money) : null,
    paid ? live(net, PAY_LOOKS.moneyLast) : null,
    stateCell(person, sheet),
    blank(PAY_LOOKS.creamText),
    blank(PAY_LOOKS.creamText),
  ]);
}

/** What the last closed month paid a person, and the change since; blank where nothing is known of it. */
function beforeCells(person: PersonResult, { columns, past }: PayrollSheet, row: number): (TabCell | null)[] {
  if (columns.before === null) return [];
  const before = paidBefore(past, person.person);
  if (!before) return [null, null];
  const change = `=${columnLetters(columns.gross)}${row}-${columnLetters(columns.before)}${row}`;
  return [
    number(before.total.toNumber(), PAY_LOOKS.moneyMuted),
    person.held ? null : live(change, PAY_LOOKS.moneyMuted),
  ];
}

/** The amounts of a person's components, and of the adjustments together. */
function earned(person: PersonResult, { components, tabs, lang }: PayrollSheet): (TabCell | null)[] {
  return [
    ...components.map((component) => componentCell(person, component, tabs, lang)),
    adjustmentCell(person, tabs, lang),
  ];
}

function componentCell(
  person: PersonResult,
  component: Component,
  tabs: readonly string[],
  lang: Lang,
): TabCell | null {
  const lines = person.pay.filter((line) => isOf(line, component.key));
  return moneyCell(lines, tabs, lang, PAY_LOOKS.money);
}

function adjustmentCell(person: PersonResult, tabs: readonly string[], lang: Lang): TabCell | null {
  const lines = person.pay.filter((line) => line.from !== "plan");
  return moneyCell(lines, tabs, lang, PAY_LOOKS.money);
}

function stateCell(person: PersonResult, { state, lang }: PayrollSheet): TabCell {
  if (person.held)
    return text(`✕ ${label("held", lang)}`, PAY_LOOKS.errorCenter, holdReasons(person, lang).join("\n"));
  const warnings = warningsOf(person, lang, "hr");
  if (warnings.length === 0) return text(label(state, lang), PAY_LOOKS.stateCenter);
  return text(`${label(state, lang)} · ⚠ ${warnings.length}`, PAY_LOOKS.warnCenter, warnings.join("\n"));
}

/** The reason of a hold, written over the empty pay columns of the row. */
function reasonCell(person: PersonResult, lang: Lang): TabCell {
  const reasons = holdReasons(person, lang);
  return text(`✕ ${reasons[0] ?? label("held", lang)}`, PAY_LOOKS.errorText, reasons.join("\n"));
}

/** Adds the row of totals, which names how many held people it leaves out, and returns its number. */
function addTotals(rows: TabRows, columns: Columns, held: number, lang: Lang): number {
  const last = rows.next - 1;
  const total = (column: number, look: CellStyle = PAY_LOOKS.totalMoney): TabCell | null => {
    if (last <= HEADER_ROW) return null;
    const letters = columnLetters(column);
    return live(`=SUM(${letters}${HEADER_ROW + 1}:${letters}${last})`, look);
  };
  const cells: (TabCell | null)[] = Array(columns.signature).fill(null);
  cells[1] = text(label("total", lang), PAY_LOOKS.total);
  for (let n = columns.firstPay; n < columns.net; n++) cells[n - 1] = total(n);
  cells[columns.net - 1] = total(columns.net, PAY_LOOKS.totalMoneyLast);
  if (held > 0) cells[columns.state - 1] = text(label("heldLeftOut", lang, { n: held }), PAY_LOOKS.totalHeld);
  return rows.add(cells, PAY_LOOKS.total);
}

function addFooter(rows: TabRows, columns: Columns, lang: Lang): void {
  rows.skip();
  const cells: (TabCell | null)[] = Array(columns.signature).fill(null);
  const places = [2, columns.firstPay, columns.firstDeduction, columns.state];
  (["preparedBy", "checkedBy", "approvedBy", "signedOn"] as const).forEach((key, index) => {
    cells[(places[index] ?? 1) - 1] = text(label(key, lang), LOOKS.muted);
  });
  rows.add(cells);
}

function ownedBlock(columns: Columns, people: ReadonlyMap<string, number>): OwnedBlock {
  return {
    headerRow: HEADER_ROW,
    personColumn: 2,
    personHeaders: labelVariants("person"),
    columns: [
      ...HR_MONEY.map((key, index) => ({
        column: columns.firstDeduction + index,
        headers: labelVariants(key),
        kind: "money" as const,
      })),
      { column: columns.note, headers: labelVariants("note"), kind: "text" },
      { column: columns.signature, headers: labelVariants("signature"), kind: "text" },
    ],
    endLabels: labelVariants("total"),
    rows: people,
  };
}
