import { Exact } from "../engine/exact";
import { columnLetters } from "../engine/issue";
import { nameKey } from "../engine/name";
import type { PayLine, PersonResult } from "../engine/result";
import { type LabelKey, type Lang, label, labelVariants } from "../text/labels";
import { explainLine } from "./explain";
import { COLORS, LOOKS, TAB_COLORS } from "./looks";
import { outputName, outputStamps } from "./names";
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
import { fitWidth, textUnits } from "./wrap";

/** A column of the left block, with the pixels it takes: fitted to what it shows, within bounds. */
const IDENTITY: readonly {
  readonly key: LabelKey;
  readonly least: number;
  readonly most: number;
  readonly shown: (person: PersonResult) => string;
}[] = [
  { key: "number", least: 40, most: 40, shown: () => "" },
  { key: "person", least: 84, most: 190, shown: ({ person }) => person },
  { key: "team", least: 64, most: 150, shown: ({ team }) => team },
  { key: "plan", least: 80, most: 170, shown: ({ plan }) => plan },
  { key: "grade", least: 48, most: 90, shown: ({ grade }) => grade },
  { key: "days", least: 44, most: 44, shown: () => "" },
  { key: "score", least: 64, most: 64, shown: () => "" },
];
const HR_MONEY = ["socialInsurance", "housingFund", "incomeTax", "otherDeductions"] as const;
/** Holds 9,999,999.99 in bold. */
const MONEY_WIDTH = 88;
const STATE_WIDTH = 120;
const NOTE_WIDTH = 90;
const SIGN_WIDTH = 72;
/** Half-width units from which a name may need a second line. */
const LONG_NAME = 10;
const HEADER_ROW = 4;

/** The pay components of a month, in the order in which plans and people show them. */
export interface Component {
  readonly key: string;
  readonly header: string;
}

/** Column numbers (from 1) of the Payroll tab. */
interface Columns {
  readonly firstPay: number;
  readonly adjustments: number;
  readonly gross: number;
  readonly firstDeduction: number;
  readonly deductions: number;
  readonly net: number;
  readonly state: number;
  readonly note: number;
  readonly signature: number;
}

/** What every row of the tab needs to know. */
interface Sheet {
  readonly components: readonly Component[];
  readonly columns: Columns;
  readonly tabs: readonly string[];
  readonly lang: Lang;
}

/** Every component that somebody is paid by a plan, each once; adjustments have a column of their own. */
export function listComponents(people: readonly PersonResult[], lang: Lang): Component[] {
  const found = new Map<string, Component>();
  for (const person of people) {
    for (const line of person.pay) {
      const key = nameKey(line.component);
      if (line.from === "plan" && !found.has(key)) found.set(key, { key, header: lineLabel(line, lang) });
    }
  }
  return [...found.values()];
}

/** The label of a line in a language; its component's name where it has none. */
export function lineLabel(line: PayLine, lang: Lang): string {
  return (lang === "zh" ? line.label.zh : line.label.en) || line.component;
}

