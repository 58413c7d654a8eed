/**
 * The sidebar's contract: every request and answer that goes through the one global `api(text)` as
 * JSON text. Types only, so that the page can share them.
 *
 * - A request is `{"action": "…", "lang": "zh", …}`; without `lang` the account's language holds.
 * - An answer is `{"ok": true, …}` or `{"error": "…", "field": "…"}` (`Refusal`). Words in answers
 *   are plain text in the language of the request, never HTML.
 * - Amounts, points, weights, thresholds and values are decimal strings (`"2464.00"`, `"0.4166"`), never
 *   JSON numbers. What a person typed is the text as typed (`"20%"`, `"120 %"`).
 * - A field that a person fills in is named by its path in the draft, for example
 *   `items/scoring-7/weight`, `tables/commission/bands-12/threshold`, `pay/pay-3/onlyIf`, so that a
 *   message can stand under the field. A new row is named by its place from 0: `pay/#2/formula`.
 */
import type { ApiLang, CellLink, DayText, FieldProblem, Fingerprints, MonthText } from "./contract-basics";
import type {
  AcceptGradesAnswer,
  AcceptGradesRequest,
  GradeReviewAnswer,
  GradeReviewRequest,
} from "./contract-grades";
import type {
  AskRequest,
  DataAnswer,
  DataRequest,
  ExplainAnswer,
  ExplainRequest,
  LifeAnswer,
  LifeRequest,
  ProposeAnswer,
  ProposeRequest,
  RunAnswer,
  RunRequest,
  SaveMappingRequest,
  StepRequest,
} from "./contract-month";
import type {
  CheckFormulaAnswer,
  CheckFormulaRequest,
  RulesAnswer,
  RulesRequest,
  WorkedAnswer,
  WorkedRequest,
} from "./contract-rules";
import type {
  Conflict,
  NeedsAnswer,
  NeedsRequest,
  SavedAnswer,
  SaveRulesRequest,
  UndoSaveRequest,
  WhatIfAnswer,
  WhatIfRequest,
} from "./contract-trial";

export type * from "./contract-basics";
export type * from "./contract-grades";
export type * from "./contract-month";
export type * from "./contract-rules";
export type * from "./contract-trial";

/** The answer to a request that was not carried out. Nothing was written. */
export interface Refusal {
  readonly ok?: undefined;
  /** One message, ready to show. */
  readonly error: string;
  /** The field of the request that it belongs to. */
  readonly field?: string;
  /** Stable code, for example `run.busy`, `save.conflict`, `api.bad-request`. */
  readonly code?: string;
  /** `saveRules`: every problem of the draft. */
  readonly problems?: readonly FieldProblem[];
  /** `saveRules` and `undoSave`: what somebody else changed meanwhile. */
  readonly conflict?: Conflict;
}

/** What the workbook is, and how far one can get with it. The first request of the page. */
export interface StateRequest {
  readonly action: "state";
  readonly lang?: ApiLang;
  /** The month given by hand, taken where the workbook names none. */
  readonly month?: MonthText;
}

/** How far a workbook is: nothing in it, pasted tabs only, or rule tabs. */
export type WorkbookKind = "empty" | "no-rules" | "ready";

/** The smallest gap on the way to a payroll. */
export interface Readiness {
  readonly level: "ready" | "need" | "warning";
  /** For the chip: `Ready`, `Need: 5 points of weight`. */
  readonly text: string;
  /** The whole sentence behind it; blank where there is none. */
  readonly detail: string;
  /** The pane where it is mended. */
  readonly pane: "rules" | "data" | "run";
  readonly at: CellLink | null;
}

/** A plan with the dates from which its versions hold, oldest first; null is "always". */
export interface PlanSummary {
  readonly plan: string;
  readonly versions: readonly (DayText | null)[];
  /** The version in force in the offered month. */
  readonly inForce: DayText | null;
  /** People on Staff under this plan in the offered month. */
  readonly people: number;
}

/** A ready-made system that Set up can write. */
export interface PackSummary {
  readonly name: string;
  readonly label: string;
  readonly help: string;
}

/** The answer to `state`. */
export interface StateAnswer {
  readonly ok: true;
  readonly lang: ApiLang;
  readonly workbook: WorkbookKind;
  /** Why nothing can be saved (protected tab, another run); null where it can. */
  readonly readOnly: string | null;
  readonly readiness: Readiness;
  /** The first-use checklist: which steps are done. */
  readonly steps: {
    readonly rules: boolean;
    readonly staff: boolean;
    readonly data: boolean;
    readonly payroll: boolean;
  };
  /** Months that there are data or targets for, newest first. */
  readonly months: readonly MonthText[];
  /** The month to offer: of the workbook, else the one given; null where there is neither. */
  readonly month: MonthText | null;
  /** Fingerprint of every tab that is read: another one says that panes are out of date. */
  readonly seen: string;
  /** Of everything that this answer depends on, for `changes`. */
  readonly mark?: string;
  readonly plans: readonly PlanSummary[];
  readonly fingerprints: Fingerprints;
  readonly packs: readonly PackSummary[];
}

