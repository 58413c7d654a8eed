import { Exact } from "../../engine/exact";
import { label } from "../../text/labels";
import { tabWord } from "../../text/tab-words";
import { amount, percent } from "../amounts";
import { CHART_COLORS, LOOKS } from "../looks";
import { baseOfLines, type PastMonth } from "../past";
import { number, type TabCell, text } from "../tab";
import type { HrView } from "../view";
import { type Board, head } from "./board";

const CHART_HEIGHT = 280;
/** Chinese readers count large sums in units of ten thousand. */
const WAN = Exact.integer(10_000);

/** A month's pay of everybody together. */
interface MonthPay {
  readonly month: string;
  readonly base: Exact;
  readonly total: Exact;
}

/** What pay does: each month's base and variable part, closed months from History. */
export function addPay(board: Board, hr: HrView): void {
  const { lang, view } = board;
  const { people, month, total } = view.result;
  const paid = people.filter(({ held }) => !held);
  const now: MonthPay = {
    month: month.text,
    base: Exact.sum(paid.map(({ pay }) => baseOfLines(pay, hr.book))),
    total,
  };
  const before = hr.past.map(monthPay);
  board.begin("pay", finding(now, before[0] ?? null, board), paid.length);
  board.remark(tabWord("pay.unit", lang));
  const header = [
    head(label("month", lang)),
    head(tabWord("pay.base", lang), "right"),
    head(tabWord("pay.variable", lang), "right"),
    head(label("total", lang), "right"),
  ];
  const months = [...before.reverse(), now];
  const row = board.table(
    header,
    months.map((one) => cellsOf(one, board)),
  );
  board.draw(row, [
    {
      kind: "column",
      title: "pay",
      ranges: [{ row, column: 1, rows: months.length + 1, columns: 3 }],
      options: {
        isStacked: true,
        colors: [CHART_COLORS.second, CHART_COLORS.figure],
        vAxis: { minValue: 0 },
      },
      height: CHART_HEIGHT,
    },
  ]);
}

function monthPay({ month, people }: PastMonth): MonthPay {
  const all = [...people.values()];
  return {
    month,
    base: Exact.sum(all.map(({ base }) => base)),
    total: Exact.sum(all.map(({ total }) => total)),
  };
}

function cellsOf({ month, base, total }: MonthPay, { lang }: Board): TabCell[] {
  const money = (value: Exact) => number((lang === "zh" ? value.over(WAN) : value).toNumber(), LOOKS.money);
  return [text(month, LOOKS.text), money(base), money(total.minus(base)), money(total)];
}

function finding(now: MonthPay, before: MonthPay | null, { lang }: Board): string {
  const { month, base, total } = now;
  const share = total.sign() > 0 ? percent(total.minus(base).over(total), 1) : "–";
  return tabWord("pay.finding", lang, {
    month,
    total: amount(total, "money"),
    share,
    before: before?.month ?? "",
    change: before ? changeWords(total.minus(before.total), lang) : "",
  });
}

function changeWords(change: Exact, lang: Board["lang"]): string {
  if (change.isZero()) return tabWord("pay.same", lang);
  return tabWord(change.sign() > 0 ? "pay.up" : "pay.down", lang, { size: amount(change.abs(), "money") });
}
