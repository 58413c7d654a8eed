import type { Month } from "./calendar";
import type { MonthContext } from "./context";
import { Exact } from "./exact";
import { Failure, type Value } from "./formula/value";
import { issueAt, type Place } from "./issue";
import { failureFrom } from "./ledger";
import { personKey } from "./name";
import type { Grade } from "./plan";
import { groupDays } from "./roster";
import type { Subject } from "./subject";
import type { Trace } from "./trace";

/** A stretch of a subject's days under one Staff row, with its base pay for a whole month. */
interface BaseStretch {
  readonly basePay: Exact;
  readonly share: Exact;
  /** The share as its day basis says it, for example `15/31`. */
  readonly shareText: string;
  /** The cell of the base pay: of the Staff row, else of its grade. */
  readonly place: Place;
}

/** The stretches behind base pay; a failure where a row has neither base pay nor a known grade. */
function baseStretches(context: MonthContext, subject: Subject): BaseStretch[] | Failure {
  const stretches: BaseStretch[] = [];
  for (const [row, covered] of groupDays(subject.person, subject.days)) {
    const own = row.basePay ? row : gradePay(context, row.grade);
    if (own instanceof Failure) return own;
    const basePay = own?.basePay ?? null;
    if (basePay === null && row.unreadable.length > 0) return failureFrom(row.unreadable);
    if (basePay === null) return noBasePay(subject, row.grade, row.place);
    const share = context.share({ ...subject, days: covered });
    const broken = share.equals(Exact.ONE) ? null : context.brokenSettings(["proration"]);
    if (broken) return broken;
    stretches.push({
      basePay,
      share,
      shareText: shareText(share, covered.length, subject.month),
      place: own?.basePayAt ?? row.place,
    });
  }
  return stretches;
}

/** Calendar days of days of the month; under a schedule the reduced share. */
function shareText(share: Exact, days: number, month: Month): string {
  const byCalendar = Exact.integer(days).over(Exact.integer(month.days));
  return share.equals(byCalendar) ? `${days}/${month.days}` : share.toFraction();
}

/**
 * Base pay of the subject's days: the sum over days of that day's base pay ÷ days of the month
 * (scheduled days where the whole schedule is known). Not rounded.
 */
export function baseValue(context: MonthContext, subject: Subject): Value {
  const stretches = baseStretches(context, subject);
  if (stretches instanceof Failure) return stretches;
  return Exact.sum(stretches.map(({ basePay, share }) => basePay.times(share)));
}

/** Base pay as arithmetic: base × share of the month, stretch by stretch. */
export function baseTrace(context: MonthContext, subject: Subject): Trace | null {
  const stretches = baseStretches(context, subject);
  if (stretches instanceof Failure) return null;
  const parts = stretches.map(({ basePay, share, shareText, place }): Trace => {
    const monthly: Trace = { kind: "name", name: "base", unit: "money", value: basePay, origin: { place } };
    if (share.equals(Exact.ONE)) return monthly;
    const fraction: Trace = { kind: "literal", text: shareText, value: share };
    return { kind: "operator", operator: "*", operands: [monthly, fraction], value: basePay.times(share) };
  });
  return parts.reduce((left, right) => ({
    kind: "operator",
    operator: "+",
    operands: [left, right],
    value: baseValue(context, subject),
  }));
}

function noBasePay(subject: Subject, grade: string, place: Parameters<typeof issueAt>[2]): Failure {
  const code = grade === "" ? "no-base-pay" : "unknown-grade";
  return failureFrom([issueAt("error", code, place, { person: subject.person.name, grade })]);
}

/** The grade that gives base pay; null where there is none of that name. */
function gradePay(context: MonthContext, name: string): Grade | Failure | null {
  const grade = context.book.grades.find((one) => personKey(one.name) === personKey(name));
  if (!grade || name === "") return null;
  return grade.problems.length > 0 ? failureFrom(grade.problems) : grade;
}
