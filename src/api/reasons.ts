/** Why somebody's score or pay differs under a draft, in words, the weightiest reason first. */
import { Exact } from "../engine/exact";
import { nameKey } from "../engine/name";
import type { ItemResult, PayLine, PersonResult } from "../engine/result";
import { amount } from "../report/amounts";
import { lineLabel } from "../report/payroll";
import { holdReasons } from "../report/reasons";
import { answerWord } from "../text/answers";
import type { Lang } from "../text/template";
import { type LookUp, lookUpOfItem, lookUpsOfLine, shown, shownResult, thresholdText } from "./lookups";
import { type LinePair, pairLines } from "./pairs";

const MOST_REASONS = 6;

interface Reason {
  readonly text: string;
  /** How much it moves: money before points. */
  readonly size: Exact;
}

/** The reasons of one person's change; empty where nothing changed. */
export function reasonsOf(now: PersonResult, then: PersonResult, lang: Lang): string[] {
  if (then.held && !now.held)
    return holdReasons(then, lang).map((reason) => answerWord("nowHeld", lang, { reason }));
  if (now.held && !then.held) return [answerWord("nowPaid", lang)];
  if (now.held) return [];
  const pairs = pairLines(now, then);
  const pay = pairs.flatMap((pair) => lineReasons(pair, lang));
  const items = itemPairs(now, then).flatMap((pair) => itemReasons(pair, lang));
  const found = [...bySize(pay), ...bySize(items)];
  // A line that no row of this person explains: a formula, or a team value, is another one now.
  const told = found.length > 0 ? found : bySize(pairs.flatMap((pair) => amountReason(pair, lang)));
  return [...new Set(told.map(({ text }) => text))].slice(0, MOST_REASONS);
}

function bySize(reasons: readonly Reason[]): Reason[] {
  return [...reasons].sort((a, b) => b.size.compare(a.size));
}

interface ItemPair {
  readonly before: ItemResult | null;
  readonly after: ItemResult | null;
}

function itemPairs(now: PersonResult, then: PersonResult): ItemPair[] {
  const key = (item: ItemResult) => nameKey(item.item);
  const before = new Map(now.items.map((item) => [key(item), item]));
  const after = new Map(then.items.map((item) => [key(item), item]));
  return [...new Set([...before.keys(), ...after.keys()])].map((name) => ({
    before: before.get(name) ?? null,
    after: after.get(name) ?? null,
  }));
}

function itemReasons({ before, after }: ItemPair, lang: Lang): Reason[] {
  const was = before?.points ?? Exact.ZERO;
  const is = after?.points ?? Exact.ZERO;
  const size = is.minus(was).abs();
  const name = (after ?? before)?.item ?? "";
  if (!before || !after) {
    const points = amount(before ? was : is, "points");
    return [{ text: answerWord(before ? "itemIsGone" : "itemIsNew", lang, { name, points }), size }];
  }
  const weight = after.ownWeight.minus(before.ownWeight);
  const weights = weight.isZero()
    ? []
    : [{ text: answerWord("weightMoves", lang, { name, change: signed(weight) }), size }];
  const moved = bandReason(name, lookUpOfItem(before), lookUpOfItem(after), lang);
  const bands = moved === null ? [] : [{ text: moved, size }];
  const points = { name, before: amount(was, "points"), after: amount(is, "points") };
  const plain =
    weights.length + bands.length > 0 || size.isZero()
      ? []
      : [{ text: answerWord("pointsMove", lang, points), size }];
  return [...bands, ...weights, ...plain];
}

function signed(value: Exact): string {
  return `${value.sign() < 0 ? "−" : "+"}${value.abs().toText()}`;
}

/** How another row of a table came to be reached, or its result to be another; null where it is the same. */
function bandReason(name: string, before: LookUp | null, after: LookUp | null, lang: Lang): string | null {
  if (!before || !after) return null;
  const result = { before: shownResult(before.hit), after: shownResult(after.hit) };
  const sameThreshold = sameExact(before.hit.threshold, after.hit.threshold);
  const sameResult = result.before === result.after;
  if (sameThreshold && sameResult) return null;
  const value = shown(after.input, after.unit, [...before.hit.edges, ...after.hit.edges]).text;
  if (!sameThreshold && after.hit.threshold && !sameResult) {
    const threshold = thresholdText(after.hit, after.unit);
    const crossing = answerWord("namedCrosses", lang, { name, value, threshold });
    return `${crossing} (${result.before} → ${result.after})`;
  }
  if (!sameThreshold && before.hit.threshold && !sameResult) {
    const threshold = thresholdText(before.hit, before.unit);
    const lost = answerWord("nowAtMost", lang, { name, value, threshold });
    return `${lost} (${result.before} → ${result.after})`;
  }
  return sameResult ? null : answerWord("resultMoves", lang, { name, ...result });
}

function sameExact(one: Exact | null, other: Exact | null): boolean {
  return one === null || other === null ? one === other : one.equals(other);
}

function lineReasons({ before, after }: LinePair, lang: Lang): Reason[] {
  const line = after ?? before;
  if (!line) return [];
  const name = lineLabel(line, lang);
  const size = (after?.amount ?? Exact.ZERO).minus(before?.amount ?? Exact.ZERO).abs();
  if (!before) return [{ text: answerWord("lineIsNew", lang, { name }), size }];
  if (!after) return [{ text: answerWord("lineIsGone", lang, { name }), size }];
  if (size.isZero()) return [];
  if (before.due !== after.due)
    return [
      { text: answerWord(after.due ? "lineNowDue" : "lineNotDue", lang, { name, condition: name }), size },
    ];
  return tableReasons(name, before, after, lang).map((text) => ({ text, size }));
}

function amountReason({ before, after }: LinePair, lang: Lang): Reason[] {
  if (!before || !after || before.amount.equals(after.amount)) return [];
  const size = after.amount.minus(before.amount).abs();
  const words = {
    name: lineLabel(after, lang),
    before: amount(before.amount, "money"),
    after: amount(after.amount, "money"),
  };
  return [{ text: answerWord("amountMoves", lang, words), size }];
}

function tableReasons(name: string, before: PayLine, after: PayLine, lang: Lang): string[] {
  const was = lookUpsOfLine(before);
  return lookUpsOfLine(after).flatMap((look) => {
    const old = was.find(({ table }) => table === look.table) ?? null;
    return bandReason(name, old, look, lang) ?? [];
  });
}