/** Whether the workbook differs from the one of an answer to `state`: told without computing the month. */
export interface ChangesRequest {
  readonly action: "changes";
  readonly lang?: ApiLang;
  readonly mark: string;
}

/** The answer to `changes`. */
export interface ChangesAnswer {
  readonly ok: true;
  readonly changed: boolean;
}

/** Selects a cell and shows its tab. */
export interface GoToRequest {
  readonly action: "goTo";
  readonly lang?: ApiLang;
  readonly tab: string;
  readonly cell: string;
}

/** Which cell is selected, for "use selected column". */
export interface SelectionRequest {
  readonly action: "selection";
  readonly lang?: ApiLang;
}

/** The answer to `selection` and `goTo`. */
export interface SelectionAnswer {
  readonly ok: true;
  readonly at: CellLink | null;
}

/** Writes the setting `language`, which tabs are made in; `lang` of a request is the page's own. */
export interface LanguageRequest {
  readonly action: "language";
  readonly lang: ApiLang;
}

/** Writes the rule tabs that the workbook lacks, with the sample shop's data if asked. */
export interface SetUpRequest {
  readonly action: "setUp";
  readonly lang?: ApiLang;
  /** Name of a pack; blank: the first. */
  readonly pack?: string;
  readonly sample?: boolean;
  /** First month: rows of Targets are written for it. */
  readonly month?: MonthText;
}

/** The answer to `setUp`: names of tabs written, and of those that were there and kept. */
export interface SetUpAnswer {
  readonly ok: true;
  readonly written: readonly string[];
  readonly kept: readonly string[];
}

/** The answer to `language`. */
export interface DoneAnswer {
  readonly ok: true;
  readonly message: string;
}

/** Requests with their answers, by action. */
export interface Api {
  readonly state: { readonly request: StateRequest; readonly answer: StateAnswer };
  readonly changes: { readonly request: ChangesRequest; readonly answer: ChangesAnswer };
  readonly rules: { readonly request: RulesRequest; readonly answer: RulesAnswer };
  readonly checkFormula: { readonly request: CheckFormulaRequest; readonly answer: CheckFormulaAnswer };
  readonly worked: { readonly request: WorkedRequest; readonly answer: WorkedAnswer };
  readonly whatIf: { readonly request: WhatIfRequest; readonly answer: WhatIfAnswer };
  readonly needs: { readonly request: NeedsRequest; readonly answer: NeedsAnswer };
  readonly saveRules: { readonly request: SaveRulesRequest; readonly answer: SavedAnswer };
  readonly undoSave: { readonly request: UndoSaveRequest; readonly answer: SavedAnswer };
  readonly data: { readonly request: DataRequest; readonly answer: DataAnswer };
  readonly propose: { readonly request: ProposeRequest; readonly answer: ProposeAnswer };
  readonly saveMapping: { readonly request: SaveMappingRequest; readonly answer: SavedAnswer };
  readonly run: { readonly request: RunRequest; readonly answer: RunAnswer };
  readonly life: { readonly request: LifeRequest; readonly answer: LifeAnswer };
  readonly step: { readonly request: StepRequest; readonly answer: LifeAnswer };
  readonly gradeReview: { readonly request: GradeReviewRequest; readonly answer: GradeReviewAnswer };
  readonly acceptGrades: { readonly request: AcceptGradesRequest; readonly answer: AcceptGradesAnswer };
  readonly explain: { readonly request: ExplainRequest; readonly answer: ExplainAnswer };
  readonly ask: { readonly request: AskRequest; readonly answer: DoneAnswer };
  readonly goTo: { readonly request: GoToRequest; readonly answer: SelectionAnswer };
  readonly selection: { readonly request: SelectionRequest; readonly answer: SelectionAnswer };
  readonly language: { readonly request: LanguageRequest; readonly answer: DoneAnswer };
  readonly setUp: { readonly request: SetUpRequest; readonly answer: SetUpAnswer };
}

/** Name of a request. */
export type Action = keyof Api;

/** What `api` answers to a request of an action. */
export type Answer<Name extends Action> = Api[Name]["answer"] | Refusal;
