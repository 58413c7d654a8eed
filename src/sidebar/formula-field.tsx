import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { FormulaField as FieldOfFormula, NameOffer } from "../api/contract";
import { useAsk } from "./asking";
import { acceptOffer, offersFor, type Word, wordAt } from "./complete";
import { forServer } from "./draft";
import { type Editing, namesFor } from "./editing";
import { fieldId, usePage, useProblem } from "./page-context";
import { ProblemText } from "./parts";

interface Props {
  readonly editing: Editing;
  readonly label: string;
  readonly path: string;
  readonly field: FieldOfFormula;
  readonly value: string;
  readonly onText: (text: string) => void;
  /** The field is in view, so its value is wanted. */
  readonly shown: boolean;
  /** Id of the component whose formula it is, which may name the components above it only. */
  readonly component?: string;
}

/** After so many milliseconds without a key the formula is computed. */
const PAUSE = 350;

/**
 * A formula with its value for the chosen person beneath. While a name is typed, names and
 * functions are offered in both languages: arrow keys choose, Enter or Tab takes, Escape closes.
 */
export function FormulaField({ editing, label, path, field, value, onText, shown, component }: Props) {
  const { locked, t } = usePage();
  const area = useRef<HTMLTextAreaElement>(null);
  const problem = useProblem(path);
  const typing = useTyping(value, onText, namesFor(editing, component), area);
  const list = useId();
  return (
    <div class="field">
      <label for={fieldId(path)}>{label}</label>
      <div class="formula">
        <textarea
          ref={area}
          id={fieldId(path)}
          rows={value.length > 34 ? 3 : 2}
          spellcheck={false}
          autocomplete="off"
          readOnly={locked !== null}
          value={value}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={list}
          aria-activedescendant={typing.offers.length > 0 ? `${list}-${typing.chosen}` : undefined}
          aria-invalid={problem?.severity === "error" ? true : undefined}
          aria-describedby={`${fieldId(path)}-problem ${list}-value`}
          onBlur={typing.close}
          onInput={typing.onInput}
          onKeyDown={typing.onKeyDown}
        />
        <output class="sr">{typing.offers.length > 0 && t("offersN", { n: typing.offers.length })}</output>
        <Offers list={list} offers={typing.offers} chosen={typing.chosen} take={typing.take} />
      </div>
      <ProblemText path={path} />
      <div id={`${list}-value`}>
        <FormulaValue editing={editing} field={field} text={value} active={shown} />
      </div>
    </div>
  );
}

/** The state of completion while somebody types. */
function useTyping(
  value: string,
  onText: (text: string) => void,
  names: readonly NameOffer[],
  area: { current: HTMLTextAreaElement | null },
) {
  const { lang } = usePage();
  const [word, setWord] = useState<Word | null>(null);
  const [chosen, setChosen] = useState(0);
  const offers = word ? offersFor(word.text, names, lang) : [];
  const close = () => setWord(null);
  const take = (offer: NameOffer) => {
    if (!word || !area.current) return;
    const { text, caret } = acceptOffer(value, word, offer);
    // At once: a caret that is set later would land amid the keys that were typed meanwhile.
    area.current.value = text;
    area.current.setSelectionRange(caret, caret);
    onText(text);
    close();
  };
  const onInput = ({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => {
    const text = currentTarget.value.replace(/\n/g, " ");
    setWord(wordAt(text, currentTarget.selectionStart));
    setChosen(0);
    onText(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && offers.length === 0) event.preventDefault();
    if (offers.length === 0 || event.isComposing) return;
    const offer = offers[chosen];
    const moves: Record<string, () => void> = {
      ArrowDown: () => setChosen((chosen + 1) % offers.length),
      ArrowUp: () => setChosen((chosen + offers.length - 1) % offers.length),
      Enter: () => offer && take(offer),
      Tab: () => offer && take(offer),
      Escape: close,
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  return { offers, chosen, take, close, onInput, onKeyDown };
}

interface OffersProps {
  readonly list: string;
  readonly offers: readonly NameOffer[];
  readonly chosen: number;
  readonly take: (offer: NameOffer) => void;
}

function Offers({ list, offers, chosen, take }: OffersProps) {
  const { t, lang } = usePage();
  const box = useRef<HTMLDivElement>(null);
  // The list may open behind the fixed foot, and the chosen name may lie below its own edge.
  useEffect(() => {
    if (offers.length === 0) return;
    box.current?.scrollIntoView({ block: "nearest" });
    box.current?.children[chosen]?.scrollIntoView({ block: "nearest" });
  }, [offers.length, chosen]);
  return (
    <div
      ref={box}
      id={list}
      class="offers"
      role="listbox"
      aria-label={t("offers")}
      hidden={offers.length === 0}
    >
      {offers.map((offer, index) => (
        <div
          key={`${offer.kind} ${offer.name}`}
          id={`${list}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          // The field keeps the focus, so that typing goes on.
          onMouseDown={(event) => {
            event.preventDefault();
            take(offer);
          }}
        >
          <code>{offer.name}</code> {offer.label[lang] !== offer.name && offer.label[lang]}
          <small>{offer.help[lang]}</small>
        </div>
      ))}
    </div>
  );
}

interface ValueProps {
  readonly editing: Editing;
  readonly field: FieldOfFormula;
  readonly text: string;
  readonly active: boolean;
}

/** What the formula comes to for the chosen person, or what is wrong with it. */
function FormulaValue({ editing, field, text, active }: ValueProps) {
  const { t, month } = usePage();
  const request = { month, draft: forServer(editing.draft), field, text, person: editing.person };
  const { answer, refusal } = useAsk("checkFormula", active && text.trim() !== "" ? request : null, PAUSE);
  if (!active || text.trim() === "") return null;
  if (refusal) return <p class="error">✕ {refusal.error}</p>;
  if (answer?.problem) {
    const { message, from, to } = answer.problem;
    const part = from === null || to === null ? "" : text.slice(from, to);
    return (
      <p class="error">
        ✕ {message} {part !== "" && <code>{part}</code>}
      </p>
    );
  }
  if (!answer?.value) return null;
  // A condition's arithmetic is that of the amount which it stands beside, so its answer is enough.
  const because = field.part === "onlyIf" ? "" : answer.because;
  return (
    <>
      <p class="hint">
        {t("valueFor", { person: answer.person })} <b>{answer.value.text}</b>
      </p>
      {because !== "" && <Because lines={because.split("\n")} />}
    </>
  );
}

/** The arithmetic in one line; what went into it when it is asked for. */
function Because({ lines: [first = "", ...inputs] }: { lines: readonly string[] }) {
  const { t } = usePage();
  return (
    <>
      <p class="hint">{first}</p>
      {inputs.length > 0 && (
        <details class="hint">
          <summary>{t("inputs", { n: inputs.length })}</summary>
          {inputs.map((input) => (
            <p key={input}>{input}</p>
          ))}
        </details>
      )}
    </>
  );
}
