import { fingerprintText } from "./fingerprint";
import type { TabMark } from "./snapshot";

/** Hexadecimal digits of a tab's fingerprint that tell whether it changed between two runs. */
const DIGITS = 8;

/** The fingerprint of tabs in any order, with a short one of each: `3f…a1 [["Staff","9e3779b9"]]`, as Runs keeps it. */
export function printOfTabs(tabs: readonly TabMark[]): string {
  const all = fingerprintText(
    tabs
      .map(({ fingerprint }) => fingerprint)
      .sort()
      .join("\n"),
  );
  return `${all} ${JSON.stringify(tabs.map(({ name, fingerprint }) => [name, fingerprint.slice(0, DIGITS)]))}`;
}

/**
 * The tabs that changed, came or went between two such texts, each name once; null where one of them does not
 * say, as those of an older version.
 */
export function changedTabs(before: string, now: string): { name: string; isNew: boolean }[] | null {
  const [then, today] = [marksIn(before), marksIn(now)];
  if (!then || !today) return null;
  const names = [...new Set([...today.keys(), ...then.keys()])];
  return names
    .filter((name) => then.get(name) !== today.get(name))
    .map((name) => ({ name, isNew: !then.has(name) }));
}

function marksIn(text: string): ReadonlyMap<string, string> | null {
  const start = text.indexOf(" [");
  if (start < 0) return null;
  try {
    const pairs: unknown = JSON.parse(text.slice(start + 1));
    return Array.isArray(pairs) ? new Map(pairs.map((pair) => [String(pair?.[0]), String(pair?.[1])])) : null;
  } catch {
    return null;
  }
}
