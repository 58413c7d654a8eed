/** Names and functions offered while a formula is typed. */
import { describe, expect, it } from "vitest";
import { acceptOffer, type Offered, offersFor, wordAt } from "../../src/sidebar/complete";

const OFFERS: readonly Offered[] = [
  { name: "sales", insert: "sales", label: { en: "Sales", zh: "销售额" } },
  { name: "silent_sales", insert: "silent_sales", label: { en: "Silent sales", zh: "静默销售额" } },
  { name: "score", insert: "score", label: { en: "Score", zh: "绩效得分" } },
  { name: "TEAM.AVERAGE", insert: "TEAM.AVERAGE(", label: { en: "team's average a head", zh: "团队人均" } },
  { name: "RATE", insert: "RATE(", label: { en: "rate of a table", zh: "查提成点" } },
];

describe("wordAt", () => {
  it.each([
    { formula: "=sa", caret: 3, text: "sa" },
    { formula: "=score/100*TEAM.AV", caret: 18, text: "TEAM.AV" },
    { formula: "=销售", caret: 3, text: "销售" },
    { formula: "=sales*2", caret: 3, text: "sa" },
    { formula: "=", caret: 1, text: null },
    { formula: "=100", caret: 4, text: null },
    { formula: '=RATE("com', caret: 10, text: null },
    { formula: '=RATE("com",sa', caret: 14, text: "sa" },
    { formula: "=a+", caret: 3, text: null },
  ])("$formula at $caret", ({ formula, caret, text }) => {
    expect(wordAt(formula, caret)?.text ?? null).toBe(text);
  });
});

describe("offersFor", () => {
  it.each([
    { word: "sa", lang: "en", names: ["sales", "silent_sales"] },
    { word: "SALES", lang: "en", names: ["sales", "silent_sales"] },
    { word: "销售", lang: "en", names: ["sales", "silent_sales"] },
    { word: "团队", lang: "zh", names: ["TEAM.AVERAGE"] },
    { word: "s", lang: "en", names: ["sales", "score", "silent_sales", "TEAM.AVERAGE"] },
    { word: "rat", lang: "en", names: ["RATE"] },
    { word: "ｓａ", lang: "en", names: ["sales", "silent_sales"] },
    { word: "qq", lang: "en", names: [] },
  ] as const)("$word", ({ word, lang, names }) => {
    expect(offersFor(word, OFFERS, lang).map(({ name }) => name)).toEqual(names);
  });

  it("offers no more than asked for", () => {
    expect(offersFor("s", OFFERS, "en", 2)).toHaveLength(2);
  });
});

describe("acceptOffer", () => {
  it.each([
    { formula: "=sa", caret: 3, offer: 0, text: "=sales", after: 6 },
    { formula: "=sa*2", caret: 3, offer: 0, text: "=sales*2", after: 6 },
    { formula: "=2*销", caret: 4, offer: 0, text: "=2*sales", after: 8 },
    { formula: "=ra", caret: 3, offer: 4, text: "=RATE(", after: 6 },
    { formula: '=ra("t")', caret: 3, offer: 4, text: '=RATE("t")', after: 5 },
  ])("$formula", ({ formula, caret, offer, text, after }) => {
    const word = wordAt(formula, caret);
    const chosen = OFFERS[offer];
    if (!word || !chosen) throw new Error("no word");
    expect(acceptOffer(formula, word, chosen)).toEqual({ text, caret: after });
  });
});
