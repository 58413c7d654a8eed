/** What a cell shows that no rule made for one person, and which figure near it can be explained. */
import type { Grid } from "../engine/grid";
import { cellName } from "../engine/issue";
import type { PersonResult, RunResult } from "../engine/result";
import { headerVariants } from "../report/payroll-columns";
import { holdReasons } from "../report/reasons";
import type { OutputKind } from "../report/tab";
import { type AnswerWord, answerWord } from "../text/answers";
import { diagnosisWord } from "../text/diagnosis-words";
import type { LabelKey, Lang } from "../text/labels";
import type { CellLink, ExplainAnswer } from "./contract";
import { figureAt, personNamed, tabVariants, textAt } from "./figure";

/** A tab of a month with the cell that was selected, counted from 1. */
export interface SelectedCell {
  readonly grid: Grid;
  readonly kind: OutputKind;
  readonly row: number;
  readonly column: number;
}

/** Rows above and below in which a figure is looked for. */
const NEAR_ROWS = 60;

type Known = readonly (readonly [words: readonly string[], said: AnswerWord])[];

const titles = (said: AnswerWord, ...keys: readonly LabelKey[]): Known[number] => [
  keys.flatMap((key) => headerVariants(key)),
  said,
];

const OWN = titles(
  "cell.own",
  "socialInsurance",
  "housingFund",
  "incomeTax",
  "otherDeductions",
  "note",
  "signature",
);
const PAID = [titles("cell.deductions", "deductions"), titles("cell.net", "net")];

/** What the columns show that hold no figure of one person, by their titles. */
const BY_TITLE: Readonly<Record<OutputKind, Known>> = {
  scorecard: [titles("cell.rank", "rank"), titles("cell.number", "number")],
  payroll: [titles("cell.number", "number"), titles("cell.days", "daysEmployed"), ...PAID, OWN],
  payslips: PAID,
  statements: [],
  dashboard: [],
  checks: [titles("cell.rows", "rowsRead"), titles("cell.team", "value", "heads", "members")],
};

/** What the tables of the dashboard show, by the title of their first column. */
const BY_TABLE: Known = [
  [tabVariants("spread.scores"), "cell.spread"],
  [tabVariants("days.day"), "cell.day"],
  titles("cell.costs", "item"),
  titles("cell.month", "month"),
];

/** What rows show that belong to no person, by the words in front. */
const BY_ROW: Known = [
  titles("cell.sum", "total"),
  [(["en", "zh"] as const).map((lang) => diagnosisWord("teamAverage", lang)), "cell.teamAverage"],
  ...PAID,
];

/** The answer for a cell that no rule made. */
export function nothingAt(at: CellLink, sentence: string): ExplainAnswer {
  return {
    ok: true,
    at,
    figure: null,
    sentence,
    data: [],
    rule: [],
    sum: "",
    round: "",
    team: [],
    before: null,
    changed: false,
  };
}

/** What a cell without a figure shows, in words, and which cell to select instead. */
export function describeOther(
  at: SelectedCell,
  result: RunResult,
  instead: CellLink | null,
  lang: Lang,
): string {
  const held = heldIn(at, result);
  const what = held ? heldWords(held, lang) : answerWord(wordOf(at), lang);
  const where = instead
    ? answerWord("selectInstead", lang, { place: `${instead.tab}!${instead.cell}` })
    : answerWord("notAnOutput", lang);
  return lang === "zh" ? `${what}${where}` : `${what} ${where}`;
}

function wordOf({ grid, kind, row, column }: SelectedCell): AnswerWord {
  const front = [1, 2].map((each) => textAt(grid, row, each));
  const byRow = BY_ROW.find(([words]) => words.some((word) => front.includes(word)));
  if (byRow && column > 1) return byRow[1];
  for (let above = row - 1; above > 0; above--) {
    const title = textAt(grid, above, column);
    const known = BY_TITLE[kind].find(([words]) => title !== "" && words.includes(title));
    const first = textAt(grid, above, 1);
    const table = kind === "dashboard" ? BY_TABLE.find(([words]) => words.includes(first)) : undefined;
    const found = known ?? table;
    if (found) return found[1];
  }
  return "notOurs";
}

/** The person of the row, where nothing of theirs is shown because they are held. */
function heldIn({ grid, row }: SelectedCell, result: RunResult): PersonResult | null {
  const found = [1, 2].flatMap((each) => personNamed(result, textAt(grid, row, each)) ?? []);
  return found.find(({ held }) => held) ?? null;
}

function heldWords(person: PersonResult, lang: Lang): string {
  const [reason = ""] = holdReasons(person, lang);
  return answerWord("cell.held", lang, { person: person.person, reason });
}

/** The figure nearest to a cell: in its row, else in its column, else the first one of the tab. */
export function nearestFigure(at: SelectedCell, result: RunResult): CellLink | null {
  const { grid, row, column } = at;
  const isFigure = (r: number, c: number) =>
    textAt(grid, r, c) !== "" && figureAt(grid, r, c, result) !== null;
  const width = Math.max(0, ...grid.rows.map((cells) => cells.length));
  const steps = (most: number) => Array.from({ length: most }, (_, index) => index + 1);
  const inRow = steps(width).flatMap((by) => [column + by, column - by]);
  const inColumn = steps(NEAR_ROWS).flatMap((by) => [row - by, row + by]);
  const places = [
    ...inRow.map((c) => [row, c] as const),
    ...inColumn.map((r) => [r, column] as const),
    ...steps(NEAR_ROWS).flatMap((r) => steps(width).map((c) => [r, c] as const)),
  ];
  const found = places.find(([r, c]) => r > 0 && c > 0 && isFigure(r, c));
  return found ? { tab: grid.name, cell: cellName(...found) } : null;
}

/** The first figure of another tab, for a tab that has none. */
export function firstFigure(grid: Grid, result: RunResult): CellLink | null {
  return nearestFigure({ grid, kind: "scorecard", row: 0, column: 0 }, result);
}
