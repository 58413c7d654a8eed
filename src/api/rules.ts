/** The answer to `rules`: one plan as it can be edited, and what the month says about it. */
import { isoOfDay, monthOfDay } from "../engine/calendar";
import { nameKey } from "../engine/name";
import type { PlanPerson, RulesAnswer } from "./contract";
import type { Desk } from "./desk";
import { problemsOf } from "./draft";
import { fingerprintRules } from "./fingerprint";
import { dayText, readModel } from "./model";
import { namesFor } from "./names";
import { tableFacts } from "./tables";

const NO_EDITS = { edits: [], issues: [], fields: new Map<string, string>() };

/** Describes a plan's version: that of `day`, or with undefined the one in force in the desk's month. */
export function describeRules(desk: Desk, plan: string, day: number | null | undefined): RulesAnswer {
  const { rules, month, grids, lang, prepared } = desk;
  const { model, links, versions } = readModel(rules, plan, day === undefined ? month.first : day, month);
  const { book } = prepared.rules;
  return {
    ok: true,
    month: month.text,
    model,
    fingerprints: fingerprintRules(rules),
    versions: versions.map(dayText),
    nextFrom: isoOfDay(monthOfDay(month.last + 1).first),
    tables: tableFacts(desk, model),
    links,
    names: namesFor(book, model),
    metrics: book.metrics.map(({ name, label, unit }) => ({ name, label: label[lang] || name, unit })),
    profiles: profilesOf(desk),
    people: peopleOf(desk, plan),
    problems: problemsOf(prepared, grids, NO_EDITS, model, lang),
  };
}

/** `normal`, and every profile of the Calendar and of Scoring. */
function profilesOf({ rules }: Desk): string[] {
  const typed = [...rules.rows("calendar"), ...rules.rows("scoring")].map((row) => row.text("profile"));
  return [...new Set(["normal", ...typed.filter((profile) => profile !== "").map(nameKey)])];
}

function peopleOf({ view }: Desk, plan: string): PlanPerson[] {
  return view.result.people
    .filter((person) => nameKey(person.plan) === nameKey(plan))
    .map(({ person, team, held, score, total }) => ({
      person,
      team,
      held,
      score: score?.toFixed(2) ?? null,
      total: total?.toFixed(2) ?? null,
    }));
}
