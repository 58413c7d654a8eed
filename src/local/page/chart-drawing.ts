/** Where the parts of a chart stand: rectangles, lines, dots and words, in pixels of its own box. */
import type { Chart } from "../book.ts";
import { type ChartLook, lookOf, type SeriesLook } from "./chart-look.ts";
import { type Scale, scaleOf, shareOn, tickText } from "./chart-scale.ts";
import type { ChartSeries, ChartTable } from "./chart-table.ts";

/** One part of a drawing. */
export type Mark =
  | {
      readonly shape: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
    }
  | {
      readonly shape: "line";
      readonly points: readonly (readonly [number, number])[];
      readonly stroke: string;
      readonly width: number;
    }
  | { readonly shape: "dot"; readonly x: number; readonly y: number; readonly fill: string }
  | {
      readonly shape: "words";
      readonly x: number;
      readonly y: number;
      readonly words: string;
      readonly anchor: "start" | "middle" | "end";
      readonly isTitle?: true;
    };

/** A box between the axes. */
interface Plot {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Sheet extends ChartTable {
  readonly look: ChartLook;
  readonly scale: Scale;
  readonly plot: Plot;
  readonly isPercent: boolean;
}

const PAD = 12;
/** One month alone is no wall. */
const WIDEST_COLUMN = 96;
const LINE_HEIGHT = 18;
const TITLE_BASE = 24;
const GRID = "#dadce0";
const AXIS = "#5f6368";
/** Letters of 11 pixels: of a Latin sign, of a Chinese one. */
const [LATIN, FULL] = [6.2, 11];
/** A bar chart's names take no more than this share of the width. */
const NAME_SHARE = 0.42;

/** Pixels of words, a little generous. */
function pixelsOf(words: string): number {
  return [...words].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? FULL : LATIN), 0);
}

/** Words that fit into a width; longer ones end in `…`. */
function fitted(words: string, width: number): string {
  if (pixelsOf(words) <= width) return words;
  const signs = [...words];
  while (signs.length > 1 && pixelsOf(`${signs.join("")}…`) > width) signs.pop();
  return `${signs.join("")}…`;
}

/** The parts of a chart over its figures, those behind first. */
export function drawChart(chart: Chart, table: ChartTable): Mark[] {
  const look = lookOf(chart);
  const isAcross = chart.type === "BAR";
  const shown = table.series.filter((_, index) => look.seriesLook(index).backgroundTo === null);
  const scale = scaleOf(look.isStacked ? stackSums(table) : shown.flatMap(numbersOf), look.wholeSteps);
  const isPercent = shown.some((series) => series.isPercent);
  const plot = plotOf(
    look,
    isAcross ? pixelsOf(longest(table.categories)) : tickRoom(scale, isPercent),
    isAcross,
  );
  const sheet: Sheet = { ...table, look, scale, plot, isPercent };
  const title: Mark = {
    shape: "words",
    x: PAD,
    y: TITLE_BASE,
    words: fitted(look.title, look.width),
    anchor: "start",
    isTitle: true,
  };
  const body = isAcross ? acrossMarks(sheet) : uprightMarks(sheet);
  return [...body, title, ...(look.hasLegend ? legendMarks(sheet) : [])];
}

function numbersOf({ values }: ChartSeries): number[] {
  return values.flatMap((value) => value ?? []);
}

function stackSums({ categories, series }: ChartTable): number[] {
  return categories.map((_, row) => series.reduce((sum, { values }) => sum + (values[row] ?? 0), 0));
}

function longest(words: readonly string[]): string {
  return words.reduce((most, each) => (pixelsOf(each) > pixelsOf(most) ? each : most), "");
}

function tickRoom(scale: Scale, isPercent: boolean): number {
  return pixelsOf(longest(scale.ticks.map((tick) => tickText(tick, scale, isPercent))));
}

function plotOf({ width, height, hasLegend }: ChartLook, names: number, isAcross: boolean): Plot {
  const room = Math.min(names, isAcross ? width * NAME_SHARE : width);
  return {
    left: PAD + room + 6,
    top: TITLE_BASE + 12 + (hasLegend ? LINE_HEIGHT : 0),
    right: width - PAD - LINE_HEIGHT,
    bottom: height - PAD - LINE_HEIGHT,
  };
}

/** Columns and lines over rows that stand side by side. */
function uprightMarks(sheet: Sheet): Mark[] {
  const { categories, series, look, plot, scale } = sheet;
  const slot = (plot.right - plot.left) / Math.max(1, categories.length);
  const at = (value: number, on = scale) => plot.bottom - shareOn(on, value) * (plot.bottom - plot.top);
  const looks = series.map((_, index) => look.seriesLook(index));
  const columns = looks.filter(({ kind, backgroundTo }) => kind === "bars" && backgroundTo === null).length;
  const backgrounds = series.flatMap((one, index) => backgroundMarks(one, looks[index], slot, plot));
  const grid = gridMarks(sheet, (tick) => ({
    from: [plot.left, at(tick)],
    to: [plot.right, at(tick)],
    words: { x: plot.left - 6, y: at(tick) + 4, anchor: "end" },
  }));
  const figures = series.flatMap((one, index): Mark[] => {
    const own = looks[index];
    if (!own || own.backgroundTo !== null) return [];
    const middle = (row: number) => plot.left + (row + 0.5) * slot;
    if (own.kind === "line") return lineMarks(one, own.color, middle, at);
    return columnMarks(sheet, index, own.color, { slot, middle, at, columns });
  });
  return [...backgrounds, ...grid, ...figures, ...rowNames(categories, slot, plot)];
}

