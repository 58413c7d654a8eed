import { isoOfDay } from "../../engine/calendar";
import { type Lang, label } from "../../text/labels";
import { type TabWord, tabWord } from "../../text/tab-words";
import { LOOKS } from "../looks";
import { latestDay } from "../reasons";
import { type CellStyle, type ChartDescription, type TabCell, TabRows, text } from "../tab";
import type { MonthView } from "../view";

/** Pixels of a row of default height. */
const ROW_PIXELS = 21;
/** Charts begin in this column, beside the figures that they draw. */
export const CHART_COLUMN = 5;
const CHART_WIDTH = 560;
/** Pixels between the top of a section's table and its chart's, and below the chart. */
const ROOM = 6;

/** Ten pixels' worth of letters on bars: a size that is still read at arm's length. */
export const BAR: CellStyle = { ...LOOKS.text, size: 9 };

/** A question that the dashboard answers. */
export type Question = "targets" | "spread" | "days" | "costs" | "pay";

/** What a chart is, apart from its place. */
export type Drawing = Pick<ChartDescription, "kind" | "ranges" | "options"> & {
  readonly title: ChartTitle;
  readonly height: number;
};

/** The charts of a dashboard, each with one title a language. */
export type ChartTitle = "spread" | "conversion" | "response" | "costs" | "pay";

const TITLES: Readonly<Record<ChartTitle, TabWord>> = {
  spread: "spread.title",
  conversion: "conversion",
  response: "response",
  costs: "costs.title",
  pay: "pay.title",
};

/** The title of a chart: what it shows, and the month. */
function chartTitle(title: ChartTitle, month: string, lang: Lang): string {
  return `${tabWord(TITLES[title], lang)} · ${month}`;
}

/** The titles of every chart in every language. */
export function chartTitles(month: string): string[] {
  const titles = Object.keys(TITLES) as ChartTitle[];
  return titles.flatMap((title) => (["en", "zh"] as const).map((lang) => chartTitle(title, month, lang)));
}

/** Gathers the sections of a dashboard and its charts. */
export class Board {
  readonly rows: TabRows;
  readonly charts: ChartDescription[] = [];

  constructor(
    readonly view: MonthView,
    columnCount: number,
  ) {
    this.rows = new TabRows(columnCount);
  }

  get lang(): Lang {
    return this.view.lang;
  }

  /** Begins a section: the question, a sentence of finding a row, then how many and how far the data reach. */
  begin(question: Question, finding: string | readonly string[], n: number): void {
    const { result, checked } = this.view;
    const last = latestDay(result, checked);
    this.rows.skip();
    this.rows.add([text(tabWord(`${question}.title`, this.lang), LOOKS.section)]);
    for (const sentence of [finding].flat()) this.rows.add([text(sentence, LOOKS.strong)]);
    const values = { n, d: last === null ? "" : isoOfDay(last) };
    const words = tabWord(question === "days" ? "n.days" : "n.people", this.lang, values);
    this.rows.add([text(words, LOOKS.subtitle)]);
  }

  /** A line of small print. */
  remark(words: string): void {
    this.rows.add([text(words, LOOKS.subtitle)]);
  }

  /** Adds a table of some columns and returns the number of its header row. */
  table(header: readonly TabCell[], body: readonly (readonly (TabCell | null)[])[]): number {
    const row = this.rows.add(header);
    for (const cells of body) this.rows.add(cells);
    return row;
  }

  /** Puts charts below each other beside a table, and makes room for them. */
  draw(row: number, drawings: readonly Drawing[]): void {
    let at = row;
    for (const { title, height, ...drawing } of drawings) {
      this.charts.push({
        ...drawing,
        title: chartTitle(title, this.view.result.month.text, this.lang),
        row: at,
        column: CHART_COLUMN,
        width: CHART_WIDTH,
        height,
      });
      at += Math.ceil((height + ROOM) / ROW_PIXELS);
    }
    while (this.rows.next < at) this.rows.skip();
  }
}

/** A header cell over names, or over figures. */
export function head(words: string, side: "left" | "right" | "center" = "left"): TabCell {
  const looks = { left: LOOKS.header, right: LOOKS.headerRight, center: LOOKS.headerCenter };
  return text(words, looks[side]);
}

/** "No data", written out. */
export function noData(lang: Lang): TabCell {
  return text(label("noData", lang), LOOKS.mutedRight);
}
