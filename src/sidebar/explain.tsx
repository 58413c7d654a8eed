import { useRef, useState } from "preact/hooks";
import type { CellLink, ExplainAnswer, ExplainPart, LineQuestion, Refusal } from "../api/contract";
import { isGood } from "./asking";
import { AskAboutLine } from "./explain-ask";
import { useKeyedEffect } from "./keyed-effect";
import { usePage } from "./page-context";
import { Button, CellButton, RefusalBox, Section } from "./parts";
import { showMoney } from "./typed";
import { showMonth } from "./words";

/** While the panel is open the sheet's selection is asked for this often, in milliseconds. */
const EVERY = 2000;

/** How the selected number came about. It follows the selection while it is open and in view. */
export function Explain({ shown }: { shown: boolean }) {
  const { t } = usePage();
  const [open, setOpen] = useState(false);
  const { answer, refusal, explain } = useExplanation(shown && open);
  return (
    <Section title={t("explain.title")} onToggle={setOpen}>
      <p class="hint">{t("explain.help")}</p>
      <div class="row">
        <Button onClick={explain}>{t("explain.selected")}</Button>
      </div>
      {refusal && <RefusalBox refusal={refusal} again={explain} />}
      <div aria-live="polite">{answer && <Explanation answer={answer} />}</div>
    </Section>
  );
}

/** The explanation of the selected cell; asked anew only when another cell is selected. */
function useExplanation(following: boolean) {
  const { ask, lang, revision } = usePage();
  const [answer, setAnswer] = useState<ExplainAnswer | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const seen = useRef("");
  const busy = useRef(false);
  const explainAt = async (at: CellLink | null) => {
    const heard = await ask("explain", at ?? {});
    if (isGood(heard)) {
      setAnswer(heard);
      setRefusal(null);
    } else setRefusal(heard as Refusal);
  };
  const follow = async () => {
    if (busy.current || document.hidden) return;
    busy.current = true;
    const selection = await ask("selection", {});
    const at = isGood(selection) ? selection.at : null;
    const key = at ? JSON.stringify([at.tab, at.cell, lang, revision]) : "";
    if (at && key !== seen.current) {
      seen.current = key;
      await explainAt(at);
    }
    busy.current = false;
  };
  useKeyedEffect(() => {
    if (!following) return undefined;
    void follow();
    const timer = setInterval(() => void follow(), EVERY);
    return () => clearInterval(timer);
  }, `${following} ${lang} ${revision}`);
  return { answer, refusal, explain: () => void explainAt(null) };
}

function Explanation({ answer }: { answer: ExplainAnswer }) {
  const { t } = usePage();
  const { figure, sentence, at } = answer;
  if (!figure) {
    return (
      <>
        <p class="muted">{sentence}</p>
        {answer.instead && (
          <p class="small">
            <CellButton link={answer.instead} />
          </p>
        )}
      </>
    );
  }
  return (
    <div class="explain stack">
      <h3>
        {figure.person} · {figure.name} <strong>{figure.shown}</strong>
      </h3>
      <p class="sentence">{sentence}</p>
      {answer.changed && <p class="box warn">{t("explain.changed")}</p>}
      <ol>
        <Step number={1} title={t("explain.data")} parts={answer.data} />
        <Step number={2} title={t("explain.rule")} parts={answer.rule} />
        {answer.sum !== "" && <Step number={3} title={t("explain.sum")} parts={[plain(answer.sum)]} />}
        {answer.round !== "" && <Step number={4} title={t("explain.round")} parts={[plain(answer.round)]} />}
      </ol>
      {answer.team.length > 0 && (
        <ul class="small muted">
          {answer.team.map(({ figure: name, shown, heads }) => (
            <li key={name}>{t("explain.team", { figure: name, shown, heads })}</li>
          ))}
        </ul>
      )}
      <Before answer={answer} />
      <p class="small">
        <CellButton link={at} />
      </p>
      <Asked questions={answer.questions ?? []} />
      <AskAboutLine answer={answer} />
    </div>
  );
}

function plain(text: string): ExplainPart {
  return { text, links: [], more: 0 };
}

/** So many cells are linked in a line; the others are counted. */
const MOST_LINKS = 4;

function hiddenLinks(links: readonly CellLink[]): number {
  return Math.max(0, links.length - MOST_LINKS);
}

function Step({ number, title, parts }: { number: number; title: string; parts: readonly ExplainPart[] }) {
  const { t } = usePage();
  if (parts.length === 0) return null;
  return (
    <li>
      <span class="step-number" aria-hidden="true">
        {number}
      </span>
      <div class="stack tight">
        <strong class="small">{title}</strong>
        {parts.map(({ text, links, more }) => (
          <p key={text} class="small">
            {text}{" "}
            {links.slice(0, MOST_LINKS).map((link) => (
              <CellButton key={`${link.tab}!${link.cell}`} link={link} />
            ))}
            {more + hiddenLinks(links) > 0 && (
              <span class="muted"> {t("moreCells", { n: more + hiddenLinks(links) })}</span>
            )}
          </p>
        ))}
      </div>
    </li>
  );
}

/** What was asked about the line: question, answer, the adjustment, and by whom. */
function Asked({ questions }: { questions: readonly LineQuestion[] }) {
  const { t } = usePage();
  if (questions.length === 0) return null;
  return (
    <ul class="list small" aria-label={t("explain.asked")}>
      {questions.map(({ question, askedBy, on, answer, answeredBy, adjustment, at }) => (
        <li key={at.cell}>
          <p>
            {question} <span class="muted">{[askedBy, on].filter((part) => part !== "").join(" · ")}</span>
          </p>
          <p>
            {answer === "" ? t("explain.noAnswer") : answer} <span class="muted">{answeredBy}</span>
          </p>
          {adjustment !== "" && <p>{t("explain.adjustment", { adjustment })}</p>}
          <CellButton link={at} />
        </li>
      ))}
    </ul>
  );
}

/** Why it is not last month's figure. */
function Before({ answer }: { answer: ExplainAnswer }) {
  const { t, lang } = usePage();
  const { before } = answer;
  if (!before) return null;
  return (
    <div class="box">
      <p>{t("explain.before", { month: showMonth(before.month, lang), amount: showMoney(before.amount) })}</p>
      <ul class="small">
        {before.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}
