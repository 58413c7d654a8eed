import { LOOKS, TAB_COLORS } from "../looks";
import { outputName, outputStamps } from "../names";
import { stateLine } from "../reasons";
import { type TabDescription, text, widthRuns } from "../tab";
import type { MonthView } from "../view";
import { fitWidth } from "../wrap";
import { Board, CHART_COLUMN, chartTitles } from "./board";
import { addCosts } from "./costs";
import { addDays } from "./days";
import { addPay } from "./pay";
import { addSpread } from "./spread";
import { addTargets, shownColumns, targetColumns } from "./targets";

/** Holds a bullet bar with its figure. */
const BAR_WIDTH = 150;
/** Person and score stand before the bars. */
const IDENTITY = 2;

/**
 * The Dashboard tab: five questions, each with one sentence of finding, its figures, and a chart over
 * them. What pay does is shown only where `withPay` says so and the view is HR's own.
 */
export function describeDashboard(view: MonthView, withPay: boolean): TabDescription {
  const { result, checked, lang, hr } = view;
  const month = result.month.text;
  const bars = shownColumns(targetColumns(result.people)).length;
  const board = new Board(view, Math.max(CHART_COLUMN, IDENTITY + bars));
  const { rows } = board;
  const name = outputName("dashboard", month, lang);
  rows.add([text(name, LOOKS.title)]);
  rows.add([text(stateLine(result, checked, lang), LOOKS.subtitle)]);
  addTargets(board);
  addSpread(board);
  if (hr) addDays(board, hr.daily());
  addCosts(board);
  if (hr && withPay) addPay(board, hr);
  const names = result.people.flatMap(({ person, items }) => [person, ...items.map(({ item }) => item)]);
  return {
    name,
    stamps: outputStamps("dashboard", month),
    kind: "dashboard",
    rows: rows.rows,
    columnCount: rows.columnCount,
    widths: widthRuns([fitWidth(names, 150, 220), ...Array<number>(rows.columnCount - 1).fill(BAR_WIDTH)]),
    frozenRows: 2,
    frozenColumns: 1,
    borders: [],
    conditional: [],
    owned: null,
    typedSums: [],
    kept: null,
    tabColor: TAB_COLORS.dashboard,
    charts: { list: board.charts, titles: chartTitles(month) },
    hidesGridlines: true,
  };
}
