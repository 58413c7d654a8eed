import { columnLetters } from "../engine/issue";
import { nameKey } from "../engine/name";
import type { RuleBook } from "../engine/plan";
import type { PayLine, PersonResult } from "../engine/result";
import { type LabelKey, type Lang, label } from "../text/labels";
import { tabWord } from "../text/tab-words";
import { COLORS, LOOKS, TAB_COLORS } from "./looks";
import { outputName, outputStamps } from "./names";
import { nextPayTier } from "./next-tier";
import { lineLabel, moneyCell } from "./pay-lines";
import { PAY_LOOKS } from "./pay-looks";
import { moneyPixels, wordsPixels } from "./payroll-widths";
import { stateLine } from "./reasons";
import { scoreNote } from "./scorecard";
import { slipWords } from "./slip-words";
import {
  type CellStyle,
  live,
  number,
  shorten,
  type TabCell,
  type TabDescription,
  TabRows,
  type TypedSum,
  text,
  widthRuns,
} from "./tab";
import type { MonthView } from "./view";
import { wrapText } from "./wrap";

const MONTH_WIDTH = 64;
const LEAST_PERSON_WIDTH = 80;
const MOST_PERSON_WIDTH = 200;
const SCORE_WIDTH = 54;
const LEAST_MONEY_WIDTH = 64;
const MOST_MONEY_WIDTH = 150;
/** Pixels of one half-width unit at 9 points: of a digit, as most signs of a sum are. */
const UNIT_PIXELS = 6.7;
/** Header, amounts and cut line of a slip. */
const FRAME_ROWS = 3;
/** Rows of a page, and the heights of slips that divide it: with 3 rows ten stand on a page. */
const PAGE_ROWS = 30;
const HEIGHTS = [3, 5, 6, 10, 15, 30];
/** Up to this height slips grow for the next tier; beyond it they say it only where there is room. */
const EASY_HEIGHT = 6;
/**
 * Height to width of what an A4 page shows in landscape at the normal margins of 0.75 and 0.7
 * inches. Widths are chosen so that a page has room for 30 rows and a half: none is cut, and small
 * differences between printers move no row to another page.
 */
const PAGE_RATIO = 0.6575;
const ROWS_OF_ROOM = 30.5;
const LEAST_ROW_PIXELS = 21;
const FIRST_PAY = 4;
const CUT_LOOK: CellStyle = { color: COLORS.muted, size: 9 };
/** Headers on one line, so that every slip is as high as the others. */
const HEADER: CellStyle = oneLine(PAY_LOOKS.header);
const HEADER_RIGHT: CellStyle = oneLine(PAY_LOOKS.headerRight);
const SMALL_MUTED: CellStyle = { ...LOOKS.muted, size: 9 };

function oneLine({ wrap: _wrapped, ...look }: CellStyle): CellStyle {
  return look;
}

/** One slip before it is laid out. */
interface Slip {
  readonly person: PersonResult;
  readonly columns: readonly { readonly header: string; readonly lines: readonly PayLine[] }[];
  readonly adjustments: readonly PayLine[];
  readonly because: readonly string[];
}

/** The Payslips tab: a strip a person with that person's figures only, all strips of one height. */
export function describePayslips({ result, checked, lang, hr }: MonthView): TabDescription {
  const paid = result.people.filter((person) => !person.held);
  const tabs = result.facts.tabs;
  const payColumns = Math.max(1, ...paid.map((person) => groupLines(person, lang).length));
  const { widths, rowPixels } = layOut(paid, payColumns, lang);
  const lineUnits = Math.floor(widths.reduce((sum, each) => sum + each, 0) / UNIT_PIXELS);
  const setting = { tabs, lineUnits, lang, plans: hr?.book.plans };
  const plain = paid.map((person) => makeSlip(person, setting));
  const full = plain.map((slip) => withNextTier(slip, setting));
  const height = Math.max(slipHeight(plain), Math.min(EASY_HEIGHT, slipHeight(full)));
  const hasRoom = ({ because }: Slip) => because.length <= height - FRAME_ROWS;
  const slips = plain.map((slip, index) => [full[index] ?? slip].find(hasRoom) ?? slip);
  const layout = { month: result.month.text, payColumns, height, tabs, lang };
  const rows = new TabRows(widths.length);
  addTitle(rows, { result, checked, lang }, layout.height);
  const typedSums = slips.map((slip) => addSlip(rows, slip, layout));
  return {
    name: outputName("payslips", result.month.text, lang),
    stamps: outputStamps("payslips", result.month.text),
    kind: "payslips",
    rows: rows.rows,
    columnCount: widths.length,
    widths: widthRuns(widths),
    frozenRows: 0,
    frozenColumns: 0,
    borders: [],
    conditional: [],
    owned: null,
    typedSums,
    kept: null,
    tabColor: TAB_COLORS.payslips,
    rowHeights: { count: rows.rows.length, height: rowPixels },
    hidesGridlines: true,
  };
}

