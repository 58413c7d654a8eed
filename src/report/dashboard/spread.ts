import { Exact } from "../../engine/exact";
import type { PayLine, PersonResult } from "../../engine/result";
import type { Trace } from "../../engine/trace";
import { tabWord } from "../../text/tab-words";
import { amount } from "../amounts";
import { CHART_COLORS, LOOKS } from "../looks";
import { number, text } from "../tab";
import { BAR, type Board, head } from "./board";

/** Points of a bin; bins touch and are of one width, so that their heights compare. */
const STEP = 10;
/** The last bin holds this score and all above it. */
const HIGHEST = 120;
const MOST_BLOCKS = 16;
const CHART_HEIGHT = 280;

/** A step of the histogram: from `from` to below `from` + 10. */
interface Bin {
  readonly from: number;
  readonly met: number;
  readonly below: number;
}

/** How scores spread: a histogram in which who is below a gate stands in grey. */
export function addSpread(board: Board): void {
  const { lang, view } = board;
  const scored = view.result.people.flatMap((person) =>
    person.score ? [{ score: person.score, below: isBelowGate(person) }] : [],
  );
  board.begin("spread", finding(board, scored), scored.length);
  if (scored.length === 0) return;
  const bins = binsOf(scored);
  const most = Math.max(...bins.map(({ met, below }) => met + below));
  const header = [
    head(tabWord("spread.scores", lang)),
    head(tabWord("spread.met", lang), "right"),
    head(tabWord("spread.below", lang), "right"),
    head(""),
  ];
  const body = bins.map(({ from, met, below }) => [
    text(tabWord("spread.bin", lang, { from, to: from + STEP }), LOOKS.text),
    number(met, LOOKS.whole),
    number(below, LOOKS.wholeLast),
    text(`${blocks("█", met, most)}${blocks("░", below, most)}`, BAR),
  ]);
  const row = board.table(header, body);
  board.draw(row, [
    {
      kind: "column",
      title: "spread",
      ranges: [{ row, column: 1, rows: bins.length + 1, columns: 3 }],
      options: {
        isStacked: true,
        colors: [CHART_COLORS.figure, CHART_COLORS.second],
        bar: { groupWidth: "95%" },
        vAxis: { minValue: 0, format: "0" },
      },
      height: CHART_HEIGHT,
    },
  ]);
}

/** Signs for a count: one a head, fewer where the highest bin would not fit its column. */
function blocks(sign: string, count: number, most: number): string {
  return sign.repeat(most > MOST_BLOCKS ? Math.ceil((count * MOST_BLOCKS) / most) : count);
}

function finding({ lang }: Board, scored: readonly { score: Exact; below: boolean }[]): string {
  const scores = scored.map(({ score }) => score).sort((a, b) => a.compare(b));
  const [low, high] = [scores[0], scores[scores.length - 1]];
  if (!low || !high) return tabWord("spread.none", lang);
  return tabWord("spread.finding", lang, {
    low: amount(low, "points"),
    high: amount(high, "points"),
    middle: amount(median(scores), "points"),
    below: scored.filter(({ below }) => below).length,
  });
}

/** The middle one of sorted scores; of an even number the mean of the two in the middle. */
function median(sorted: readonly Exact[]): Exact {
  const half = sorted.length / 2;
  const pair = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]].flatMap((score) => score ?? []);
  return pair.length === 0 ? Exact.ZERO : Exact.sum(pair).over(Exact.integer(pair.length));
}

/** The bin of an exact score: exactly 90 is in the one from 90. */
function binOf(score: Exact): number {
  const from = Math.floor(score.over(Exact.integer(STEP)).toNumber()) * STEP;
  return Math.max(0, Math.min(HIGHEST, from));
}

function binsOf(scored: readonly { score: Exact; below: boolean }[]): Bin[] {
  const bins = new Map<number, { met: number; below: number }>();
  for (const { score, below } of scored) {
    const from = binOf(score);
    const bin = bins.get(from) ?? { met: 0, below: 0 };
    bin[below ? "below" : "met"] += 1;
    bins.set(from, bin);
  }
  const steps = [...bins.keys()].sort((a, b) => a - b);
  const [first = 0, last = 0] = [steps[0], steps[steps.length - 1]];
  return Array.from({ length: (last - first) / STEP + 1 }, (_, index) => {
    const from = first + index * STEP;
    return { from, ...(bins.get(from) ?? { met: 0, below: 0 }) };
  });
}

/** Whether a gate of the plan is not met, or the score is too low for a component that asks for one. */
function isBelowGate({ items, pay }: PersonResult): boolean {
  return items.some(({ kind, met }) => kind === "gate" && met === false) || pay.some(failsByScore);
}

function failsByScore({ due, conditionTrace }: PayLine): boolean {
  return !due && namesScore(conditionTrace());
}

function namesScore(trace: Trace | null): boolean {
  if (!trace || trace.kind === "literal") return false;
  if (trace.kind === "name") return trace.name.toLowerCase() === "score";
  return trace.operands.some(namesScore);
}
