import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { CellLink, FieldProblem, Refusal, StateAnswer } from "../api/contract";
import type { Lang } from "../text/template";
import type { Ask, MenuEntry } from "./server";
import type { WordKey } from "./words";

/** The panes, in the order of their tabs. */
export const PANES = ["rules", "whatIf", "data", "run"] as const;
/** Name of a pane. */
export type Pane = (typeof PANES)[number];

/**
 * How well the page knows the workbook: as it is; it is asked whether it still is; it is not any more and is being
 * read; nobody has asked for long. In the last two no total is shown, as it may be an old one.
 */
export type Sight = "current" | "looking" | "reading" | "resting";

/** Whether what is in view may be old. */
export const isOld = (sight: Sight) => sight === "reading" || sight === "resting";

/** What every part of the page may use. */
export interface Page {
  readonly lang: Lang;
  readonly ask: Ask;
  /** A word or sentence in the page's language. */
  readonly t: (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;
  readonly state: StateAnswer | null;
  /** The month that the page looks at; blank where there is none. */
  readonly month: string;
  readonly setMonth: (month: string) => void;
  /** Takes the month given by hand, which holds where the workbook names none. */
  readonly giveMonth: (month: string) => void;
  /** Why nothing can be changed; null where it can. */
  readonly locked: string | null;
  /** Grows whenever the workbook was written, so that what was read is read again. */
  readonly revision: number;
  readonly touched: () => void;
  /** A month was taken a step further: neither rules nor data are other than they were. */
  readonly stepped: () => void;
  /** Looks whether somebody else wrote to it. */
  readonly lookAgain: () => void;
  readonly sight: Sight;
  readonly showPane: (pane: Pane) => void;
  /** Selects a cell of the sheet and hands it the focus. */
  readonly goTo: (link: CellLink) => void;
  /** Starts an entry of the menu, which asks in dialogs of its own. */
  readonly start: (entry: MenuEntry) => Promise<Refusal | null>;
  /** Says something to a screen reader. */
  readonly announce: (text: string) => void;
}

/** Set by the shell around everything. */
export const PageContext = createContext<Page | null>(null);

/** The page; throws outside the shell (our own bug). */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error("used outside the page");
  return page;
}

/** What is wrong with the draft in view, for the fields to show. */
export const ProblemsContext = createContext<readonly FieldProblem[]>([]);

/** The problem of a field; errors come before warnings. Null where it has none. */
export function useProblem(path: string | undefined): FieldProblem | null {
  const own = useContext(ProblemsContext).filter(({ field }) => field === path);
  return own.find(({ severity }) => severity === "error") ?? own[0] ?? null;
}

/** The id of the element for a field of the draft. */
export function fieldId(path: string): string {
  return `f-${path.replace(/\s/g, "_")}`;
}
