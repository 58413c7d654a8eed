import { Exact } from "../engine/exact";
import { nameKey } from "../engine/name";
import type { PayLine, PersonResult } from "../engine/result";
import type { Lang } from "../text/labels";
import { explainLine } from "./explain";
import { type CellStyle, number, type TabCell } from "./tab";

/** The pay components of a month, in the order in which plans and people show them. */
export interface Component {
  readonly key: string;
  readonly header: string;
}

/** Every component that somebody is paid by a plan, each once; adjustments have a column of their own. */
export function listComponents(people: readonly PersonResult[], lang: Lang): Component[] {
  const found = new Map<string, Component>();
  for (const person of people) {
    for (const line of person.pay) {
      const key = nameKey(line.component);
      if (line.from === "plan" && !found.has(key)) found.set(key, { key, header: lineLabel(line, lang) });
    }
  }
  return [...found.values()];
}

/** The label of a line in a language; its component's name where it has none. */
export function lineLabel(line: PayLine, lang: Lang): string {
  return (lang === "zh" ? line.label.zh : line.label.en) || line.component;
}

/** Whether a line is one that a plan pays under this `nameKey`. */
export function isOf(line: PayLine, component: string): boolean {
  return line.from === "plan" && nameKey(line.component) === component;
}

/** The sum of some lines with their arithmetic as a note; null where there is none. */
export function moneyCell(
  lines: readonly PayLine[],
  tabs: readonly string[],
  lang: Lang,
  look: CellStyle,
): TabCell | null {
  if (lines.length === 0) return null;
  const note = lines.map((line) => lineWords(line, tabs, lang)).join("\n");
  return number(Exact.sum(lines.map((line) => line.amount)).toNumber(), look, note);
}

/** A line of pay in words, with its label in front. */
function lineWords(line: PayLine, tabs: readonly string[], lang: Lang): string {
  const because = explainLine(line, tabs, lang) || line.reason || line.amount.toFixed(2);
  return lang === "zh" ? `${lineLabel(line, lang)}：${because}` : `${lineLabel(line, lang)}: ${because}`;
}
