/** What a workbook is, and the smallest gap on the way to a payroll. */

import { type Month, parseMonth } from "../engine/calendar";
import { Exact } from "../engine/exact";
import type { Grid } from "../engine/grid";
import { nameKey } from "../engine/name";
import { employedDays } from "../engine/roster";
import { fingerprintGrid, fingerprintText } from "../life/fingerprint";
import { latestMonth, offeredMonths } from "../month";
import { PACKS } from "../rules/packs/index";
import { answerWord } from "../text/answers";
import { renderIssue } from "../text/render";
import type { Lang } from "../text/template";
import type { PlanSummary, Readiness, StateAnswer, WorkbookKind } from "./contract";
import { groupProblems } from "./data";
import { Desk } from "./desk";
import { fingerprintRules } from "./fingerprint";
import { dayText, planNames, planVersions, readModel } from "./model";
import { type OpenRules, openRules } from "./open";

/** What only the services know. */
export interface Outside {
  /** Why nothing can be saved; null where it can. */
  readonly readOnly: string | null;
  /** Months whose payroll was generated. */
  readonly generated: readonly string[];
  /** The month given by hand, as typed; blank for none. It holds where the workbook names no month. */
  readonly given?: string;
}

function fingerprintOf(grids: readonly Grid[]): string {
  return fingerprintText(grids.map((grid) => `${grid.name} ${fingerprintGrid(grid)}`).join("\n"));
}

/** Fingerprint of all that the answer to `state` depends on, besides the language and the month given by hand. */
export function markOf(grids: readonly Grid[], { readOnly, generated }: Outside): string {
  return fingerprintText([fingerprintOf(grids), readOnly ?? "", ...generated].join("\n"));
}

/** The answer to `state`. */
export function describeState(
  grids: readonly Grid[],
  lang: Lang,
  { readOnly, generated, given = "" }: Outside,
): StateAnswer {
  const rules = openRules(grids);
  const month = latestMonth(grids) ?? parseMonth(given);
  const desk = month ? new Desk(grids, month, lang) : null;
  const workbook = kindOf(grids, rules);
  const people = desk ? desk.prepared.rules.book.roster.people : [];
  return {
    ok: true,
    lang,
    workbook,
    readOnly,
    readiness: readinessOf(workbook, desk, lang),
    steps: {
      rules: rules.tabs.has("pay"),
      staff: people.length > 0,
      data: (desk?.prepared.data.tabs ?? []).some(({ as }) => as !== "unknown"),
      payroll: generated.length > 0,
    },
    months: monthsWith(offeredMonths(grids), month),
    month: month?.text ?? null,
    seen: fingerprintOf(grids),
    mark: markOf(grids, { readOnly, generated }),
    plans: desk ? planNames(rules).map((plan) => summaryOf(rules, plan, desk)) : plansWithoutMonth(rules),
    fingerprints: fingerprintRules(rules),
    packs: PACKS.map(({ name, label, help }) => ({ name, label: label[lang], help: help[lang] })),
  };
}

/** The months of the workbook; where it names none, the one that was given. */
function monthsWith(months: readonly string[], month: Month | null): readonly string[] {
  return months.length === 0 && month ? [month.text] : months;
}

function kindOf(grids: readonly Grid[], rules: OpenRules): WorkbookKind {
  if (rules.tabs.has("pay") || rules.tabs.has("scoring")) return "ready";
  return grids.some(({ rows }) => rows.length > 0) ? "no-rules" : "empty";
}

function summaryOf(rules: OpenRules, plan: string, { month, prepared }: Desk): PlanSummary {
  const people = prepared.rules.book.roster.people.filter((person) => {
    const days = employedDays(person, month);
    return days.length > 0 && person.assignments.some((row) => nameKey(row.plan) === nameKey(plan));
  });
  return {
    plan,
    versions: planVersions(rules, plan).map(dayText),
    inForce: readModel(rules, plan, month.first, month).model.from,
    people: people.length,
  };
}

function plansWithoutMonth(rules: OpenRules): PlanSummary[] {
  return planNames(rules).map((plan) => ({
    plan,
    versions: planVersions(rules, plan).map(dayText),
    inForce: null,
    people: 0,
  }));
}

function gap(
  lang: Lang,
  what: Parameters<typeof answerWord>[0],
  pane: Readiness["pane"],
  detail: Parameters<typeof answerWord>[0],
): Readiness {
  return {
    level: "need",
    text: answerWord("need", lang, { what: answerWord(what, lang) }),
    detail: answerWord(detail, lang),
    pane,
    at: null,
  };
}

function readinessOf(workbook: WorkbookKind, desk: Desk | null, lang: Lang): Readiness {
  if (workbook !== "ready") return gap(lang, "needRules", "rules", "setUpFirst");
  if (!desk) return gap(lang, "needMonth", "run", "pasteData");
  const { result } = desk.view;
  const weights = result.issues.find(({ code }) => code === "weights-not-100");
  if (weights) return weightGap(weights, lang);
  if (result.people.length === 0) return gap(lang, "needStaff", "rules", "fillStaff");
  if (desk.prepared.data.tabs.length === 0) return gap(lang, "needData", "data", "pasteData");
  const held = result.people.filter((person) => person.held).length;
  const first = result.issues.find(({ severity }) => severity === (held > 0 ? "error" : "warning"));
  const at =
    first?.tab !== undefined && first.cell !== undefined ? { tab: first.tab, cell: first.cell } : null;
  const detail = first ? renderIssue(first, lang) : "";
  const isRaw = desk.prepared.data.tabs.some(({ tab }) => tab === first?.tab);
  const pane = isRaw ? "data" : "run";
  if (held > 0) {
    const errors = result.issues.filter(({ severity }) => severity === "error");
    const text = decisionWords(groupProblems(errors, lang).length, held, lang);
    return { level: "need", text, detail, pane, at };
  }
  const asked = result.issues.filter(({ severity }) => severity !== "info");
  const look = groupProblems(asked, lang).length;
  if (look > 0)
    return { level: "warning", text: answerWord("toLookAt", lang, { n: look }), detail, pane, at };
  return { level: "ready", text: answerWord("ready", lang), detail: "", pane: "run", at: null };
}

/** Alike problems are one decision, however many people it is for: `1 decision for 40 people`. */
function decisionWords(decisions: number, people: number, lang: Lang): string {
  return answerWord("needDecision", lang, {
    decisions: answerWord(decisions === 1 ? "oneDecision" : "decisions", lang, { n: decisions }),
    people: answerWord(people === 1 ? "onePerson" : "people", lang, { n: people }),
  });
}

function weightGap(issue: NonNullable<Desk["view"]["result"]["issues"][number]>, lang: Lang): Readiness {
  const sum = Exact.parse(issue.values?.sum ?? "") ?? Exact.ZERO;
  const n = Exact.HUNDRED.minus(sum).toText();
  const { tab, cell } = issue;
  return {
    level: "need",
    text: answerWord("need", lang, { what: answerWord("needWeight", lang, { n }) }),
    detail: renderIssue(issue, lang),
    pane: "rules",
    at: tab !== undefined && cell !== undefined ? { tab, cell } : null,
  };
}
