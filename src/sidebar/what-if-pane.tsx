import { useState } from "preact/hooks";
import type { NeedsAnswer, PersonChange, WhatIfAnswer } from "../api/contract";
import { useAsk } from "./asking";
import { forServer } from "./draft";
import type { Editing } from "./editing";
import { MonthField } from "./month-field";
import { ProblemsContext, usePage } from "./page-context";
import { Button, ErrorSummary, Mark, RefusalBox, Section, Waiting } from "./parts";
import type { Plans } from "./plans";
import { SaveFoot, SaveNotice } from "./save";
import { Sliders } from "./sliders";
import { showMoney, showPoints, showSize, signOf } from "./typed";
import { showMonth } from "./words";

/** Milliseconds after the last move of a slider until the month is computed again. */
const PAUSE = 150;
/** Milliseconds that the shown outcome rests until it is worked out what each tier takes. */
const REST = 700;

/** What the draft changes for each person of the plan, before anything is saved. */
export function WhatIfPane({ plans, shown }: { plans: Plans; shown: boolean }) {
  const { showPane } = usePage();
  const { editing, refusal, reload } = plans;
  if (!editing) {
    return <div class="body">{refusal ? <RefusalBox refusal={refusal} again={reload} /> : <NoRules />}</div>;
  }
  return (
    <>
      <div class="body">
        <ProblemsContext.Provider value={plans.problems}>
          <SaveNotice plans={plans} />
          <ErrorSummary problems={plans.summary} turn={plans.turn} />
          <Trial plans={plans} editing={editing} shown={shown} />
        </ProblemsContext.Provider>
      </div>
      <SaveFoot plans={plans} back={() => showPane("rules")} />
    </>
  );
}

function NoRules() {
  const { t, state, month } = usePage();
  if (state && state.plans.length === 0) return <p class="muted">{t("noPlan")}</p>;
  return state && month === "" ? <MonthField path="whatIf/month" /> : <Waiting lines={7} />;
}

interface TrialProps {
  readonly plans: Plans;
  readonly editing: Editing;
  readonly shown: boolean;
}

/** What the draft pays; what the next tiers take waits until that is known, for it takes much longer. */
function Trial({ plans, editing, shown }: TrialProps) {
  const { month } = usePage();
  const changed = plans.changes.length > 0;
  const request = shown ? { month, draft: forServer(editing.draft) } : null;
  const { answer, refusal, busy, again } = useAsk("whatIf", request, PAUSE);
  return (
    <>
      {refusal && <RefusalBox refusal={refusal} again={again} />}
      {answer ? <Totals answer={answer} busy={busy} changed={changed} /> : !refusal && <Waiting lines={3} />}
      <Sliders editing={editing} />
      {answer && <People answer={answer} changed={changed} />}
      <Needs editing={editing} shown={shown} settled={!busy} />
    </>
  );
}

function Totals({ answer, busy, changed }: { answer: WhatIfAnswer; busy: boolean; changed: boolean }) {
  const { t, lang } = usePage();
  const { month, people, totalNow, totalThen, delta, more, less, same, held } = answer;
  return (
    <section class="stack tight" aria-busy={busy}>
      <p class="small muted">
        {t("savedToDraft", { month: showMonth(month, lang), n: people.length })}
        {busy && <span aria-hidden="true"> …</span>}
      </p>
      <p class="total">
        <span>{t("total")}</span>
        <span>{showMoney(totalNow)} →</span>
        <strong>{showMoney(totalThen)}</strong>
        <Delta delta={delta} />
      </p>
      <output class="small">
        {changed ? t("whatIf.counts", { more, less, same, held }) : t("whatIf.unchanged")}
      </output>
      {answer.corrections !== undefined && (
        <p class="hint">{t("whatIf.corrections", { amount: showMoney(answer.corrections) })}</p>
      )}
      {answer.asIf && <p class="hint">{t("whatIf.asIf")}</p>}
    </section>
  );
}

