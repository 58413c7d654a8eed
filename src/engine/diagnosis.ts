import type { Exact } from "./exact";
import type { Unit } from "./plan";

/** Something of a scorecard as diagnoses name it. */
export interface NamedItem {
  /** Name of the item, as on Scoring. */
  readonly item: string;
  /** Name of the metric; blank for a formula without one. */
  readonly metric: string;
  readonly unit: Unit | null;
  readonly better: "higher" | "lower";
}

/** An item that lost points. */
export interface LostItem extends NamedItem {
  /** Above 0. */
  readonly lost: Exact;
  /** Weight after rescaling, or a deduction's greatest points. */
  readonly weight: Exact;
  /** The metric's value; null where the item has none. */
  readonly value: Exact | null;
}

/** An item on which a person is worse than the team. */
export interface BehindItem extends NamedItem {
  readonly value: Exact;
  /**
   * The team's figure: recomputed from summed counts for a quotient, else a head's average over the
   * person's own share of the month.
   */
  readonly team: Exact;
  /** How much worse, as a share of the team's figure; above 0. */
  readonly distance: Exact;
}

/** The two figures that part inquiries and selling; people received where a shop has no inquirers. */
export type Inflow = "inquirers" | "received";

/** Too few inquiries, or weak selling? Equal to the team is neither. */
export interface SellingDiagnosis {
  readonly verdict: "few" | "weak" | "both" | "neither";
  readonly inflow: Inflow;
  readonly people: Exact;
  /** The team's average a head over the person's own share of the month. */
  readonly teamPeople: Exact;
  /** False where the person's share of the month is less than a whole one. */
  readonly wholeMonth: boolean;
  readonly conversion: Exact;
  readonly teamConversion: Exact;
}

/** A loss of orders that is worse than the team's. */
export interface OrderLoss {
  readonly by: "count" | "amount";
  readonly rate: Exact;
  readonly team: Exact;
  /** What was closed, of what; null where the rate is not their quotient (a metric of the user's own). */
  readonly counts: { readonly closed: Exact; readonly whole: Exact } | null;
}

/** In the promotion more people came a day and a smaller share of them bought. */
export interface PromotionEffect {
  readonly inflow: Inflow;
  readonly promotionDays: number;
  readonly otherDays: number;
  readonly perPromotionDay: Exact;
  readonly perOtherDay: Exact;
  readonly promotionConversion: Exact;
  readonly otherConversion: Exact;
}

/** A metric that is not what it was in the closed month. */
export interface Move extends NamedItem {
  readonly before: Exact;
  readonly now: Exact;
  readonly to: "better" | "worse";
}

/** What changed over the months; at least two of them have figures. */
export interface Trend {
  /** Oldest first, the month that is run last; null: no score in that month. Empty for fewer than two scores. */
  readonly scores: readonly { readonly month: string; readonly score: Exact | null }[];
  /** The last score less the one before it; null without two scores. */
  readonly change: Exact | null;
  /** The closed month that `change` looks back to; blank without one. */
  readonly changeSince: string;
  /** The closed month that `moves` look back to; blank without one. */
  readonly movesSince: string;
  /** What moved most first, as a share of the earlier figure. */
  readonly moves: readonly Move[];
}

/**
 * What a person's figures say: codes and exact numbers; the words are in `report/diagnosis`. It
 * names nobody else, and says nothing of a team in which fewer than three people have the figure,
 * because each of two can work out the other.
 */
export interface Diagnosis {
  /** Most points lost first. */
  readonly lost: readonly LostItem[];
  /** Furthest behind the team first. */
  readonly behind: readonly BehindItem[];
  readonly selling: SellingDiagnosis | null;
  readonly losses: readonly OrderLoss[];
  readonly promotion: PromotionEffect | null;
  readonly trend: Trend | null;
  /** What to train: the item that lost most points, else the one furthest behind; null for neither. */
  readonly weakest: NamedItem | null;
}

/** One figure of a team. */
export interface TeamMetric extends NamedItem {
  readonly value: Exact;
  /** True for an average a head, false for a quotient of summed counts. */
  readonly aHead: boolean;
}

/** A team's own line: figures that at least three of its people have. */
export interface TeamSummary {
  readonly team: string;
  /** People whose score counts in the average. */
  readonly heads: number;
  /** The average score, not rounded; null where fewer than three people have one. */
  readonly score: Exact | null;
  readonly metrics: readonly TeamMetric[];
}

/** The diagnoses of a month; each is computed when it is asked for, and changes no score and no pay. */
export interface MonthDiagnosis {
  /** By the name on Staff; null for who is not listed in the month. */
  of(person: string): Diagnosis | null;
  /** Teams with a figure to show, in the order of Staff. */
  teams(): readonly TeamSummary[];
}

/** The diagnosis of a month of which nothing is known. */
export const NO_DIAGNOSIS: MonthDiagnosis = { of: () => null, teams: () => [] };
