import { columnLetters } from "../engine/issue";
import { nameKey } from "../engine/name";
import type { PayLine, PersonResult } from "../engine/result";
import { type LabelKey, type Lang, label } from "../text/labels";
import { COLORS, LOOKS, TAB_COLORS } from "./looks";
import { outputName, outputStamps } from "./names";
import { lineLabel, lineWords, moneyCell } from "./payroll";
import { stateLine } from "./reasons";
import { scoreNote } from "./scorecard";
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
import { fitWidth, wrapText } from "./wrap";

const MONTH_WIDTH = 76;
const LEAST_PERSON_WIDTH = 96;
const MOST_PERSON_WIDTH = 240;
const SCORE_WIDTH = 72;
const MONEY_WIDTH = 92;
/** Pixels of one half-width unit at 10 points, a little generous. */
const UNIT_PIXELS = 6.8;
/** A slip with more lines of arithmetic than this takes the room of two or more slips. */
const MOST_LINES = 12;
/** Header, amounts and cut line of a slip. */
const FRAME_ROWS = 3;
/** Pixels of a row of default height; height to width of what A4 landscape prints with normal margins. */
const ROW_PIXELS = 21;
const PAGE_RATIO = 0.65;
const FIRST_PAY = 4;
const CUT_LOOK: CellStyle = { color: COLORS.muted };

/** One slip before it is laid out. */
interface Slip {
  readonly person: PersonResult;
  readonly columns: readonly { readonly header: string; readonly lines: readonly PayLine[] }[];
  readonly adjustments: readonly PayLine[];
  readonly because: readonly string[];
}

/** The Payslips tab: a strip a person with that person's figures only, all strips of one height. */
export function describePayslips({ result, checked, lang }: MonthView): TabDescription {
  const paid = result.people.filter((person) => !person.held);
  const tabs = result.facts.tabs;
  const payColumns = Math.max(1, ...paid.map((person) => groupLines(person, lang).length));
  const width = FIRST_PAY - 1 + payColumns + 4;
  const widths = columnWidths(paid, payColumns);
  const pixels = widths.reduce((sum, each) => sum + each, 0);
  const lineUnits = Math.floor(pixels / UNIT_PIXELS);
  const slips = paid.map((person) => makeSlip(person, tabs, lineUnits, lang));
  const layout = { month: result.month.text, payColumns, height: slipHeight(slips, pixels), tabs, lang };
  const rows = new TabRows(width);
  addTitle(rows, { result, checked, lang }, layout.height);
  const typedSums = slips.map((slip) => addSlip(rows, slip, layout));
  return {
    name: outputName("payslips", result.month.text, lang),
    stamps: outputStamps("payslips", result.month.text),
    kind: "payslips",
    rows: rows.rows,
    columnCount: width,
    widths: widthRuns(widths),
    frozenRows: 0,
    frozenColumns: 0,
    borders: [],
    conditional: [],
    owned: null,
    typedSums,
    kept: null,
    tabColor: TAB_COLORS.payslips,
  };
}

function columnWidths(people: readonly PersonResult[], payColumns: number): number[] {
  const names = people.map(({ person }) => person);
  return [
    MONTH_WIDTH,
    fitWidth(names, LEAST_PERSON_WIDTH, MOST_PERSON_WIDTH),
    SCORE_WIDTH,
    ...Array<number>(payColumns + 4).fill(MONEY_WIDTH),
  ];
}

/** Rows of a slip, such that whole slips fill a page as nearly as rows can. */
function slipHeight(slips: readonly Slip[], pixels: number): number {
  const lines = Math.max(0, ...slips.map(({ because }) => because.length));
  const needed = FRAME_ROWS + Math.min(MOST_LINES, lines);
  // A header on two lines is as high as two rows.
  const high = slips.some(({ columns }) =>
    columns.some(({ header }) => fitWidth([header], 0, MONEY_WIDTH) === MONEY_WIDTH),
  )
    ? 1
    : 0;
  const page = Math.floor((pixels * PAGE_RATIO) / ROW_PIXELS);
  const slipsOnPage = Math.floor(page / (needed + high));
  return slipsOnPage < 1 ? needed : Math.floor(page / slipsOnPage) - high;
}

