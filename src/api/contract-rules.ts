/** The sidebar's contract: rules as a model that can be edited, and formulas. Types only. */
import type {
  ApiLang,
  BothWords,
  CellLink,
  DayText,
  Decimal,
  FieldProblem,
  Fingerprints,
  MonthText,
  Shown,
  ValueUnit,
} from "./contract-basics";

/**
 * The rules of one plan as one can edit them: the rows in force from one date, each field as typed.
 * A draft is the same model, edited: change fields, add rows with an empty `id`, leave rows out,
 * reorder items and pay. Rows of bands are shown by value; their order does not matter.
 */
export interface PlanModel {
  readonly plan: string;
  /** First day on which this version holds; null: always. A new day here is a new version. */
  readonly from: DayText | null;
  readonly items: readonly ItemModel[];
  readonly tables: readonly TableModel[];
  readonly pay: readonly PayModel[];
  /** Targets of the month for this plan's people. */
  readonly targets: readonly TargetModel[];
}

/** Whether a table's result is paid on the whole amount or slice by slice. */
export type TierMode = "whole" | "slices";

/** A row of Scoring. Fixed words are English whatever the tab says; they are written back in the tab's language. */
export interface ItemModel {
  /** `scoring-7` for row 7 of the tab; empty for a new row. */
  readonly id: string;
  /** `normal` or another profile of the Calendar; blank is `normal`. */
  readonly profile: string;
  readonly item: string;
  readonly kind: string;
  readonly metric: string;
  readonly weight: string;
  readonly method: string;
  readonly measure: string;
  readonly cap: string;
  readonly floor: string;
  readonly formula: string;
}

/** A table of Bands. */
export interface TableModel {
  /** Lower-case name of the table, which fields are named by; for a new table the page's own choice. */
  readonly id: string;
  readonly table: string;
  /** The table has no Plan of its own: it serves every plan without a table of that name. */
  readonly shared: boolean;
  readonly rows: readonly BandModel[];
}

/** A row of Bands. `when` is never blank here: what a blank repeats is filled in. */
export interface BandModel {
  /** `bands-12` for row 12 of the tab; empty for a new row. */
  readonly id: string;
  /** `at least`, `above`, `up to` or `below`. */
  readonly when: string;
  /** Blank: otherwise. */
  readonly threshold: string;
  readonly result: string;
}

/** A row of Pay. */
export interface PayModel {
  /** `pay-3` for row 3 of the tab; empty for a new row. */
  readonly id: string;
  readonly component: string;
  readonly label: string;
  readonly labelZh: string;
  readonly formula: string;
  readonly onlyIf: string;
  readonly round: string;
}

/** A row of Targets. */
export interface TargetModel {
  /** `targets-5` for row 5 of the tab; empty for a new row. */
  readonly id: string;
  readonly appliesTo: string;
  readonly metric: string;
  readonly target: string;
}

/** Asks for the rules of a plan. */
export interface RulesRequest {
  readonly action: "rules";
  readonly lang?: ApiLang;
  readonly plan: string;
  /** The version that begins on this day; absent: the one in force in `month`. */
  readonly from?: DayText | null;
  /** Blank or absent: the offered month. */
  readonly month?: MonthText;
}

/** A name that formulas may use. */
export interface NameOffer {
  /** What is put into the formula, for example `sales`, `ATTAINMENT(`. */
  readonly insert: string;
  readonly kind: "built-in" | "metric" | "measure" | "manual" | "component" | "function" | "table";
  readonly name: string;
  readonly label: BothWords;
  readonly help: BothWords;
  readonly unit: ValueUnit;
}

/** Where somebody of the team stands on a table. */
export interface Standing {
  readonly person: string;
  /** What is measured, in the unit of `TableFacts`. */
  readonly at: Shown;
  /** Id of the row that is reached; blank where none is. */
  readonly row: string;
}

