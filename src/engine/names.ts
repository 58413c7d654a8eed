import type { NameNode } from "./formula/node";
import { isDayCount } from "./measure";
import { nameKey } from "./name";
import type { Metric, RuleBook } from "./plan";

/** What a name in a formula stands for, apart from components and Pay's own names. */
export type Meaning =
  | { readonly kind: "built-in"; readonly name: BuiltIn }
  | { readonly kind: "metric"; readonly metric: Metric }
  | { readonly kind: "measure"; readonly key: string; readonly name: string }
  | { readonly kind: "manual"; readonly key: string; readonly name: string }
  | { readonly kind: "unknown" };

const BUILT_INS = ["base", "grade", "probation", "score", "gates"] as const;
/** A name with a meaning of its own in every plan; a column called like it does not change that. */
export type BuiltIn = (typeof BUILT_INS)[number];

/** Names that only Pay knows (READINGS 4.7). */
export const PAY_ONLY: ReadonlySet<string> = new Set(["score", "gates"]);

/** Whether a name keeps its built-in meaning whatever is called like it. */
export function isBuiltIn(key: string): key is BuiltIn {
  return (BUILT_INS as readonly string[]).includes(key);
}

/**
 * What a name means. `within` is the metric whose own formula holds the name: there its own name
 * means the measure (READINGS 3.4).
 */
export function meaningOf(book: RuleBook, key: string, within: Metric | null): Meaning {
  if (isBuiltIn(key)) return { kind: "built-in", name: key };
  const metric = book.metricsByName.get(key);
  if (metric && metric !== within) return { kind: "metric", metric };
  const own = metric && !book.measureNames.has(key) ? nameKey(metric.name) : key;
  const manual = book.manualNames.get(own);
  const measure = book.measureNames.get(own) ?? (isDayCount(own) ? own : undefined);
  if (measure !== undefined) return { kind: "measure", key: nameKey(measure), name: measure };
  if (manual !== undefined) return { kind: "manual", key: own, name: manual };
  return { kind: "unknown" };
}

/** Whether a name is a component of any plan. */
export function isComponent(book: RuleBook, key: string): boolean {
  return [...book.plans.values()].some(({ pay }) => pay.some((row) => nameKey(row.component) === key));
}

/** Names that a person may have meant, at most three: the nearest in spelling, Latin names only. */
function nearestNames(book: RuleBook, key: string): string[] {
  const known = [
    ...book.metricsByName.keys(),
    ...book.measureNames.keys(),
    ...book.manualNames.keys(),
    ...BUILT_INS,
  ];
  return namesNear(key, known, key.length <= 4 ? 1 : 3).slice(0, 3);
}

/** The known names within so many single-letter edits of a name, nearest first; Latin names only. */
export function namesNear(key: string, known: Iterable<string>, limit: number): string[] {
  if (!/^[\x20-\x7e]+$/.test(key)) return [];
  return [...new Set(known)]
    .map((name) => ({ name, distance: editDistance(key, name, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}

/** The values of an unknown name's message, with the names that may have been meant. */
export function unknownName(book: RuleBook, { name, key }: NameNode): Record<string, string> {
  return { name, near: nearestNames(book, key).join(", ") };
}

/** Number of single-letter edits between two texts; anything above the limit is limit + 1. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}
