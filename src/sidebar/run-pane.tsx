import { useEffect, useState } from "preact/hooks";
import type { LifeAnswer, Refusal, RunAnswer } from "../api/contract";
import { isGood, type Loaded, useAsk } from "./asking";
import { Explain } from "./explain";
import { CHANGED_SINCE, LifeBox } from "./life-box";
import { MonthDialogs } from "./month-dialogs";
import { MonthField } from "./month-field";
import { useOutcome } from "./outcome";
import { usePage } from "./page-context";
import { Button, CellButton, Field, type Help, Mark, RefusalBox, Select } from "./parts";
import { ProblemGroups } from "./problem-groups";
import { showMoney } from "./typed";
import { showMonth } from "./words";

/** The month as a checklist: generate it, see who needs a decision, and ask how a number came about. */
export function RunPane({ shown }: { shown: boolean }) {
  const { t, month, locked, sight } = usePage();
  const life = useAsk("life", shown && month !== "" ? { month } : null);
  const { since, done, refusal, close, generate } = useGenerating(life);
  const isRead = sight !== "reading" && !life.busy;
  return (
    <>
      <div class="body">
        <MonthChoice />
        <Checklist answer={done} standing={life.answer?.state ?? "none"} />
        {since !== null && <Running since={since} />}
        {refusal && <RefusalBox refusal={refusal} again={generate} help={helpFor(refusal)} />}
        {done && <Result answer={done} isOld={!isRead || life.answer?.isStale === true} />}
        {life.answer && (
          <div class={isRead ? "" : "old"}>
            <LifeBox key={life.answer.month} life={life.answer} onStep={life.take} onGenerate={generate} />
          </div>
        )}
        <MonthDialogs />
        <Explain shown={shown} />
      </div>
      {!isClosed(life.answer?.state ?? "none") && (
        <footer class="foot">
          <Button look="main" blocked={since === null ? locked : t("running")} onClick={generate}>
            {t("generatePayroll")}
          </Button>
        </footer>
      )}
    </>
  );

  function helpFor({ code = "" }: Refusal): Help {
    return code.startsWith("life.") && code !== CHANGED_SINCE
      ? { words: t("close"), take: close }
      : { words: t("generateAgain"), take: () => void generate() };
  }
}

/** Generating: since when it runs, and its outcome for as long as that holds. */
function useGenerating(life: Loaded<"life">) {
  const { t, ask, month, announce, touched, lookAgain, sight, state } = usePage();
  const [since, setSince] = useState<number | null>(null);
  const steps = life.answer && !life.busy && sight !== "reading" ? String(life.answer.log.length) : null;
  const [done, setDone] = useOutcome<RunAnswer>(month, steps);
  const [refusal, setRefusal] = useOutcome<Refusal>(month, sight === "current" ? (state?.mark ?? "") : null);
  const generate = async () => {
    if (since !== null) return;
    setSince(Date.now());
    const answer = await ask("run", month === "" ? {} : { month });
    setSince(null);
    setDone(isGood(answer) ? answer : null, month === "" && isGood(answer) ? answer.month : month);
    setRefusal(isGood(answer) ? null : (answer as Refusal), month);
    if (!isGood(answer)) return lookAgain();
    announce(t("run.done", { n: answer.people, held: answer.held }));
    touched();
  };
  return { since, done, refusal, close: () => setRefusal(null), generate };
}

function MonthChoice() {
  const { t, lang, state, month, setMonth } = usePage();
  const months = state?.months ?? [];
  if (state && month === "") return <MonthField path="run/month" />;
  return (
    <Field label={t("month")} path="month">
      <Select
        view
        path="month"
        value={month}
        options={months.map((each) => [each, showMonth(each, lang)])}
        onText={setMonth}
      />
    </Field>
  );
}

const STEPS = ["data", "checks", "adjust", "approve", "paid", "slips"] as const;

/** How far each standing of a month has come in the checklist. */
const PASSED = { none: 0, draft: 0, checked: 1, approved: 2, paid: 3 } as const;

/** Whether a month is locked: generating it is refused, so that it is not offered. */
function isClosed(standing: LifeAnswer["state"]): boolean {
  return PASSED[standing] >= PASSED.approved;
}

/** The six steps of a month. Adjusting is done when the month is approved: before, only people can tell. */
function Checklist({ answer, standing }: { answer: RunAnswer | null; standing: LifeAnswer["state"] }) {
  const { t, state } = usePage();
  const levelOf = (step: (typeof STEPS)[number]): "good" | "bad" | "none" => {
    if (step === "data") return state?.steps.data ? "good" : "none";
    const passed = PASSED[standing];
    if (step === "checks" && answer) return answer.errors > 0 ? "bad" : "good";
    if (step === "checks") return passed >= 1 ? "good" : "none";
    if (step === "adjust") return isClosed(standing) ? "good" : "none";
    if (step === "approve") return passed >= 2 ? "good" : "none";
    if (step === "paid") return passed >= 3 ? "good" : "none";
    return answer || isClosed(standing) ? "good" : "none";
  };
  return (
    <ol class="steps-of-run">
      {STEPS.map((step, index) => (
        <li key={step}>
          <span>{index + 1}</span>
          <Mark level={levelOf(step)} />
          <span>
            {t(`runStep.${step}`)} {step === "checks" && answer && answer.errors > 0 && answer.errors}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Seconds instead of an invented percentage. */
function Running({ since }: { since: number }) {
  const { t } = usePage();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - since) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [since]);
  return (
    <p class="row">
      <span class="spinner" aria-hidden="true" />
      <output>{t("running")}</output>
      <span class="muted">{t("seconds", { n: seconds })}</span>
    </p>
  );
}

/** What was generated. Where rules or data changed since, it is told as of then. */
function Result({ answer, isOld }: { answer: RunAnswer; isOld: boolean }) {
  const { t, lang } = usePage();
  const { problems, month, people, held, total, stages, written, notice } = answer;
  return (
    <section class={`stack ${isOld ? "old" : ""}`}>
      <div class="box good">
        <p class="title">{t("run.done", { n: people, held })}</p>
        <p class="total">
          <span>
            {showMonth(month, lang)} · {t("draft")}
          </span>
          <strong>{showMoney(total)}</strong>
        </p>
        <p class="row wrap small">
          {written.map((tab) => (
            <CellButton key={tab} link={{ tab, cell: "A1" }} text={tab} />
          ))}
        </p>
      </div>
      {notice !== "" && <p class="box warn">{notice}</p>}
      <h2>{t("needsYou", { n: problems.length })}</h2>
      {problems.length === 0 ? <p class="muted">{t("nothingToDo")}</p> : <ProblemGroups groups={problems} />}
      <ul class="small muted">
        {stages.map(({ text, seconds }) => (
          <li key={text} class="row between">
            <span>{text}</span>
            <span class="num">{t("seconds", { n: seconds })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
