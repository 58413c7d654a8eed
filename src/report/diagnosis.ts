import type {
  Diagnosis,
  LostItem,
  Move,
  NamedItem,
  OrderLoss,
  PromotionEffect,
  SellingDiagnosis,
  TeamSummary,
  Trend,
} from "../engine/diagnosis";
import type { Exact } from "../engine/exact";
import type { Unit } from "../engine/plan";
import { adviceText, adviceTopic } from "../text/diagnosis-advice";
import { type DiagnosisWord, diagnosisWord } from "../text/diagnosis-words";
import type { Lang } from "../text/labels";
import { amount, grouped, percent } from "./amounts";
import { sparkline } from "./figures";
import { COLORS, LOOKS } from "./looks";
import { type CellStyle, shorten } from "./tab";

/** A sentence with its looks. */
export interface DiagnosisLine {
  readonly text: string;
  readonly style: CellStyle;
}

/** How many items a sentence names, and how much of a long name it shows. */
const MOST_ITEMS = 3;
const NAME_LIMIT = 40;

/** Blue and orange: neither colour is a verdict on boards of any country (UX, colour). */
const BETTER: CellStyle = { color: COLORS.action };
const WORSE: CellStyle = { color: COLORS.warn };

/**
 * A diagnosis in sentences, in the order weak points, cause, orders, promotion, months, training.
 * Empty where there is nothing to say. Figures are rounded for show only.
 */
export function diagnosisLines(diagnosis: Diagnosis, lang: Lang): DiagnosisLine[] {
  const { lost, behind, selling, losses, promotion, trend, weakest } = diagnosis;
  const plain = [
    listed(
      "lost",
      lost.map((item) => lostText(item, lang)),
      lang,
    ),
    listed(
      "behind",
      behind.map((item) =>
        diagnosisWord(`behind.${item.better}`, lang, {
          item: nameOf(item),
          value: valueText(item.value, item.unit, lang),
          team: valueText(item.team, item.unit, lang),
          distance: percent(item.distance, 2),
        }),
      ),
      lang,
    ),
    selling ? sellingText(selling, lang) : "",
    lossesText(losses, lang),
    promotion ? promotionText(promotion, lang) : "",
  ];
  return [
    ...plain.filter((text) => text !== "").map((text) => ({ text, style: LOOKS.text })),
    ...(trend ? trendLines(trend, lang) : []),
    ...(weakest ? [{ text: trainingText(weakest, lang), style: LOOKS.text }] : []),
  ];
}

function nameOf({ item }: NamedItem): string {
  return shorten(item, NAME_LIMIT);
}

/** A value with its unit, for example `41.67%`, `35 s`, `12 days`. */
export function valueText(value: Exact, unit: Unit | null, lang: Lang): string {
  const text = unit === null ? grouped(value.toText(2)) : amount(value, unit);
  if (unit === "s") return diagnosisWord("seconds", lang, { n: text });
  return unit === "days" ? diagnosisWord("days", lang, { n: text }) : text;
}

function rate(value: Exact): string {
  return percent(value, 2);
}

/** People and averages of people: whole, or with at most two decimals. */
function count(value: Exact): string {
  return grouped(value.toText(2));
}

function listed(key: DiagnosisWord, items: readonly string[], lang: Lang): string {
  if (items.length === 0) return "";
  return diagnosisWord(key, lang, { items: joined(items.slice(0, MOST_ITEMS), lang) });
}

function joined(parts: readonly string[], lang: Lang): string {
  return parts.join(diagnosisWord("comma", lang));
}

function lostText(item: LostItem, lang: Lang): string {
  const said = {
    item: nameOf(item),
    lost: amount(item.lost, "points"),
    weight: item.weight.toText(2),
  };
  if (item.metric === "") return diagnosisWord("lostUnmeasured", lang, said);
  const value = item.value ? valueText(item.value, item.unit, lang) : diagnosisWord("noData", lang);
  return diagnosisWord("lostItem", lang, { ...said, value });
}

function sellingText(selling: SellingDiagnosis, lang: Lang): string {
  const { verdict, inflow, people, teamPeople, wholeMonth, conversion, teamConversion } = selling;
  return diagnosisWord(`selling.${verdict}`, lang, {
    people: diagnosisWord(`people.${inflow}`, lang, { n: count(people) }),
    teamPeople: diagnosisWord(wholeMonth ? "teamPeople" : "teamPeoplePart", lang, { n: count(teamPeople) }),
    conversion: diagnosisWord(`conversion.${inflow}`, lang, {
      own: rate(conversion),
      team: rate(teamConversion),
    }),
  });
}

