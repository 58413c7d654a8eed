/** Saving rules: only the cells that differ, all tabs or none, and never over somebody else's work. */
import { beforeAll, describe, expect, it } from "vitest";
import {
  changedCells,
  type Draft,
  done,
  draftFrom,
  load,
  refused,
  reweigh,
  rowOf,
  sampleShop,
  save,
  tab,
  tableIn,
  tabsOf,
  type Workbook,
} from "./shop";

function saved(wb: Workbook, change: (draft: Draft) => void) {
  const rules = load(wb);
  const draft = draftFrom(rules.model);
  change(draft);
  const answer = save(wb, rules, draft);
  if ("error" in answer) throw new Error(`${answer.error} ${JSON.stringify(answer.problems ?? [])}`);
  return { rules, answer };
}

describe("saving in place", () => {
  it("changes the cells that differ and no others", () => {
    const wb = sampleShop();
    const before = tabsOf(wb);
    const { answer } = saved(wb, (draft) => {
      rowOf(draft.items, 0).weight = "25";
      rowOf(draft.items, 1).weight = "25";
      rowOf(tableIn(draft, "commission").rows, 0).result = "0.45%";
    });
    const after = tabsOf(wb);
    expect(answer.written).toEqual([
      { tab: "Scoring", cells: 2 },
      { tab: "Bands", cells: 1 },
    ]);
    expect(changedCells(before.Scoring ?? "", after.Scoring ?? "")).toEqual(["2,7", "3,7"]);
    expect(changedCells(before.Bands ?? "", after.Bands ?? "")).toHaveLength(1);
    for (const name of Object.keys(before))
      if (name !== "Scoring" && name !== "Bands") expect(after[name], name).toBe(before[name]);
    expect(tab(wb, "Scoring").values.get(2, 7)).toBe(25);
    const [cell] = changedCells(before.Bands ?? "", after.Bands ?? "");
    const [row = 0, column = 0] = (cell ?? "").split(",").map(Number);
    expect(tab(wb, "Bands").values.get(row, column)).toBe(0.0045);
    expect(tab(wb, "Bands").styles.get(row, column)?.numberFormat).toBe("0.00%");
  });

  it("leaves no stage, and gives the model and fingerprints of now", () => {
    const wb = sampleShop();
    const { answer } = saved(wb, (draft) => {
      rowOf(tableIn(draft, "commission").rows, 0).result = "0.5%";
    });
    expect(wb.book.sheets.filter(({ name }) => name.startsWith("__"))).toEqual([]);
    const now = load(wb);
    expect(answer.model).toEqual(now.model);
    expect(answer.fingerprints).toEqual(now.fingerprints);
  });

  it("writes nothing where nothing changed", () => {
    const wb = sampleShop();
    const before = tabsOf(wb);
    const { answer } = saved(wb, () => undefined);
    expect(answer).toMatchObject({ written: [], undo: null, message: "Nothing had changed." });
    expect(tabsOf(wb)).toEqual(before);
  });

  it.each([
    ["a weight of 12 digits after the point", "weight", "20.123456789012", "9.876543210988"],
    ["percent signs", "weight", "20%", "10%"],
  ])("reads back %s as typed", (_name, _field, one, other) => {
    const wb = sampleShop();
    saved(wb, (draft) => {
      rowOf(draft.items, 0).weight = one;
      rowOf(draft.items, 1).weight = other;
      rowOf(draft.items, 2).weight = one.endsWith("%") ? "35" : "35";
      rowOf(draft.items, 3).weight = one.endsWith("%") ? "10" : "10";
    });
    const { model } = load(wb);
    expect(model.items.slice(0, 2).map(({ weight }) => weight)).toEqual([one, other]);
  });

  it("keeps a user's column, the order of columns, notes, and the words of a Chinese tab", () => {
    const wb = sampleShop("eight-part", "zh");
    const bands = tab(wb, "档位");
    bands.values.set(1, 9, "我的备注");
    bands.values.set(2, 9, "不要动");
    const before = tabsOf(wb);
    const height = bands.lastRow();
    saved(wb, (draft) => {
      const [table] = draft.tables;
      table?.rows.push({ id: "", when: "at least", threshold: "130%", result: "100" });
    });
    const after = tabsOf(wb);
    const rows = changedCells(before.档位 ?? "", after.档位 ?? "").map((cell) => Number(cell.split(",")[0]));
    expect(new Set(rows)).toEqual(new Set([height + 1]));
    expect(bands.values.get(2, 9)).toBe("不要动");
    expect(bands.values.get(bands.lastRow(), 4)).toBe("至少");
  });

  it("removes a row by blanking it, without touching what others typed beside it", () => {
    const wb = sampleShop();
    const bands = tab(wb, "Bands");
    bands.values.set(3, 9, "mine");
    const before = load(wb).model.tables[0]?.rows.length ?? 0;
    saved(wb, (draft) => {
      rowOf(draft.tables, 0).rows.splice(1, 1);
    });
    expect([1, 2, 3, 4, 5, 6].map((column) => bands.values.get(3, column) ?? "")).toEqual([
      "",
      "",
      "",
      "",
      "",
      "",
    ]);
    expect(bands.values.get(3, 9)).toBe("mine");
    expect(load(wb).model.tables[0]?.rows).toHaveLength(before - 1);
  });

  it("fills in When where a row that others repeat is removed", () => {
    const wb = sampleShop();
    const bands = tab(wb, "Bands");
    const first = rowOf(
      load(wb).model.tables.filter(({ rows }) => rows[0]?.when === "up to"),
      0,
    );
    const rows = first.rows.map(({ id }) => Number(id.split("-")[1]));
    for (const row of rows.slice(1)) bands.values.set(row, 4, "");
    saved(wb, (draft) => {
      tableIn(draft, first.table).rows.splice(0, 1);
    });
    const now = load(wb).model.tables.find(({ table }) => table === first.table);
    expect(now?.rows.map(({ when }) => when)).toEqual(first.rows.slice(1).map(() => "up to"));
  });

  it("inserts a pay component in the middle: the order of Pay is the draft's", () => {
    const wb = sampleShop();
    saved(wb, (draft) => {
      draft.pay.splice(1, 0, {
        id: "",
        component: "meal",
        label: "Meal",
        labelZh: "餐补",
        formula: "=10*attended_days",
        onlyIf: "",
        round: "",
      });
    });
    const { model } = load(wb);
    expect(model.pay.map(({ component }) => component)).toEqual(["base", "meal", "performance"]);
    expect(done(wb, "whatIf", { draft: model }).delta).toBe("0.00");
  });

  it("writes what begins like a formula as text", () => {
    const wb = sampleShop();
    saved(wb, (draft) => {
      rowOf(draft.pay, 0).label = '=HYPERLINK("http://x","y")';
    });
    expect(tab(wb, "Pay").formulas.lastRow()).toBe(0);
    expect(load(wb).model.pay[0]?.label).toBe('=HYPERLINK("http://x","y")');
  });
});

