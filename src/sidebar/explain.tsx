import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import type {
  CellLink,
  ExplainAnswer,
  ExplainPart,
  ExplainTeam,
  LineQuestion,
  Refusal,
} from "../api/contract";
import { isGood } from "./asking";
import { AskAboutLine } from "./explain-ask";
import { useKeyedEffect } from "./keyed-effect";
import { usePage } from "./page-context";
import { Button, CellButton, Link, RefusalBox, Section } from "./parts";
import { showMoney } from "./typed";
import { showMonth } from "./words";

/** While the panel is open the sheet's selection is asked for this often, in milliseconds. */
const EVERY = 2000;

/** How the selected number came about. It follows the selection while it is open and in view. */
export function Explain({ shown }: { shown: boolean }) {
  const { t } = usePage();
  const [open, setOpen] = useState(false);
  const { answer, refusal, explain, follow, list, back } = useExplanation(shown && open);
  return (
    <Section title={t("explain.title")} onToggle={setOpen}>
      <p class="hint">{t("explain.help")}</p>
      <div class="row">
        <Button onClick={explain}>{t("explain.selected")}</Button>
      </div>
      {refusal && <RefusalBox refusal={refusal} again={explain} />}
      <div aria-live="polite">
        {back && (
          <p class="small">
            <Link onClick={back.go}>‹ {t("explain.back", { name: back.name })}</Link>
          </p>
        )}
        {answer && <Explanation answer={answer} follow={follow} list={list} />}
      </div>
    </Section>
  );
}

/**
 * The explanation of the selected cell; asked anew only when another cell is selected. From a figure the
 * reader may go on to the one behind it, and back.
 */
function useExplanation(following: boolean) {
  const { ask, lang, revision } = usePage();
  const [answer, setAnswer] = useState<ExplainAnswer | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [trail, setTrail] = useState<readonly ExplainAnswer[]>([]);
  const seen = useRef("");
  const busy = useRef(false);
  const explainAt = async (
    at: CellLink | null,
    from: readonly ExplainAnswer[] = [],
    members: { readonly members?: true } = {},
  ) => {
    const heard = await ask("explain", { ...at, ...members });
    if (isGood(heard)) {
      setAnswer(heard);
      setTrail(from);
      setRefusal(null);
    } else setRefusal(heard as Refusal);
  };
  const goBack = () => {
    setAnswer(last ?? null);
    setTrail(trail.slice(0, -1));
    setRefusal(null);
  };
  const last = trail[trail.length - 1];
  const watch = async () => {
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
    void watch();
    const timer = setInterval(() => void watch(), EVERY);
    return () => clearInterval(timer);
  }, `${following} ${lang} ${revision}`);
  return {
    answer,
    refusal,
    explain: () => void explainAt(null),
    follow: (next: CellLink) => void explainAt(next, answer ? [...trail, answer] : []),
    list: () => void explainAt(answer?.at ?? null, trail, { members: true }),
    back: last ? { name: last.figure?.name ?? last.at.cell, go: goBack } : null,
  };
}

/** Goes on to the explanation of another figure. */
type Follow = (next: CellLink) => void;

interface ExplanationProps {
  readonly answer: ExplainAnswer;
  readonly follow: Follow;
  /** Asks for the members of the team values. */
  readonly list: () => void;
}

function Explanation({ answer, follow, list }: ExplanationProps) {
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
  const { data, team, rule, sum, round } = answer;
  const numbers = numbersOf([data.length + team.length, rule.length, sum.length, round.length]);
  return (
    <div class="explain stack">
      <h3>
        {figure.person} · {figure.name} <strong>{figure.shown}</strong>
      </h3>
      <p class="sentence">{sentence}</p>
      {answer.changed && <p class="box warn">{t("explain.changed")}</p>}
      <ol>
        <Step number={numbers[0]} title={t("explain.data")} parts={answer.data} follow={follow}>
          {answer.team.map((team) => (
            <Team key={team.figure} team={team} follow={follow} list={list} />
          ))}
        </Step>
        <Step number={numbers[1]} title={t("explain.rule")} parts={answer.rule} follow={follow} />
        {answer.sum !== "" && (
          <Step number={numbers[2]} title={t("explain.sum")} parts={[plain(answer.sum)]} />
        )}
        {answer.round !== "" && (
          <Step number={numbers[3]} title={t("explain.round")} parts={[plain(answer.round)]} />
        )}
      </ol>
      <Before answer={answer} />
      <p class="small">
        <CellButton link={at} />
      </p>
      <Asked questions={answer.questions ?? []} />
      <AskAboutLine answer={answer} />
    </div>
  );
}

/** The number of each step among those that have something to say. */
function numbersOf(sizes: readonly number[]): number[] {
  return sizes.map((_, index) => sizes.slice(0, index + 1).filter((size) => size > 0).length);
}

function plain(text: string): ExplainPart {
  return { text, links: [], more: 0 };
}

/** So many cells are linked in a line; the others are counted. */
const MOST_LINKS = 4;

function hiddenLinks(links: readonly CellLink[]): number {
  return Math.max(0, links.length - MOST_LINKS);
}

interface StepProps {
  readonly number: number | undefined;
  readonly title: string;
  readonly parts: readonly ExplainPart[];
  readonly follow?: Follow;
  readonly children?: readonly VNode[];
}

function Step({ number, title, parts, follow, children = [] }: StepProps) {
  if (parts.length === 0 && children.length === 0) return null;
  return (
    <li>
      <span class="step-number" aria-hidden="true">
        {number}
      </span>
      <div class="stack tight">
        <strong class="small">{title}</strong>
        {parts.map((part) => (
          <p key={part.text} class="small">
            <Part part={part} name={part.text} follow={follow} />
          </p>
        ))}
        {children}
      </div>
    </li>
  );
}

/** A value or rule with the way to its cells, and to the figure that it is. */
function Part({ part, name, follow }: { part: ExplainPart; name: string; follow?: Follow | undefined }) {
  const { t } = usePage();
  const { text, links, more, next } = part;
  const hidden = more + hiddenLinks(links);
  return (
    <>
      {text}{" "}
      {next && follow && (
        <Link onClick={() => follow(next)} label={t("explain.nextOf", { name })}>
          {t("explain.next")} <span aria-hidden="true">›</span>
        </Link>
      )}
      {links.slice(0, MOST_LINKS).map((link) => (
        <CellButton key={`${link.tab}!${link.cell}`} link={link} />
      ))}
      {hidden > 0 && <span class="muted"> {t("moreCells", { n: hidden })}</span>}
    </>
  );
}

/** A team value; on request it lists what each member brings in. */
function Team({ team, follow, list }: { team: ExplainTeam; follow: Follow; list: () => void }) {
  const { t } = usePage();
  const { figure, shown, heads, canList, members = [], moreMembers = 0 } = team;
  const said = t("explain.team", { figure, shown, heads });
  return (
    <>
      <p class="small">
        {said}{" "}
        {canList && (
          <Link onClick={list} label={t("explain.membersOf", { name: figure })}>
            {t("explain.members")} <span aria-hidden="true">›</span>
          </Link>
        )}
      </p>
      {members.length > 0 && (
        <ul class="list small" aria-label={figure}>
          {members.map((member) => (
            <li key={member.person}>
              {t("explain.member", { person: member.person })}
              <Part part={member} name={member.person} follow={follow} />
            </li>
          ))}
        </ul>
      )}
      {moreMembers > 0 && <p class="small muted">{t("explain.moreMembers", { n: moreMembers })}</p>}
    </>
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
