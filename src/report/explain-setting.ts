/** What the words of an explanation are written with: the language, lines, sentences and places. */
import type { Exact } from "../engine/exact";
import { cellName, type Place } from "../engine/issue";
import { type ExplainWord, explainWord } from "../text/explain-words";
import { fillTemplate, type Lang } from "../text/labels";

/** What the words need to know besides the trace. */
export interface Setting {
  /** Names of the raw tabs, by the index in packed cells. */
  readonly tabs: readonly string[];
  readonly lang: Lang;
  /** Thresholds that the values shown were compared with: they are shown apart from them. */
  readonly edges?: readonly Exact[];
  /** Values stand with their names and units: in conditions, which are read by themselves. */
  readonly named?: boolean;
  /** For paper, where nobody can look a value up: lines say how named values come about. */
  readonly paper?: boolean;
}

/** A line below the arithmetic. */
export interface InputLine {
  readonly text: string;
  /** What paper keeps of it: team values, bands and slices, without cells, of a sum all; null for other lines. */
  readonly onPaper: string | null;
}

/** Arithmetic in values, and a line for each input that it names. */
export interface Explained {
  readonly text: string;
  readonly strength: number;
  readonly inputs: readonly InputLine[];
  /** What decided a value that a formula writes down, for example `probation: yes`. */
  readonly because?: string;
}

/** A sentence of the explanations, with its placeholders filled. */
export function say(
  setting: Setting,
  key: ExplainWord,
  values: Readonly<Record<string, string>> = {},
): string {
  return fillTemplate(explainWord(key, setting.lang), values);
}

/** The lines of several parts, each once; on paper where one of them is. */
export function joinInputs(parts: readonly Explained[]): InputLine[] {
  const lines = new Map<string, InputLine>();
  for (const line of parts.flatMap(({ inputs }) => inputs))
    lines.set(line.text, { ...line, onPaper: line.onPaper ?? lines.get(line.text)?.onPaper ?? null });
  return [...lines.values()];
}

/** A line that only a screen shows. */
export function lineOf(text: string): InputLine {
  return { text, onPaper: null };
}

/** Where a rule stands, for example `Bands!F37`. */
export function placeText({ tab, row, column }: Place): string {
  return row === undefined ? tab : `${tab}!${cellName(row, column)}`;
}