function lossesText(losses: readonly OrderLoss[], lang: Lang): string {
  if (losses.length === 0) return "";
  return diagnosisWord("losses", lang, {
    losses: joined(
      losses.map((loss) => lossText(loss, lang)),
      lang,
    ),
  });
}

function lossText({ by, rate: own, team, counts }: OrderLoss, lang: Lang): string {
  const unit = by === "amount" ? "money" : "count";
  const said = counts
    ? diagnosisWord("lossCounts", lang, {
        closed: amount(counts.closed, unit),
        whole: amount(counts.whole, unit),
      })
    : "";
  return diagnosisWord(`loss.${by}`, lang, { rate: rate(own), counts: said, team: rate(team) });
}

function promotionText(effect: PromotionEffect, lang: Lang): string {
  const people = (n: Exact) => diagnosisWord(`people.${effect.inflow}`, lang, { n: count(n) });
  return diagnosisWord("promotion", lang, {
    promotionDays: String(effect.promotionDays),
    otherDays: String(effect.otherDays),
    perPromotionDay: people(effect.perPromotionDay),
    perOtherDay: people(effect.perOtherDay),
    promotionConversion: rate(effect.promotionConversion),
    otherConversion: rate(effect.otherConversion),
  });
}

/** The scores by month with a line in signs, and what moved since the last closed month. */
export function trendLines({ scores, change, moves, movesSince }: Trend, lang: Lang): DiagnosisLine[] {
  const lines: DiagnosisLine[] = [];
  if (change) {
    const said = scores.map(({ month, score }) =>
      diagnosisWord("monthScore", lang, {
        month,
        score: score ? amount(score, "points") : diagnosisWord("noData", lang),
      }),
    );
    const to = diagnosisWord(`change.${directionOf(change)}`, lang, { size: sizeText(change) });
    const text = diagnosisWord("scores", lang, {
      line: sparkline(scores.map(({ score }) => score)),
      scores: said.join(" → "),
      change: to,
    });
    lines.push({ text, style: styleOf(change) });
  }
  for (const to of ["better", "worse"] as const) {
    const items = moves.filter((move) => move.to === to).flatMap((move) => moveText(move, lang) ?? []);
    if (items.length === 0) continue;
    const said = joined(items.slice(0, MOST_ITEMS), lang);
    const text = diagnosisWord(`moves.${to}`, lang, { month: movesSince, items: said });
    lines.push({ text, style: to === "better" ? BETTER : WORSE });
  }
  return lines;
}

/** Null where the two look the same once rounded. */
function moveText(move: Move, lang: Lang): string | null {
  const [before, now] = [move.before, move.now].map((value) => valueText(value, move.unit, lang));
  if (before === undefined || now === undefined || before === now) return null;
  return diagnosisWord("move", lang, { item: nameOf(move), before, now });
}

function directionOf(change: Exact): "better" | "worse" | "same" {
  if (change.isZero()) return "same";
  return change.sign() > 0 ? "better" : "worse";
}

function styleOf(change: Exact): CellStyle {
  return { better: BETTER, worse: WORSE, same: LOOKS.text }[directionOf(change)];
}

function sizeText(change: Exact): string {
  return amount(change.abs(), "points");
}

/** The change of the score since the last closed month with one, for the ranking; null without it. */
export function scoreChange(diagnosis: Diagnosis | null, lang: Lang): DiagnosisLine | null {
  const trend = diagnosis?.trend;
  if (!trend?.change) return null;
  const text = diagnosisWord(`since.${directionOf(trend.change)}`, lang, {
    size: sizeText(trend.change),
    month: trend.changeSince,
  });
  return { text, style: styleOf(trend.change) };
}

function trainingText(weakest: NamedItem, lang: Lang): string {
  return diagnosisWord("training", lang, {
    item: nameOf(weakest),
    advice: adviceText(adviceTopic(weakest), lang),
  });
}

/** The figures of a team as one text; blank where it has none but the score. */
export function teamFiguresText({ metrics }: TeamSummary, lang: Lang): string {
  if (metrics.length === 0) return "";
  const items = metrics.map((metric) =>
    diagnosisWord(metric.aHead ? "aHead" : "together", lang, {
      item: nameOf(metric),
      value: valueText(metric.value, metric.unit, lang),
    }),
  );
  return diagnosisWord("teamFigures", lang, { items: items.join(diagnosisWord("middle", lang)) });
}
