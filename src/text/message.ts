import { fillTemplate, type Lang } from "./template";

/** Templates by code; placeholders are `{names}` of the issue's values, `{found}`, `{tab}` and `{cell}`. */
export type Messages = Readonly<Record<string, { readonly en: string; readonly zh: string }>>;

/** What a message is made of; `Issue` of the engine is one. */
export interface Told {
  readonly code: string;
  readonly tab?: string;
  /** A1 notation, for example `F14`; a whole row is `14:14`. */
  readonly cell?: string;
  readonly found?: string;
  /** What the message names; `metricZh` stands for `metric` in Chinese, where there is one. */
  readonly values?: Readonly<Record<string, string>>;
}

/** A value of more signs is cut, so that the sentence around it is still read to its mend. */
const VALUE_LIMIT = 1000;

function shortened(values: Readonly<Record<string, string>> = {}): Record<string, string> {
  const cut = (value: string) => (value.length > VALUE_LIMIT ? `${value.slice(0, VALUE_LIMIT - 1)}…` : value);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cut(value)]));
}

/** Values as a language names them: `metricZh` for `metric` in Chinese. */
function inLanguage(values: Record<string, string>, lang: Lang): Record<string, string> {
  if (lang === "en") return values;
  const named = Object.keys(values).flatMap((name) => {
    const own = values[`${name}Zh`];
    return own ? [[name, own] as const] : [];
  });
  return { ...values, ...Object.fromEntries(named) };
}

/** The sentence of an issue out of one table of messages; what `onUnknown` gives for a code it lacks. */
export function sayFrom(
  messages: Messages,
  issue: Told,
  lang: Lang,
  onUnknown = (code: string): string => code,
): string {
  const template = messages[issue.code];
  if (!template) return onUnknown(issue.code);
  const { tab = "", cell = "", found = "" } = issue;
  return fillTemplate(template[lang], { tab, cell, found, ...inLanguage(shortened(issue.values), lang) });
}