/** The title takes the room of one slip, so that slips begin where the pages' shares do. */
function addTitle(rows: TabRows, { result, checked, lang }: MonthView, height: number): void {
  rows.add([text(outputName("payslips", result.month.text, lang), LOOKS.title)]);
  rows.add([text(`${label("unitYuan", lang)} · ${stateLine(result, checked, lang)}`, LOOKS.subtitle)]);
  rows.add([text(label("printHint", lang), LOOKS.subtitle)]);
  rows.add([text(heldLine(result.people, lang), LOOKS.error)]);
  while (rows.next <= height) rows.skip();
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

function makeSlip(person: PersonResult, tabs: readonly string[], lineUnits: number, lang: Lang): Slip {
  const sentences = [
    scoreNote(person, lang),
    ...person.pay.map((line) => slipWords(lineWords(line, tabs, lang), lang)),
  ];
  const because = sentences
    .filter((sentence) => sentence !== "")
    .flatMap((sentence) => wrapText(sentence, lineUnits));
  return {
    person,
    columns: groupLines(person, lang),
    adjustments: person.pay.filter((line) => line.from === "adjustment"),
    because,
  };
}

/** A place in brackets at the end of a line, for example `(Bands!F37)`: of no use on paper. */
const PLACE = /\s*[(（][^()（）]*![^()（）]*[)）]$/;
/** Lines that a slip keeps of an explanation: team values with their heads, bands and slices. */
const KEPT = /^(TEAM|SHOP)\.|→/;

/** The arithmetic of a line of pay on one line: the sum, then team values and the band reached. */
function slipWords(words: string, lang: Lang): string {
  const [sum = "", ...inputs] = words.split("\n");
  const kept = inputs.filter((input) => KEPT.test(input)).map((input) => input.replace(PLACE, ""));
  if (kept.length === 0) return sum;
  return lang === "zh" ? `${sum}；${kept.join("；")}` : `${sum}; ${kept.join("; ")}`;
}

interface SlipLayout {
  readonly month: string;
  readonly payColumns: number;
  /** Rows of a slip; one with more arithmetic takes a multiple of it. */
  readonly height: number;
  readonly tabs: readonly string[];
  readonly lang: Lang;
}

/** Adds a slip and says which of its cells shows the deductions that HR typed. */
function addSlip(rows: TabRows, slip: Slip, layout: SlipLayout): TypedSum {
  const { lang } = layout;
  rows.add(slipHeader(slip, layout), LOOKS.header);
  const row = rows.add(slipValues(slip, rows.next, layout));
  const blocks = Math.ceil((slip.because.length + FRAME_ROWS) / layout.height);
  const lines = blocks * layout.height - FRAME_ROWS;
  for (let n = 0; n < lines; n++) rows.add([text(slip.because[n] ?? "", LOOKS.muted)]);
  rows.add([text(`✂${" -".repeat(12)} ${label("cutHere", lang)}${" -".repeat(40)}`, CUT_LOOK)]);
  return { row, column: FIRST_PAY + layout.payColumns + 2, person: shorten(slip.person.person) };
}

function slipHeader(slip: Slip, { payColumns, lang }: SlipLayout): (TabCell | null)[] {
  const right = (key: LabelKey) => text(label(key, lang), LOOKS.headerRight);
  return [
    text(label("month", lang), LOOKS.header),
    text(label("person", lang), LOOKS.header),
    right("score"),
    ...padded(
      slip.columns.map((column) => text(column.header, LOOKS.headerRight)),
      payColumns,
    ),
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
  return [
    text(month, LOOKS.text),
    text(shorten(person.person), LOOKS.strongWrapped),
    person.score ? number(person.score.toNumber(), LOOKS.points) : null,
    ...padded(
      slip.columns.map((column) => moneyCell(column.lines, tabs, lang)),
      payColumns,
    ),
    moneyCell(slip.adjustments, tabs, lang),
    live(`=SUM(${first}:${last})`, LOOKS.moneyStrong),
    { kind: "blank", value: "", style: LOOKS.money },
    live(`=${columnLetters(gross)}${row}-${net}`, LOOKS.moneyStrong),
  ];
}

function padded(cells: readonly (TabCell | null)[], count: number): (TabCell | null)[] {
  return Array.from({ length: count }, (_, index) => cells[index] ?? null);
}
