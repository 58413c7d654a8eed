import { Exact } from "../engine/exact";
import { forHr, type Issue, issueAt } from "../engine/issue";
import { nameKey, personKey } from "../engine/name";
import type {
  EarlierCorrection,
  LateCause,
  PayLine,
  PersonResult,
  RecoveryLimit,
  RunResult,
  SettledPart,
} from "../engine/result";

/** One line of pay of a closed month, as it was paid or as it comes out now. */
export interface PaidLine {
  readonly person: string;
  readonly component: string;
  readonly amount: Exact;
}

/** Something that a later month paid or took back already for a closed month. */
export interface PostedLine extends PaidLine {
  /** The closed month that it corrects, `2026-10`. */
  readonly origin: string;
  /** The month that posted it, and what the line stood at as paid then (null: not known). */
  readonly by?: { readonly month: string; readonly was: Exact | null };
}

/** What late data changed on one line of a closed month. */
export interface Difference {
  readonly origin: string;
  readonly person: string;
  readonly component: string;
  readonly was: Exact;
  readonly now: Exact;
  /** now − was − what later months have posted and HR has settled: what is still open. Never 0. */
  readonly open: Exact;
  /** What later months have posted, by month. Absent where nothing was, or an older version stored it. */
  readonly earlier?: readonly EarlierCorrection[];
  /** Pay of a month in which the person was held, which comes late as a whole: wages, no correction of any. */
  readonly isLatePay?: true;
  /** What changed in the figures behind the line. Absent where nothing says, and in what later months read of it. */
  readonly causes?: readonly LateCause[];
  /** What HR settled by hand or does not take back, which `open` is without. Absent where nothing is. */
  readonly settled?: readonly SettledPart[];
}

/** What part of a difference a month posts, and what waits for the next. */
export interface Correction extends Difference {
  /** Signed, to the cent. */
  readonly posted: Exact;
  readonly carried: Exact;
  /** How much could be taken back; absent where nothing is carried. */
  readonly limited?: RecoveryLimit;
}

/** What tells one line of one closed month from another. */
export function lineKey(person: string, component: string): string {
  return `${personKey(person)}\n${nameKey(component)}`;
}

/** Amounts by person and component, in the order of first sight; equal names add up. */
function sums(lines: readonly PaidLine[]): Map<string, { person: string; component: string; amount: Exact }> {
  const found = new Map<string, { person: string; component: string; amount: Exact }>();
  for (const { person, component, amount } of lines) {
    const key = lineKey(person, component);
    const known = found.get(key);
    found.set(key, known ? { ...known, amount: known.amount.plus(amount) } : { person, component, amount });
  }
  return found;
}

/**
 * What a closed month's late data leaves open, line by line: the lines as they come out of the
 * month's own rules now, less what was paid, less what later months have posted. A line that is
 * gone counts 0, and so does one of a person who was held. Running it twice gives the same.
 */
export function differencesOf(
  origin: string,
  paid: readonly PaidLine[],
  now: readonly PaidLine[],
  posted: readonly PostedLine[],
): Difference[] {
  const [before, after] = [sums(paid), sums(now)];
  const settled = posted.filter((line) => line.origin === origin);
  const done = sums(settled);
  const earlier = earlierBy(settled);
  const keys = new Set([...before.keys(), ...after.keys(), ...done.keys()]);
  return [...keys].flatMap((key) => {
    const one = before.get(key) ?? after.get(key) ?? done.get(key);
    if (!one) return [];
    const was = before.get(key)?.amount ?? Exact.ZERO;
    const then = after.get(key)?.amount ?? Exact.ZERO;
    const open = then.minus(was).minus(done.get(key)?.amount ?? Exact.ZERO);
    return open.isZero()
      ? []
      : [{ origin, person: one.person, component: one.component, was, now: then, open, ...earlier(key) }];
  });
}