describe("a new version", () => {
  let wb: Workbook;
  let before: Record<string, string>;

  beforeAll(() => {
    wb = sampleShop();
    before = tabsOf(wb);
    saved(wb, (draft) => {
      draft.from = "2026-11-01";
      rowOf(draft.items, 0).weight = "25";
      rowOf(draft.items, 1).weight = "25";
    });
  });

  it("adds the whole version below and leaves every older cell alone", () => {
    const after = tabsOf(wb);
    const changed = changedCells(before.Scoring ?? "", after.Scoring ?? "");
    expect(new Set(changed.map((cell) => cell.split(",")[0]))).toEqual(
      new Set(["10", "11", "12", "13", "14", "15", "16", "17"]),
    );
    expect(after.Bands).toBe(before.Bands);
    expect(after.Pay).toBe(before.Pay);
    const scoring = tab(wb, "Scoring");
    expect([10, 17].map((row) => scoring.styles.get(row, 2)?.numberFormat)).toEqual([
      "yyyy-mm-dd",
      "yyyy-mm-dd",
    ]);
  });

  it("holds from that day on, and not before", () => {
    const weights = (fields: object) => load(wb, { ...fields }).model.items.map(({ weight }) => weight);
    expect(weights({ month: "2026-10" }).slice(0, 2)).toEqual(["30", "20"]);
    expect(weights({ month: "2026-11" }).slice(0, 2)).toEqual(["25", "25"]);
    expect(weights({ from: "2026-11-01" }).slice(0, 2)).toEqual(["25", "25"]);
    expect(load(wb).versions).toEqual([null, "2026-11-01"]);
  });

  it("is changed in place when it is saved again", () => {
    const rules = load(wb, { from: "2026-11-01" });
    const draft = draftFrom(rules.model);
    rowOf(draft.items, 0).weight = "40";
    rowOf(draft.items, 1).weight = "10";
    const height = tab(wb, "Scoring").lastRow();
    expect(save(wb, rules, draft)).toMatchObject({ ok: true, written: [{ tab: "Scoring", cells: 2 }] });
    expect(tab(wb, "Scoring").lastRow()).toBe(height);
    expect(load(wb).model.items[0]?.weight).toBe("30");
  });

  it("is written for bands that change after it, while those of before stay", () => {
    const rules = load(wb, { from: "2026-11-01" });
    const draft = draftFrom(rules.model);
    rowOf(tableIn(draft, "commission").rows, 0).result = "0.6%";
    expect(save(wb, rules, draft)).toMatchObject({ ok: true });
    const rate = (month: string) =>
      load(wb, { month }).model.tables.find(({ table }) => table === "commission")?.rows[0]?.result;
    expect([rate("2026-10"), rate("2026-11")]).toEqual(["0.4%", "0.6%"]);
  });
});

