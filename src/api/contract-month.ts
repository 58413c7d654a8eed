/** The sidebar's contract: data, run, and how a figure came about. Types only. */
import type { ApiLang, CellLink, DayText, Decimal, Fingerprints, MonthText } from "./contract-basics";

/** What the pasted tabs were taken for, and what is wrong with a month's data. */
export interface DataRequest {
  readonly action: "data";
  readonly lang?: ApiLang;
  readonly month?: MonthText;
}

/** One column of a pasted tab. */
export interface DataColumn {
  readonly header: string;
  /** In words: `sales`, `agent`, `date`. */
  readonly becomes: string;
  /** The first two filled cells. */
  readonly samples: readonly string[];
}

/** Problems that are mended in one way, as one. */
export interface ProblemGroup {
  readonly severity: "error" | "warning" | "info";
  readonly code: string;
  /** The message of the first, with its place. */
  readonly message: string;
  readonly count: number;
  /** At most 20 cells to go to. */
  readonly cells: readonly CellLink[];
  /** People that they hold. */
  readonly holds: readonly string[];
}

/** A pasted tab. */
export interface DataTab {
  readonly tab: string;
  readonly state: "ok" | "problems" | "unknown";
  /** In words: `Agent figures by day`. */
  readonly as: string;
  /** Why it was taken so; blank where nothing is to be said. */
  readonly why: string;
  readonly columns: readonly DataColumn[];
  readonly ignored: readonly string[];
  readonly firstDay: DayText | null;
  readonly lastDay: DayText | null;
  readonly rows: number;
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
  /** Rows of locked months before this one, which were read for those. */
  readonly readFor: readonly { readonly month: MonthText; readonly count: number }[];
  readonly people: number;
  readonly problems: readonly ProblemGroup[];
  /** Rows for Sources that add up rows which contradict each other; empty where none do. */
  readonly sums: readonly SourceRowModel[];
}

/** The answer to `data`. */
export interface DataAnswer {
  readonly ok: true;
  readonly month: MonthText | null;
  readonly tabs: readonly DataTab[];
  /** Problems of no pasted tab: of rule tabs. */
  readonly problems: readonly ProblemGroup[];
}

/** Proposes Sources rows for a tab that was not recognised. */
export interface ProposeRequest {
  readonly action: "propose";
  readonly lang?: ApiLang;
  readonly tab: string;
  readonly month?: MonthText;
  /** Header row (from 1) that the person chose; absent: as found. */
  readonly headerRow?: number;
}

/** How sure a proposal is. */
export type Certainty = "exact" | "guess";

/** A column of the tab, with what it may become. */
export interface ProposedColumn {
  /** Column letters. */
  readonly letters: string;
  readonly header: string;
  readonly samples: readonly string[];
  /** `person`, `date`, `measure` or `ignore`. */
  readonly role: "person" | "date" | "measure" | "ignore";
  /** Name of the measure; blank for other roles. */
  readonly measure: string;
  /** How it is summed up; blank for other roles. */
  readonly how: string;
  readonly certainty: Certainty;
  /** A measure in money waits for a person to confirm a guess. */
  readonly money: boolean;
}

/** A row for the Sources tab. Fields as its columns. */
export interface SourceRowModel {
  readonly source: string;
  readonly tab: string;
  readonly personColumn: string;
  readonly dateColumn: string;
  readonly measure: string;
  readonly how: string;
  readonly column: string;
  readonly weightColumn: string;
  readonly where: string;
}

/** A figure that formulas know: its name, its labels, and headers of exports that mean it. */
export interface KnownFigure {
  readonly name: string;
  readonly en: string;
  readonly zh: string;
  readonly also: readonly string[];
}

/** The answer to `propose`. */
export interface ProposeAnswer {
  readonly ok: true;
  readonly tab: string;
  /** From 1; 0 where no header was found. */
  readonly headerRow: number;
  /** The first rows as text, to choose the header row from. */
  readonly firstRows: readonly (readonly string[])[];
  readonly columns: readonly ProposedColumn[];
  readonly rows: readonly SourceRowModel[];
  /** Figures that a column may become; any other name is one of one's own. */
  readonly known: readonly KnownFigure[];
  /** Of how many rows below the header the person is known. */
  readonly read: number;
  readonly of: number;
}

