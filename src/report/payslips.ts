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
  type TabCell,
  type TabDescription,
  TabRows,
  type TypedSum,
  text,
  widthRuns,
} from "./tab";
import type { MonthView } from "./view";
import { wrapText } from "./wrap";

const MONTH_WIDTH = 76;
const PERSON_WIDTH = 96;
const SCORE_WIDTH = 72;
const MONEY_WIDTH = 92;
/** Pixels of one half-width unit at 10 points, a little generous. */
const UNIT_PIXELS = 6.6;
/** A slip never grows beyond so many lines of arithmetic. */
const MOST_LINES = 12;
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
  const widths = [MONTH_WIDTH, PERSON_WIDTH, SCORE_WIDTH, ...Array<number>(payColumns + 4).fill(MONEY_WIDTH)];
  const lineUnits = Math.floor(widths.reduce((sum, each) => sum + each, 0) / UNIT_PIXELS);
  const slips = paid.map((person) => makeSlip(person, tabs, lineUnits, lang));
  const lines = Math.max(0, ...slips.map((slip) => slip.because.length));
  const rows = new TabRows(width);
  const month = result.month.text;
  rows.add([text(outputName("payslips", month, lang), LOOKS.title)]);
  rows.add([text(`${label("unitYuan", lang)} · ${stateLine(result, checked, lang)}`, LOOKS.subtitle)]);
  rows.add([text(label("printHint", lang), LOOKS.subtitle)]);
  rows.add([text(heldLine(result.people, lang), LOOKS.error)]);
  const typedSums: TypedSum[] = [];
  for (const slip of slips) typedSums.push(addSlip(rows, slip, { month, payColumns, lines, tabs, lang }));
  return {
    name: outputName("payslips", month, lang),
    stamps: outputStamps("payslips", month),
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
  const cut =
    because.length > MOST_LINES ? [...because.slice(0, MOST_LINES - 1), label("seeNote", lang)] : because;
  return {
    person,
    columns: groupLines(person, lang),
    adjustments: person.pay.filter((line) => line.from === "adjustment"),
    because: cut,
  };
}

/** A place in brackets at the end of a line, for example `(Bands!F37)`: of no use on paper. */
const PLACE = /\s*[(（][^()（）]*![^()（）]*[)）]$/;
/** Lines that a slip keeps of an explanation: team values with their heads, and the band reached. */
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
  /** Lines of arithmetic that every slip has room for. */
  readonly lines: number;
  readonly tabs: readonly string[];
  readonly lang: Lang;
}

/** Adds a slip and says which of its cells shows the deductions that HR typed. */
function addSlip(rows: TabRows, slip: Slip, layout: SlipLayout): TypedSum {
  const { lang } = layout;
  rows.add(slipHeader(slip, layout), LOOKS.header);
  const row = rows.add(slipValues(slip, rows.next, layout));
  for (let n = 0; n < layout.lines; n++) rows.add([text(slip.because[n] ?? "", LOOKS.muted)]);
  rows.add([text(`✂${" -".repeat(12)} ${label("cutHere", lang)}${" -".repeat(40)}`, CUT_LOOK)]);
  return { row, column: FIRST_PAY + layout.payColumns + 2, person: slip.person.person };
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
    text(person.person, LOOKS.strong),
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
