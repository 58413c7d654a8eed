import { useEffect, useState } from "preact/hooks";
import type { LifeAnswer, Refusal, RunAnswer } from "../api/contract";
import { isGood, useAsk } from "./asking";
import { Explain } from "./explain";
import { LifeBox } from "./life-box";
import { MonthDialogs } from "./month-dialogs";
import { MonthField } from "./month-field";
import { usePage } from "./page-context";
import { Button, CellButton, Field, Mark, RefusalBox, Select } from "./parts";
import { ProblemGroups } from "./problem-groups";
import { showMoney } from "./typed";
import { showMonth } from "./words";

type Run =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly since: number }
  | { readonly kind: "done"; readonly answer: RunAnswer }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** The month as a checklist: generate it, see who needs a decision, and ask how a number came about. */
export function RunPane({ shown }: { shown: boolean }) {
  const { t, ask, month, announce, touched, locked } = usePage();
  const [run, setRun] = useState<Run>({ kind: "idle" });
  const life = useAsk("life", shown && month !== "" ? { month } : null);
  const generate = async () => {
    if (run.kind === "running") return;
    setRun({ kind: "running", since: Date.now() });
    const answer = await ask("run", month === "" ? {} : { month });
    if (isGood(answer)) {
      setRun({ kind: "done", answer });
      announce(t("run.done", { n: answer.people, held: answer.held }));
      touched();
    } else setRun({ kind: "refused", refusal: answer as Refusal });
  };
  return (
    <>
      <div class="body">
        <MonthChoice />
        <Checklist run={run} standing={life.answer?.state ?? "none"} />
        {run.kind === "running" && <Running since={run.since} />}
        {run.kind === "refused" && <RefusalBox refusal={run.refusal} again={generate} />}
        {run.kind === "done" && <Result answer={run.answer} />}
        {life.answer && <LifeBox key={life.answer.month} life={life.answer} onStep={life.again} />}
        <MonthDialogs />
        <Explain shown={shown} />
      </div>
      <footer class="foot">
        <Button look="main" blocked={run.kind === "running" ? t("running") : locked} onClick={generate}>
          {t("generatePayroll")}
        </Button>
      </footer>
    </>
  );
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

/** The six steps of a month. Adjusting is left open: only people can tell. */
function Checklist({ run, standing }: { run: Run; standing: LifeAnswer["state"] }) {
  const { t, state } = usePage();
  const answer = run.kind === "done" ? run.answer : null;
  const levelOf = (step: (typeof STEPS)[number]): "good" | "bad" | "none" => {
    if (step === "data") return state?.steps.data ? "good" : "none";
    const passed = PASSED[standing];
    if (step === "checks" && answer) return answer.errors > 0 ? "bad" : "good";
    if (step === "checks") return passed >= 1 ? "good" : "none";
    if (step === "approve") return passed >= 2 ? "good" : "none";
    if (step === "paid") return passed >= 3 ? "good" : "none";
    return step === "slips" && answer ? "good" : "none";
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

function Result({ answer }: { answer: RunAnswer }) {
  const { t, lang } = usePage();
  const { problems, month, people, held, total, stages, written, notice } = answer;
  return (
    <section class="stack">
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
