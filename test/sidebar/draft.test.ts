/** Edits of a draft, what they come to, and what is sent. */
import { describe, expect, it } from "vitest";
import type { PlanModel } from "../../src/api/contract";
import { changesAsText, listChanges } from "../../src/sidebar/changes";
import { checkDraft } from "../../src/sidebar/check";
import {
  addBand,
  addItem,
  addPay,
  addTarget,
  forServer,
  moveRow,
  pagePath,
  pasteBands,
  removeBand,
  removeRow,
  setBand,
  setField,
  setWeights,
} from "../../src/sidebar/draft";
import {
  discardWork,
  editWork,
  hasChanges,
  keepMine,
  keepTheirs,
  keptDrafts,
  openWork,
  refreshWork,
  undoWork,
} from "../../src/sidebar/works";
import { MODEL, RULES } from "../browser/sidebar-answers";

const table = (draft: PlanModel, id = "commission") =>
  draft.tables.find((each) => each.id === id)?.rows ?? [];
const thresholds = (draft: PlanModel) => table(draft).map(({ threshold }) => threshold);

describe("edits", () => {
  it("change one field and leave the old draft alone", () => {
    const before = JSON.stringify(MODEL);
    const draft = setField(MODEL, "items", "scoring-2", "weight", "35");
    expect(draft.items.map(({ weight }) => weight)).toEqual(["35", "30", "20", "10", "", "5", "10"]);
    expect(JSON.stringify(MODEL)).toBe(before);
  });

  it("give new rows ids that no other row has", () => {
    const draft = addTarget(addPay(addBand(addItem(MODEL, "points", ""), "commission", null)), "sales");
    const all = [...draft.items, ...draft.pay, ...draft.targets, ...table(draft)].map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((id) => id.startsWith("new-")).sort()).toEqual(["new-1", "new-2", "new-3", "new-4"]);
  });

  it("put a band row below another, with its condition", () => {
    const draft = addBand(setBand(MODEL, "commission", "bands-2", "when", "above"), "commission", "bands-2");
    expect(table(draft)[1]).toEqual({ id: "new-1", when: "above", threshold: "", result: "" });
    expect(thresholds(draft)).toEqual(["120%", "", "100%", ""]);
  });

  it("put a band row at the top of an empty table", () => {
    const empty = ["bands-2", "bands-3", "bands-4"].reduce(
      (draft, id) => removeBand(draft, "commission", id),
      MODEL,
    );
    expect(table(addBand(empty, "commission", null))).toEqual([
      { id: "new-1", when: "at least", threshold: "", result: "" },
    ]);
  });

  it("replace a table by pasted rows, which keep their place where the threshold stays", () => {
    const draft = pasteBands(MODEL, "commission", [
      { threshold: "150%", result: "1%" },
      { threshold: "100%", result: "0.3%" },
      { threshold: "100%", result: "0.5%" },
      { threshold: "", result: "0" },
    ]);
    expect(table(draft).map(({ id, threshold, result }) => [id, threshold, result])).toEqual([
      ["new-1", "150%", "1%"],
      ["bands-3", "100%", "0.3%"],
      ["new-3", "100%", "0.5%"],
      ["bands-4", "", "0"],
    ]);
  });

  it("move a row, but not beyond the ends", () => {
    const order = (draft: PlanModel) => draft.pay.map(({ component }) => component).join(" ");
    expect(order(moveRow(MODEL, "pay", "pay-3", -1))).toBe("commission base meal");
    expect(moveRow(MODEL, "pay", "pay-2", -1)).toBe(MODEL);
    expect(moveRow(MODEL, "pay", "pay-4", 1)).toBe(MODEL);
  });
});

describe("forServer", () => {
  it("takes the page's ids out and turns the beginning into a day", () => {
    const draft = forServer({ ...addBand(addPay(MODEL), "commission", "bands-2"), from: "2026-11" });
    expect(draft.from).toBe("2026-11-01");
    expect(draft.pay.map(({ id }) => id)).toEqual(["pay-2", "pay-3", "pay-4", ""]);
    expect(table(draft).map(({ id }) => id)).toEqual(["bands-2", "", "bands-3", "bands-4"]);
  });

  it.each([
    ["", null],
    ["2026年3月", "2026-03-01"],
    ["2026-10-15", "2026-10-15"],
  ])("reads the beginning %j", (typed, from) => expect(forServer({ ...MODEL, from: typed }).from).toBe(from));
});