describe("errors of a draft", () => {
  const broken: [string, (draft: Draft) => void, RegExp, RegExp][] = [
    [
      "weights of 95",
      (draft) => {
        rowOf(draft.items, 0).weight = "25";
      },
      /^items\/scoring-2\/weight$/,
      /95/,
    ],
    [
      "a weight that is no number",
      (draft) => {
        rowOf(draft.items, 0).weight = "3o";
      },
      /^items\/scoring-2\/weight$/,
      /3o/,
    ],
    [
      "an unknown metric",
      (draft) => {
        rowOf(draft.items, 0).metric = "slaes";
      },
      /^items\/scoring-2\/metric$/,
      /slaes/,
    ],
    [
      "an unknown name in Pay",
      (draft) => {
        rowOf(draft.pay, 1).formula = "=score*slaes";
      },
      /^pay\/pay-3\/formula$/,
      /slaes/,
    ],
    [
      "a formula that cannot be read",
      (draft) => {
        rowOf(draft.pay, 1).formula = "=score*(";
      },
      /^pay\/pay-3\/formula$/,
      /score/,
    ],
    [
      "two equal thresholds",
      (draft) => {
        rowOf(draft.tables, 0).rows.push({ ...rowOf(rowOf(draft.tables, 0).rows, 0), id: "" });
      },
      /^tables\/sales attainment\/.*\/threshold$/,
      /threshold 1 twice/,
    ],
    [
      "a word that is no method",
      (draft) => {
        rowOf(draft.items, 0).method = "guess";
      },
      /^items\/scoring-2\/method$/,
      /guess/,
    ],
    [
      "a new row without a formula",
      (draft) => {
        draft.pay.push({
          id: "",
          component: "meal",
          label: "",
          labelZh: "",
          formula: "",
          onlyIf: "",
          round: "",
        });
      },
      /^pay\/#2\/formula$/,
      /meal/,
    ],
  ];

  it.each(broken)("refuses %s, names the field, and writes nothing", (_name, change, field, words) => {
    const wb = sampleShop();
    const before = tabsOf(wb);
    const rules = load(wb);
    const draft = draftFrom(rules.model);
    change(draft);
    const answer = save(wb, rules, draft);
    expect("error" in answer && answer.code).toBe("save.problems");
    const problems = "error" in answer ? (answer.problems ?? []) : [];
    const found = problems.find((problem) => field.test(problem.field));
    expect(found, JSON.stringify(problems)).toBeDefined();
    expect(problems.map(({ message }) => message).join("\n")).toMatch(words);
    expect(tabsOf(wb)).toEqual(before);
  });

  it("lets other rows be mended while an old error stays", () => {
    const wb = sampleShop();
    tab(wb, "Pay").values.set(3, 6, "=score*slaes");
    const { answer } = saved(wb, (draft) => {
      rowOf(tableIn(draft, "Conversion").rows, 0).result = "99";
    });
    expect(answer.written).toEqual([{ tab: "Bands", cells: 1 }]);
  });

  it.each(["2026-13-01", "soon", "2026-02-30"])("refuses the day %j", (from) => {
    const wb = sampleShop();
    const rules = load(wb);
    expect(refused(wb, "saveRules", { draft: { ...rules.model, from }, base: rules.model })).toMatchObject({
      field: "from",
    });
  });
});