/** The Payroll tab: a row a person, sums as formulas of the sheet, and HR's own columns. */
export function describePayroll({ result, checked, lang }: MonthView): TabDescription {
  const components = listComponents(result.people, lang);
  const columns = layOut(components.length);
  const rows = new TabRows(columns.signature);
  const name = outputName("payroll", result.month.text, lang);
  rows.add([text(name, LOOKS.title)]);
  rows.add([text(`${label("unitYuan", lang)} · ${stateLine(result, checked, lang)}`, LOOKS.subtitle)]);
  addGroups(rows, columns, lang);
  addHeader(rows, components, lang);
  const people = addPeople(rows, result.people, { components, columns, tabs: result.facts.tabs, lang });
  const held = result.people.filter((person) => person.held).length;
  const last = addTotals(rows, components, columns, held, lang);
  addFooter(rows, columns, lang);
  return {
    name,
    stamps: outputStamps("payroll", result.month.text),
    kind: "payroll",
    rows: rows.rows,
    columnCount: columns.signature,
    widths: widthRuns(columnWidths(result.people, components.length)),
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
function addPeople(rows: TabRows, people: readonly PersonResult[], sheet: Sheet): Map<string, number> {
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

function layOut(components: number): Columns {
  const firstPay = IDENTITY.length + 1;
  const adjustments = firstPay + components;
  const gross = adjustments + 1;
  const firstDeduction = gross + 1;
  const deductions = firstDeduction + HR_MONEY.length;
  const net = deductions + 1;
  return {
    firstPay,
    adjustments,
    gross,
    firstDeduction,
    deductions,
    net,
    state: net + 1,
    note: net + 2,
    signature: net + 3,
  };
}

function columnWidths(people: readonly PersonResult[], components: number): number[] {
  const money = components + 2 + HR_MONEY.length + 2;
  return [
    ...IDENTITY.map(({ least, most, shown }) => fitWidth(people.map(shown), least, most)),
    ...Array<number>(money).fill(MONEY_WIDTH),
    STATE_WIDTH,
    NOTE_WIDTH,
    SIGN_WIDTH,
  ];
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

function addHeader(rows: TabRows, components: readonly Component[], lang: Lang): void {
  const right = (key: LabelKey) => text(label(key, lang), LOOKS.headerRight);
  rows.add([
    ...IDENTITY.map(({ key }) =>
      text(label(key, lang), key === "days" || key === "score" ? LOOKS.headerRight : LOOKS.header),
    ),
    ...components.map((component) => text(component.header, LOOKS.headerRight)),
    right("adjustment"),
    right("gross"),
    ...HR_MONEY.map((key) => text(label(key, lang), LOOKS.creamHeader)),
    right("deductions"),
    right("net"),
    text(label("state", lang), LOOKS.headerCenter),
    text(label("note", lang), LOOKS.creamHeaderLeft),
    text(label("signature", lang), LOOKS.creamHeaderLeft),
  ]);
}

/** Adds a person's row and returns its number. */
function addPerson(rows: TabRows, person: PersonResult, index: number, sheet: Sheet): number {
  const { columns, lang } = sheet;
  const span = (from: number, to: number) =>
    `${columnLetters(from)}${rows.next}:${columnLetters(to)}${rows.next}`;
  const net = `=${columnLetters(columns.gross)}${rows.next}-${columnLetters(columns.deductions)}${rows.next}`;
  const paid = !person.held;
  return rows.add([
    number(index + 1, LOOKS.center),
    nameCell(person.person, LOOKS.strong, LOOKS.strongWrapped),
    nameCell(person.team, LOOKS.text, LOOKS.wrapped),
    nameCell(person.plan, LOOKS.text, LOOKS.wrapped),
    nameCell(person.grade, LOOKS.text, LOOKS.wrapped),
    number(person.days, LOOKS.whole),
    person.score ? number(person.score.toNumber(), LOOKS.points, scoreNote(person, lang)) : null,
    ...(paid ? earned(person, sheet) : [reasonCell(person, lang), ...sheet.components.map(() => null)]),
    paid ? live(`=SUM(${span(columns.firstPay, columns.adjustments)})`, LOOKS.moneyStrong) : null,
    ...HR_MONEY.map(() => blank(LOOKS.creamMoney)),
    paid ? live(`=SUM(${span(columns.firstDeduction, columns.deductions - 1)})`, LOOKS.money) : null,
    paid ? live(net, LOOKS.moneyLast) : null,
    stateCell(person, lang),
    blank(LOOKS.creamText),
    blank(LOOKS.creamText),
  ]);
}

/** A name, on several lines where the widest column is too narrow for it. */
function nameCell(name: string, style: CellStyle, wrapped: CellStyle): TabCell {
  return text(shorten(name), textUnits(name) > LONG_NAME ? wrapped : style);
}

/** The amounts of a person's components, and of the adjustments together. */
function earned(person: PersonResult, { components, tabs, lang }: Sheet): (TabCell | null)[] {
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
  return moneyCell(
    person.pay.filter((line) => line.from === "plan" && nameKey(line.component) === component.key),
    tabs,
    lang,
  );
}

function adjustmentCell(person: PersonResult, tabs: readonly string[], lang: Lang): TabCell | null {
  return moneyCell(
    person.pay.filter((line) => line.from === "adjustment"),
    tabs,
    lang,
  );
}

/** The sum of some lines with their arithmetic as a note; null where there is none. */
export function moneyCell(lines: readonly PayLine[], tabs: readonly string[], lang: Lang): TabCell | null {
  if (lines.length === 0) return null;
  const note = lines.map((line) => lineWords(line, tabs, lang)).join("\n");
  return number(Exact.sum(lines.map((line) => line.amount)).toNumber(), LOOKS.money, note);
}

/** A line of pay in words, with its label in front. */
export function lineWords(line: PayLine, tabs: readonly string[], lang: Lang): string {
  const because = explainLine(line, tabs, lang) || line.reason || line.amount.toFixed(2);
  return lang === "zh" ? `${lineLabel(line, lang)}：${because}` : `${lineLabel(line, lang)}: ${because}`;
}

function stateCell(person: PersonResult, lang: Lang): TabCell {
  if (person.held)
    return text(`✕ ${label("held", lang)}`, LOOKS.errorCenter, holdReasons(person, lang).join("\n"));
  const warnings = warningsOf(person, lang);
  if (warnings.length === 0) return text(label("draft", lang), LOOKS.stateCenter);
  return text(`${label("draft", lang)} · ⚠ ${warnings.length}`, LOOKS.warnCenter, warnings.join("\n"));
}

/** The reason of a hold, written over the empty pay columns of the row. */
function reasonCell(person: PersonResult, lang: Lang): TabCell {
  const reasons = holdReasons(person, lang);
  return text(`✕ ${reasons[0] ?? label("held", lang)}`, LOOKS.errorText, reasons.join("\n"));
}

/** Adds the row of totals, which names how many held people it leaves out, and returns its number. */
function addTotals(
  rows: TabRows,
  components: readonly Component[],
  columns: Columns,
  held: number,
  lang: Lang,
): number {
  const last = rows.next - 1;
  const total = (column: number, look: CellStyle = LOOKS.totalMoney): TabCell | null => {
    if (last <= HEADER_ROW) return null;
    const letters = columnLetters(column);
    return live(`=SUM(${letters}${HEADER_ROW + 1}:${letters}${last})`, look);
  };
  const cells: (TabCell | null)[] = Array(columns.signature).fill(null);
  cells[1] = text(label("total", lang), LOOKS.total);
  for (let n = columns.firstPay; n < columns.firstPay + components.length; n++) cells[n - 1] = total(n);
  for (let n = columns.adjustments; n < columns.net; n++) cells[n - 1] = total(n);
  cells[columns.net - 1] = total(columns.net, LOOKS.totalMoneyLast);
  if (held > 0) cells[columns.state - 1] = text(label("heldLeftOut", lang, { n: held }), LOOKS.totalHeld);
  return rows.add(cells, LOOKS.total);
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
