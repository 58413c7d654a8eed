import type { Day, Month } from "./calendar";
import type { Exact, Rounding } from "./exact";
import type { FormulaNode } from "./formula/node";
import type { Issue, Place } from "./issue";
import type { Roster } from "./roster";
import type { Settings } from "./settings";

/** Unit of a metric: how its values are shown and checked, never what they are. */
export type Unit = "%" | "money" | "s" | "days" | "count" | "points";

/** A label in the two languages of the product; blank texts fall back to the name. */
export interface Label {
  readonly en: string;
  readonly zh: string;
}

/** A formula as it stands in a cell. `node` is null where the text cannot be parsed. */
export interface FormulaCell {
  readonly text: string;
  readonly node: FormulaNode | null;
  readonly place: Place;
  /** Errors of the text itself; they hold whoever needs the formula. */
  readonly problems: readonly Issue[];
}

/** A row of Metrics. */
export interface Metric {
  readonly name: string;
  readonly label: Label;
  /** Null: the measure of the same name. */
  readonly formula: FormulaCell | null;
  readonly unit: Unit | null;
  readonly better: "higher" | "lower";
  readonly place: Place;
  readonly problems: readonly Issue[];
}

/**
 * What an item of Scoring does: `points` and `bonus` add to the score, `deduction` subtracts from
 * it, `gate` gives no points and says whether a component is paid.
 */
export type ItemKind = "points" | "bonus" | "deduction" | "gate";
/** A row of Scoring that only asks for a look: seen by everybody, or by HR alone. */
export type WarningKind = "warning" | "hr warning";
/** How the points of an item are found (READINGS 3.15). */
export type Method = "bands" | "band points" | "ratio" | "manual" | "formula";
/** The condition of a band row; `at least` and `up to` include their threshold. */
export type When = "at least" | "above" | "up to" | "below";

/** A row of Scoring in force. */
export interface ScoringItem {
  readonly item: string;
  readonly kind: ItemKind;
  /** Blank where a formula needs none. */
  readonly metric: string;
  /** Share of 100 for `points`, greatest points for bonus and deduction, 0 for gates. */
  readonly weight: Exact;
  readonly method: Method;
  readonly measure: "value" | "attainment";
  /** Ratios on the attainment, for `ratio` only. */
  readonly cap: Exact;
  readonly floor: Exact;
  readonly formula: FormulaCell | null;
  readonly place: Place;
  readonly problems: readonly Issue[];
}

/** A condition of Scoring which, met, makes a warning. It changes neither score nor pay. */
export interface WarningRule {
  readonly item: string;
  readonly kind: WarningKind;
  readonly formula: FormulaCell | null;
  readonly place: Place;
  readonly problems: readonly Issue[];
}

/** The items of one plan and profile in force, with what is wrong with them as a whole. */
export interface Scorecard {
  readonly profile: string;
  readonly items: readonly ScoringItem[];
  readonly warnings: readonly WarningRule[];
  /** For example weights that do not sum to 100: hold everybody who is scored by it. */
  readonly problems: readonly Issue[];
}

/** One threshold of a table. */
export interface BandRow {
  readonly when: When;
  /** Null: the "otherwise" row. */
  readonly threshold: Exact | null;
  readonly result: Exact | string;
  /** The result was typed with a percent sign: for the method `bands` 80% is 80 of 100. */
  readonly isPercent?: boolean;
  readonly place: Place;
}

/** A band or tier table in force. */
export interface BandTable {
  readonly name: string;
  /** `rising`: at least and above; `falling`: up to and below. */
  readonly direction: "rising" | "falling";
  /** In the order in which they are tried: hardest threshold first, "otherwise" last. */
  readonly rows: readonly BandRow[];
  readonly problems: readonly Issue[];
}

/** A row of Pay in force. */
export interface PayRow {
  readonly component: string;
  readonly label: Label;
  readonly formula: FormulaCell;
  readonly onlyIf: FormulaCell | null;
  readonly step: Exact;
  readonly rounding: Rounding;
  readonly place: Place;
  readonly problems: readonly Issue[];
}

/** Everything that holds for the people of one plan in one month. */
export interface Plan {
  readonly name: string;
  /** By `nameKey` of the profile; empty for a plan without Scoring. */
  readonly scorecards: ReadonlyMap<string, Scorecard>;
  readonly pay: readonly PayRow[];
  /** By `nameKey` of the table; the shared tables (blank Plan) among them. */
  readonly bands: ReadonlyMap<string, BandTable>;
  readonly problems: readonly Issue[];
}

/** A row of Targets of the month. */
export interface TargetRow {
  readonly appliesTo: string;
  readonly metric: string;
  readonly value: FormulaCell | Exact;
  readonly place: Place;
  readonly problems: readonly Issue[];
}

/** A row of Manual scores of the month. `value` is null where it cannot be read (see problems). */
export interface ManualScore {
  readonly person: string;
  readonly metric: string;
  readonly value: Exact | null;
  readonly by: string;
  readonly reason: string;
  readonly place: Place;
  readonly problems: readonly Issue[];
}

/** A row of Adjustments of the month. `amount` is null where it cannot be read (see problems). */
export interface Adjustment {
  readonly person: string;
  readonly component: string;
  readonly amount: Exact | null;
  readonly reason: string;
  readonly by: string;
  /** As it was typed; absent where nobody asks. */
  readonly on?: string;
  readonly place: Place;
  readonly problems: readonly Issue[];
}

/** A grade in force. A move names a grade or `review`; blank cells are already filled (3.21). */
export interface Grade {
  readonly name: string;
  readonly basePay: Exact | null;
  /** The cell that it stands in. */
  readonly basePayAt?: Place;
  readonly moves: {
    readonly met3: string;
    readonly met2: string;
    readonly met1: string;
    readonly met0: string;
  };
  readonly place: Place;
  readonly problems: readonly Issue[];
}

/** Days of the month under one profile. */
export interface ProfileDays {
  readonly profile: string;
  readonly days: readonly Day[];
}

/** All rules as they hold in one month. */
export interface RuleBook {
  readonly month: Month;
  readonly roster: Roster;
  /** By `nameKey` of the plan. */
  readonly plans: ReadonlyMap<string, Plan>;
  /** In the order of the tab. */
  readonly metrics: readonly Metric[];
  /** Metrics by `nameKey` of name, label and 中文名; an ambiguous synonym is an issue, not an entry. */
  readonly metricsByName: ReadonlyMap<string, Metric>;
  /** Measures that an export or Sources can give, by `nameKey` of name and synonyms, to their name. */
  readonly measureNames: ReadonlyMap<string, string>;
  /** What people call the measures of the catalogue, and their units, by `nameKey` of the name. */
  readonly measureLabels: ReadonlyMap<string, { readonly label: Label; readonly unit: Unit }>;
  /** Metrics that a supervisor rates, by `nameKey`, to their name. */
  readonly manualNames: ReadonlyMap<string, string>;
  readonly targets: readonly TargetRow[];
  /** At the end of a quarter: the Targets of its earlier months, by month; else empty. */
  readonly earlierTargets: ReadonlyMap<string, readonly TargetRow[]>;
  readonly manual: readonly ManualScore[];
  readonly adjustments: readonly Adjustment[];
  /** In the order of the tab: lowest first. */
  readonly grades: readonly Grade[];
  /** The profiles of the month with their days; one entry where the whole month is one profile. */
  readonly profiles: readonly ProfileDays[];
  readonly settings: Settings;
}
