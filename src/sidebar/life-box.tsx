import { useState } from "preact/hooks";
import type { LifeAnswer, Refusal } from "../api/contract";
import { isGood } from "./asking";
import { useOutcome } from "./outcome";
import { usePage } from "./page-context";
import { Button, CellButton, Field, Input, RefusalBox } from "./parts";
import { showMoney } from "./typed";
import { showMonth } from "./words";

/** So many open questions are written out; all of them are on the tab Questions. */
const MOST_QUESTIONS = 5;

type StepName = "check" | "approve" | "pay" | "reopen" | "restore";

interface LifeBoxProps {
  readonly life: LifeAnswer;
  /** Hears the month's new standing. */
  readonly onStep: (life: LifeAnswer) => void;
  /** Generates the month anew, which is what helps where it has changed. */
  readonly onGenerate: () => void;
}

/** Code of the refusal of a step because rules or data changed since the month was generated. */
export const CHANGED_SINCE = "life.changed-since";

/** Where the month stands, its next step, and the way back from a locked one. */
export function LifeBox({ life, onStep, onGenerate }: LifeBoxProps) {
  const { t, lang, ask, announce, touched, stepped, lookAgain, sight, state } = usePage();
  const [busy, setBusy] = useState(false);
  const mark = sight === "current" ? (state?.mark ?? "") : null;
  const [refused, setRefused] = useOutcome<{ readonly step: StepName; readonly refusal: Refusal }>(
    life.month,
    mark,
  );
  const [reason, setReason] = useState<string | null>(null);
  const take = async (step: StepName) => {
    if (busy) return;
    setBusy(true);
    const answer = await ask("step", { month: life.month, step, reason: reason ?? "" });
    setBusy(false);
    setRefused(isGood(answer) ? null : { step, refusal: answer as Refusal });
    if (!isGood(answer)) return lookAgain();
    setReason(null);
    announce(`${showMonth(answer.month, lang)}: ${t(`life.${answer.state}`)}`);
    onStep(answer);
    // A reopened month is read from its data of now, and so are the rules beside it.
    if (step === "reopen") touched();
    else stepped();
  };
  const isLocked = life.state === "approved" || life.state === "paid";
  return (
    <section class="box stack">
      <p class="title">
        {showMonth(life.month, lang)} · {t(`life.${life.state}`)}
      </p>
      {life.state !== "none" && <Standing life={life} />}
      <EditedTabs life={life} />
      {life.edited && (
        <Button look="text" blocked={busy ? t("running") : null} onClick={() => take("restore")}>
          {t("step.restore")}
        </Button>
      )}
      {life.next && life.next !== "pay" && <OpenQuestions life={life} />}
      {life.next && <SentBefore life={life} />}
      {life.next && (
        <div class="row wrap">
          <Button
            {...(isLocked && { look: "main" as const })}
            blocked={busy ? t("running") : null}
            onClick={() => take(life.next ?? "check")}
          >
            {t(`step.${life.next}`)}
          </Button>
          <span class="small muted">{t(`stepHelp.${life.next}`)}</span>
        </div>
      )}
      {isLocked && reason === null && (
        <Button look="text" onClick={() => setReason("")}>
          {t("step.reopen")}
        </Button>
      )}
      {reason !== null && (
        <Field label={t("reopenReason")} path="reason">
          <Input path="reason" value={reason} onText={setReason} />
          <Button
            blocked={busy ? t("running") : reason.trim() === "" ? t("reopenReason") : null}
            onClick={() => take("reopen")}
          >
            {t("step.reopenNow")}
          </Button>
        </Field>
      )}
      {refused && (
        <RefusalBox
          refusal={refused.refusal}
          again={() => void take(refused.step)}
          help={
            refused.refusal.code === CHANGED_SINCE
              ? { words: t("generateAgain"), take: onGenerate }
              : { words: t("close"), take: () => setRefused(null) }
          }
        />
      )}
    </section>
  );
}

/** What somebody typed over the tabs of a locked month. */
function EditedTabs({ life: { edited = [] } }: { life: LifeAnswer }) {
  const { t } = usePage();
  if (edited.length === 0) return null;
  return (
    <div class="box warn">
      <p>{t("life.edited")}</p>
      <ul class="small">
        {edited.map(({ at, what, found, locked, more }) => (
          <li key={at.tab}>
            <CellButton link={at} /> {what === "" ? "" : `${what} · `}
            {t("life.editedCell", { found, locked })}
            {more > 0 ? ` · ${t("life.editedMore", { n: more })}` : ""}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What people asked about the month's lines and nobody has answered, before it is checked or approved. */
function OpenQuestions({ life: { questions = [] } }: { life: LifeAnswer }) {
  const { t } = usePage();
  if (questions.length === 0) return null;
  return (
    <div class="box warn">
      <p>{t("life.questions", { n: questions.length })}</p>
      <ul class="small">
        {questions.slice(0, MOST_QUESTIONS).map(({ person, line, question, at }) => (
          <li key={`${at.tab} ${at.cell}`}>
            {person} · {line}: {question} <CellButton link={at} text={t("life.answer")} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What was sent for a month before it was reopened, and by how much each person's pay differs from it. */
function SentBefore({ life: { paidBefore } }: { life: LifeAnswer }) {
  const { t } = usePage();
  if (!paidBefore) return null;
  const { at, sent, now, more, less, people } = paidBefore;
  const shown = {
    at,
    sent: sent === "" ? "?" : showMoney(sent),
    now: showMoney(now),
    more: showMoney(more || "0.00"),
    less: showMoney(less || "0.00"),
  };
  return (
    <div class="box warn">
      <p>{t(people ? "life.paidBefore" : "life.paidBeforeUnknown", shown)}</p>
      <ul class="small">
        {(people ?? []).map(({ person, difference, ...amounts }) => (
          <li key={person}>
            {person}: {showMoney(amounts.sent)} → {showMoney(amounts.now)} ({difference})
          </li>
        ))}
      </ul>
    </div>
  );
}

function Standing({ life }: { life: LifeAnswer }) {
  const { t } = usePage();
  const { by, at, people, held, total } = life;
  return (
    <>
      <p class="total">
        <span>{t("run.people", { n: people, held })}</span>
        <strong>{showMoney(total)}</strong>
      </p>
      {life.isStale && <p class="hint">{[t("life.stale"), ...(life.changed ?? [])].join(" · ")}</p>}
      <p class="small muted">{[by, at].filter((part) => part !== "").join(" · ")}</p>
    </>
  );
}