/** A difference in money: its direction by sign and colour, never by red or green. */
function Delta({ delta }: { delta: string }) {
  const { t } = usePage();
  const sign = signOf(delta);
  if (sign === 0) return <span class="muted">＝</span>;
  return (
    <span class={sign > 0 ? "better num" : "worse num"}>
      <span aria-hidden="true">{sign > 0 ? "▲" : "▼"}</span>
      <span class="sr">{t(sign > 0 ? "more" : "less")}</span> {showSize(delta)}
    </span>
  );
}

function People({ answer, changed }: { answer: WhatIfAnswer; changed: boolean }) {
  const { t } = usePage();
  const [all, showAll] = useState(false);
  const moved = answer.people.filter(isMoved);
  const shown = all || !changed ? answer.people : moved;
  return (
    <section>
      <h2 class="sr">{t("people")}</h2>
      <ul>
        {shown.map((person) => (
          <Changed key={`${person.person} ${person.plan}`} person={person} />
        ))}
      </ul>
      {changed && moved.length < answer.people.length && (
        <Button look="text" onClick={() => showAll(!all)}>
          {all ? t("showMoved") : t("showAll", { n: answer.people.length })}
        </Button>
      )}
    </section>
  );
}

function isMoved({ delta, scoreNow, scoreThen, heldNow, heldThen }: PersonChange): boolean {
  return (
    (delta !== null && signOf(delta) !== 0) || scoreNow !== scoreThen || heldNow !== heldThen || heldThen
  );
}

function Changed({ person }: { person: PersonChange }) {
  const { t } = usePage();
  const { scoreNow, scoreThen, payNow, payThen, delta, heldThen } = person;
  const score =
    scoreNow === scoreThen ? pointsText(scoreNow) : `${pointsText(scoreNow)} → ${pointsText(scoreThen)}`;
  return (
    <li class="change">
      <div class="row between">
        <strong class="name" title={person.person}>
          {person.person}
        </strong>
        {delta !== null && <Delta delta={delta} />}
      </div>
      <div class="figures small muted">
        <span>{t("scoreIs", { score })}</span>
        {payNow !== null && payThen !== null && (
          <span>
            {payNow === payThen ? showMoney(payNow) : `${showMoney(payNow)} → ${showMoney(payThen)}`}
          </span>
        )}
      </div>
      {heldThen && (
        <p class="line small">
          <Mark level="bad" /> {t("held")}
        </p>
      )}
      {person.reasons.map((reason) => (
        <p key={reason} class="small">
          {reason}
        </p>
      ))}
    </li>
  );
}

function pointsText(points: string | null): string {
  return points === null ? "–" : showPoints(points);
}

/** What it takes for each person to reach the next tier under the draft. */
function Needs({ editing, shown, settled }: { editing: Editing; shown: boolean; settled: boolean }) {
  const { t, month } = usePage();
  const [wanted, setWanted] = useState(false);
  const request = shown && wanted && settled ? { month, draft: forServer(editing.draft) } : null;
  const { answer, refusal, busy, again } = useAsk("needs", request, REST);
  return (
    <Section title={t("needs")} onToggle={setWanted}>
      {refusal && <RefusalBox refusal={refusal} again={again} />}
      {wanted && !answer && !refusal && <Waiting lines={3} />}
      {answer && (
        <div aria-busy={busy || !settled}>
          {(busy || !settled) && <p class="small muted">{t("needs.again")}</p>}
          <NeedList answer={answer} />
        </div>
      )}
    </Section>
  );
}

function NeedList({ answer }: { answer: NeedsAnswer }) {
  const { t } = usePage();
  const people = answer.people.filter(({ needs }) => needs.length > 0);
  if (people.length === 0) return <p class="muted">{t("noNeeds")}</p>;
  return (
    <ul class="list">
      {people.map(({ person, needs }) => (
        <li key={person}>
          <strong>{person}</strong>
          {needs.map((need) => (
            <p key={`${need.for} ${need.name}`} class="small">
              {need.text}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
