/** The pages of the guide as tests read them: sections, tables, quoted words. */
import { readFileSync } from "node:fs";

/** A language of the guide. */
export type GuideLanguage = "en" | "zh";

/** The text of a language's guide. */
export function guidePage(lang: GuideLanguage): string {
  return readFileSync(new URL(`../guide/${lang}.md`, import.meta.url), "utf8");
}

/** The chapters of a guide (`##`), each from its heading to the next, without what stands before the first. */
export function guideSections(lang: GuideLanguage): string[] {
  return guidePage(lang)
    .split(/^(?=## )/m)
    .slice(1);
}

/** One chapter of a guide, counted from 0. Throws for one that is not there: the guide lost a chapter. */
export function guideSection(lang: GuideLanguage, index: number): string {
  const section = guideSections(lang)[index];
  if (section === undefined) throw new Error(`the guide (${lang}) has no chapter ${index}`);
  return section;
}

/** Every table of a text as rows of cells, header first, without the line of dashes and without backticks. */
export function guideTables(text: string): string[][][] {
  const blocks = text.match(/(?:^\|.*\|$\n?)+/gm) ?? [];
  return blocks.map((block) =>
    block
      .trim()
      .split("\n")
      .filter((line) => !/^\|[-|]+\|$/.test(line))
      .map(cellsOf),
  );
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim().replace(/^`|`$/g, ""));
}
