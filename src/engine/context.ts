import type { Day } from "./calendar";
import { Exact } from "./exact";
import type { Facts } from "./facts";
import type { FormulaNode } from "./formula/node";
import { type Failure, Nothing, type Value } from "./formula/value";
import type { ClosedMonth } from "./history";
import { type Issue, issueAt } from "./issue";
import { failureFrom, Ledger } from "./ledger";
import { wholeSchedule } from "./measure";
import { nameKey, personKey } from "./name";
import type { BandTable, ManualScore, Metric, Plan, RuleBook, ScoringItem, TargetRow } from "./plan";
import type { TeamFigure } from "./result";
import { assignmentOn, employedDays, groupDays, type Person } from "./roster";
import type { SettingKey } from "./settings";
import { type Earnings, isOnProbation, type Subject, shareOfMonth, subjectOf } from "./subject";

/** Somebody who counts in a team value, with the share of the month that counts. */
export interface Member {
  readonly subject: Subject;
  readonly weight: Exact;
}

/** Whom a team value is over: the members of one team, or everybody of the file. */
export type TeamScope = "team" | "shop";

/** A person's days in a team, or in the shop. */
interface Stay {
  readonly person: Person;
  readonly days: readonly Day[];
}

/** A metric, measure or manual score as an argument: its key and the name that people know. */
export interface MetricName {
  readonly key: string;
  readonly name: string;
  readonly metric: Metric | null;
}

/** Everything that the computation of one month looks things up in. */
export class MonthContext {
  readonly ledger = new Ledger();
  readonly teamFigures = new Map<string, TeamFigure>();
  /** Team values that are known, so that a team is summed once and not once a member. */
  readonly teamValues = new Map<string, Value>();
  /** What the names that items and arguments say stand for; null for those that stand for nothing. */
  readonly metricNames = new Map<string, MetricName | null>();
  /** The band tables of items that were asked for. */
  readonly itemTables = new Map<ScoringItem, BandTable | Failure>();
  /** Values of the members behind TEAM.RANK and SHOP.RANK, by the same keys. */
  readonly rankings = new Map<string, readonly Exact[]>();
  /** Score, gates and components of a person; set by the run before the first formula. */
  earningsOf: (person: Person) => Earnings | null = () => null;
  private readonly targets = new Map<string, TargetRow[]>();
  private readonly manual = new Map<string, ManualScore[]>();
  private readonly managers: ReadonlySet<string>;
  private readonly memberLists = new Map<string, readonly Member[]>();
  private readonly quotients = new Map<Metric, boolean>();
  private readonly employedByPerson = new Map<Person, readonly Day[]>();
  private readonly staysByTeam = new Map<string, Stay[]>();

  constructor(
    readonly book: RuleBook,
    readonly facts: Facts,
    readonly closed: ClosedMonth | null,
  ) {
    for (const row of book.targets) {
      append(this.targets, `${this.metricKey(row.metric)}\n${personKey(row.appliesTo)}`, row);
    }
    for (const row of book.manual)
      append(this.manual, `${personKey(row.person)}\n${this.metricKey(row.metric)}`, row);
    this.managers = new Set(
      book.roster.people.flatMap((person) => person.assignments.map((row) => personKey(row.manager))),
    );
  }

  /** Key of the metric that a name or synonym means, so that synonyms meet. */
  metricKey(name: string): string {
    const metric = this.book.metricsByName.get(nameKey(name));
    if (metric) return nameKey(metric.name);
    const measure = this.book.measureNames.get(nameKey(name));
    return nameKey(measure ?? name);
  }

  planOf(subject: Subject): Plan | null {
    return this.book.plans.get(nameKey(subject.plan)) ?? null;
  }

  /** Rows of Targets for a metric that apply to a person, a team or `*` (a `personKey`). */
  targetsFor(metricKey: string, appliesTo: string): readonly TargetRow[] {
    return this.targets.get(`${metricKey}\n${appliesTo}`) ?? [];
  }

  manualScores(subject: Subject, metricKey: string): readonly ManualScore[] {
    return this.manual.get(`${subject.person.key}\n${metricKey}`) ?? [];
  }

  /** A subject's share of the month under the proration of Settings. */
  share(subject: Subject): Exact {
    const schedule = this.book.settings.proration === "scheduled" ? wholeSchedule(this.facts, subject) : null;
    return shareOfMonth(subject.days, this.book.month, schedule);
  }

  /** The days of the month on which a person works, in order. */
  employed(person: Person): readonly Day[] {
    let days = this.employedByPerson.get(person);
    if (!days) {
      days = employedDays(person, this.book.month);
      this.employedByPerson.set(person, days);
    }
    return days;
  }

  /** Those who count in a team value of a subject. `self` is left out where Settings say so. */
  members(scope: TeamScope, subject: Subject, withEarnings: boolean): readonly Member[] {
    const key = `${scope}\n${scope === "team" ? personKey(subject.team) : ""}\n${withEarnings}`;
    let list = this.memberLists.get(key);
    if (!list) {
      const stays = scope === "team" ? (this.teams().get(personKey(subject.team)) ?? []) : this.everybody();
      list = stays.flatMap((stay) => this.memberOf(stay, withEarnings));
      this.memberLists.set(key, list);
    }
    return this.book.settings.teamSelf
      ? list
      : list.filter((member) => member.subject.person !== subject.person);
  }

