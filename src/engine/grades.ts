import { type Month, monthOfDay } from "./calendar";
import { Exact } from "./exact";
import { personKey } from "./name";
import type { Grade } from "./plan";
import type { Settings } from "./settings";

/**
 * What a quarter comes to (DOMAIN A.10, READINGS 3.21). `review` and `final-review` are flags for a
 * person: nobody is dismissed by a table. `top` stays on the highest grade, `pending` waits for
 * three counted months.
 */
export type GradeOutcome = "promote" | "hold" | "demote" | "review" | "pending" | "top" | "final-review";

/** An outcome with the grade after it; null where only a person can say. */
export interface GradeMove {
  readonly outcome: GradeOutcome;
  readonly next: Grade | null;
}

/** How much of a month somebody was employed, in calendar days. */
export interface PartMonth {
  readonly days: number;
  readonly of: number;
}

/** One month of a quarter. What is null is not known: the month does not count. */
export interface QuarterMonth {
  /** `2026-10` */
  readonly month: string;
  readonly attainment: Exact | null;
  readonly score: Exact | null;
  readonly met: boolean | null;
  /** Of a month in which the person was employed on some of the days only, against a target of all of them. */
  readonly part?: PartMonth;
}

/** A person's quarter with its evidence. */
export interface GradeReview extends GradeMove {
  readonly grade: Grade;
  /** Months met, of those counted. */
  readonly met: number;
  readonly counted: number;
  readonly months: readonly QuarterMonth[];
}

/** Months of a quarter; with fewer counted months the move is pending. */
export const QUARTER_MONTHS = 3;

/**
 * The move of a grade after a quarter with so many months met of those counted.
 *
 * The ladder says where each count leads. A move up or down by its order is `promote` or `demote`.
 * Staying is `top` for three met on the last row, `final-review` for one or none met on the first
 * (there is no lower grade), else `hold`.
 *
 * Example: A1 of A0 to A4 with 3 of 3 is promoted to A2; with 2 of 2 it is pending.
 *
 * @param ladder the Grades in force, lowest first; `current` is one of them.
 * @param met 0 to `counted`; more than three is our own bug and throws.
 */
export function gradeMove(ladder: readonly Grade[], current: Grade, met: number, counted: number): GradeMove {
  if (counted < QUARTER_MONTHS) return { outcome: "pending", next: current };
  const { met0, met1, met2, met3 } = current.moves;
  const target = [met0, met1, met2, met3][met];
  if (target === undefined) throw new Error(`no move for ${met} months met`);
  const next = findGrade(ladder, target);
  if (!next) return { outcome: "review", next: null };
  return { outcome: outcomeOf(ladder.indexOf(current), ladder.indexOf(next), ladder.length, met), next };
}

function outcomeOf(from: number, to: number, rows: number, met: number): GradeOutcome {
  if (to !== from) return to > from ? "promote" : "demote";
  if (met === QUARTER_MONTHS && from === rows - 1) return "top";
  return met <= 1 && from === 0 ? "final-review" : "hold";
}

/** The grade of a name, case and blanks ignored; null where the ladder has none. */
export function findGrade(ladder: readonly Grade[], name: string): Grade | null {
  return ladder.find((grade) => personKey(grade.name) === personKey(name)) ?? null;
}

/**
 * Whether a month is met: attainment of 100 % and more, exactly 100 % included; by Setting also a
 * score of `grade_met_score` and more. Null where a figure that decides is missing.
 */
export function monthMet(
  { attainment, score }: Pick<QuarterMonth, "attainment" | "score">,
  { gradeMet, gradeMetScore }: Pick<Settings, "gradeMet" | "gradeMetScore">,
): boolean | null {
  if (!attainment) return null;
  const reached = attainment.atLeast(Exact.ONE);
  if (gradeMet === "attainment") return reached;
  return score ? reached && score.atLeast(gradeMetScore) : null;
}

/** The outcome of a quarter's months; null for a grade that the ladder lacks, or whose row is broken. */
export function reviewQuarter(
  ladder: readonly Grade[],
  gradeName: string,
  months: readonly QuarterMonth[],
): GradeReview | null {
  const grade = findGrade(ladder, gradeName);
  if (!grade || gradeName === "" || grade.problems.length > 0) return null;
  const counted = months.filter(({ met }) => met !== null).length;
  const met = months.filter((month) => month.met === true).length;
  return { grade, met, counted, months, ...gradeMove(ladder, grade, met, counted) };
}

/** The two months before the last month of a calendar quarter, in order; null for any other month. */
export function monthsBeforeQuarterEnd(month: Month): readonly [Month, Month] | null {
  if (Number(month.text.slice(5)) % QUARTER_MONTHS !== 0) return null;
  const second = monthOfDay(month.first - 1);
  return [monthOfDay(second.first - 1), second];
}