/** Where the line of a tick runs, and where its figure stands. */
interface TickPlace {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly words: Pick<Extract<Mark, { shape: "words" }>, "x" | "y" | "anchor">;
}

/** A line and a figure for each tick of the scale. */
function gridMarks({ scale, isPercent }: Sheet, placeOf: (tick: number) => TickPlace): Mark[] {
  return scale.ticks.flatMap((tick): Mark[] => {
    const { from, to, words } = placeOf(tick);
    return [
      { shape: "line", points: [from, to], stroke: tick === 0 ? AXIS : GRID, width: 1 },
      { shape: "words", ...words, words: tickText(tick, scale, isPercent) },
    ];
  });
}

/** What only stands behind the figures: columns of the full height of their own hidden scale. */
function backgroundMarks(
  { values }: ChartSeries,
  look: SeriesLook | undefined,
  slot: number,
  plot: Plot,
): Mark[] {
  const top = look?.backgroundTo;
  if (!look || top === null || top === undefined) return [];
  return values.flatMap((value, row): Mark[] => {
    const height = Math.max(0, Math.min(1, (value ?? 0) / top)) * (plot.bottom - plot.top);
    if (height === 0) return [];
    return [
      {
        shape: "rect",
        x: plot.left + row * slot,
        y: plot.bottom - height,
        width: slot,
        height,
        fill: look.color,
      },
    ];
  });
}

/** A line that leaves a gap where there is no figure. */
function lineMarks(
  { values }: ChartSeries,
  color: string,
  middle: (row: number) => number,
  at: (value: number) => number,
): Mark[] {
  const pieces: [number, number][][] = [[]];
  values.forEach((value, row) => {
    if (value === null) pieces.push([]);
    else pieces[pieces.length - 1]?.push([middle(row), at(value)]);
  });
  const lines = pieces.filter((points) => points.length > 1);
  const dots = pieces.flat().map(([x, y]): Mark => ({ shape: "dot", x, y, fill: color }));
  return [...lines.map((points): Mark => ({ shape: "line", points, stroke: color, width: 2 })), ...dots];
}

interface Columns {
  readonly slot: number;
  readonly columns: number;
  readonly middle: (row: number) => number;
  readonly at: (value: number) => number;
}

/** Columns on top of each other where they are stacked, else side by side. */
function columnMarks(
  { series, look }: Sheet,
  index: number,
  fill: string,
  { slot, columns, middle, at }: Columns,
): Mark[] {
  const room = Math.min(WIDEST_COLUMN, slot * look.barShare);
  const width = look.isStacked ? room : room / columns;
  return (series[index]?.values ?? []).flatMap((value, row): Mark[] => {
    if (value === null || value === 0) return [];
    const below = look.isStacked
      ? series.slice(0, index).reduce((sum, { values }) => sum + (values[row] ?? 0), 0)
      : 0;
    const [y1, y2] = [at(below), at(below + value)];
    const x = middle(row) - room / 2 + (look.isStacked ? 0 : index * width);
    return [{ shape: "rect", x, y: Math.min(y1, y2), width, height: Math.abs(y2 - y1), fill }];
  });
}

/** Names under the rows; where they would touch, every second, third … only. */
function rowNames(categories: readonly string[], slot: number, { left, bottom }: Plot): Mark[] {
  const every = Math.max(1, Math.ceil((pixelsOf(longest(categories)) + 8) / slot));
  return categories.flatMap((words, row): Mark[] =>
    row % every === 0
      ? [{ shape: "words", x: left + (row + 0.5) * slot, y: bottom + 16, words, anchor: "middle" }]
      : [],
  );
}

/** Bars that lie, with their names at the left. */
function acrossMarks(sheet: Sheet): Mark[] {
  const { categories, series, look, plot, scale } = sheet;
  const slot = (plot.bottom - plot.top) / Math.max(1, categories.length);
  const at = (value: number) => plot.left + shareOn(scale, value) * (plot.right - plot.left);
  const grid = gridMarks(sheet, (tick) => ({
    from: [at(tick), plot.top],
    to: [at(tick), plot.bottom],
    words: { x: at(tick), y: plot.bottom + 16, anchor: "middle" },
  }));
  const height = (slot * look.barShare) / Math.max(1, series.length);
  const bars = series.flatMap(({ values }, index) =>
    values.flatMap((value, row): Mark[] => {
      if (value === null || value === 0) return [];
      const y = plot.top + (row + 0.5) * slot - (slot * look.barShare) / 2 + index * height;
      const [x1, x2] = [at(0), at(value)];
      return [
        {
          shape: "rect",
          x: Math.min(x1, x2),
          y,
          width: Math.abs(x2 - x1),
          height,
          fill: look.seriesLook(index).color,
        },
      ];
    }),
  );
  const names = categories.map((words, row): Mark => {
    const y = plot.top + (row + 0.5) * slot + 4;
    return { shape: "words", x: plot.left - 6, y, words: fitted(words, plot.left - PAD - 6), anchor: "end" };
  });
  return [...grid, ...bars, ...names];
}

/** A square and a name for each series, under the title. */
function legendMarks({ series, look, plot }: Sheet): Mark[] {
  let x = plot.left;
  return series.flatMap(({ name }, index): Mark[] => {
    const at = x;
    x += pixelsOf(name) + 36;
    return [
      { shape: "rect", x: at, y: TITLE_BASE + 9, width: 10, height: 10, fill: look.seriesLook(index).color },
      { shape: "words", x: at + 16, y: TITLE_BASE + 18, words: name, anchor: "start" },
    ];
  });
}
