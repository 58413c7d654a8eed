import { lostPoints } from "../../engine/diagnosis-items";
import { Exact } from "../../engine/exact";
import { nameKey } from "../../engine/name";
import type { PersonResult } from "../../engine/result";
import { label } from "../../text/labels";
import { tabWord } from "../../text/tab-words";
import { amount } from "../amounts";
import { textBar } from "../figures";
import { CHART_COLORS, LOOKS } from "../looks";
import { number, shorten, text } from "../tab";
import { BAR, type Board, head } from "./board";

const NAME_LIMIT = 40;
const LEAST_HEIGHT = 160;
const ITEM_HEIGHT = 34;
const MOST_HEIGHT = 420;

/** Points lost on an item by everybody together. */
interface Cost {
  readonly name: string;
  readonly lost: Exact;
}

/** What costs points: each item's lost points over everybody, the greatest first. */
export function addCosts(board: Board): void {
  const { lang, view } = board;
  const scored = view.result.people.filter(({ score }) => score !== null);
  const costs = costsOf(scored);
  const all = Exact.sum(costs.map(({ lost }) => lost));
  const [most] = costs;
  const words = most
    ? tabWord("costs.finding", lang, {
        item: shorten(most.name, NAME_LIMIT),
        lost: amount(most.lost, "points"),
        all: amount(all, "points"),
      })
    : tabWord("costs.none", lang);
  board.begin("costs", words, scored.length);
  if (!most) return;
  const header = [head(label("item", lang)), head(label("lostPoints", lang), "right"), head("")];
  const body = costs.map(({ name, lost }) => [
    text(shorten(name), LOOKS.text),
    number(lost.toNumber(), LOOKS.pointsLast),
    text(textBar(lost.over(all)), BAR),
  ]);
  const row = board.table(header, body);
  board.draw(row, [
    {
      kind: "bar",
      title: "costs",
      ranges: [{ row, column: 1, rows: costs.length + 1, columns: 2 }],
      options: { legend: { position: "none" }, colors: [CHART_COLORS.figure], hAxis: { minValue: 0 } },
      height: Math.min(MOST_HEIGHT, LEAST_HEIGHT + costs.length * ITEM_HEIGHT),
    },
  ]);
}

function costsOf(people: readonly PersonResult[]): Cost[] {
  const costs = new Map<string, Cost>();
  for (const item of people.flatMap(({ items }) => items)) {
    const lost = lostPoints(item);
    if (!lost || lost.sign() <= 0) continue;
    const key = nameKey(item.item);
    const known = costs.get(key);
    costs.set(key, { name: known?.name ?? item.item, lost: known ? known.lost.plus(lost) : lost });
  }
  return [...costs.values()].sort((a, b) => b.lost.compare(a.lost));
}