describe("pagePath", () => {
  const draft = addBand(addItem(MODEL, "points", ""), "*first_response", "bands-5");
  it.each([
    ["items/#7/weight", "items/new-1/weight"],
    ["items/scoring-2/weight", "items/scoring-2/weight"],
    ["tables/*first_response/#1/threshold", "tables/*first_response/new-2/threshold"],
    ["pay/#9/formula", "pay/#9/formula"],
    ["from", "from"],
  ])("%s is %s", (path, page) => expect(pagePath(draft, path)).toBe(page));
});

describe("listChanges", () => {
  it.each([
    { name: "nothing", change: (draft: PlanModel) => draft, found: [] },
    {
      name: "a field",
      change: (draft: PlanModel) => setField(draft, "items", "scoring-2", "weight", "35"),
      found: ["items/scoring-2/weight"],
    },
    {
      name: "typed and typed back",
      change: (draft: PlanModel) =>
        setField(setField(draft, "pay", "pay-2", "formula", "=1"), "pay", "pay-2", "formula", "=base"),
      found: [],
    },
    {
      name: "a band",
      change: (draft: PlanModel) => setBand(draft, "commission", "bands-2", "threshold", "115%"),
      found: ["tables/commission/bands-2/threshold"],
    },
    {
      name: "an added row is one change",
      change: (draft: PlanModel) => setField(addItem(draft, "points", ""), "items", "new-1", "item", "aov"),
      found: ["items/new-1"],
    },
    {
      name: "a removed row is one change",
      change: (draft: PlanModel) => removeRow(draft, "targets", "targets-2"),
      found: ["targets/targets-2"],
    },
    {
      name: "the order of pay",
      change: (draft: PlanModel) => moveRow(draft, "pay", "pay-2", 1),
      found: ["pay"],
    },
    { name: "the beginning", change: (draft: PlanModel) => ({ ...draft, from: "2026-11" }), found: ["from"] },
    {
      name: "the same beginning, typed as a month",
      change: (draft: PlanModel) => ({ ...draft, from: "2026-10" }),
      found: [],
    },
    {
      name: "weights",
      change: (draft: PlanModel) => setWeights(draft, ["scoring-2", "scoring-3"], ["45", "25"]),
      found: ["items/scoring-2/weight", "items/scoring-3/weight"],
    },
  ])("$name", ({ change, found }) => {
    expect(listChanges(MODEL, change(MODEL)).map(({ path }) => path)).toEqual(found);
  });

  it("writes the changes as text for the clipboard", () => {
    const draft = setBand(
      setField(MODEL, "items", "scoring-2", "weight", "35"),
      "commission",
      "bands-2",
      "threshold",
      "",
    );
    expect(changesAsText("P", listChanges(MODEL, draft))).toBe(
      "P\nconversion · weight: 40 → 35\ncommission 120% · threshold: 120% → –",
    );
  });
});