/** Appends rows to the Sources tab. */
export interface SaveMappingRequest {
  readonly action: "saveMapping";
  readonly lang?: ApiLang;
  readonly rows: readonly SourceRowModel[];
  readonly fingerprints?: Fingerprints;
}

/** Where a month stands. */
export interface LifeRequest {
  readonly action: "life";
  readonly lang?: ApiLang;
  readonly month?: MonthText;
}

/**
 * Takes a month a step further: `check`, `approve`, `pay` or `reopen`. `restore` is none: it writes the tabs of a
 * locked month again as they were locked.
 */
export interface StepRequest {
  readonly action: "step";
  readonly lang?: ApiLang;
  readonly month?: MonthText;
  readonly step: "check" | "approve" | "pay" | "reopen" | "restore";
  /** Needed to reopen. */
  readonly reason?: string;
}

/** The answer to `life` and `step`. */
export interface LifeAnswer {
  readonly ok: true;
  readonly month: MonthText;
  readonly state: "none" | "draft" | "checked" | "approved" | "paid";
  /** Who took the last step, and when by the clock of the spreadsheet; blank for none. */
  readonly by: string;
  readonly at: string;
  readonly next: "check" | "approve" | "pay" | null;
  /** The figures are those of now: rules or data changed since the month's tabs were generated. */
  readonly isStale: boolean;
  /** The tabs that changed since then; absent where none did, or nothing says. */
  readonly changed?: readonly string[];
  readonly people: number;
  readonly held: number;
  readonly total: Decimal;
  /** Questions that nobody has answered yet; absent where there is none. */
  readonly questions?: readonly {
    readonly person: string;
    readonly line: string;
    readonly question: string;
    /** Its row on the tab Questions. */
    readonly at: CellLink;
  }[];
  /** What was sent for the month before it was reopened; absent where it was never paid before. */
  readonly paidBefore?: PaidBeforeAnswer;
  /** What somebody typed over the tabs of a locked month; absent where there is nothing. */
  readonly edited?: readonly {
    /** The first cell of a tab that is not what was locked. */
    readonly at: CellLink;
    /** Header and person of a cell of Payroll; blank elsewhere. */
    readonly what: string;
    readonly found: string;
    readonly locked: string;
    /** How many more cells of the tab differ. */
    readonly more: number;
  }[];
  /** Every step of the month, the earliest first. */
  readonly log: readonly {
    readonly action: "generated" | "checked" | "approved" | "paid" | "reopened";
    readonly by: string;
    readonly at: string;
    readonly reason: string;
  }[];
}

/** The last payment of a month that was reopened since, beside what the month comes to now. Amounts to the cent. */
export interface PaidBeforeAnswer {
  /** Who marked it as paid, and when. */
  readonly by: string;
  readonly at: string;
  /** Blank where nothing can say. */
  readonly sent: Decimal | "";
  readonly now: Decimal;
  /** With its sign; blank where `sent` is. */
  readonly difference: string;
  /** What is to be sent and to be taken back by hand, without a sign; blank where there is nothing. */
  readonly more: Decimal | "";
  readonly less: Decimal | "";
  /** What later months posted for the month; blank for nothing. */
  readonly posted: Decimal | "";
  /** Whose pay differs; null where nobody knows what each was sent. */
  readonly people:
    | readonly {
        readonly person: string;
        readonly sent: Decimal;
        readonly now: Decimal;
        /** With its sign. */
        readonly difference: string;
      }[]
    | null;
}

/** Generates the tabs of a month. */
export interface RunRequest {
  readonly action: "run";
  readonly lang?: ApiLang;
  readonly month?: MonthText;
  /** Absent: all. */
  readonly kinds?: readonly ("scorecard" | "dashboard" | "payroll" | "payslips" | "statements" | "checks")[];
}

/** A stage of a run, in words, with the seconds that it took. */
export interface RunStage {
  readonly text: string;
  /** With one decimal. */
  readonly seconds: Decimal;
}

