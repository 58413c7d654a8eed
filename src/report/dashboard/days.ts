import { isoOfDay } from "../../engine/calendar";
import type { DailyLine, MonthDaily } from "../../engine/daily";
import type { Exact } from "../../engine/exact";
import { tabWord } from "../../text/tab-words";
import { valueText } from "../diagnosis";
import { figure } from "../figures";
import { CHART_COLORS, FORMATS, LOOKS } from "../looks";
import { number, type TabCell } from "../tab";
import { type Board, type Drawing, head } from "./board";

const DAY = 1;
const PROMOTION = 2;
const CHART_HEIGHT = 320;

/** One of the lines with the column of its figures. */
interface Shown {
  readonly line: DailyLine;
  readonly title: "conversion" | "response";
  readonly column: number;
}

/** What happened by day: conversion and response, below each other, on the same dates. */
export function addDays(board: Board, daily: MonthDaily): void {
  const { lang } = board;
  const lines = (["conversion", "response"] as const).flatMap((title) => {
    const line = daily[title];
    return line ? [{ line, title }] : [];
  });
  const shown = lines.map((one, index): Shown => ({ ...one, column: PROMOTION + 1 + index }));
  const withData = daily.promotion.filter((_, day) => shown.some(({ line }) => line.days[day])).length;
  const words = shown.map((one) => finding(one, daily, board));
  board.begin("days", words.length > 0 ? words : tabWord("days.none", lang), withData);
  if (shown.length === 0) return;
  board.remark(tabWord("days.blank", lang));
  const header = [
    head(tabWord("days.day", lang)),
    head(tabWord("days.promotion", lang), "right"),
    ...shown.map((one) => head(nameOf(one, board), "right")),
  ];
  const row = board.table(
    header,
    daily.promotion.map((isPromotion, day) => [
      number(daily.month.first + day, { ...LOOKS.text, format: FORMATS.date, align: "left" }),
      number(isPromotion ? 1 : 0, LOOKS.whole),
      ...shown.map(({ line }) => valueCell(line, day, board)),
    ]),
  );
  board.draw(
    row,
    shown.map((one) => drawing(one, row, daily.promotion.length + 1)),
  );
}

/** Blank where there is no data, so that a chart leaves a gap. */
function valueCell({ days, unit }: DailyLine, day: number, { lang }: Board): TabCell | null {
  const value = days[day] ?? null;
  return value && figure(value, unit, lang);
}

function nameOf({ line, title }: Shown, { lang }: Board): string {
  return (lang === "zh" ? line.label.zh : line.label.en) || tabWord(title, lang);
}

function finding(one: Shown, { month }: MonthDaily, board: Board): string {
  const { line } = one;
  const known = line.days.flatMap((value, day) => (value ? [{ value, day: month.first + day }] : []));
  const [low, high] = [known.reduce(lower), known.reduce(higher)];
  const shown = (value: Exact | null) => (value ? valueText(value, line.unit, board.lang) : "–");
  return tabWord("days.finding", board.lang, {
    name: nameOf(one, board),
    month: shown(line.month),
    best: shown(high.value),
    bestDay: isoOfDay(high.day),
    worst: shown(low.value),
    worstDay: isoOfDay(low.day),
  });
}

interface DayValue {
  readonly value: Exact;
  readonly day: number;
}

function lower(a: DayValue, b: DayValue): DayValue {
  return b.value.compare(a.value) < 0 ? b : a;
}

function higher(a: DayValue, b: DayValue): DayValue {
  return b.value.compare(a.value) > 0 ? b : a;
}

/** A line over pale columns of promotion days, whose own scale from 0 to 1 is not shown. */
function drawing({ title, column }: Shown, row: number, rows: number): Drawing {
  const block = (from: number, columns: number) => ({ row, column: from, rows, columns });
  return {
    kind: "combo",
    title,
    ranges: [block(DAY, 2), block(column, 1)],
    options: {
      interpolateNulls: false,
      legend: { position: "none" },
      series: {
        0: { type: "bars", color: CHART_COLORS.pale, targetAxisIndex: 1 },
        1: { type: "line", color: CHART_COLORS.figure, targetAxisIndex: 0, pointSize: 4 },
      },
      vAxes: {
        0: { minValue: 0 },
        1: { viewWindow: { min: 0, max: 1 }, textPosition: "none", gridlines: { count: 0 } },
      },
    },
    height: CHART_HEIGHT,
  };
}
