import { useState } from "preact/hooks";
import type { FieldProblem, Refusal, SetUpRequest } from "../api/contract";
import { parseMonth } from "../engine/calendar";
import { isGood } from "./asking";
import { fieldId, ProblemsContext, usePage } from "./page-context";
import { Button, Field, Input, Mark, RefusalBox, Select } from "./parts";

type Asked = Omit<SetUpRequest, "action" | "lang">;

/** An empty workbook: one blue button to try, a form to set up one's own shop, and a way to look at data. */
export function FirstUse() {
  const { t, showPane, state } = usePage();
  const { busy, refusal, setUp, last } = useSetUp();
  // The sample goes into an empty workbook only; where data are pasted already, one sets up at once.
  const isEmpty = state?.workbook === "empty";
  const [own, setOwn] = useState(!isEmpty);
  return (
    <div class="body">
      <h2>{t("first.title")}</h2>
      {refusal && (
        <RefusalBox
          refusal={refusal}
          again={() => setUp(last)}
          help={{ words: t("first.setUp"), take: () => setUp(last) }}
        />
      )}
      <div class="stack">
        {isEmpty && (
          <Button
            {...(own ? {} : { look: "wide main" as const })}
            blocked={busy ? t("first.writing") : null}
            onClick={() => setUp({ sample: true })}
          >
            {t("first.sample")}
          </Button>
        )}
        {isEmpty && !own && <p class="hint">{t("first.sampleHelp")}</p>}
        <Button onClick={() => setOwn(!own)}>{t("first.own")}</Button>
        {own && <OwnShop busy={busy} setUp={setUp} />}
        <Button onClick={() => showPane("data")}>{t("first.data")}</Button>
      </div>
      {busy && (
        <output class="row">
          <span class="spinner" aria-hidden="true" /> {t("first.writing")}
        </output>
      )}
      <FirstSteps />
    </div>
  );
}

function useSetUp() {
  const { ask, touched, giveMonth, announce, t } = usePage();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [last, setLast] = useState<Asked>({});
  const setUp = async (request: Asked) => {
    if (busy) return;
    setBusy(true);
    setLast(request);
    const answer = await ask("setUp", request);
    setBusy(false);
    if (!isGood(answer)) return setRefusal(answer as Refusal);
    setRefusal(null);
    announce(t("first.done", { tabs: answer.written.join(", ") }));
    // Not every system has rows of Targets, which would keep the month in the workbook.
    giveMonth(parseMonth(request.month ?? "")?.text ?? "");
    touched();
  };
  return { busy, refusal, setUp, last };
}

/** System and first month of one's own shop. */
function OwnShop({ busy, setUp }: { busy: boolean; setUp: (request: Asked) => void }) {
  const { t, state } = usePage();
  const packs = state?.packs ?? [];
  const [pack, setPack] = useState(packs[0]?.name ?? "");
  const [month, setMonth] = useState(state?.month ?? "");
  const [refused, setRefused] = useState("");
  const chosen = packs.find(({ name }) => name === pack);
  const begin = () => {
    const typed = month.trim();
    const isBad = typed !== "" && !parseMonth(typed);
    setRefused(isBad ? typed : "");
    if (isBad) document.getElementById(fieldId("first/month"))?.focus();
    else setUp({ pack, ...(typed === "" ? {} : { month: typed }) });
  };
  return (
    <div class="details">
      <Field label={t("first.system")} path="first/pack">
        <Select
          path="first/pack"
          value={pack}
          options={packs.map(({ name, label }) => [name, label])}
          onText={setPack}
        />
      </Field>
      {chosen && <p class="hint">{chosen.help}</p>}
      <ProblemsContext.Provider
        value={refused === "" ? [] : [badMonth(t("giveMonth.bad", { found: refused }))]}
      >
        <Field label={t("first.month")} path="first/month">
          <Input path="first/month" value={month} placeholder="2026-10" onText={setMonth} />
        </Field>
      </ProblemsContext.Provider>
      <Button look="wide main" blocked={busy ? t("first.writing") : null} onClick={begin}>
        {t("first.setUp")}
      </Button>
    </div>
  );
}

function badMonth(message: string): FieldProblem {
  return { field: "first/month", at: null, severity: "error", message };
}

const STEPS = ["rules", "staff", "data", "payroll"] as const;

/** What is done and what is left until the first payroll. */
function FirstSteps() {
  const { t, state } = usePage();
  if (!state || state.steps.payroll) return null;
  return (
    <ol class="steps-of-run first" aria-label={t("first.steps")}>
      {STEPS.map((step) => (
        <li key={step}>
          <Mark level={state.steps[step] ? "good" : "none"} />
          <span>{t(`firstStep.${step}`)}</span>
        </li>
      ))}
    </ol>
  );
}