/** Looks up what was posted for a line of one closed month. */
function earlierBy(settled: readonly PostedLine[]): (key: string) => Pick<Difference, "earlier"> {
  const found = new Map<string, EarlierCorrection[]>();
  for (const { person, component, amount, by } of settled) {
    if (!by || amount.isZero()) continue;
    const key = lineKey(person, component);
    found.set(key, [...(found.get(key) ?? []), { month: by.month, amount, was: by.was }]);
  }
  return (key) => {
    const earlier = found.get(key);
    return earlier ? { earlier } : {};
  };
}

/**
 * Which part of the differences a month posts for one person. What is owed to the person is paid
 * whole. What is to be taken back is set off against it; beyond that it stops at `limit` (a share,
 * `20%`) of the month's pay, cut down to the cent. Pay of a month in which somebody was held is wages: nothing is
 * set off against it, and it counts as pay for the limit. The oldest month goes first, the rest is carried
 * forward. Without a limit all is posted, though never more than leaves 0.
 */
export function postDifferences(
  pay: Exact,
  differences: readonly Difference[],
  limit: Exact | null,
): Correction[] {
  const positive = differences.filter(({ open }) => open.sign() > 0);
  const sumOf = (late: boolean) =>
    Exact.sum(positive.filter(({ isLatePay = false }) => isLatePay === late).map(({ open }) => open));
  const [owed, wages] = [sumOf(false), pay.plus(sumOf(true))];
  const share = wages.sign() > 0 ? wages.times(limit ?? Exact.ONE).round(Exact.CENT, "down") : Exact.ZERO;
  let left = owed.plus(share);
  const byAge = [...differences].sort((a, b) => (a.origin < b.origin ? -1 : a.origin > b.origin ? 1 : 0));
  return byAge.map((difference) => {
    const { open } = difference;
    if (open.sign() > 0) return { ...difference, posted: open, carried: Exact.ZERO };
    const posted = open.abs().min(left).negated();
    const before = owed.plus(share).minus(left);
    left = left.plus(posted);
    const carried = open.minus(posted);
    const limited = carried.isZero() ? {} : { limited: { limit, pay: wages, owed, before } };
    return { ...difference, posted, carried, ...limited };
  });
}

/** The differences of a closed month, those of people who were held in it marked as pay that comes late. */
export function withLatePay(
  differences: readonly Difference[],
  paid: readonly { readonly person: string; readonly held: boolean }[],
): Difference[] {
  const held = new Set(paid.filter((one) => one.held).map(({ person }) => personKey(person)));
  return differences.map((one) => (held.has(personKey(one.person)) ? { ...one, isLatePay: true } : one));
}

/** The same differences after later months posted what they did; what is settled is left out. */
export function stillOpen(known: readonly Difference[], posted: readonly PostedLine[]): Difference[] {
  return known.flatMap(({ settled: _, ...one }) => {
    const done = posted.filter(
      ({ origin, person, component }) =>
        origin === one.origin && lineKey(person, component) === lineKey(one.person, one.component),
    );
    const open = one.now.minus(one.was).minus(Exact.sum(done.map(({ amount }) => amount)));
    return open.isZero() ? [] : [{ ...one, open, ...earlierBy(done)(lineKey(one.person, one.component)) }];
  });
}

/** The latest that months knew of each line, the later list winning. */
export function latestKnown(lists: readonly (readonly Difference[])[]): Difference[] {
  const known = new Map<string, Difference>();
  for (const one of lists.flat()) known.set(`${one.origin}\n${lineKey(one.person, one.component)}`, one);
  return [...known.values()];
}

/** A correction as a line of pay, under the component of the closed month and linked to it. */
function lineOf(one: Correction, plan: string, label: PayLine["label"]): PayLine {
  const { origin, component, was, now, posted, carried, earlier = [], limited, causes, settled } = one;
  const { en, zh } = label;
  return {
    component: `${origin} ${component}`,
    label: { en: `${origin} ${en}`, zh: `${origin} ${zh}` },
    amount: posted,
    from: "correction",
    due: true,
    reason: "",
    plan,
    place: { tab: "" },
    correction: {
      origin,
      component,
      label,
      was,
      now,
      earlier,
      carried,
      ...(limited && { limited }),
      ...(causes && { causes }),
      ...(settled && settled.length > 0 && { settled }),
    },
    trace: () => null,
    conditionTrace: () => null,
    unrounded: null,
  };
}