/** Widths whose sum belongs to a whole height of rows, so that 30 rows are a page. */
function layOut(
  people: readonly PersonResult[],
  payColumns: number,
  lang: Lang,
): { readonly widths: number[]; readonly rowPixels: number } {
  const money = moneyWidth(people, lang);
  const names = people.map(({ person }) => wordsPixels(person));
  const person = Math.min(MOST_PERSON_WIDTH, Math.max(LEAST_PERSON_WIDTH, ...names));
  const columns = payColumns + 4;
  const needed = MONTH_WIDTH + person + SCORE_WIDTH + columns * money;
  const widthAt = (rowPixels: number) => Math.floor((rowPixels * ROWS_OF_ROOM) / PAGE_RATIO);
  let rowPixels = LEAST_ROW_PIXELS;
  while (widthAt(rowPixels) < needed) rowPixels += 1;
  const left = widthAt(rowPixels) - needed;
  const each = money + Math.floor(left / columns);
  const rest = left % columns;
  return {
    widths: [MONTH_WIDTH, person + rest, SCORE_WIDTH, ...Array<number>(columns).fill(each)],
    rowPixels,
  };
}

/** Holds every amount and every header on one line: a header on two lines would make its slip higher. */
function moneyWidth(people: readonly PersonResult[], lang: Lang): number {
  const amounts = people.flatMap(({ pay, total }) => [
    ...pay.map(({ amount }) => amount),
    ...(total ? [total] : []),
  ]);
  const lines = people.flatMap(({ pay }) => pay.map((line) => lineLabel(line, lang)));
  const headers = [
    ...lines,
    ...(["adjustment", "gross", "deductions", "net"] as const).map((key) => label(key, lang)),
  ];
  const widest = [
    ...amounts.map((amount) => moneyPixels(amount.toFixed(2))),
    ...headers.map(wordsPixels),
  ].reduce((most, pixels) => Math.max(most, pixels), LEAST_MONEY_WIDTH);
  return Math.min(MOST_MONEY_WIDTH, widest);
}

/** Rows of each slip: the smallest height that divides a page and holds what the longest says. */
function slipHeight(slips: readonly Slip[]): number {
  const lines = slips.reduce((most, { because }) => Math.max(most, because.length), 0);
  return HEIGHTS.find((height) => height >= FRAME_ROWS + lines) ?? PAGE_ROWS;
}

/** The title takes the room of whole slips, so that slips begin where the pages' shares do. */
function addTitle(rows: TabRows, { result, checked, lang }: MonthView, height: number): void {
  rows.add([text(outputName("payslips", result.month.text, lang), { ...LOOKS.title, size: 12 })]);
  rows.add([text(`${label("unitYuan", lang)} · ${stateLine(result, checked, lang)}`, SMALL_MUTED)]);
  rows.add([text(tabWord("slipHint", lang, { n: PAGE_ROWS / height }), SMALL_MUTED)]);
  rows.add([text(heldLine(result.people, lang), LOOKS.error)]);
  while ((rows.next - 1) % height !== 0) rows.skip();
}

function heldLine(people: readonly PersonResult[], lang: Lang): string {
  const held = people.filter((person) => person.held).map((person) => person.person);
  return held.length === 0
    ? ""
    : `✕ ${label("noSlip", lang, { people: held.join(lang === "zh" ? "、" : ", ") })}`;
}

/** The plan's lines by component, in order; two plans in one month may both pay a component. */
function groupLines(person: PersonResult, lang: Lang): { header: string; lines: PayLine[] }[] {
  const groups = new Map<string, { header: string; lines: PayLine[] }>();
  for (const line of person.pay) {
    if (line.from !== "plan") continue;
    const group = groups.get(nameKey(line.component)) ?? { header: lineLabel(line, lang), lines: [] };
    group.lines.push(line);
    groups.set(nameKey(line.component), group);
  }
  return [...groups.values()];
}

