import type { Month } from "./calendar";
import type { MonthDiagnosis } from "./diagnosis";
import type { Exact } from "./exact";
import type { Facts } from "./facts";
import type { GradeReview } from "./grades";
import type { Issue, Place } from "./issue";
import type { ItemKind, Label, Method, Unit } from "./plan";
import type { Asked, RuleHit, Trace } from "./trace";

/** One item of a person's scorecard. */
export interface ItemResult {
  readonly item: string;
  readonly kind: ItemKind;
  readonly method: Method;
  readonly measure: "value" | "attainment";
  /** Name of the metric, blank for a formula without one. */
  readonly metric: string;
  readonly unit: Unit | null;
  readonly better: "higher" | "lower";
  /** The metric's unrounded value; null: no data. */
  readonly value: Exact | null;
  /** Null where the item needs no target or has no data. */
  readonly target: Exact | null;
  readonly attainment: Exact | null;
  /** The target is a formula, which may stand for what other people reached. */
  readonly isTargetComputed?: true;
  /** Exact points (negative for a deduction); null for gates and for items left out. */
  readonly points: Exact | null;
  /** Weight after rescaling; for bonus and deduction their greatest points. */
  readonly weight: Exact;
  /** Weight as written on Scoring. */
  readonly ownWeight: Exact;
  /** True where the item has no data: it is left out, or counts as the missing policy says. */
  readonly missing: boolean;
  /** For gates: whether the condition is met. Null for other kinds. */
  readonly met: boolean | null;
  /** The band reached, for the two band methods. */
  readonly hit: RuleHit | null;
  /** The rule row. */
  readonly place: Place;
  /** How the metric's value came about; for formulas and gates, the formula's own arithmetic. */
  readonly trace: () => Trace | null;
}

/** One line of pay. */
export interface PayLine {
  readonly component: string;
  readonly label: Label;
  /** Rounded. */
  readonly amount: Exact;
  /** `correction`: what late data changed in a closed month, paid or taken back in this one. */
  readonly from: "plan" | "adjustment" | "correction";
  /** False where `Only if` is not met, so that the line is 0.00. */
  readonly due: boolean;
  /** Reason of an adjustment; blank for the plan's lines. */
  readonly reason: string;
  /** Name of the plan of the line. */
  readonly plan: string;
  /** The Pay or Adjustments row. */
  readonly place: Place;
  /** Arithmetic before rounding; null for an adjustment. */
  readonly trace: () => Trace | null;
  /** Arithmetic of an unmet or met `Only if`; null without one. */
  readonly conditionTrace: () => Trace | null;
  /** The amount before rounding, where it differs from `amount`. */
  readonly unrounded: Exact | null;
  /** For corrections only. */
  readonly correction?: CorrectedLine;
}

/** What a correction line is about: a line of a closed month before and after its late data. */
export interface CorrectedLine {
  /** The closed month, `2026-10`. */
  readonly origin: string;
  readonly component: string;
  /** What the component is called in either language. */
  readonly label: Label;
  readonly was: Exact;
  readonly now: Exact;
  /** What months before this one paid or took back for the line. */
  readonly earlier: readonly EarlierCorrection[];
  /** What the limit on taking back leaves for later months; 0 or negative. */
  readonly carried: Exact;
  /** How much could be taken back at all; absent where the whole of it was, or is paid. */
  readonly limited?: RecoveryLimit;
  /** What of the person's and the team's figures changed since; absent where nothing says. */
  readonly causes?: readonly LateCause[];
  /** What of it HR settled by hand or does not take back; absent where nothing is. */
  readonly settled?: readonly SettledPart[];
}

/** A part of a correction that no month pays or takes back. */
export interface SettledPart {
  /** `settled`: paid or taken back by hand. `waived`: not taken back at all. */
  readonly kind: "settled" | "waived";
  /** Signed like what is open. */
  readonly amount: Exact;
  /** As they stand on Adjustments; blank for none. */
  readonly reason: string;
  readonly by: string;
  readonly on: string;
}

/** What a month may take back of one line: `owed` + `limit` × `pay`, cut down to the cent, less `before`. */
export interface RecoveryLimit {
  /** A share, `5%`; null: all of the pay. */
  readonly limit: Exact | null;
  /** The month's pay before corrections, with the pay of older months that comes late. */
  readonly pay: Exact;
  /** What corrections pay the person, against which taking back is set off. */
  readonly owed: Exact;
  /** What is taken back for other lines before this one; 0 or more. */
  readonly before: Exact;
}

/** A figure that a line of a closed month was computed from and that late data changed. */
export interface LateCause {
  /** What its name is made of: as in the trace. */
  readonly figure: ChangedFigure;
  readonly unit: Unit | null;
  /** Null: no data. */
  readonly was: Exact | null;
  readonly now: Exact | null;
  /** Cells of today's rows that came or changed, the first few, and how many more there are. */
  readonly cells: readonly Place[];
  readonly more: number;
}

/** A measure of the person, or a value of the team or the shop. */
export type ChangedFigure =
  | { readonly kind: "name"; readonly name: string; readonly label?: Label }
  | { readonly kind: "call"; readonly name: string; readonly asked?: Asked };

/** What a month paid or took back for a line of a closed month before it. */
export interface EarlierCorrection {
  readonly month: string;
  /** Signed, to the cent; never 0. */
  readonly amount: Exact;
  /** What the line stood at as paid then: another amount where the closed month was reopened since. Null: not known. */
  readonly was: Exact | null;
}

/** A person's part of the month under one plan; most people have one. */
export interface PlanPart {
  readonly plan: string;
  readonly days: number;
  readonly score: Exact | null;
  readonly items: readonly ItemResult[];
}

/** One person's month. */
export interface PersonResult {
  readonly person: string;
  readonly team: string;
  readonly manager: string;
  readonly plan: string;
  readonly grade: string;
  /** Calendar days employed in the month. */
  readonly days: number;
  /** Rounded to 2 decimals (or as Settings say); null: no score, or held. */
  readonly score: Exact | null;
  readonly held: boolean;
  readonly items: readonly ItemResult[];
  readonly parts: readonly PlanPart[];
  /** Empty for who is held. */
  readonly pay: readonly PayLine[];
  /** Sum of the rounded lines; null for who is held. */
  readonly total: Exact | null;
  /** The quarter, in its last month and with the two before it in History; else absent. */
  readonly gradeReview?: GradeReview;
  /** The errors that hold the person and the warnings that name them. */
  readonly issues: readonly Issue[];
}

/** A team value that somebody's pay or score used, with who counted. */
export interface TeamFigure {
  readonly scope: "team" | "shop";
  readonly team: string;
  /** Formula text, for example `TEAM.AVERAGE(sales)`. */
  readonly figure: string;
  readonly value: Exact;
  readonly members: readonly { readonly person: string; readonly weight: Exact }[];
}

/** Everything about one month, for reports. */
export interface RunResult {
  readonly month: Month;
  /** A computed month is a draft until somebody checks and approves it. */
  readonly state: "draft" | "checked" | "approved" | "paid";
  /** In the order of Staff. */
  readonly people: readonly PersonResult[];
  /** Sum over the people who are not held. */
  readonly total: Exact;
  readonly teamFigures: readonly TeamFigure[];
  /** Every issue once: errors first, then by tab and cell. */
  readonly issues: readonly Issue[];
  /** The facts that the traces' cells refer to. */
  readonly facts: Facts;
  /** What each person's figures say, for coaching; it changes no score and no pay. */
  readonly diagnosis: MonthDiagnosis;
}
