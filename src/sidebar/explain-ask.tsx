import { useState } from "preact/hooks";
import type { ExplainAnswer, Refusal } from "../api/contract";
import { isGood } from "./asking";
import { useKeyedEffect } from "./keyed-effect";
import { usePage } from "./page-context";
import { Button, Field, Input, RefusalBox } from "./parts";

/** "Ask about this line": a text field whose text becomes a row of Questions. */
export function AskAboutLine({ answer }: { answer: ExplainAnswer }) {
  const { t, ask, announce } = usePage();
  const [question, setQuestion] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { at, figure, month = "" } = answer;
  const close = () => {
    setQuestion(null);
    setRefusal(null);
    setTold("");
  };
  // What was typed belongs to the line that was selected then.
  useKeyedEffect(() => {
    close();
    return undefined;
  }, `${at.tab}!${at.cell}`);
  if (!figure || month === "") return null;
  const send = async () => {
    setBusy(true);
    const { person, name } = figure;
    const heard = await ask("ask", { month, person, line: name, question: question ?? "" });
    setBusy(false);
    if (!isGood(heard)) return setRefusal(heard as Refusal);
    close();
    setTold(heard.message);
    announce(heard.message);
  };
  const isBlank = (question ?? "").trim() === "";
  return (
    <div class="stack">
      {question === null ? (
        <Button look="text" onClick={() => setQuestion("")}>
          {t("explain.ask")}
        </Button>
      ) : (
        <Field label={t("explain.question")} path="question">
          <Input path="question" value={question} onText={setQuestion} maxLength={1000} />
          <div class="row">
            <Button
              blocked={busy ? t("running") : isBlank ? t("explain.question") : null}
              onClick={() => void send()}
            >
              {t("explain.send")}
            </Button>
            <Button look="text" onClick={close}>
              {t("explain.notSend")}
            </Button>
          </div>
        </Field>
      )}
      {told !== "" && <p class="small muted">{told}</p>}
      {refusal && (
        <RefusalBox
          refusal={refusal}
          again={() => void send()}
          help={{ words: t("close"), take: () => setRefusal(null) }}
        />
      )}
    </div>
  );
}