/** The answer to `run`. */
export interface RunAnswer {
  readonly ok: true;
  readonly month: MonthText;
  readonly state: "draft";
  readonly stages: readonly RunStage[];
  readonly people: number;
  readonly held: number;
  readonly total: Decimal;
  readonly errors: number;
  readonly warnings: number;
  /** Only what needs somebody: held people first, then warnings. */
  readonly problems: readonly ProblemGroup[];
  /** Names of the tabs that were written. */
  readonly written: readonly string[];
  /** Said once, for example about what HR had typed for people who left; blank where there is nothing. */
  readonly notice: string;
}

/** How a number of an output tab came about; without a cell, the selected one. */
export interface ExplainRequest {
  readonly action: "explain";
  readonly lang?: ApiLang;
  readonly tab?: string;
  readonly cell?: string;
  /** With the members of team values: only when somebody asks who they are. */
  readonly members?: boolean;
}

/** One input or rule of a number. */
export interface ExplainPart {
  readonly text: string;
  /** At most 20 cells; `more` counts the others. */
  readonly links: readonly CellLink[];
  readonly more: number;
  /** The cell of a figure that rules made itself, such as the score in a line of pay: to be explained next. */
  readonly next?: CellLink;
}

/** What one member brings into a team value: the person, the value, how much of the month counts. */
export interface ExplainMember extends ExplainPart {
  readonly person: string;
}

/** A team value with its head count; its members only where they were asked for. */
export interface ExplainTeam {
  readonly figure: string;
  readonly shown: string;
  readonly heads: string;
  /** Its members can be asked for. */
  readonly canList?: boolean;
  /** At most 50; absent where they were not asked for. */
  readonly members?: readonly ExplainMember[];
  /** How many more there are. */
  readonly moreMembers?: number;
}

/** Puts a question about a line of somebody's month on the tab Questions. */
export interface AskRequest {
  readonly action: "ask";
  readonly lang?: ApiLang;
  readonly month: MonthText;
  readonly person: string;
  /** The item or line of pay, in the words of its tab. */
  readonly line: string;
  /** At most 1,000 signs. */
  readonly question: string;
}

/** A question about a line with its answer. Texts as they stand on the tab Questions; blank for none. */
export interface LineQuestion {
  readonly question: string;
  readonly askedBy: string;
  readonly on: string;
  /** Blank while the question is open. */
  readonly answer: string;
  readonly answeredBy: string;
  /** The row of Adjustments that it led to. */
  readonly adjustment: string;
  readonly at: CellLink;
}

/** The answer to `explain`. */
export interface ExplainAnswer {
  readonly ok: true;
  readonly at: CellLink;
  /** The month of the tab; absent where the cell is on none of ours. */
  readonly month?: MonthText;
  /** Null where the cell is none that a rule made; then `sentence` says so. */
  readonly figure: {
    readonly kind: "pay" | "item" | "score" | "total";
    readonly person: string;
    /** Label of the line or item. */
    readonly name: string;
    readonly amount: Decimal | null;
    readonly shown: string;
  } | null;
  /** A figure near the cell that can be explained; absent where the cell is one itself, and where none is. */
  readonly instead?: CellLink;
  /** One sentence: the arithmetic in values; of a cell without a figure what it shows. */
  readonly sentence: string;
  /** The four steps. */
  readonly data: readonly ExplainPart[];
  readonly rule: readonly ExplainPart[];
  readonly sum: string;
  readonly round: string;
  /**
   * Team values with their head count; colleagues' names and values only on request, to who opens the workbook
   * of the data. A manager's file holds no data, so that nothing is explained in it.
   */
  readonly team: readonly ExplainTeam[];
  /** Against the month before, where History has it: what was paid then, and what differs. */
  readonly before: {
    readonly month: MonthText;
    readonly amount: Decimal;
    readonly reasons: readonly string[];
  } | null;
  /** What was asked about the line, and what came of it; absent where nobody asked. */
  readonly questions?: readonly LineQuestion[];
  /** The rules or data changed since the tab was made: a recomputation gives another figure. */
  readonly changed: boolean;
}
