/** New band tables and tables taken away, as the page reckons with them before anything is sent. */
import { describe, expect, it } from "vitest";
import type { ItemModel, PlanModel, TableFacts } from "../../src/api/contract";
import { checkDraft } from "../../src/sidebar/check";
import { forServer } from "../../src/sidebar/draft";
import {
  addTable,
  deleteProblem,
  factsOfNew,
  itemsWithoutTable,
  nameProblem,
  readersOf,
  removeTable,
} from "../../src/sidebar/tables";

const item = (id: number, fields: Partial<ItemModel>): ItemModel => ({
  id: `scoring-${id}`,
  profile: "",
  item: "",
  kind: "points",
  metric: "",
  weight: "50",
  method: "bands",
  measure: "",
  cap: "",
  floor: "",
  formula: "",
  ...fields,
});
const band = { id: "bands-2", when: "at least", threshold: "1", result: "0.1%" };
const pay = (formula: string, onlyIf = "") => ({
  id: "pay-2",
  component: "commission",
  label: "",
  labelZh: "",
  formula,
  onlyIf,
  round: "",
});

const DRAFT: PlanModel = {
  plan: "P",
  from: "2026-10-01",
  items: [item(2, { item: "closing", metric: "conversion" })],
  tables: [
    { id: "rate", table: "Rate", shared: false, rows: [band] },
    { id: "*ladder", table: "ladder", shared: true, rows: [{ ...band, id: "bands-3" }] },
  ],
  pay: [pay('=sales*RATE("rate",sales)')],
  targets: [],
};
const METRICS = [
  { name: "conversion", label: "转化率", unit: "%" as const },
  { name: "sales", label: "Sales", unit: "money" as const },
];
const FACTS = { from: "2026-10-01" };
const tableOf = (draft: PlanModel, index: number) => draft.tables[index] ?? expect.fail("no table");

describe("a new table", () => {
  it.each([
    ["", "table.blank"],
    ["  ", "table.blank"],
    ["rate", "table.taken"],
    ["ＲＡＴＥ ", "table.taken"],
    ["ladder", "table.taken"],
    ["rates", undefined],
  ])("called %j: %s", (name, word) => {
    expect(nameProblem(DRAFT, name)?.word).toBe(word);
  });

  it("has ids of its own, an empty row and otherwise 0, and goes to the server without row ids", () => {
    const draft = addTable(addTable(DRAFT, " closing "), "other");
    const ids = draft.tables.flatMap((table) => [table.id, ...table.rows.map(({ id }) => id)]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(tableOf(draft, 2)).toMatchObject({
      table: "closing",
      shared: false,
      rows: [
        { when: "at least", threshold: "", result: "" },
        { threshold: "", result: "0" },
      ],
    });
    expect(forServer(draft).tables[2]?.rows.map(({ id }) => id)).toEqual(["", ""]);
    expect(DRAFT.tables).toHaveLength(2);
  });

  it.each(["closing", "conversion", "转化率"])("called %s is the one that the item lacked", (name) => {
    expect(itemsWithoutTable(DRAFT, METRICS).map(({ item: one }) => one)).toEqual(["closing"]);
    const draft = addTable(DRAFT, name);
    expect(itemsWithoutTable(draft, METRICS)).toEqual([]);
    expect(readersOf(draft, tableOf(draft, 2), METRICS)).toEqual(["closing"]);
  });

  it("named like the item goes before one named like its metric", () => {
    const draft = addTable(addTable(DRAFT, "conversion"), "closing");
    expect(readersOf(draft, tableOf(draft, 2), METRICS)).toEqual([]);
    expect(readersOf(draft, tableOf(draft, 3), METRICS)).toEqual(["closing"]);
  });

  it("shows results as its readers take them", () => {
    const of = (draft: PlanModel) => factsOfNew(draft, tableOf(draft, draft.tables.length - 1)).result;
    expect(of(addTable(DRAFT, "closing"))).toBe("percent of weight");
    expect(of(addTable(DRAFT, "nobody's"))).toBe("any");
    expect(of(addTable({ ...DRAFT, pay: [pay("=MARGINAL(steps; sales)")] }, "steps"))).toBe("rate");
  });
});

describe("a table is deleted", () => {
  it.each([
    ["read by a formula", DRAFT, 0, FACTS, "table.inUse"],
    ["read by a condition", { ...DRAFT, pay: [pay("=1", "=BAND(rate,sales)>0")] }, 0, FACTS, "table.inUse"],
    ["whose name is a component's only", { ...DRAFT, pay: [pay("=rate*2")] }, 0, FACTS, undefined],
    ["of every plan", DRAFT, 1, FACTS, "table.isShared"],
    ["that nothing reads", { ...DRAFT, pay: [] }, 0, FACTS, undefined],
    ["of another version", { ...DRAFT, pay: [] }, 0, { from: "2026-09-01" }, "table.olderVersion"],
    ["that holds always", { ...DRAFT, pay: [] }, 0, { from: null }, "table.always"],
    ["whose version is typed as a month", { ...DRAFT, from: "2026-10", pay: [] }, 0, FACTS, undefined],
  ])("%s", (_name, draft, index, facts, word) => {
    expect(deleteProblem(draft, tableOf(draft, index), facts, METRICS)?.word).toBe(word);
  });

  it("at once where it was never saved", () => {
    const draft = addTable(DRAFT, "new");
    expect(deleteProblem(draft, tableOf(draft, 2), { from: null }, METRICS)).toBeNull();
    expect(removeTable(draft, tableOf(draft, 2).id).tables).toEqual(DRAFT.tables);
  });

  it("and then the day is changed: the draft says so instead of saving nothing", () => {
    const facts = [{ ...factsOfNew(DRAFT, tableOf(DRAFT, 0)), from: "2026-10-01" }] as TableFacts[];
    const gone = { ...removeTable(DRAFT, "rate"), items: [] };
    const fields = (draft: PlanModel) =>
      checkDraft(draft, facts, "en").filter(({ field }) => field === "from");
    expect(fields(gone)).toEqual([]);
    expect(fields({ ...gone, from: "2026-11" })[0]?.message).toContain("2026-10-01");
  });
});