describe("somebody else's changes", () => {
  function clash() {
    const wb = sampleShop();
    const rules = load(wb);
    tab(wb, "Bands").values.set(2, 6, 90);
    const draft = draftFrom(rules.model);
    rowOf(rowOf(draft.tables, 0).rows, 0).result = "95";
    rowOf(rowOf(draft.tables, 0).rows, 1).result = "80";
    return { wb, rules, draft };
  }

  it("are not written over: the answer names the tab, the field, theirs and mine", () => {
    const { wb, rules, draft } = clash();
    const before = tabsOf(wb);
    const answer = save(wb, rules, draft);
    if (!("error" in answer) || !answer.conflict) throw new Error("no conflict");
    expect(answer.error).toContain("Bands changed");
    expect(answer.conflict.tabs).toEqual(["Bands"]);
    expect(answer.conflict.fields).toEqual([
      {
        label: "Sales attainment · at least 100% · result",
        field: "tables/sales attainment/bands-2/result",
        base: "100",
        theirs: "90",
        mine: "95",
        both: true,
      },
    ]);
    expect(answer.conflict.theirs.tables[0]?.rows[0]?.result).toBe("90");
    expect(answer.conflict.mine.tables[0]?.rows.slice(0, 2).map(({ result }) => result)).toEqual([
      "95",
      "80",
    ]);
    expect(tabsOf(wb)).toEqual(before);
  });

  it("can be kept beside mine, even after rows have moved", () => {
    const wb = sampleShop();
    const rules = load(wb);
    const bands = tab(wb, "Bands");
    // Somebody inserts a row at the top: every number moves by one.
    for (let row = bands.lastRow(); row >= 2; row--)
      for (let column = 1; column <= 6; column++) {
        const value = bands.values.get(row, column);
        bands.values.set(row + 1, column, value ?? "");
        const style = bands.styles.get(row, column);
        if (style) bands.styles.set(row + 1, column, style);
      }
    for (const [index, value] of ["", "another table", "", "at least", 0, 1].entries())
      bands.values.set(2, index + 1, value);
    const draft = draftFrom(rules.model);
    rowOf(rowOf(draft.tables, 0).rows, 0).result = "95";
    const answer = save(wb, rules, draft);
    if (!("error" in answer) || !answer.conflict) throw new Error("no conflict");
    const { mine, theirs, fingerprints } = answer.conflict;
    expect(done(wb, "saveRules", { draft: mine, base: theirs, fingerprints })).toMatchObject({
      written: [{ tab: "Bands", cells: 1 }],
    });
    expect(bands.values.get(3, 6)).toBe(95);
    expect(bands.values.get(2, 2)).toBe("another table");
  });

  it("are noticed where another plan's rows changed", () => {
    const wb = sampleShop();
    const rules = load(wb);
    tab(wb, "Scoring").values.set(20, 1, "Other plan");
    const draft = draftFrom(rules.model);
    rowOf(draft.items, 0).weight = "25";
    rowOf(draft.items, 1).weight = "25";
    const answer = save(wb, rules, draft);
    expect(answer).toMatchObject({ code: "save.conflict", conflict: { tabs: ["Scoring"], fields: [] } });
  });
});

