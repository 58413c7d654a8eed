import { namesNear } from "../engine/names";
import type { Person, Roster } from "../engine/roster";

const MOST_NEAR = 3;
/** Latin letters that may differ: one in a short name, two in a longer one. */
const SHORT_NAME = 4;
/** Chinese names are near where at least so large a part of their characters is shared. */
const LEAST_SHARED = 0.5;
const SHOP_PART = /^.*:/;

/**
 * People whom an unknown account may mean, the likeliest first and at most three: by the name after
 * the shop's (`旗舰店:小雨`), by a few letters' difference in Latin names, by shared characters in
 * Chinese ones. A proposal for a person to look at; it never counts.
 */
export function nearestPeople(roster: Roster, account: string): Person[] {
  const key = account.replace(SHOP_PART, "");
  const scored = roster.people.map((person) => ({ person, score: bestScore(person, key) }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_NEAR)
    .map(({ person }) => person);
}

function bestScore({ accounts }: Person, key: string): number {
  return Math.max(0, ...accounts.map((account) => nearness(account.replace(SHOP_PART, ""), key)));
}

/** From 0 (another name) to 1 (the same). */
function nearness(a: string, b: string): number {
  if (a === "" || b === "") return 0;
  if (a === b) return 1;
  if (/^[\x20-\x7e]+$/.test(b)) {
    const limit = b.length <= SHORT_NAME ? 1 : 2;
    return namesNear(b, [a], limit).length > 0 ? 1 - 1 / b.length : 0;
  }
  const signs = [...a];
  const shared = [...b].filter((sign) => {
    const at = signs.indexOf(sign);
    if (at >= 0) signs.splice(at, 1);
    return at >= 0;
  }).length;
  const share = shared / Math.max([...a].length, [...b].length);
  return share >= LEAST_SHARED ? share : 0;
}
