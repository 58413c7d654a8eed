/** The two languages of the product. */
export type Lang = "en" | "zh";

/** What is put into the placeholders of a template, by their names. */
export type WordValues = Readonly<Record<string, string | number>>;

/** Words and sentences by key, English first, with {placeholders}. */
export type WordTable<Key extends string = string> = Readonly<Record<Key, readonly [en: string, zh: string]>>;

/** A template cut at its placeholders: texts at even places, names at odd ones. */
type Parts = readonly string[];

const PLACEHOLDER = /\{(\w+)\}/;
const OPTIONAL = /\[\[(.*?)\]\]/g;
const cut = new Map<string, Parts>();

function partsOf(template: string): Parts {
  const known = cut.get(template) ?? template.split(PLACEHOLDER);
  cut.set(template, known);
  return known;
}

/**
 * Puts values in the place of `{names}`; a name without a value stays as it is. A part in double
 * brackets, `[[Near: {near}. ]]`, is left out where one of its values is blank.
 */
export function fillTemplate(template: string, values: WordValues): string {
  if (!template.includes("{")) return template;
  if (!template.includes("[[")) return fill(template, values);
  const isBlank = (part: string) =>
    partsOf(part).some((name, index) => index % 2 === 1 && !valueOfName(values, name));
  return fill(
    template.replace(OPTIONAL, (_whole, part: string) => (isBlank(part) ? "" : part)),
    values,
  );
}

function fill(template: string, values: WordValues): string {
  let text = "";
  for (const [index, part] of partsOf(template).entries()) {
    text += index % 2 === 0 ? part : (valueOfName(values, part) ?? `{${part}}`);
  }
  return text;
}

/** A text or number only: `{constructor}` must not find what every object inherits. */
function valueOfName(values: WordValues, name: string): string | number | undefined {
  const value: unknown = values[name];
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}

/** Says the words of a table in a language, with their placeholders filled. */
export function sayingOf<Key extends string>(
  words: WordTable<Key>,
): (key: Key, lang: Lang, values?: WordValues) => string {
  return (key, lang, values = {}) => fillTemplate(words[key][lang === "en" ? 0 : 1], values);
}