interface SlipSetting {
  readonly tabs: readonly string[];
  /** Half-width units of a line. */
  readonly lineUnits: number;
  readonly lang: Lang;
  /** Absent in a view that was restricted to a reader. */
  readonly plans: RuleBook["plans"] | undefined;
}

/** With what the next tier of pay takes. */
function withNextTier(slip: Slip, { lineUnits, lang, plans }: SlipSetting): Slip {
  const { person, because } = slip;
  const next = nextPayTier(person, plans?.get(nameKey(person.plan)), lang);
  if (next === null) return slip;
  return {
    ...slip,
    because: [...because, ...wrapText(tabWord("nextOnSlip", lang, { words: next }), lineUnits)],
  };
}

function makeSlip(person: PersonResult, { tabs, lineUnits, lang }: SlipSetting): Slip {
  const [comma, colon] = lang === "zh" ? ["；", "："] : ["; ", ": "];
  const sentences = [
    scoreNote(person, lang).replace(/\n/g, comma),
    ...person.pay.map((line) => `${lineLabel(line, lang)}${colon}${slipWords(line, tabs, lang)}`),
  ];
  const because = wrapText(sentences.filter((sentence) => sentence !== "").join(comma), lineUnits);
  return {
    person,
    columns: groupLines(person, lang),
    adjustments: person.pay.filter((line) => line.from !== "plan"),
    because,
  };
}

interface SlipLayout {
  readonly month: string;
  readonly payColumns: number;
  /** Rows of a slip. */
  readonly height: number;
  readonly tabs: readonly string[];
  readonly lang: Lang;
}

/** Adds a slip and says which of its cells shows the deductions that HR typed. */
function addSlip(rows: TabRows, slip: Slip, layout: SlipLayout): TypedSum {
  const { lang } = layout;
  rows.add(slipHeader(slip, layout), HEADER);
  const row = rows.add(slipValues(slip, rows.next, layout));
  const room = layout.height - FRAME_ROWS;
  const isLong = slip.because.length > room;
  for (let n = 0; n < room; n++) {
    const words = isLong && n === room - 1 ? tabWord("slipMore", lang) : (slip.because[n] ?? "");
    rows.add([text(words, SMALL_MUTED)]);
  }
  rows.add([text(`✂${" -".repeat(12)} ${label("cutHere", lang)}${" -".repeat(40)}`, CUT_LOOK)]);
  return { row, column: FIRST_PAY + layout.payColumns + 2, person: shorten(slip.person.person) };
}

function slipHeader(slip: Slip, { payColumns, lang }: SlipLayout): (TabCell | null)[] {
  const rightOf = (words: string) => text(words, HEADER_RIGHT);
  const right = (key: LabelKey) => rightOf(label(key, lang));
  const headers = slip.columns.map((column) => rightOf(column.header));
  return [
    text(label("month", lang), HEADER),
    text(label("person", lang), HEADER),
    right("score"),
    ...padded(headers, payColumns),
    right("adjustment"),
    right("gross"),
    right("deductions"),
    right("net"),
  ];
}

function slipValues(
  slip: Slip,
  row: number,
  { month, payColumns, tabs, lang }: SlipLayout,
): (TabCell | null)[] {
  const { person } = slip;
  const gross = FIRST_PAY + payColumns + 1;
  const [first, last, net] = [FIRST_PAY, gross - 1, gross + 1].map(
    (column) => `${columnLetters(column)}${row}`,
  );
  const money = (lines: readonly PayLine[]) => moneyCell(lines, tabs, lang, PAY_LOOKS.money);
  return [
    text(month, PAY_LOOKS.text),
    text(shorten(person.person), PAY_LOOKS.strong),
    person.score ? number(person.score.toNumber(), PAY_LOOKS.points) : null,
    ...padded(
      slip.columns.map((column) => money(column.lines)),
      payColumns,
    ),
    money(slip.adjustments),
    live(`=SUM(${first}:${last})`, PAY_LOOKS.moneyStrong),
    { kind: "blank", value: "", style: PAY_LOOKS.money },
    live(`=${columnLetters(gross)}${row}-${net}`, PAY_LOOKS.moneyStrong),
  ];
}

function padded(cells: readonly (TabCell | null)[], count: number): (TabCell | null)[] {
  return Array.from({ length: count }, (_, index) => cells[index] ?? null);
}
