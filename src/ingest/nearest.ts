import { namesNear } from "../engine/names";
import type { Person, Roster } from "../engine/roster";

const MOST_NEAR = 3;
/** Letters of Latin names from which one may differ, and from which two: shorter ones are like anything. */
const ONE_EDIT = 4;
const TWO_EDITS = 8;
/** Chinese names are near where more than so large a part of their characters is shared. */
const LEAST_SHARED = 0.5;
/** Words that say what an account is for: two accounts are not alike by them. */
const ROLES = /客服|售前|售后|主管|专员|kefu|service|agent|caller/g;
const SHOP_PART = /^.*:/;

/**
 * People whom an unknown account may mean, the likeliest first and at most three: by the name after
 * the shop's (`旗舰店:小雨`), by a letter's difference in Latin names, by most of the characters of
 * Chinese ones. Accounts with different numbers (`客服03`, `客服08`) are two. A proposal for a person
 * to look at; it never counts.
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
  const [numberA, numberB] = [digitsOf(a), digitsOf(b)];
  if (numberA !== "" && numberB !== "" && numberA !== numberB) return 0;
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
  if (wordsA === "" || wordsB === "") return 0;
  return /^[\x20-\x7e]+$/.test(wordsB) ? latinNearness(wordsA, wordsB) : sharedPart(wordsA, wordsB);
}

function digitsOf(name: string): string {
  return name.replace(/\D/g, "").replace(/^0+/, "");
}

/** What is left of an account without its number and the words for what it does. */
function wordsOf(name: string): string {
  return name
    .replace(ROLES, "")
    .replace(/[\d_.-]+/g, " ")
    .trim();
}

function latinNearness(a: string, b: string): number {
  const limit = b.length < ONE_EDIT ? 0 : b.length < TWO_EDITS ? 1 : 2;
  return namesNear(b, [a], limit).length > 0 ? 1 - 1 / (b.length + 1) : 0;
}

/** The part of the characters of the longer name that both have; 0 where it is half or less. */
function sharedPart(a: string, b: string): number {
  const signs = [...a];
  const shared = [...b].filter((sign) => {
    const at = signs.indexOf(sign);
    if (at >= 0) signs.splice(at, 1);
    return at >= 0;
  }).length;
  const share = shared / Math.max([...a].length, [...b].length);
  return share > LEAST_SHARED ? share : 0;
}