describe("checkDraft", () => {
  const fields = (draft: PlanModel) =>
    checkDraft(draft, RULES.tables, "en").map(({ field, severity }) => `${severity} ${field}`);

  it.each([
    { name: "in order", change: (draft: PlanModel) => draft, found: [] },
    {
      name: "99.99 of 100",
      change: (draft: PlanModel) => setField(draft, "items", "scoring-2", "weight", "39.99"),
      found: ["error items/scoring-2/weight"],
    },
    {
      name: "100.01 of 100",
      change: (draft: PlanModel) => setField(draft, "items", "scoring-3", "weight", "30.01"),
      found: ["error items/scoring-2/weight"],
    },
    {
      name: "an unreadable weight is named itself",
      change: (draft: PlanModel) => setField(draft, "items", "scoring-3", "weight", "3o"),
      found: ["error items/scoring-3/weight"],
    },
    {
      name: "bonus stands outside the sum",
      change: (draft: PlanModel) => setField(draft, "items", "scoring-7", "weight", "50"),
      found: [],
    },
    {
      name: "no formula",
      change: (draft: PlanModel) => setField(draft, "pay", "pay-3", "formula", " "),
      found: ["error pay/pay-3/formula"],
    },
    {
      name: "a gate without condition",
      change: (draft: PlanModel) => setField(draft, "items", "scoring-6", "formula", ""),
      found: ["error items/scoring-6/formula"],
    },
    {
      name: "no name",
      change: (draft: PlanModel) => addItem(draft, "bonus", ""),
      found: ["error items/new-1/item"],
    },
    {
      name: "a beginning that is no month",
      change: (draft: PlanModel) => ({ ...draft, from: "2026-13" }),
      found: ["error from"],
    },
    {
      name: "29 February of a common year",
      change: (draft: PlanModel) => ({ ...draft, from: "2026-02-29" }),
      found: ["error from"],
    },
    {
      name: "29 February of a leap year",
      change: (draft: PlanModel) => ({ ...draft, from: "2028-02-29" }),
      found: [],
    },
    {
      name: "a rate without percent is asked about",
      change: (draft: PlanModel) => setBand(draft, "commission", "bands-2", "result", "0.4"),
      found: ["warning tables/commission/bands-2/result"],
    },
  ])("$name", ({ change, found }) => expect(fields(change(MODEL))).toEqual(found));

  it("says the sum in both languages", () => {
    const draft = setField(MODEL, "items", "scoring-2", "weight", "35");
    const say = (lang: "en" | "zh") => checkDraft(draft, RULES.tables, lang)[0]?.message;
    expect([say("en"), say("zh")]).toEqual(["Weights are 95, must be 100", "权重合计 95，应为 100"]);
  });
});

describe("works", () => {
  const fresh = openWork(RULES, undefined);
  const draft = setField(MODEL, "items", "scoring-2", "weight", "35");
  const theirs = setField(MODEL, "items", "scoring-3", "weight", "25");
  const mine = setField(theirs, "items", "scoring-2", "weight", "35");
  const conflict = { tabs: ["Scoring"], fields: [], theirs, mine, fingerprints: { scoring: "s2" } };

  it("keeps a draft while the facts are read again, with the fingerprints it was made from", () => {
    const work = refreshWork(editWork(fresh, draft), {
      ...RULES,
      fingerprints: { scoring: "s9" },
      model: theirs,
    });
    expect(work.history.now).toBe(draft);
    expect(work.fingerprints).toEqual(RULES.fingerprints);
  });

  it("takes what was read where nothing was typed", () => {
    expect(refreshWork(fresh, { ...RULES, model: theirs }).history.now).toBe(theirs);
  });

  it("goes on with a draft that was kept, on the rules it was made from", () => {
    const kept = keptDrafts({ one: editWork(fresh, draft), two: fresh });
    expect(Object.keys(kept)).toEqual(["one"]);
    const work = openWork({ ...RULES, model: theirs }, kept.one);
    expect([work.base, work.history.now]).toEqual([MODEL, draft]);
    expect(hasChanges(work)).toBe(true);
  });

  it("can undo a discard", () => {
    const work = discardWork(editWork(fresh, draft));
    expect(hasChanges(work)).toBe(false);
    expect(undoWork(work).history.now).toBe(draft);
  });

  it("keeps theirs, and undo brings mine back", () => {
    const work = keepTheirs(editWork(fresh, draft), conflict);
    expect([work.base, work.history.now, work.fingerprints]).toEqual([theirs, theirs, { scoring: "s2" }]);
    expect(undoWork(work).history.now).toBe(draft);
  });

  it("keeps mine on their rules", () => {
    const work = keepMine(editWork(fresh, draft), conflict);
    expect(listChanges(work.base, work.history.now).map(({ path }) => path)).toEqual([
      "items/scoring-2/weight",
    ]);
  });
});
