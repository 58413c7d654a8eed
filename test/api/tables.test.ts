/** A new band table is saved with what reads it, and one that nothing reads is taken away. */
import { describe, expect, it } from "vitest";
import { changedCells, done, draftFrom, load, rowOf, sampleShop, save, tab, tableIn, tabsOf } from "./shop";

const NEW = {
  id: "new-1",
  table: "extra",
  shared: false,
  rows: [
    { id: "", when: "at least", threshold: "100000", result: "1.5%" },
    { id: "", when: "at least", threshold: "", result: "0" },
  ],
};

describe("a new band table", () => {
  it("is saved with the formula that reads it, and pays at once", () => {
    const wb = sampleShop();
    const rules = load(wb);
    const draft = draftFrom(rules.model);
    draft.tables.push(structuredClone(NEW));
    draft.pay.push({
      id: "",
      component: "extra pay",
      label: "Extra",
      labelZh: "",
      formula: '=sales*RATE("extra",sales)',
      onlyIf: "",
      round: "",
    });
    const shown = done(wb, "whatIf", { draft });
    // 172,390.72 of Zhou Xiaoyu's sales reach 100,000: 1.5 % of them is 2,585.8608.
    const line = shown.people.find(({ person }) => person === "Zhou Xiaoyu")?.lines[0];
    expect(line).toMatchObject({ label: "Extra", after: "2585.86" });
    expect(save(wb, rules, draft)).toMatchObject({ ok: true });
    const now = load(wb);
    expect(tableIn(draftFrom(now.model), "extra").rows).toMatchObject(
      NEW.rows.map(({ id: _id, ...row }) => row),
    );
    const facts = now.tables.find(({ table }) => table === "extra");
    expect(facts).toMatchObject({
      from: now.model.from,
      usedByPay: ["extra pay"],
      result: "rate",
      mode: "whole",
    });
    expect(done(wb, "run", { month: "2026-10" }).total).toBe(shown.totalThen);
  });

  it("is refused whole while a formula beside it is wrong", () => {
    const wb = sampleShop();
    const rules = load(wb);
    const draft = draftFrom(rules.model);
    draft.tables.push(structuredClone(NEW));
    rowOf(draft.pay, 1).formula = '=sales*RATE("extras",sales)';
    const before = tabsOf(wb);
    expect(save(wb, rules, draft)).toMatchObject({ code: "save.problems" });
    expect(tabsOf(wb)).toEqual(before);
  });

  it("with an unreadable threshold is refused at its field", () => {
    const wb = sampleShop();
    const rules = load(wb);
    const draft = draftFrom(rules.model);
    const [first, last] = NEW.rows;
    draft.tables.push({
      ...NEW,
      rows: [{ ...rowOf([first], 0), threshold: "12,5" }, rowOf([last], 0)],
    } as never);
    expect(save(wb, rules, draft)).toMatchObject({
      problems: [{ field: "tables/new-1/#0/threshold", severity: "error" }],
    });
  });

  it("is taken away again, leaving the other tables as they are", () => {
    const wb = sampleShop();
    const before = tabsOf(wb).Bands ?? "";
    const rules = load(wb);
    const draft = draftFrom(rules.model);
    draft.tables.push(structuredClone(NEW));
    expect(save(wb, rules, draft)).toMatchObject({ ok: true });
    expect(changedCells(before, tabsOf(wb).Bands ?? "")).not.toEqual([]);
    const again = load(wb);
    const without = draftFrom(again.model);
    without.tables = without.tables.filter(({ table }) => table !== "extra");
    const saved = done(wb, "saveRules", {
      draft: without,
      base: again.model,
      fingerprints: again.fingerprints,
    });
    expect(load(wb).model.tables).toEqual(rules.model.tables);
    done(wb, "undoSave", { undo: saved.undo });
    expect(load(wb).model.tables.map(({ table }) => table)).toContain("extra");
  });

  it("that something reads is not taken away", () => {
    const wb = sampleShop();
    const rules = load(wb);
    const draft = draftFrom(rules.model);
    draft.tables = draft.tables.filter(({ table }) => table !== "commission");
    const before = tabsOf(wb);
    expect(save(wb, rules, draft)).toMatchObject({ code: "save.problems" });
    expect(tabsOf(wb)).toEqual(before);
    expect(tab(wb, "Bands").lastRow()).toBeGreaterThan(1);
  });
});
