import type { MonthContext } from "./context";
import type { Diagnosis, MonthDiagnosis, TeamMetric, TeamSummary } from "./diagnosis";
import { behindItems, type ComparedItem, ComparedItems, lostItems, measuredItems } from "./diagnosis-items";
import { diagnoseLosses } from "./diagnosis-orders";
import { diagnosePromotion } from "./diagnosis-promotion";
import { diagnoseSelling, isSellingPlan } from "./diagnosis-selling";
import { outsider, TeamAmounts } from "./diagnosis-team";
import { diagnoseTrend } from "./diagnosis-trend";
import { nameKey, personKey } from "./name";
import type { Plan } from "./plan";
import type { PersonResult } from "./result";
import type { Subject } from "./subject";

/** A person of the month: the result, and the subject that covers all the person's days. */
export interface Diagnosed {
  readonly result: PersonResult;
  /** Not lenient: an unreadable cell gives no figure. */
  readonly subject: Subject;
}

/**
 * The diagnoses of a finished month (DOMAIN A.6). Nothing is computed before it is asked for, a
 * team's figures once a team. What the computation warns of or records on the way comes after the
 * run has made its lists, and so shows nowhere.
 */
export function monthDiagnosis(context: MonthContext, people: readonly Diagnosed[]): MonthDiagnosis {
  const clinic = new Clinic(context);
  const byName = new Map(people.map((one) => [one.result.person, one]));
  const known = new Map<string, Diagnosis>();
  let summaries: readonly TeamSummary[] | null = null;
  return {
    of: (person) => {
      const one = byName.get(person);
      if (!one) return null;
      const diagnosis = known.get(person) ?? clinic.diagnose(one);
      known.set(person, diagnosis);
      return diagnosis;
    },
    teams: () => {
      summaries ??= clinic.summaries(people);
      return summaries;
    },
  };
}

class Clinic {
  private readonly teams: TeamAmounts;
  private readonly compared: ComparedItems;
  private readonly selling = new Map<Plan, boolean>();

  constructor(private readonly context: MonthContext) {
    this.teams = new TeamAmounts(context);
    this.compared = new ComparedItems(context);
  }

  diagnose({ result, subject }: Diagnosed): Diagnosis {
    const { context, teams } = this;
    const items = measuredItems(context, subject, this.compared.of(result.items));
    const lost = lostItems(result.items);
    const behind = behindItems(context, teams, subject, items);
    return {
      lost,
      behind,
      selling: this.sells(result) ? diagnoseSelling(context, teams, subject) : null,
      losses: diagnoseLosses(context, teams, subject),
      promotion: diagnosePromotion(context, subject),
      trend: diagnoseTrend(context, subject, result.score, items),
      weakest: lost[0] ?? behind[0] ?? null,
    };
  }

  private sells({ parts }: PersonResult): boolean {
    return parts.some(({ plan }) => {
      const found = this.context.book.plans.get(nameKey(plan));
      return found !== undefined && this.isSelling(found);
    });
  }

  private isSelling(plan: Plan): boolean {
    const known = this.selling.get(plan) ?? isSellingPlan(this.context, plan);
    this.selling.set(plan, known);
    return known;
  }

  summaries(people: readonly Diagnosed[]): TeamSummary[] {
    const byTeam = new Map<string, Diagnosed[]>();
    for (const one of people) {
      const key = personKey(one.result.team);
      const members = byTeam.get(key);
      if (members) members.push(one);
      else byTeam.set(key, [one]);
    }
    return [...byTeam.values()].flatMap((members) => this.summary(members) ?? []);
  }

  private summary(members: readonly Diagnosed[]): TeamSummary | null {
    const [first] = members;
    if (!first) return null;
    const { context, teams } = this;
    const asking = outsider(first.subject);
    const score = teams.score(asking, context.earningsOf(first.subject.person));
    const items = members.flatMap(({ result }) => result.items);
    const metrics = this.compared.of(items).flatMap((item) => this.teamMetric(asking, item));
    if (!score && metrics.length === 0) return null;
    return { team: first.result.team, heads: score?.heads ?? 0, score: score?.value ?? null, metrics };
  }

  private teamMetric(asking: Subject, { named, node }: ComparedItem): TeamMetric[] {
    const amount = this.teams.of(asking, node);
    return amount ? [{ ...named, value: amount.value, aHead: amount.kind !== "quotient" }] : [];
  }
}
