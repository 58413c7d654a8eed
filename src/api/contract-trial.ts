/** The sidebar's contract: what a draft would do, and saving it. Types only. */
import type {
  ApiLang,
  Decimal,
  FieldProblem,
  Fingerprints,
  MonthText,
  Shown,
  ValueUnit,
} from "./contract-basics";
import type { PlanModel } from "./contract-rules";

/** Computes the month under the saved rules and under a draft. Nothing is written. */
export interface WhatIfRequest {
  readonly action: "whatIf";
  readonly lang?: ApiLang;
  readonly month?: MonthText;
  readonly draft: PlanModel;
}

/** One line of pay, under the saved rules and under the draft. */
export interface LineChange {
  readonly component: string;
  readonly label: string;
  readonly before: Decimal | null;
  readonly after: Decimal | null;
  readonly delta: Decimal;
}

/** What a draft changes for one person. */
export interface PersonChange {
  readonly person: string;
  readonly team: string;
  readonly plan: string;
  readonly scoreNow: Decimal | null;
  readonly scoreThen: Decimal | null;
  readonly payNow: Decimal | null;
  readonly payThen: Decimal | null;
  /** `payThen` − `payNow`; null where either is held. */
  readonly delta: Decimal | null;
  readonly heldNow: boolean;
  readonly heldThen: boolean;
  /** Why, in words, the weightiest first: `118% crosses 115%`, `weight of reply −5`. Never empty for a loss. */
  readonly reasons: readonly string[];
  readonly lines: readonly LineChange[];
}

/** The answer to `whatIf`. People stand by the size of their change, the largest first. */
export interface WhatIfAnswer {
  readonly ok: true;
  readonly month: MonthText;
  readonly totalNow: Decimal;
  readonly totalThen: Decimal;
  readonly delta: Decimal;
  readonly more: number;
  readonly less: number;
  readonly same: number;
  readonly held: number;
  readonly people: readonly PersonChange[];
  readonly problems: readonly FieldProblem[];
  /** What of `totalThen` corrects locked months; absent where nothing does. */
  readonly corrections?: Decimal;
  /** The draft begins after the month: what is shown is the draft as if it held already. */
  readonly asIf: boolean;
}

/** What it takes to reach the next tier. */
export interface NeedsRequest {
  readonly action: "needs";
  readonly lang?: ApiLang;
  readonly month?: MonthText;
  /** Absent: the saved rules of everybody; else the draft for the people of its plan. */
  readonly draft?: PlanModel;
  /** For this person only; absent: everybody. */
  readonly person?: string;
}

/** One next tier of one person. */
export interface Need {
  readonly for: "item" | "pay";
  /** Name of the item or component. */
  readonly name: string;
  readonly table: string;
  /** Today's value, and the threshold of the next tier. */
  readonly now: Shown;
  readonly threshold: Shown;
  /** The measure that has to change, in words, and by how much; null where no single measure does it. */
  readonly measure: string | null;
  /** Smallest amount with which the tier is reached; a cent or one unit less does not reach it. Negative: less of it. */
  readonly amount: Decimal | null;
  readonly unit: ValueUnit;
  /** What the tier gives: its result as typed. */
  readonly result: string;
  /** The whole in words: `2,400.00 more sales for 120 %`. */
  readonly text: string;
}

/** The answer to `needs`. Held people have none. */
export interface NeedsAnswer {
  readonly ok: true;
  readonly month: MonthText;
  readonly people: readonly { readonly person: string; readonly needs: readonly Need[] }[];
}

/** Writes a draft into the rule tabs, all or nothing. */
export interface SaveRulesRequest {
  readonly action: "saveRules";
  readonly lang?: ApiLang;
  readonly month?: MonthText;
  readonly draft: PlanModel;
  /** The model as `rules` gave it. A `draft.from` other than `base.from` writes a new version. */
  readonly base: PlanModel;
  /** As `rules` gave them. */
  readonly fingerprints: Fingerprints;
}

/** One field that two people changed, or that somebody else changed. */
export interface ConflictField {
  /** Tab and row in words, for example `Scoring · conversion · Weight`. */
  readonly label: string;
  readonly field: string;
  readonly base: string;
  readonly theirs: string;
  readonly mine: string;
  /** Both changed it, to different values. */
  readonly both: boolean;
}

/** Rule tabs changed since they were read. Nothing was written. */
export interface Conflict {
  /** Names of the tabs that changed. */
  readonly tabs: readonly string[];
  /** What changed, for comparing; empty where the change does not concern this plan. */
  readonly fields: readonly ConflictField[];
  /** The rules as they stand now: take these as model and base to keep theirs. */
  readonly theirs: PlanModel;
  /** Theirs with my changes put in: save these (base `theirs`) to keep mine. */
  readonly mine: PlanModel;
  /** Fingerprints to send with either. */
  readonly fingerprints: Fingerprints;
}

/** What `undoSave` needs; the page keeps it and does not look inside. */
export interface UndoToken {
  readonly fingerprints: Fingerprints;
  readonly tabs: readonly {
    readonly kind: string;
    readonly cells: readonly {
      readonly row: number;
      readonly column: number;
      readonly value: string | number | boolean;
      readonly format: string;
    }[];
  }[];
}

/** The answer to `saveRules` and `undoSave`. */
export interface SavedAnswer {
  readonly ok: true;
  /** In words, for a toast. */
  readonly message: string;
  /** Tabs that were written, with how many cells of each. */
  readonly written: readonly { readonly tab: string; readonly cells: number }[];
  /** The rules as they stand now, with fresh ids. */
  readonly model: PlanModel | null;
  readonly fingerprints: Fingerprints;
  /** Null for `undoSave`. */
  readonly undo: UndoToken | null;
}

/** Takes a save back; refused where a tab changed since. */
export interface UndoSaveRequest {
  readonly action: "undoSave";
  readonly lang?: ApiLang;
  readonly undo: UndoToken;
}
