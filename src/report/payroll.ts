import { Exact } from "../engine/exact";
import { columnLetters } from "../engine/issue";
import type { PayLine, PersonResult } from "../engine/result";
import { type LabelKey, type Lang, label, labelVariants } from "../text/labels";
import { tabWord } from "../text/tab-words";
import { amount } from "./amounts";
import { COLORS, LOOKS, TAB_COLORS } from "./looks";
import { outputName, outputStamps } from "./names";
import { paidBefore } from "./past";
import { isOf, listComponents, moneyCell } from "./pay-lines";
import { type PayLooks, payLooks } from "./pay-looks";
import {
  type Columns,
  fitColumns,
  HR_MONEY,
  headerOf,
  headerVariants,
  IDENTITY,
  layOut,
  type PayrollSheet,
  type SizedSheet,
} from "./payroll-columns";
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
  const plain: PayrollSheet = {
    components,
    columns,
    tabs: result.facts.tabs,
    past,
    state: result.state,
    lang,
  };
  const { size, headers, widths } = fitColumns(result.people, plain);
  const sheet: SizedSheet = { ...plain, headers, looks: payLooks(size) };
  addHeader(rows, sheet);
  const people = addPeople(rows, result.people, sheet);
  const held = result.people.filter((person) => person.held).length;
  const last = addTotals(rows, sheet, held);
  addFooter(rows, columns, lang);
  return {
    name,
    stamps: outputStamps("payroll", result.month.text),
    kind: "payroll",
    rows: rows.rows,
    columnCount: columns.signature,
    widths: widthRuns(widths),
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
function addPeople(rows: TabRows, people: readonly PersonResult[], sheet: SizedSheet): Map<string, number> {
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

function addHeader(rows: TabRows, sheet: SizedSheet): void {
  const { components, columns, past, headers, looks, lang } = sheet;
  const rightOf = (words: string) => text(words, looks.headerRight);
  const right = (key: LabelKey) => rightOf(label(key, lang));
  const headed = (key: LabelKey) => headerOf(headers, key, lang);
  const fullName = (key: LabelKey) => (headed(key) === label(key, lang) ? undefined : label(key, lang));
  rows.add([
    ...IDENTITY.map(({ key }) => identityHeader(key, headed(key), looks, lang)),
    ...components.map((component) => rightOf(component.header)),
    text(headed("adjustment"), looks.headerRight, tabWord("adjustment.note", lang)),
    right("gross"),
    ...(columns.change === null ? [] : [rightOf(tabWord("change", lang, { month: past[0]?.month ?? "" }))]),
    ...HR_MONEY.map((key) => text(headed(key), looks.creamHeader, fullName(key))),
    text(headed("deductions"), looks.headerRight, tabWord("deductions.note", lang)),
    right("net"),
    text(label("state", lang), looks.headerCenter),
    text(label("note", lang), looks.creamHeaderLeft),
    text(headed("signature"), looks.creamHeaderLeft, fullName("signature")),
  ]);
}

/** A header of the left block; that of the days says which days they are. */
function identityHeader(key: LabelKey, words: string, looks: PayLooks, lang: Lang): TabCell {
  if (key === "daysEmployed") return text(words, looks.headerRight, tabWord("daysEmployed", lang));
  return text(words, key === "score" ? looks.headerRight : looks.header);
}

/** Adds a person's row and returns its number. */
function addPerson(rows: TabRows, person: PersonResult, index: number, sheet: SizedSheet): number {
  const { columns, looks, lang } = sheet;
  const span = (from: number, to: number) =>
    `${columnLetters(from)}${rows.next}:${columnLetters(to)}${rows.next}`;
  const net = `=${columnLetters(columns.gross)}${rows.next}-${columnLetters(columns.deductions)}${rows.next}`;
  const paid = !person.held;
  return rows.add([
    number(index + 1, looks.center),
    text(shorten(person.person), looks.strongWrapped),
    text(shorten(person.team), looks.wrapped),
    text(shorten(person.plan), looks.wrapped),
    text(shorten(person.grade), looks.wrapped),
    number(person.days, looks.whole),
    person.score ? number(person.score.toNumber(), looks.points, scoreNote(person, lang)) : null,
    ...(paid ? earned(person, sheet) : [reasonCell(person, sheet), ...sheet.components.map(() => null)]),
    paid ? live(`=SUM(${span(columns.firstPay, columns.adjustments)})`, looks.moneyStrong) : null,
    ...changeCells(person, sheet, rows.next),
    ...HR_MONEY.map(() => blank(looks.creamMoney)),
    paid ? live(`=SUM(${span(columns.firstDeduction, columns.deductions - 1)})`, looks.money) : null,
    paid ? live(net, looks.moneyLast) : null,
    stateCell(person, sheet),
    blank(looks.creamText),
    blank(looks.creamText),
  ]);
}

/** The change since the last closed month, whose pay its note names; blank where nothing is known of it. */
function changeCells(person: PersonResult, sheet: SizedSheet, row: number): (TabCell | null)[] {
  const { columns, past, looks, lang } = sheet;
  if (columns.change === null) return [];
  const before = paidBefore(past, person.person);
  if (!before) return [null];
  const paid = tabWord("paidIn", lang, {
    month: past[0]?.month ?? "",
    total: amount(before.total, "money"),
  });
  if (person.held) return [{ ...blank(looks.moneyMuted), note: paid }];
  // In whole cents: a decimal mark is not read alike in every locale.
  const cents = before.total.times(Exact.HUNDRED).toText();
  return [live(`=${columnLetters(columns.gross)}${row}-(${cents})/100`, looks.moneyMuted, paid)];
}

/** The amounts of a person's components, and of the adjustments together. */
function earned(person: PersonResult, { components, tabs, looks, lang }: SizedSheet): (TabCell | null)[] {
  const money = (lines: readonly PayLine[]) => moneyCell(lines, tabs, lang, looks.money);
  return [
    ...components.map(({ key }) => money(person.pay.filter((line) => isOf(line, key)))),
    money(person.pay.filter(({ from }) => from !== "plan")),
  ];
}

function stateCell(person: PersonResult, { state, looks, lang }: SizedSheet): TabCell {
  if (person.held)
    return text(`✕ ${label("held", lang)}`, looks.errorCenter, holdReasons(person, lang).join("\n"));
  const warnings = warningsOf(person, lang, "hr");
  if (warnings.length === 0) return text(label(state, lang), looks.stateCenter);
  return text(`${label(state, lang)} · ⚠ ${warnings.length}`, looks.warnCenter, warnings.join("\n"));
}

/** The reason of a hold, written over the empty pay columns of the row. */
function reasonCell(person: PersonResult, { looks, lang }: SizedSheet): TabCell {
  const reasons = holdReasons(person, lang);
  return text(`✕ ${reasons[0] ?? label("held", lang)}`, looks.errorText, reasons.join("\n"));
}

/** Adds the row of totals, which names how many held people it leaves out, and returns its number. */
function addTotals(rows: TabRows, { columns, looks, lang }: SizedSheet, held: number): number {
  const last = rows.next - 1;
  const total = (column: number, look: CellStyle = looks.totalMoney): TabCell | null => {
    if (last <= HEADER_ROW) return null;
    const letters = columnLetters(column);
    return live(`=SUM(${letters}${HEADER_ROW + 1}:${letters}${last})`, look);
  };
  const cells: (TabCell | null)[] = Array(columns.signature).fill(null);
  cells[1] = text(label("total", lang), looks.total);
  for (let n = columns.firstPay; n < columns.net; n++) cells[n - 1] = total(n);
  cells[columns.net - 1] = total(columns.net, looks.totalMoneyLast);
  if (held > 0) cells[columns.state - 1] = text(label("heldLeftOut", lang, { n: held }), looks.totalHeld);
  return rows.add(cells, looks.total);
}

function addFooter(rows: TabRows, columns: Columns, lang: Lang): void {
  rows.skip();
  const cells: (TabCell | null)[] = Array(columns.signature).fill(null);
  const places = [2, columns.firstPay, columns.firstDeduction, columns.state];
  (["preparedBy", "checkedBy", "approvedBy", "signedOn"] as const).forEach((key, index) => {
    cells[(places[index] ?? 1) - 1] = text(label(key, lang), LOOKS.muted);
  });
  rows.add(cells);
  rows.add([text(tabWord("payrollHint", lang), LOOKS.muted)]);
}

function ownedBlock(columns: Columns, people: ReadonlyMap<string, number>): OwnedBlock {
  return {
    headerRow: HEADER_ROW,
    personColumn: 2,
    personHeaders: labelVariants("person"),
    columns: [
      ...HR_MONEY.map((key, index) => ({
        column: columns.firstDeduction + index,
        headers: headerVariants(key),
        kind: "money" as const,
      })),
      { column: columns.note, headers: labelVariants("note"), kind: "text" },
      { column: columns.signature, headers: headerVariants("signature"), kind: "text" },
    ],
    endLabels: labelVariants("total"),
    rows: people,
  };
}