describe("undo", () => {
  it("brings back every cell with its format, once", () => {
    const wb = sampleShop();
    const before = tabsOf(wb);
    const { answer } = saved(wb, (draft) => {
      rowOf(draft.items, 0).weight = "25%";
      rowOf(draft.items, 1).weight = "25";
      tableIn(draft, "commission").rows.splice(0, 1);
      draft.pay.push({
        id: "",
        component: "meal",
        label: "",
        labelZh: "",
        formula: "=1",
        onlyIf: "",
        round: "1 up",
      });
    });
    expect(tabsOf(wb)).not.toEqual(before);
    expect(done(wb, "undoSave", { undo: answer.undo }).written.map(({ tab: name }) => name)).toEqual([
      "Scoring",
      "Bands",
      "Pay",
    ]);
    expect(tabsOf(wb)).toEqual(before);
    expect(refused(wb, "undoSave", { undo: answer.undo }).code).toBe("save.undo-conflict");
  });

  it("is refused where a tab changed since, and writes nothing", () => {
    const wb = sampleShop();
    const { answer } = saved(wb, (draft) => {
      rowOf(tableIn(draft, "commission").rows, 0).result = "0.5%";
    });
    tab(wb, "Bands").values.set(3, 6, 1);
    const before = tabsOf(wb);
    expect(refused(wb, "undoSave", { undo: answer.undo }).error).toContain("Bands");
    expect(tabsOf(wb)).toEqual(before);
  });

  it.each([
    ["nothing", undefined],
    [
      "other tabs",
      {
        fingerprints: {},
        tabs: [{ kind: "staff", cells: [{ row: 2, column: 1, value: "x", format: "@" }] }],
      },
    ],
    [
      "cells that are none",
      { fingerprints: {}, tabs: [{ kind: "pay", cells: [{ row: -2, column: 1, value: {} }] }] },
    ],
  ])("refuses %s", (_name, undo) => {
    const wb = sampleShop();
    const before = tabsOf(wb);
    expect(refused(wb, "undoSave", { undo }).code).toBe("save.no-undo");
    expect(tabsOf(wb)).toEqual(before);
  });
});

describe("a failure at any call of a save", () => {
  const RULES = ["Staff", "Targets", "Scoring", "Bands", "Pay"];

  let rules: ReturnType<typeof load>;
  let draft: Draft;

  beforeAll(() => {
    rules = load(sampleShop("eight-part", "en", RULES), { month: "2026-10" });
    draft = draftFrom(rules.model);
    reweigh(draft, ["25", "25"]);
    rowOf(tableIn(draft, "commission").rows, 0).result = "0.45%";
    rowOf(draft.pay, 1).label = "Pay by score";
  });

  function ready(): { wb: Workbook; send: () => ReturnType<typeof save> } {
    const wb = sampleShop("eight-part", "en", RULES);
    wb.guard.reset();
    return { wb, send: () => save(wb, rules, draft) };
  }

  it.each([
    ["before", "once"],
    ["after", "once"],
    ["before", "dead"],
    ["after", "dead"],
  ] as const)(
    "(%s, %s) leaves each tab as it was or complete, and saving again completes it",
    (when, then) => {
      const clean = ready();
      const old = tabsOf(clean.wb);
      const locked = callOfLock(clean.wb);
      expect(clean.send()).toMatchObject({ ok: true });
      const whole = tabsOf(clean.wb);
      expect(changedTabs(old, whole)).toEqual(["Scoring", "Bands", "Pay"]);
      const total = clean.wb.guard.total;
      // Before the lock it only reads: a few of those calls stand for all.
      expect(locked()).toBeLessThan(total / 2);
      for (let k = 1; k <= total; k += k + 12 < locked() ? 12 : 1) {
        const { wb, send } = ready();
        wb.guard.failure = { at: k, when, then };
        expect(send, `call ${k}`).toThrow();
        const left = tabsOf(wb);
        for (const [name, dump] of Object.entries(left))
          expect([old[name], whole[name]], `${name} at call ${k}`).toContain(dump);
        if (then === "once") expect([old, whole], `all or nothing at call ${k}`).toContainEqual(left);
        wb.guard.reset();
        wb.world.locked = false;
        expect(send(), `again after call ${k}`).toMatchObject({ ok: true });
        expect(tabsOf(wb), `healed after call ${k}`).toEqual(whole);
        expect(wb.book.sheets.filter(({ name }) => name.startsWith("__"))).toEqual([]);
      }
    },
    300_000,
  );

  it("is busy while another run holds the lock", () => {
    const { wb, send } = ready();
    wb.world.lockedElsewhere = true;
    expect(send()).toMatchObject({ code: "run.busy" });
  });
});

/** The number of the call that asks for the lock, once it was made. */
function callOfLock(wb: Workbook): () => number {
  let at = 0;
  const service = wb.services.LockService;
  const seen = () => {
    at = at || wb.guard.total + 1;
    return service;
  };
  Object.defineProperty(wb.services, "LockService", { get: seen });
  return () => at;
}

function changedTabs(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(before).filter((name) => before[name] !== after[name]);
}
