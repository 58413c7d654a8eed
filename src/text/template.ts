/** The two languages of the product. */
export type Lang = "en" | "zh";

/**
 * Puts values in the place of `{names}`; a name without a value stays as it is. A part in double
 * brackets, `[[Near: {near}. ]]`, is left out where one of its values is blank.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string | number>>): string {
  if (!template.includes("{")) return template;
  const known = new Map(Object.entries(values));
  const isBlank = (part: string) =>
    [...part.matchAll(/\{(\w+)\}/g)].some(([, name = ""]) => !known.get(name));
  const kept = !template.includes("[[")
    ? template
    : template.replace(/\[\[(.*?)\]\]/g, (_whole, part: string) => (isBlank(part) ? "" : part));
  return kept.replace(/\{(\w+)\}/g, (whole, name: string) => String(known.get(name) ?? whole));
}
