/** The sample shop under every pack: nothing in the product's own words is taken for a leak. */
import { expect, it } from "vitest";
import { RULE_TABS, type RuleTabKind } from "../../src/rules/columns";
import { PACKS, packTabs } from "../../src/rules/packs/index";
import { sampleRules, sampleWorkbook } from "../../src/sample/sample";
import { shareNow, sharePreview } from "../../src/sharing";
import { ruleGrid } from "../engine/cases";
import { bookOf } from "../worked/book-of";
import { grantedFiles } from "./harness";
import { sit } from "./world";

const RAW = sampleWorkbook().map(({ name, rows }) => ({
  name,
  rows: rows.map((row) => row.map((cell) => (typeof cell === "object" ? cell.date.replace("T", " ") : cell))),
}));

it.each(PACKS.map(({ name }) => name))("%s", (name) => {
  const pack = PACKS.find((one) => one.name === name) ?? expect.fail("no pack");
  const tabs = { ...packTabs(pack, "zh"), ...sampleRules(pack, "zh") };
  const rules = RULE_TABS.flatMap(({ kind }) =>
    ruleGrid(kind as RuleTabKind, tabs[kind as RuleTabKind] ?? []),
  );
  const seat = sit(bookOf([...rules, ...RAW]));
  const request = { month: "2026-10", choices: [] };
  const preview = sharePreview(seat.services, request, "zh");
  if ("error" in preview) throw new Error(preview.error);
  expect(preview.files.length).toBeGreaterThan(1);
  const choices = preview.files.map(({ email }) => ({ email, holds: "team" as const, pay: true }));
  for (const chosen of [[], choices]) {
    const seen = sharePreview(seat.services, { ...request, choices: chosen }, "zh");
    if ("error" in seen) throw new Error(seen.error);
    const answer = shareNow(seat.services, { ...request, choices: chosen, token: seen.token }, "zh");
    expect(answer).toMatchObject({ ok: true, done: preview.files.length });
  }
  expect(grantedFiles(seat)).toHaveLength(preview.files.length);
});
