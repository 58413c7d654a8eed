import { nameKey } from "../engine/name";
import type { Unit } from "../engine/plan";
import { tabWord } from "../text/tab-words";
import { amount, percent } from "./amounts";
import { shorten } from "./tab";
import type { CheckedBenchmark, CheckedTab, MonthView } from "./view";

/** Sentences name no more figures than these, and show no more of a long name. */
const MOST_FIGURES = 12;
const NAME_LIMIT = 40;

/**
 * What the pasted tabs say of peers (同行同层优秀, 同行同层均值), a line each: figures to compare a
 * shop with, which stand outside the ranking and count for nobody. Empty where no tab has any.
 */
export function peerLines(view: MonthView): string[] {
  return view.checked.flatMap((tab) => (tab.benchmarks ?? []).flatMap((row) => lineOf(row, tab, view)));
}

function lineOf(row: CheckedBenchmark, { tab }: CheckedTab, view: MonthView): string[] {
  if (row.of !== "peers" && row.of !== "peers-best") return [];
  const figures = [...row.rates.map(rateText), ...row.values.map((value) => countText(value, view))];
  if (figures.length === 0) return [];
  const items = figures.slice(0, MOST_FIGURES).join(" · ");
  return [
    tabWord("peerFigures", view.lang, {
      name: tabWord(row.of, view.lang),
      tab: shorten(tab, NAME_LIMIT),
      items,
    }),
  ];
}

/** Under its header as it was pasted, which says what the shop's own tool calls it. */
function rateText({ header, metric, isRate, value }: CheckedBenchmark["rates"][number]): string {
  const name = shorten(header || metric, NAME_LIMIT);
  return `${name} ${isRate ? percent(value, 2) : amount(value, null)}`;
}

function countText(
  { measure, value }: CheckedBenchmark["values"][number],
  { measures, lang, hr }: MonthView,
): string {
  const name = measures?.get(measure)?.[lang] ?? measure;
  const unit: Unit | null = hr?.book.metricsByName.get(nameKey(measure))?.unit ?? null;
  return `${shorten(name, NAME_LIMIT)} ${amount(value, unit)}`;
}