/**
 * The month with the corrections of closed months as lines of their own after everybody's other
 * lines. Whoever is held gets none now: what is open waits. Somebody with an open difference who is
 * not in the month is a warning for HR.
 */
export function withCorrections(
  result: RunResult,
  differences: readonly Difference[],
  limit: Exact | null,
): { readonly result: RunResult; readonly issues: readonly Issue[] } {
  if (differences.length === 0) return { result, issues: [] };
  const byPerson = new Map<string, Difference[]>();
  for (const difference of differences) {
    const key = personKey(difference.person);
    byPerson.set(key, [...(byPerson.get(key) ?? []), difference]);
  }
  const pay = result.people.flatMap((person) => person.pay);
  const labelOf = labelsOf(pay.filter(({ from }) => from === "plan"));
  const people = result.people.map((person) => correctPerson(person, byPerson, limit, labelOf));
  const carried = people.flatMap((person) => carriedOf(person, labelOf));
  const listed = new Set(result.people.map(({ person }) => personKey(person)));
  const issues = [...byPerson].flatMap(([key, open]) =>
    listed.has(key) ? [] : lostOf(open, result.month.text, labelOf),
  );
  return {
    result: {
      ...result,
      people,
      total: Exact.sum(people.flatMap(({ total }) => total ?? [])),
    },
    issues: [...issues, ...carried],
  };
}

/** What people call a component; its own name where nothing says. */
export type LabelOf = (component: string) => PayLine["label"];

/** What rows or lines of the month's plans call a component, the first of several; its own name where none has it. */
export function labelsOf(rows: readonly Pick<PayLine, "component" | "label">[]): LabelOf {
  const known = new Map<string, PayLine["label"]>();
  for (const { component, label } of rows)
    if (!known.has(nameKey(component))) known.set(nameKey(component), label);
  return (component) => {
    const { en, zh } = known.get(nameKey(component)) ?? { en: "", zh: "" };
    return { en: en || component, zh: zh || component };
  };
}

function correctPerson(
  person: PersonResult,
  byPerson: ReadonlyMap<string, readonly Difference[]>,
  limit: Exact | null,
  labelOf: LabelOf,
): PersonResult {
  const open = byPerson.get(personKey(person.person));
  if (!open || person.total === null) return person;
  const lines = postDifferences(person.total, open, limit).map((one) =>
    lineOf(one, person.plan, labelOf(one.component)),
  );
  const pay = [...person.pay, ...lines];
  return { ...person, pay, total: Exact.sum(pay.map(({ amount }) => amount)) };
}

/** What waits for the next month, told to HR by line. */
function carriedOf({ person, pay }: PersonResult, labelOf: LabelOf): Issue[] {
  return pay.flatMap(({ amount, correction }) => {
    if (!correction || correction.carried.isZero()) return [];
    const { origin, component, carried } = correction;
    const [open, posted] = [carried.plus(amount).toFixed(2), amount.toFixed(2)];
    const values = { person, month: origin, ...named(component, labelOf), open, posted };
    const all = { ...values, carried: carried.toFixed(2) };
    return [forHr(issueAt("info", "correction-carried", null, all))];
  });
}

/** What is open for somebody whom the month that is run does not list, with its line, at the late cell where one is known. */
function lostOf(differences: readonly Difference[], run: string, labelOf: LabelOf): Issue[] {
  return differences.map(({ person, origin, component, causes = [], ...amounts }) => {
    const values = { person, month: origin, ...named(component, labelOf), run };
    const [was, now, open] = [amounts.was, amounts.now, amounts.open].map((amount) => amount.toFixed(2));
    const all = { ...values, was: was ?? "", now: now ?? "", open: open ?? "" };
    const [late = null] = causes.flatMap(({ cells }) => cells);
    return forHr(issueAt("warning", "correction-for-nobody", late, all));
  });
}

/** A component's label as messages name it in either language. */
export function named(component: string, labelOf: LabelOf): { component: string; componentZh: string } {
  const { en, zh } = labelOf(component);
  return { component: en, componentZh: zh };
}
