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
  live,
  number,
  type OwnedBlock,
  type TabCell,
  type TabDescription,
  TabRows,
  text,
  widthRuns,
} from "./tab";
import type { MonthView } from "./view";

const IDENTITY: readonly (readonly [key: LabelKey, width: number])[] = [
  ["number", 40],
  ["person", 84],
  ["team", 64],
  ["plan", 80],
  ["grade", 44],
  ["days", 40],
  ["score", 60],
];
const HR_MONEY = ["socialInsurance", "housingFund", "incomeTax", "otherDeductions"] as const;
const MONEY_WIDTH = 82;
const STATE_WIDTH = 120;
const NOTE_WIDTH = 90;
const SIGN_WIDTH = 72;
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
  const people = new Map<string, number>();
  result.people.forEach((person, index) => {
    people.set(
      person.person,
      addPerson(rows, person, index, { components, columns, tabs: result.facts.tabs, lang }),
    );
  });
  const last = addTotals(rows, components, columns, lang);
  addFooter(rows, columns, lang);
  return {
    name,
    stamps: outputStamps("payroll", result.month.text),
    kind: "payroll",
    rows: rows.rows,
    columnCount: columns.signature,
    widths: widthRuns(columnWidths(components.length)),
    frozenRows: HEADER_ROW,
    frozenColumns: 2,
    borders: [{ row: HEADER_ROW, column: 1, rows: last - HEADER_ROW + 1, columns: columns.signature }],
    conditional: [
      {
        area: { row: HEADER_ROW + 1, column: columns.net, rows: Math.max(1, people.size), columns: 1 },
        when: { kind: "numberBelow", value: 0 },
        background: COLORS.errorFill,
        color: COLORS.error,
      },
    ],
    owned: ownedBlock(columns, people),
    typedSums: [],
    kept: null,
    tabColor: TAB_COLORS.payroll,
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

function columnWidths(components: number): number[] {
  const money = components + 2 + HR_MONEY.length + 2;
  return [
    ...IDENTITY.map(([, width]) => width),
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
    ...IDENTITY.map(([key]) =>
      text(label(key, lang), key === "days" || key === "score" ? LOOKS.headerRight : LOOKS.header),
    ),
    ...components.map((component) => text(component.header, LOOKS.headerRight)),
    right("adjustment"),
    right("gross"),
    ...HR_MONEY.map((key) => text(label(key, lang), LOOKS.creamHeader)),
    right("deductions"),
    right("net"),
    text(label("state", lang), LOOKS.header),
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
    text(person.person, LOOKS.strong),
    text(person.team, LOOKS.text),
    text(person.plan, LOOKS.text),
    text(person.grade, LOOKS.text),
    number(person.days, LOOKS.whole),
    person.score ? number(person.score.toNumber(), LOOKS.points, scoreNote(person, lang)) : null,
    ...(paid ? earned(person, sheet) : [reasonCell(person, lang), ...sheet.components.map(() => null)]),
    paid ? live(`=SUM(${span(columns.firstPay, columns.adjustments)})`, LOOKS.moneyStrong) : null,
    ...HR_MONEY.map(() => blank(LOOKS.creamMoney)),
    paid ? live(`=SUM(${span(columns.firstDeduction, columns.deductions - 1)})`, LOOKS.money) : null,
    paid ? live(net, LOOKS.moneyStrong) : null,
    stateCell(person, lang),
    blank(LOOKS.creamText),
    blank(LOOKS.creamText),
  ]);
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
  if (person.held) return text(`✕ ${label("held", lang)}`, LOOKS.error, holdReasons(person, lang).join("\n"));
  const warnings = warningsOf(person, lang);
  if (warnings.length === 0) return text(label("draft", lang), LOOKS.text);
  return text(`${label("draft", lang)} · ⚠ ${warnings.length}`, LOOKS.warn, warnings.join("\n"));
}

/** The reason of a hold, written over the empty pay columns of the row. */
function reasonCell(person: PersonResult, lang: Lang): TabCell {
  const reasons = holdReasons(person, lang);
  return text(`✕ ${reasons[0] ?? label("held", lang)}`, LOOKS.errorText, reasons.join("\n"));
}

/** Adds the row of totals and returns its number. */
function addTotals(rows: TabRows, components: readonly Component[], columns: Columns, lang: Lang): number {
  const last = rows.next - 1;
  const total = (column: number): TabCell | null => {
    if (last <= HEADER_ROW) return null;
    const letters = columnLetters(column);
    return live(`=SUM(${letters}${HEADER_ROW + 1}:${letters}${last})`, LOOKS.totalMoney);
  };
  const cells: (TabCell | null)[] = Array(columns.signature).fill(null);
  cells[1] = text(label("total", lang), LOOKS.total);
  for (let n = columns.firstPay; n < columns.firstPay + components.length; n++) cells[n - 1] = total(n);
  for (let n = columns.adjustments; n <= columns.net; n++) cells[n - 1] = total(n);
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
