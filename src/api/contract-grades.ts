/** The contract of the quarterly grade review. Types only. */
import type { ApiLang, DayText, Decimal, MonthText } from "./contract-basics";

/** A quarter's grades, computed and beside Staff; nothing is written. Without a quarter the latest one. */
export interface GradeReviewRequest {
  readonly action: "gradeReview";
  readonly lang?: ApiLang;
  /** `2026-Q4` */
  readonly quarter?: string;
}

/** Adds the rows of accepted moves to Staff, then writes the tab. */
export interface AcceptGradesRequest {
  readonly action: "acceptGrades";
  readonly lang?: ApiLang;
  readonly quarter?: string;
  /** Whose moves; absent: those accepted on the tab. */
  readonly people?: readonly string[];
}

/** Somebody's quarter. */
export interface GradeReviewRow {
  readonly person: string;
  readonly team: string;
  readonly grade: string;
  /** Null for what is not known: a month without `met` does not count. */
  readonly months: readonly {
    readonly month: MonthText;
    /** A ratio with 6 decimals. */
    readonly attainment: Decimal | null;
    readonly score: Decimal | null;
    readonly met: boolean | null;
  }[];
  readonly met: number;
  readonly counted: number;
  readonly outcome: "promote" | "hold" | "demote" | "review" | "pending" | "top" | "final-review";
  /** The grade after the quarter; null where only a person can say. */
  readonly next: string | null;
  readonly nextBasePay: Decimal | null;
  /** Whether the outcome asks for a row on Staff. */
  readonly isMove: boolean;
  /** What HR typed under Accept. */
  readonly accept: "yes" | "no" | "unclear";
  /** `open` waits for HR; `done` and `other` have the Staff row `staffRow`. */
  readonly state: "open" | "done" | "other" | "flag" | "stays" | "left" | "changed" | "unreadable";
  readonly staffRow: number | null;
}

/** The answer to `gradeReview`. */
export interface GradeReviewAnswer {
  readonly ok: true;
  readonly quarter: string;
  readonly months: readonly MonthText[];
  /** First day of the next quarter, on which new grades begin. */
  readonly from: DayText;
  /** Months that are not locked: while there are any, the outcomes are provisional. */
  readonly open: readonly MonthText[];
  /** Name of its tab. */
  readonly tab: string;
  /** People whose grade on Staff cannot be reviewed. */
  readonly ungraded: readonly string[];
  readonly rows: readonly GradeReviewRow[];
}

/** The answer to `acceptGrades`, with the people whose rows were added. */
export interface AcceptGradesAnswer extends GradeReviewAnswer {
  readonly added: readonly string[];
  /** Said once about what was typed for people who are not listed any more; blank where there is nothing. */
  readonly notice: string;
}
