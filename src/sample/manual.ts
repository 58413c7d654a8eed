import type { Pack, PackRow } from "../rules/pack";
import type { Stream } from "./random";
import { AGENTS, type Agent, MONTHS } from "./shop";

type Language = "en" | "zh";

/** A figure of the sample that somebody enters by hand: its name and how a value is drawn. */
interface Entered {
  readonly metric: string;
  readonly draw: (stream: Stream) => number;
}

const MANUAL_METHODS = ["manual", "手工"];
const BONUS_KINDS = ["bonus", "加分"];

/** Rows of Manual scores for all that a pack leaves to the supervisor, by agent and month employed. */
export function manualRows(
  pack: Pack,
  lang: Language,
  stream: Stream,
  managerOf: (team: number) => string,
): PackRow[] {
  const entered = enteredBy(pack, lang);
  const reason = lang === "zh" ? "月度面谈" : "monthly talk";
  return MONTHS.flatMap(([month, length]) =>
    AGENTS.filter((agent) => isEmployed(agent, `${month}-01`, `${month}-${length}`)).flatMap((agent) =>
      entered.map(({ metric, draw }) => ({
        month,
        person: agent[lang],
        metric,
        value: draw(stream),
        by: managerOf(agent.team),
        reason,
      })),
    ),
  );
}

function isEmployed({ hired, left }: Agent, first: string, last: string): boolean {
  return hired <= last && (left === "" || left >= first);
}

function enteredBy(pack: Pack, lang: Language): Entered[] {
  const { scoring = [], metrics = [] } = pack.tabs(lang);
  const rated = scoring
    .filter((row) => MANUAL_METHODS.includes(String(row.method)))
    .map((row) => ({ metric: String(row.metric ?? row.item), draw: pointsOf(row) }));
  const own = metrics
    .filter((row) => row.formula === undefined && isEntered(row))
    .map((row) => ({ metric: String(row.metric), draw: figureOf(row) }));
  // An item of several profiles stands in several rows, and has one score a month.
  const known = new Map(rated.map((one) => [one.metric, one]));
  return [
    ...known.values(),
    ...own.filter(({ metric }) => !known.has(metric)),
    ...(scoring.some((row) => row.metric === "roi") ? ADVERTISING : []),
  ];
}

// No export gives a measure in percent or points: such a row without formula is entered by hand.
function isEntered({ unit, metric }: PackRow): boolean {
  return unit === "%" || unit === "points" || metric === "recommended_goods";
}

// The sample shop has no advertising report.
const ADVERTISING: readonly Entered[] = [
  { metric: "ad_spend", draw: (stream) => stream.whole(90, 120) * 100 },
  { metric: "ad_sales", draw: (stream) => stream.whole(380, 660) * 100 },
];

/** Points of a rated item: most of its weight; a bonus is given or not. */
function pointsOf(row: PackRow): (stream: Stream) => number {
  const weight = Number(row.weight ?? 0);
  if (BONUS_KINDS.includes(String(row.kind))) return (stream) => (stream.chance(0.3) ? weight : 0);
  return (stream) => Math.floor((weight * stream.whole(14, 20)) / 2) / 10;
}

function figureOf(row: PackRow): (stream: Stream) => number {
  if (row.unit === "%") return (stream) => stream.whole(74, 102) / 100;
  return (stream) => stream.whole(0, 6);
}