  private everybody(): Stay[] {
    return this.book.roster.people.map((person) => ({ person, days: this.employed(person) }));
  }

  /** Who is in which team on which days, by `personKey` of the team; made once. */
  private teams(): ReadonlyMap<string, readonly Stay[]> {
    if (this.staysByTeam.size > 0) return this.staysByTeam;
    for (const { person, days } of this.everybody()) {
      const byRow = groupDays(person, days);
      const byTeam = new Map<string, Day[]>();
      for (const [row, stretch] of byRow) {
        const team = personKey(row.team);
        byTeam.set(team, [...(byTeam.get(team) ?? []), ...stretch]);
      }
      for (const [team, stretch] of byTeam) append(this.staysByTeam, team, { person, days: stretch });
    }
    return this.staysByTeam;
  }

  private memberOf({ person, days }: Stay, withEarnings: boolean): Member[] {
    const employed = this.employed(person);
    if (days.length === 0 || this.isLeftOut(person, employed)) return [];
    const plain = subjectOf(person, this.book.month, days, { lenient: true, employed: employed.length });
    const subject = withEarnings ? { ...plain, earnings: this.earningsOf(person) } : plain;
    const isHead = this.book.settings.teamPartMonths === "whole";
    return [{ subject, weight: isHead ? Exact.ONE : this.share(subject) }];
  }

  private isLeftOut(person: Person, days: readonly number[]): boolean {
    const { settings, month } = this.book;
    const last = days[days.length - 1] ?? month.last;
    if (!settings.teamProbation && isOnProbation(person, month, days)) return true;
    if (!settings.teamManagers && this.managers.has(person.key)) return true;
    const left = assignmentOn(person, last)?.left ?? null;
    return !settings.teamEarlyLeavers && left !== null && left < month.first + 14;
  }

  /** Whether a metric is a quotient, so that its team average must be recomputed (VALUE). */
  isQuotient(metric: Metric): boolean {
    const known = this.quotients.get(metric);
    if (known !== undefined) return known;
    this.quotients.set(metric, false);
    const node = metric.formula?.node ?? null;
    const result = node !== null && divides(node, (key) => this.isQuotientName(key, metric));
    this.quotients.set(metric, result);
    return result;
  }

  /** A failure where a setting that a number needs has no usable value; null where all have one. */
  brokenSettings(keys: readonly SettingKey[]): Failure | null {
    const issues = keys.flatMap((key) => this.book.settings.broken.get(key) ?? []);
    return issues.length === 0 ? null : failureFrom(issues);
  }

  /** Whether a formula itself divides by a name, so that its average would be a mean of means. */
  isDivision(node: FormulaNode): boolean {
    return divides(node, () => false);
  }

  private isQuotientName(key: string, within: Metric): boolean {
    const metric = this.book.metricsByName.get(key);
    return metric !== undefined && metric !== within && this.isQuotient(metric);
  }

  /** Keeps a team figure for the run's record, once. */
  recordFigure(
    scope: TeamScope,
    subject: Subject,
    figure: string,
    value: Value,
    members: readonly Member[],
  ): void {
    if (!(value instanceof Exact)) return;
    const team = scope === "team" ? subject.team : "";
    const self = this.book.settings.teamSelf ? "" : subject.person.key;
    const key = [scope, personKey(team), figure, self].join("\n");
    if (this.teamFigures.has(key)) return;
    this.teamFigures.set(key, {
      scope,
      team,
      figure,
      value,
      members: members.map(({ subject: member, weight }) => ({ person: member.person.name, weight })),
    });
  }

  /** Warns that a team value leaves a person out: for a cell that cannot be read, or another error. */
  warnLeftOut(issues: readonly Issue[], figure: string, person: string): void {
    for (const { code, tab, cell, found } of issues) {
      const isCell = code.startsWith("cell-") || (tab !== undefined && this.facts.tabs.includes(tab));
      const warning = isCell
        ? issueAt("warning", "team-value-leaves-cell-out", null, { figure })
        : issueAt("warning", "team-value-leaves-person-out", null, { figure, left: person });
      this.ledger.add({
        ...warning,
        ...(tab !== undefined ? { tab } : {}),
        ...(cell !== undefined ? { cell } : {}),
        ...(found !== undefined ? { found } : {}),
      });
    }
  }
}

function append<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

/** Whether a formula divides by a name, or holds a name that is a quotient itself. */
function divides(node: FormulaNode, isQuotientName: (key: string) => boolean): boolean {
  if (node.kind === "name") return isQuotientName(node.key);
  if (node.kind !== "operator" && node.kind !== "call") return false;
  const [, divisor] = node.operands;
  if (node.kind === "operator" && node.operator === "/" && divisor && hasName(divisor)) return true;
  return node.operands.some((operand) => divides(operand, isQuotientName));
}

function hasName(node: FormulaNode): boolean {
  if (node.kind === "name") return true;
  return (node.kind === "operator" || node.kind === "call") && node.operands.some(hasName);
}

/** No data under a name that people know. */
export function nothingFor(name: string): Nothing {
  return new Nothing([name]);
}