/** What the saved rules and the month say about a table; apart from the model, which is edited. */
export interface TableFacts {
  /** `TableModel.id`. */
  readonly table: string;
  /** The day from which its rows hold; null: always. Only in that version can they be taken away. */
  readonly from: DayText | null;
  readonly direction: "rising" | "falling";
  /** What the thresholds are compared with: unit, and name in words (`Target met: sales`). */
  readonly unit: ValueUnit;
  readonly measured: string;
  /** Items (names) and pay components (names) that look into the table. */
  readonly usedByItems: readonly string[];
  readonly usedByPay: readonly string[];
  /** What the result is: percent of the weight, points, a rate or an amount of pay; any where nothing reads it. */
  readonly result: "percent of weight" | "points" | "rate" | "amount" | "any";
  /** Null where the table is not of pay. */
  readonly mode: TierMode | null;
  /** Formulas of pay for the other mode, by `PayModel.id`; null where they cannot be turned round by themselves. */
  readonly otherMode: Readonly<Record<string, string>> | null;
  readonly people: readonly Standing[];
}

/** Where a row of the model stands in the workbook. */
export type RowLinks = Readonly<Record<string, CellLink>>;

/** Somebody under the plan in the month. */
export interface PlanPerson {
  readonly person: string;
  readonly team: string;
  readonly held: boolean;
  readonly score: Decimal | null;
  readonly total: Decimal | null;
}

/** The answer to `rules`. */
export interface RulesAnswer {
  readonly ok: true;
  readonly month: MonthText;
  readonly model: PlanModel;
  readonly fingerprints: Fingerprints;
  /** Every version of the plan, oldest first. */
  readonly versions: readonly (DayText | null)[];
  /** The first day that a new version can hold from without touching this month: next month's. */
  readonly nextFrom: DayText;
  readonly tables: readonly TableFacts[];
  readonly links: RowLinks;
  readonly names: readonly NameOffer[];
  /** Words that metric fields take. */
  readonly metrics: readonly { readonly name: string; readonly label: string; readonly unit: ValueUnit }[];
  readonly profiles: readonly string[];
  readonly people: readonly PlanPerson[];
  readonly problems: readonly FieldProblem[];
}

/** Which field a formula stands in; `id` as in the model. */
export interface FormulaField {
  readonly part: "items" | "pay" | "onlyIf" | "targets";
  /** Row of the draft by its place (from 0) in `items`, `pay` or `targets`. */
  readonly index: number;
}

/** Parses a formula and computes it for a person, as if it stood in the draft's field. */
export interface CheckFormulaRequest {
  readonly action: "checkFormula";
  readonly lang?: ApiLang;
  readonly month?: MonthText;
  readonly draft: PlanModel;
  readonly field: FormulaField;
  readonly text: string;
  /** Absent: the first person of the plan. */
  readonly person?: string;
  /** Place of the caret in `text`, for offers; absent: the end. */
  readonly caret?: number;
}

/** The answer to `checkFormula`. */
export interface CheckFormulaAnswer {
  readonly ok: true;
  /** Blank where the plan has nobody. */
  readonly person: string;
  /** Null where the formula cannot be read or computed. */
  readonly value: Shown | null;
  /** The arithmetic in values, several lines. */
  readonly because: string;
  readonly problem: {
    readonly message: string;
    /** Where in `text` it is, counted in UTF-16 units; null where no single place is to blame. */
    readonly from: number | null;
    readonly to: number | null;
  } | null;
  /** Names that complete the word at the caret: it stands from `from` to `to`. */
  readonly offers: { readonly from: number; readonly to: number; readonly names: readonly NameOffer[] };
}

/** The two sides of every threshold of a pay table, worked for a person. */
export interface WorkedRequest {
  readonly action: "worked";
  readonly lang?: ApiLang;
  readonly month?: MonthText;
  readonly draft: PlanModel;
  /** `TableModel.id`. */
  readonly table: string;
  readonly person?: string;
}

/** One value of a table's measure and what the component comes to there, all else as it is. */
export interface WorkedLine {
  readonly at: Shown;
  readonly amount: Decimal;
}

/** The answer to `worked`: for each threshold, from the lowest up, just below and exactly at it. */
export interface WorkedAnswer {
  readonly ok: true;
  readonly person: string;
  readonly component: string;
  readonly steps: readonly {
    readonly threshold: Shown;
    readonly below: WorkedLine;
    readonly at: WorkedLine;
    /** `at` − `below`; negative where a higher value pays less. */
    readonly jump: Decimal;
  }[];
}
