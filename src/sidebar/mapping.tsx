import { useState } from "preact/hooks";
import type { ProposeAnswer, Refusal, SavedAnswer } from "../api/contract";
import { isGood, useAsk } from "./asking";
import { howOf } from "./hows";
import { useKeyedEffect } from "./keyed-effect";
import { figureText, MapColumns } from "./map-columns";
import { gapOf, type MapDraft, rowsOfMap, startMap } from "./map-draft";
import { usePage } from "./page-context";
import { Button, RefusalBox, Waiting } from "./parts";

const STEPS = ["header", "columns", "check"] as const;
type Step = (typeof STEPS)[number];

/** The mapping of an unknown table in three steps: header row, columns, check. */
export function Mapping({ tab, finish }: { tab: string; finish: (saved: SavedAnswer | null) => void }) {
  const { t, ask, month } = usePage();
  const [step, setStep] = useState<Step>("header");
  const [headerRow, setHeaderRow] = useState<number | null>(null);
  const [draft, setDraft] = useState<MapDraft | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [saving, setSaving] = useState(false);
  const request = { tab, ...(month === "" ? {} : { month }), ...(headerRow === null ? {} : { headerRow }) };
  const { answer, refusal, again } = useAsk("propose", request);
  const found = answer ? `${answer.tab} ${answer.headerRow}` : "";
  useKeyedEffect(() => {
    if (answer) setDraft(startMap(answer));
    return undefined;
  }, found);
  const save = async () => {
    if (!answer || !draft || saving) return;
    setSaving(true);
    const saved = await ask("saveMapping", { rows: rowsOfMap(draft, answer) });
    setSaving(false);
    if (isGood(saved)) finish(saved);
    else setRefused(saved as Refusal);
  };
  const gap = answer && draft ? gapOf(draft, answer.known) : null;
  const next = STEPS[STEPS.indexOf(step) + 1];
  return (
    <>
      <div class="body">
        <h2>{t("mapTab", { tab })}</h2>
        <StepList step={step} />
        {refused && (
          <RefusalBox refusal={refused} again={save} help={{ words: t("saveMapping"), take: save }} />
        )}
        {refusal && <RefusalBox refusal={refusal} again={again} />}
        {!answer && !refusal && <Waiting lines={5} />}
        {answer && draft && step === "header" && <HeaderRow answer={answer} choose={setHeaderRow} />}
        {answer && draft && step === "columns" && (
          <MapColumns answer={answer} draft={draft} change={setDraft} />
        )}
        {answer && draft && step === "check" && <CheckStep answer={answer} draft={draft} />}
      </div>
      <footer class="foot">
        {next ? (
          <Button
            look="main"
            blocked={answer ? (step === "columns" && gap ? t(`gap.${gap}`) : null) : t("loading")}
            onClick={() => setStep(next)}
          >
            {t("next")}
          </Button>
        ) : (
          <Button look="main" blocked={saving ? t("saving") : null} onClick={save}>
            {t("saveMapping")}
          </Button>
        )}
        <Button
          look="text"
          onClick={
            step === "header" ? () => finish(null) : () => setStep(STEPS[STEPS.indexOf(step) - 1] ?? "header")
          }
        >
          {step === "header" ? t("cancel") : t("back")}
        </Button>
        {answer && answer.of > 0 && (
          <span class="count">{t("rowsRead", { n: answer.read, of: answer.of })}</span>
        )}
        {step === "columns" && gap && <p class="hint">{t(`gap.${gap}`)}</p>}
      </footer>
    </>
  );
}

function StepList({ step }: { step: Step }) {
  const { t } = usePage();
  return (
    <ol class="row small">
      {STEPS.map((each, index) => (
        <li key={each} class={each === step ? "" : "muted"} aria-current={each === step ? "step" : undefined}>
          {index + 1} {each === step ? <strong>{t(`mapStep.${each}`)}</strong> : t(`mapStep.${each}`)}
        </li>
      ))}
    </ol>
  );
}

function HeaderRow({ answer, choose }: { answer: ProposeAnswer; choose: (row: number) => void }) {
  const { t } = usePage();
  return (
    <fieldset class="stack">
      <legend class="label">{t("whichHeader")}</legend>
      {answer.firstRows.map((cells, index) => (
        <label key={`${index} ${cells.join(" ")}`} class="choice">
          <input
            type="radio"
            name="header"
            checked={answer.headerRow === index + 1}
            onChange={() => choose(index + 1)}
          />
          <span class="name small">
            <strong>{index + 1}</strong> {cells.filter((cell) => cell !== "").join(" · ") || "–"}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** What will be written, row by row, before it is. */
function CheckStep({ answer, draft }: { answer: ProposeAnswer; draft: MapDraft }) {
  const { t, lang } = usePage();
  const rows = rowsOfMap(draft, answer);
  return (
    <>
      <p>{t("willWrite", { n: rows.length })}</p>
      <ul class="list small">
        {rows.map((row) => (
          <li key={`${row.measure} ${row.column}`}>
            <strong>{figureText(row.measure, answer.known, lang)}</strong> = {t(`how.${howOf(row.how)}`)} ·{" "}
            {row.column}
          </li>
        ))}
      </ul>
      <p class="small muted">
        {t("mapWho", { person: rows[0]?.personColumn ?? "", date: rows[0]?.dateColumn || t("noDateColumn") })}
      </p>
    </>
  );
}
