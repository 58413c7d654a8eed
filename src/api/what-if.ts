/** The month under the saved rules and under a draft, person by person. */
import { Exact } from "../engine/exact";
import type { PersonResult, RunResult } from "../engine/result";
import { withCorrections } from "../life/corrections";
import { computePrepared } from "../month";
import { lineLabel } from "../report/payroll";
import type { Lang } from "../text/template";
import { dayOfText } from "./cells";
import type { Decimal, LineChange, PersonChange, PlanModel, WhatIfAnswer } from "./contract";
import type { Desk } from "./desk";
import { previewDraft } from "./draft";
import { pairLines } from "./pairs";
import { reasonsOf } from "./reasons";

/**
 * Computes both months and compares them; people stand by the size of their change. Both hold what late
 * data changed in locked months, as generating would pay it.
 */
export function whatIf(desk: Desk, draft: PlanModel): WhatIfAnswer {
  const preview = previewDraft(desk, draft);
  const now = desk.view.result;
  const then = corrected(desk, computePrepared(preview.prepared, desk.lang).result);
  const before = new Map(now.people.map((person) => [person.person, person]));
  const people = then.people.map((person) =>
    changeOf(before.get(person.person) ?? person, person, desk.lang),
  );
  const moved = people.filter(({ delta }) => delta !== null);
  const corrections = correctionsIn(then);
  const begins = draft.from === null ? null : dayOfText(draft.from);
  return {
    ok: true,
    month: desk.month.text,
    totalNow: now.total.toFixed(2),
    totalThen: then.total.toFixed(2),
    delta: then.total.minus(now.total).toFixed(2),
    more: moved.filter(({ delta }) => signOf(delta) > 0).length,
    less: moved.filter(({ delta }) => signOf(delta) < 0).length,
    same: moved.filter(({ delta }) => signOf(delta) === 0).length,
    held: people.filter(({ heldThen }) => heldThen).length,
    people: bySize(people),
    problems: preview.problems,
    ...(corrections ? { corrections: corrections.toFixed(2) } : {}),
    asIf: begins !== null && begins > desk.month.first,
  };
}

/** A month under a draft with the corrections of locked months, of which the draft changes nothing. */
function corrected({ closing, prepared }: Desk, result: RunResult): RunResult {
  const { recoveryLimit } = prepared.rules.book.settings.life;
  return withCorrections(result, closing.differences, recoveryLimit).result;
}

/** The sum of everybody's corrections; null where there is none. */
function correctionsIn({ people }: RunResult): Exact | null {
  const lines = people.flatMap(({ pay }) => pay.filter(({ from }) => from === "correction"));
  return lines.length > 0 ? Exact.sum(lines.map((line) => line.amount)) : null;
}

function signOf(delta: Decimal | null): number {
  return delta === null ? 0 : (Exact.parse(delta)?.sign() ?? 0);
}

/** The largest change first; who is newly held before all, who stays held last. */
function bySize(people: readonly PersonChange[]): PersonChange[] {
  const size = (change: PersonChange) => Exact.parse(change.delta ?? "0")?.abs() ?? Exact.ZERO;
  const rank = (change: PersonChange) => (change.heldNow !== change.heldThen ? 0 : change.heldThen ? 2 : 1);
  return [...people].sort((a, b) => rank(a) - rank(b) || size(b).compare(size(a)));
}

function changeOf(now: PersonResult, then: PersonResult, lang: Lang): PersonChange {
  const delta = now.total && then.total ? then.total.minus(now.total) : null;
  return {
    person: then.person,
    team: then.team,
    plan: then.plan,
    scoreNow: now.score?.toFixed(2) ?? null,
    scoreThen: then.score?.toFixed(2) ?? null,
    payNow: now.total?.toFixed(2) ?? null,
    payThen: then.total?.toFixed(2) ?? null,
    delta: delta?.toFixed(2) ?? null,
    heldNow: now.held,
    heldThen: then.held,
    reasons: reasonsOf(now, then, lang),
    lines: linesOf(now, then, lang),
  };
}

/** Lines whose amount differs, in the order of pay. */
function linesOf(now: PersonResult, then: PersonResult, lang: Lang): LineChange[] {
  return pairLines(now, then).flatMap(({ before, after }) => {
    const line = after ?? before;
    const delta = (after?.amount ?? Exact.ZERO).minus(before?.amount ?? Exact.ZERO);
    if (!line || delta.isZero()) return [];
    return [
      {
        component: line.component,
        label: lineLabel(line, lang),
        before: before?.amount.toFixed(2) ?? null,
        after: after?.amount.toFixed(2) ?? null,
        delta: delta.toFixed(2),
      },
    ];
  });
}
