import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FormulaNode } from "../../src/engine/formula/node";
import { parseFormula } from "../../src/engine/formula/parse";
import { writeFormula } from "../../src/engine/formula/write";

/** A formula with a parenthesis around each operation, so that only the tree says what it means. */
const written = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("sales", "销售额", "[Deal stage]", "2", "0.5", '"a ""b"""', "TRUE"),
    fc
      .tuple(
        fc.constantFrom("+", "-", "*", "/", "^", "&", "=", "<>", "<", "<=", ">", ">="),
        tie("formula"),
        tie("formula"),
      )
      .map(([sign, left, right]) => `(${left}${sign}${right})`),
    fc.tuple(fc.constantFrom("-", "+"), tie("formula")).map(([sign, right]) => `(${sign}${right})`),
    tie("formula").map((left) => `(${left}%)`),
    fc.tuple(tie("formula"), tie("formula")).map(([left, right]) => `TEAM.SUM(MAX(${left},${right}))`),
  ),
})).formula;

function parsed(text: string): FormulaNode {
  const { node } = parseFormula(text);
  if (!node) throw new Error(`no formula: ${text}`);
  return node;
}

describe("a formula as text", () => {
  it("says the same formula", () => {
    fc.assert(
      fc.property(written, (text) => {
        const node = parsed(text);
        expect(parsed(writeFormula(node))).toEqual(node);
      }),
    );
  });

  it.each([
    ["=(a1_-b)*2", "(a1_-b)*2"],
    ["=a1_-(b*2)", "a1_-b*2"],
    ["=a1_-(b-c)", "a1_-(b-c)"],
    ["=(a1_-b)-c", "a1_-b-c"],
    ["=-(2^2)", "-(2^2)"],
    ["=(-2)^2", "-2^2"],
    ["=(a1_+b)%", "(a1_+b)%"],
    ["=team.sum((a1_-b)*2)", "TEAM.SUM((a1_-b)*2)"],
  ])("writes %s as %s", (formula, text) => {
    expect(writeFormula(parsed(formula))).toBe(text);
  });
});
