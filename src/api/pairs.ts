/** Lines of pay of two computations of one month that belong together. */
import { nameKey } from "../engine/name";
import type { PayLine, PersonResult } from "../engine/result";

/** A line of pay before and after; null where there was or will be none. */
export interface LinePair {
  readonly before: PayLine | null;
  readonly after: PayLine | null;
}

/** Lines by plan and component, corrections of locked months among them; adjustments are the same in both. */
export function pairLines(now: PersonResult, then: PersonResult): LinePair[] {
  const key = (line: PayLine) => `${nameKey(line.plan)}\n${nameKey(line.component)}`;
  const before = new Map(now.pay.filter(mayDiffer).map((line) => [key(line), line]));
  const after = new Map(then.pay.filter(mayDiffer).map((line) => [key(line), line]));
  return [...new Set([...before.keys(), ...after.keys()])].map((name) => ({
    before: before.get(name) ?? null,
    after: after.get(name) ?? null,
  }));
}

function mayDiffer(line: PayLine): boolean {
  return line.from !== "adjustment";
}
