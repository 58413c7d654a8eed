import type { ComponentChildren, PartialInputHTMLAttributes, RefObject } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { CellLink, FieldProblem, Refusal } from "../api/contract";
import { fieldId, usePage, useProblem } from "./page-context";
import { UNREACHABLE } from "./server";

type Children = { readonly children?: ComponentChildren };

interface ButtonProps extends Children {
  readonly onClick: () => void;
  readonly look?: "main" | "text" | "wide main";
  /** Why it cannot be used now; it stays in reach of the keyboard and tells so. */
  readonly blocked?: string | null | undefined;
  readonly label?: string;
}

/** A button. A blocked one does nothing and says why in its title and description. */
export function Button({ onClick, look, blocked, label, children }: ButtonProps) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        class={`button ${look ?? ""}`}
        aria-disabled={blocked ? true : undefined}
        aria-describedby={blocked ? id : undefined}
        aria-label={label}
        title={blocked ?? undefined}
        onClick={() => (blocked ? undefined : onClick())}
      >
        {children}
      </button>
      {blocked && (
        <span id={id} class="sr">
          {blocked}
        </span>
      )}
    </>
  );
}

/** A small round button with a sign; `label` is what it does, in words. */
export function IconButton({ sign, label, onClick }: { sign: string; label: string; onClick: () => void }) {
  return (
    <button type="button" class="icon" aria-label={label} title={label} onClick={onClick}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}

/** A button that looks like a link. */
export function Link({
  onClick,
  label,
  children,
}: Children & { onClick: () => void; label?: string | undefined }) {
  return (
    <button type="button" class="link" aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}

/** A link to a cell, shown as `Raw!F14`. */
export function CellButton({ link, text }: { link: CellLink; text?: string }) {
  const { goTo, t } = usePage();
  const place = `${link.tab}!${link.cell}`;
  return (
    <Link onClick={() => goTo(link)} label={text === undefined ? t("goToCell", { place }) : undefined}>
      {text ?? place} <span aria-hidden="true">›</span>
    </Link>
  );
}

/** A mark before a line, with its meaning for screen readers. */
export function Mark({ level }: { level: "good" | "bad" | "warn" | "none" }) {
  const { t } = usePage();
  const signs = { good: "✓", bad: "✕", warn: "⚠", none: "–" };
  return (
    <>
      <span class={`mark ${level}`} aria-hidden="true">
        {signs[level]}
      </span>
      <span class="sr">{t(`level.${level}`)}</span>
    </>
  );
}

interface FieldProps extends Children {
  readonly label: string;
  /** Path in the draft, by which messages find the field. */
  readonly path?: string | undefined;
  readonly hidden?: boolean;
}

/** A label above a field, and the field's problem beneath. The child must take `fieldId(path)` as id. */
export function Field({ label, path, hidden, children }: FieldProps) {
  return (
    <div class="field">
      <label for={path && fieldId(path)} class={hidden ? "sr" : ""}>
        {label}
      </label>
      {children}
      {path !== undefined && <ProblemText path={path} />}
    </div>
  );
}

/** The problem of a field as text under it. */
export function ProblemText({ path }: { path: string }) {
  const problem = useProblem(path);
  if (!problem) return null;
  return (
    <p id={`${fieldId(path)}-problem`} class={problem.severity === "error" ? "error" : "hint"}>
      <span aria-hidden="true">{problem.severity === "error" ? "✕ " : "⚠ "}</span>
      {problem.message}
    </p>
  );
}

type InputProps = Omit<
  PartialInputHTMLAttributes<HTMLInputElement>,
  "onInput" | "label" | "role" | "type" | "value"
> & {
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly path?: string | undefined;
  readonly label?: string;
  /** Id of a `datalist`. */
  readonly list?: string;
  /** It changes the view and not the rules, so it works while those are locked. */
  readonly view?: boolean;
};

/** A one-line field for text. It shows its problem's state and cannot be typed in while the rules are locked. */
export function Input({ value, onText, path, label, view, ...rest }: InputProps) {
  const { locked } = usePage();
  const problem = useProblem(path);
  return (
    <input
      type="text"
      autocomplete="off"
      spellcheck={false}
      {...rest}
      id={path && fieldId(path)}
      aria-label={label}
      aria-invalid={problem?.severity === "error" ? true : undefined}
      aria-describedby={problem && path ? `${fieldId(path)}-problem` : undefined}
      readOnly={!view && locked !== null}
      value={value}
      onInput={(event) => onText(event.currentTarget.value)}
    />
  );
}

interface SelectProps {
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onText: (value: string) => void;
  readonly path?: string | undefined;
  readonly label?: string;
  /** It changes the view and not the rules, so it works while those are locked. */
  readonly view?: boolean;
}

/** A choice of one. A value that is none of the options is offered as it stands. */
export function Select({ value, options, onText, path, label, view }: SelectProps) {
  const { locked } = usePage();
  const known = options.some(([each]) => each === value);
  const chosen = options.find(([each]) => each === value)?.[1] ?? value;
  const { box, isCut } = useCut(chosen);
  return (
    <>
      <select
        ref={box}
        id={path && fieldId(path)}
        aria-label={label}
        title={chosen}
        disabled={!view && locked !== null}
        value={value}
        onChange={(event) => onText(event.currentTarget.value)}
      >
        {!known && <option value={value}>{value}</option>}
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
      {isCut && (
        <span class="chosen" aria-hidden="true">
          {chosen}
        </span>
      )}
    </>
  );
}

/** The arrow of a list, in pixels. */
const ARROW = 20;

/** Whether a list is too narrow for what is chosen in it; its words then stand below, as a list does not wrap. */
function useCut(chosen: string): { box: RefObject<HTMLSelectElement | null>; isCut: boolean } {
  const box = useRef<HTMLSelectElement>(null);
  const [isCut, setCut] = useState(false);
  useEffect(() => {
    const list = box.current;
    if (!list) return undefined;
    const measure = () => setCut(list.clientWidth > 0 && widthOf(chosen, list) > list.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(list);
    measure();
    return () => observer.disconnect();
  }, [chosen]);
  return { box, isCut };
}

/** What a text takes in a list, in pixels. */
function widthOf(text: string, list: HTMLSelectElement): number {
  const { font, paddingLeft, paddingRight } = getComputedStyle(list);
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return 0;
  pen.font = font;
  return (
    pen.measureText(text).width + Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight) + ARROW
  );
}

interface SectionProps extends Children {
  readonly title: string;
  readonly side?: string;
  readonly bad?: boolean;
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
}

/** A part of a pane that opens and closes. `focusField` opens it when it is closed. */
export function Section({ title, side, bad, open = false, onToggle, children }: SectionProps) {
  const [isOpen, setOpen] = useState(open);
  const id = useId();
  const toggle = () => {
    setOpen(!isOpen);
    onToggle?.(!isOpen);
  };
  return (
    <section class="section">
      <h2>
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
          <span class="turn" aria-hidden="true">
            {isOpen ? "▾" : "▸"}
          </span>
          <span>{title}</span>
          {side !== undefined && <span class={`side ${bad ? "bad" : ""}`}>{side}</span>}
        </button>
      </h2>
      <div id={id} class="section-body" hidden={!isOpen}>
        {children}
      </div>
    </section>
  );
}

/** Widths of the grey bars, in percent: uneven, as text is. */
const BAR_WIDTHS = [100, 83, 66, 94, 77, 60, 88, 71, 55];

/** Grey bars where something will stand, after 300 ms: what comes sooner needs no announcement. */
export function Waiting({ lines = 4 }: { lines?: number }) {
  const { t } = usePage();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <output class="skeleton">
      <span class="sr">{t("loading")}</span>
      {BAR_WIDTHS.slice(0, lines).map((width) => (
        <i key={width} style={{ width: `${width}%` }} />
      ))}
    </output>
  );
}

/** Codes of refusals that are over by themselves: the same once more may go well. */
const PASSING: ReadonlySet<string> = new Set([UNREACHABLE, "run.busy"]);

/** What helps after a refusal: the words of a button, and what it does. */
export interface Help {
  readonly words: string;
  readonly take: () => void;
}

interface RefusalBoxProps {
  readonly refusal: Refusal;
  /** The same once more: where somebody else was at work, or no answer came. */
  readonly again: () => void;
  /** Absent: it is read again. */
  readonly help?: Help;
}

/** A refusal in words, with what helps. */
export function RefusalBox({ refusal, again, help }: RefusalBoxProps) {
  const { t } = usePage();
  const isLost = refusal.code === UNREACHABLE;
  const isPassing = PASSING.has(refusal.code ?? "");
  const { words, take } = help && !isPassing ? help : { words: t("lookAgain"), take: again };
  return (
    <div class="box bad" role="alert">
      <p class="title">{isLost ? t("unreachable") : refusal.error}</p>
      {isLost && <p class="small">{refusal.error}</p>}
      <div class="row">
        <Button onClick={take}>{isPassing ? t("tryAgain") : words}</Button>
      </div>
    </div>
  );
}

/** All errors of a draft above the form. It takes the focus when it appears and links to the fields. */
export function ErrorSummary({ problems, turn }: { problems: readonly FieldProblem[]; turn: number }) {
  const { t } = usePage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (turn > 0) box.current?.focus();
  }, [turn]);
  if (problems.length === 0) return null;
  return (
    <div class="box bad" role="alert" tabIndex={-1} ref={box}>
      <h2 class="title">{t("summary", { n: problems.length })}</h2>
      <ul class="stack tight">
        {problems.map(({ field, message, at }) => (
          <li key={`${field} ${message}`}>
            <Link onClick={() => focusField(field)}>{message}</Link> {at && <CellButton link={at} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Moves the focus to a field of the draft, and opens the parts that hide it. */
function focusField(path: string): void {
  const field = document.getElementById(fieldId(path));
  for (let part = field?.parentElement; part; part = part.parentElement) {
    if (part.hidden) openerOf(part)?.click();
  }
  // The part is drawn open a moment later; only then can the field take the focus.
  setTimeout(() => document.getElementById(fieldId(path))?.focus(), 0);
}

function openerOf(part: HTMLElement): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[aria-controls="${CSS.escape(part.id)}"]`);
}
