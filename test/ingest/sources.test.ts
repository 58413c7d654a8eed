import { describe, expect, it } from "vitest";
import type { Grid } from "../../src/engine/grid";
import type { SourceRow } from "../../src/engine/source";
import { renderIssue } from "../../src/text/render";
import { lines, rosterOf, run, source, tab, told, total } from "./workbook";

const DEALS = tab(
  "Raw",
  "id|agent|date|Deal stage|amount|seconds",
  "1|Ann|2026-10-01|Won|100|10",
  "2|Ann|2026-10-02|Lost|50|20",
  "3|Ann|2026-10-03|won|30.5|60",
  "4|Bob|2026-10-03|Won|--|",
  "5|Bob|2026-09-30|Won|999|9",
);

function read(rows: readonly SourceRow[], grids: readonly Grid[] = [DEALS]) {
  const result = run({ grids, sources: rows });
  return { ...result, lines: lines(result.facts) };
}

/** The value of each person after `how` of a column. */
function one(parts: Partial<SourceRow>, grid: Grid = DEALS) {
  return read([source("m", parts)], [grid]);
}

describe("Sources: how rows become facts", () => {
  it("counts rows, and with a column its filled cells", () => {
    expect(one({ how: "count" }).lines).toEqual([
      "m ann 2026-10-01 1",
      "m ann 2026-10-02 1",
      "m ann 2026-10-03 1",
      "m bob 2026-10-03 1",
    ]);
    expect(one({ how: "count", column: "amount" }).lines).toHaveLength(3);
  });

  it("sums, and leaves missing cells out", () => {
    const { facts } = one({ column: "amount" });
    expect([total(facts, "m", "Ann"), total(facts, "m", "Bob")]).toEqual(["180.5", "none"]);
    expect(facts.measures.get("m")).toMatchObject({ rollup: "sum", absent: "none", shop: null, name: "m" });
  });

  it("averages over rows by weights of 1, and weighs", () => {
    const average = one({ how: "average", column: "amount" });
    expect(average.lines[0]).toBe("m ann 2026-10-01 100 ×1");
    expect(average.facts.measures.get("m")?.rollup).toBe("mean");
    expect(one({ how: "weighted", column: "amount", weightColumn: "seconds" }).lines).toEqual([
      "m ann 2026-10-01 100 ×10",
      "m ann 2026-10-02 50 ×20",
      "m ann 2026-10-03 30.5 ×60",
    ]);
  });

  it.each(["min", "max"] as const)("keeps every value for %s", (how) => {
    const { facts } = one({ how, column: "amount" });
    expect(facts.measures.get("m")).toMatchObject({ rollup: how, absent: "none" });
    expect(facts.measures.get("m")?.byPerson.get("ann")?.values).toHaveLength(3);
  });

  it("keeps the texts for distinct, in whatever form an identity was written", () => {
    const grid = tab(
      "Raw",
      "agent|date|id",
      'Ann|2026-10-01|="123"',
      "Ann|2026-10-02|123",
      "Ann|2026-10-03|'123",
      "Ann|2026-10-04|-",
      "Ann|2026-10-05|Ａ b",
    );
    const { facts } = one({ how: "distinct", column: "id" }, grid);
    expect(new Set(facts.measures.get("m")?.byPerson.get("ann")?.values)).toEqual(new Set(["123", "a b"]));
    expect(facts.measures.get("m")).toMatchObject({ rollup: "distinct", absent: "zero" });
  });

  it("warns of order numbers that have lost digits", () => {
    const grid: Grid = {
      name: "Raw",
      rows: [
        ["agent", "date", "id"],
        ["Ann", "2026-10-01", 1_234_567_890_123_456_000],
      ],
    };
    expect(told(one({ how: "distinct", column: "id" }, grid).issues)).toEqual(["warning long-number Raw!C2"]);
  });

  it.each([
    [{ how: "count" }, "zero"],
    [{ how: "distinct", column: "id" }, "zero"],
    [{ column: "amount", where: '=[Deal stage]="Won"' }, "zero"],
    [{ column: "amount" }, "none"],
    [{ how: "average", column: "amount", where: "=amount>1" }, "none"],
    [{ how: "min", column: "amount" }, "none"],
    [{ how: "max", column: "amount" }, "none"],
    [{ how: "weighted", column: "amount", weightColumn: "seconds" }, "none"],
  ] as readonly (readonly [
    Partial<SourceRow>,
    string,
  ])[])("%j gives %s to people without a row", (parts, absent) => {
    expect(one(parts).facts.measures.get("m")?.absent).toBe(absent);
  });

  it("gives no zero where the table has no row in the month", () => {
    const grid = tab("Raw", "agent|date", "Ann|2026-09-01");
    expect(one({ how: "count" }, grid).facts.measures.get("m")?.absent).toBe("none");
  });

  it("gives a zero where the only rows are of nobody on Staff", () => {
    const grid = tab("Raw", "agent|date", "Someone|2026-10-01");
    const result = one({ how: "count" }, grid);
    expect(result.facts.measures.get("m")?.absent).toBe("zero");
    expect(told(result.issues)).toEqual(["warning account-of-nobody Raw!A2"]);
  });

  it("without a person column gives the shop's measure", () => {
    const { facts, lines: found } = one({ personColumn: "", column: "amount" });
    expect(found).toEqual(["m * 2026-10-01 100", "m * 2026-10-02 50", "m * 2026-10-03 30.5"]);
    expect(facts.measures.get("m")?.byPerson.size).toBe(0);
  });

  it("leaves out summary rows of shop tables", () => {
    const grid = tab(
      "Raw",
      "date|amount",
      "2026-10-01|5",
      "2026-10-02|6",
      "汇总值|11",
      "平均值|5.5",
      "同行同层均值|9",
    );
    expect(one({ personColumn: "", column: "amount" }, grid).lines).toEqual([
      "m * 2026-10-01 5",
      "m * 2026-10-02 6",
    ]);
  });

  it("reads durations where the header says so or cells are times", () => {
    const grid: Grid = {
      name: "Raw",
      rows: [
        ["agent", "date", "talk duration", "wait", "score"],
        ["Ann", "2026-10-01", "1分20秒", { serial: 38 / 86_400 }, "3分"],
      ],
    };
    expect(one({ column: "talk duration" }, grid).lines).toEqual(["m ann 2026-10-01 80"]);
    expect(one({ column: "wait" }, grid).lines).toEqual(["m ann 2026-10-01 38"]);
    expect(one({ column: "score" }, grid).lines).toEqual(["m ann Raw!E2 cell-unit"]);
  });

  it("finds the header below title rows, and rows repeated or blank do not count", () => {
    const grid = tab(
      "Raw",
      "Export of October",
      "",
      "agent|date|amount",
      "Ann|2026-10-01|5",
      "",
      "agent|date|amount",
      "Ann|2026-10-02|6",
    );
    expect(one({ column: "amount" }, grid).lines).toEqual(["m ann 2026-10-01 5", "m ann 2026-10-02 6"]);
  });

  it("finds tab and columns whatever their blanks, brackets and case", () => {
    const grid = tab(" raw ", "Agent |DATE|Amount (CNY)", "Ann|2026-10-01|5");
    expect(one({ column: "amount(cny)" }, { ...grid, name: "RAW" }).lines).toEqual(["m ann 2026-10-01 5"]);
  });
});

describe("Sources: dates", () => {
  it("without a date column the tab's name says the month", () => {
    const grid = (name: string) => ({ ...tab(name, "agent|amount", "Ann|5"), name });
    const of = (name: string) => one({ tab: name, dateColumn: "", column: "amount" }, grid(name));
    expect(of("Deals 2026-10").lines).toEqual(["m ann month 5"]);
    expect(of("Deals 2026-10-04").lines).toEqual(["m ann 2026-10-04 5"]);
    expect(of("Deals 2026-09").lines).toEqual([]);
    expect(told(of("Deals 2026-09").issues)).toEqual(["info tab-of-other-month Deals 2026-09"]);
    expect(of("Deals").lines).toEqual(["m broken tab-without-date"]);
  });

  it("an order of day and month that the column cannot settle is an error", () => {
    const grid = tab("Raw", "agent|date|amount", "Ann|3/4/2026|5");
    const { facts, lines: found } = one({ column: "amount" }, grid);
    expect(found).toEqual(["m broken date-order-unsettled"]);
    expect(facts.measures.get("m")?.broken[0]).toMatchObject({
      tab: "Raw",
      cell: "B1",
      values: { header: "date" },
    });
  });

  it("blank dates are warned of and unreadable ones hold the person of a row that Where keeps", () => {
    const grid = tab(
      "Raw",
      "agent|date|stage|amount",
      "Ann||Won|5",
      "Ann|soon|Won|6",
      "Bob|soon|Lost|7",
      "Bob|2026-10-01|Won|8",
    );
    const { lines: found, issues } = one({ column: "amount", where: '=stage="Won"' }, grid);
    expect(found).toEqual(["m ann Raw!D3 cell-not-date", "m bob 2026-10-01 8"]);
    expect(told(issues)).toEqual(["warning rows-without-date Raw!2:2"]);
  });
});

describe("Sources: Where", () => {
  const kept = (where: string, grid = DEALS) => {
    const { facts } = one({ how: "count", where }, grid);
    const measure = facts.measures.get("m");
    if (measure?.broken.length) return measure.broken.map((issue) => issue.code).join();
    return [...(measure?.byPerson.entries() ?? [])]
      .flatMap(([person, { cells, unreadable }]) => [
        ...(cells.length ? [`${person} ${cells.length}`] : []),
        ...unreadable.map(({ issue }) => `${person} ${issue.code}`),
      ])
      .sort()
      .join(", ");
  };

  it.each([
    ['=[Deal stage]="Won"', "ann 2, bob 1"],
    ['dealstage="WON"', "ann 2, bob 1"],
    ['=[Deal stage]<>"won"', "ann 1"],
    ["=amount>50", "ann 1"],
    ["=amount>=50", "ann 2"],
    ['=amount="50"', "ann 1"],
    ['=date>="2026-10-02"', "ann 2, bob 1"],
    ['=date="2026/10/3"', "ann 1, bob 1"],
    ['=AND([Deal stage]="Won",amount>40)', "ann 1"],
    ['=OR(amount=50,[Deal stage]="Won")', "ann 3, bob 1"],
    ["=NOT(seconds<20)", "ann 2"],
    ["=amount*2>99", "ann 2"],
    ["=1=1", "ann 3, bob 1"],
    ["=seconds", "ann 3"],
    ['=[Deal stage]=""', ""],
    ["=id", "ann 3, bob 1"],
    ["=stage>1", "where-unknown-header"],
    ["=amount>", "formula-syntax"],
    ["=amount>1)", "formula-syntax"],
  ])("%s keeps %s", (where, expected) => expect(kept(where)).toBe(expected));

  it("a condition that gives text is no condition", () => {
    expect(kept("=[Deal stage]")).toMatch(/condition/);
  });

  it("blank cells are the empty text", () => {
    const grid = tab(
      "Raw",
      "agent|date|paid",
      "Ann|2026-10-01|",
      "Ann|2026-10-01|2026-10-01 10:00:00",
      "Bob|2026-10-01|-",
    );
    expect(kept('=paid<>""', grid)).toBe("ann 1, bob 1");
    expect(kept('=paid=""', grid)).toBe("ann 1");
    expect(kept("=paid>0", grid)).toBe("ann 1");
    expect(kept(`=NOT(paid="-")`, grid)).toBe("ann 2");
  });

  it("an unreadable cell that is compared by size holds its person", () => {
    const grid = tab("Raw", "agent|date|amount", "Ann|2026-10-01|12,5", "Bob|2026-10-01|7");
    expect(kept("=amount>5", grid)).toBe("ann cell-comma, bob 1");
    expect(kept("=amount*2>5", grid)).toMatch(/^ann .*, bob 1$/);
  });

  it("is tested before the measured cell is read", () => {
    const grid = tab("Raw", "agent|date|stage|amount", "Ann|2026-10-01|Lost|12,5", "Ann|2026-10-01|Won|7");
    expect(one({ column: "amount", where: '=stage="Won"' }, grid).lines).toEqual(["m ann 2026-10-01 7"]);
    const held = one({ column: "amount" }, grid);
    expect(held.lines).toEqual(["m ann 2026-10-01 7", "m ann Raw!D2 cell-comma"]);
    expect(held.facts.measures.get("m")?.byPerson.get("ann")?.unreadable[0]?.issue).toMatchObject({
      severity: "error",
      tab: "Raw",
      cell: "D2",
      found: "12,5",
      values: { text: "12,5", decimal: "12.5", whole: "125", header: "amount", row: "2" },
    });
  });

  it("names the Sources cell and the headers seen where a name is unknown", () => {
    const broken = one({ how: "count", where: "=stag=1" }).facts.measures.get("m")?.broken[0];
    expect(broken).toMatchObject({
      tab: "Sources",
      cell: "I2",
      values: { name: "stag", seen: "id, agent, date, Deal stage, amount, seconds", measure: "m" },
    });
  });
});

describe("Sources: what cannot be read", () => {
  it.each([
    [{ tab: "Nowhere", column: "amount" }, "sources-tab-missing", "B2"],
    [{ column: "sum" }, "sources-column-missing", "G2"],
    [{ personColumn: "who", column: "amount" }, "sources-column-missing", "C2"],
    [{ dateColumn: "when", column: "amount" }, "sources-column-missing", "D2"],
    [{ how: "weighted", column: "amount", weightColumn: "w" }, "sources-column-missing", "H2"],
    [{ how: "weighted", column: "amount" }, "sources-weight-missing", "H2"],
    [{ how: "sum" }, "sources-column-blank", "G2"],
  ] as readonly (readonly [Partial<SourceRow>, string, string])[])("%j: %s at %s", (parts, code, cell) => {
    const { facts } = one(parts);
    expect(facts.measures.get("m")?.broken).toHaveLength(1);
    expect(facts.measures.get("m")?.broken[0]).toMatchObject({
      severity: "error",
      tab: "Sources",
      code,
      cell,
    });
  });

  it("says which headers were seen", () => {
    const issue = one({ column: "sum" }).facts.measures.get("m")?.broken[0];
    expect(issue?.values).toMatchObject({
      header: "sum",
      tab: "Raw",
      seen: "id, agent, date, Deal stage, amount, seconds",
    });
  });

  it("names both columns of an ambiguous header", () => {
    const grid = tab("Raw", "agent|date|amount|Amount ", "Ann|2026-10-01|5|6");
    const issue = one({ column: "amount" }, grid).facts.measures.get("m")?.broken[0];
    expect(issue).toMatchObject({ code: "sources-column-twice", values: { first: "C1", second: "D1" } });
  });

  it("a plain number above 1.5 beside percent texts holds its person", () => {
    const grid = tab("Raw", "agent|date|rate", "Ann|2026-10-01|46.12%", "Bob|2026-10-01|46.12");
    expect(one({ how: "average", column: "rate" }, grid).lines).toEqual([
      "m ann 2026-10-01 0.4612 ×1",
      "m bob Raw!C3 rate-without-percent",
    ]);
  });
});

describe("Sources: messages", () => {
  it("say everything in both languages", () => {
    const long: Grid = {
      name: "Raw",
      rows: [
        ["agent", "date", "id"],
        ["Ann", "2026-10-01", 1e18],
      ],
    };
    const found = [
      one({ tab: "Nowhere", column: "amount" }),
      one({ column: "sum" }),
      one({ how: "weighted", column: "amount" }),
      one({ how: "sum" }),
      one({ how: "count", where: "=stag=1" }),
      one({ how: "count", where: "=[Deal stage]" }),
      one({ column: "amount" }, tab("Raw", "agent|date|amount|amount", "Ann|2026-10-01|5|6")),
      one({ how: "count", where: "=amount>1" }, tab("Raw", "agent|date|amount|amount", "Ann|2026-10-01|5|6")),
      one({ column: "amount" }, tab("Raw", "agent|date|amount", "Ann|3/4/2026|5")),
      one({ column: "amount" }, tab("Raw", "agent|date|amount", "Ann|2026-10-01|5%", "Ann|2026-10-01|5")),
      one({ how: "distinct", column: "id" }, long),
      read([source("m", { how: "max", column: "amount" }), source("m", { how: "max", column: "amount" })]),
    ];
    for (const { facts, issues } of found) {
      const series = [...facts.measures.values()].flatMap((measure) => [...measure.byPerson.values()]);
      const all = [
        ...issues,
        ...[...facts.measures.values()].flatMap((measure) => measure.broken),
        ...series.flatMap((one) => one.unreadable.map(({ issue }) => issue)),
      ];
      expect(all.length).toBeGreaterThan(0);
      for (const issue of all) {
        for (const lang of ["en", "zh"] as const) {
          const text = renderIssue(issue, lang, (code) => {
            throw new Error(`no words for ${code}`);
          });
          expect(text).not.toMatch(/\{\w+\}|undefined| {2}/);
        }
      }
    }
  });
});

describe("Sources: several rows and tabs", () => {
  const other = tab("Raw2", "id|agent|date|Deal stage|amount|seconds", "9|Ann|2026-10-05|Won|7|1");

  it("sum and count of two tabs add up", () => {
    const rows = [source("m", { column: "amount" }), source("M", { tab: "Raw2", column: "amount" })];
    expect(total(read(rows, [DEALS, other]).facts, "m", "Ann")).toBe("187.5");
  });

  it("any other How over two rows is an error", () => {
    const rows = [
      source("m", { how: "max", column: "amount" }),
      source("m", { tab: "Raw2", how: "max", column: "amount" }),
    ];
    expect(read(rows, [DEALS, other]).lines).toEqual(["m broken sources-measure-twice"]);
  });

  it("a row pasted into another tab counts once, the larger number of the two", () => {
    const header = "agent|date|amount";
    const five = "Ann|2026-10-01|5";
    const grids = [
      tab("A", header, five, five, "Ann|2026-10-02|1"),
      tab(
        "B",
        "amount|agent|date",
        "5|Ann|2026-10-01",
        "5|Ann|2026-10-01",
        "5|Ann|2026-10-01",
        "2|Ann|2026-10-03",
      ),
    ];
    const rows = [source("m", { tab: "A", column: "amount" }), source("m", { tab: "B", column: "amount" })];
    const { facts, issues } = read(rows, grids);
    expect(total(facts, "m", "Ann")).toBe("18");
    expect(told(issues)).toEqual(["warning rows-pasted-twice B!2:2"]);
    expect(issues[0]?.values).toEqual({ other: "A", count: "2", rows: "2–3" });
    expect(total(read([...rows].reverse(), [...grids].reverse()).facts, "m", "Ann")).toBe("18");
  });

  it("rows that stand twice in one tab are two events", () => {
    const grid = tab("Raw", "agent|date|amount", "Ann|2026-10-01|5", "Ann|2026-10-01|5");
    expect(total(one({ column: "amount" }, grid).facts, "m", "Ann")).toBe("10");
  });

  it("rows of nobody are told once though several measures read the table", () => {
    const roster = rosterOf(["Bob"]);
    const sources = [
      source("m", { how: "count" }),
      source("n", { column: "amount" }),
      source("o", { how: "count", where: "=amount>60" }),
    ];
    const { issues } = run({ grids: [DEALS], sources, roster });
    expect(told(issues)).toEqual(["info rows-of-other-months Raw", "warning account-of-nobody Raw!B2"]);
    expect(issues.find((issue) => issue.code === "account-of-nobody")?.values).toMatchObject({
      account: "Ann",
      count: "3",
    });
  });
});

describe("Sources beside recognised exports", () => {
  const grid = tab("Raw", "日期|客服|销售额|接待人数", "2026-10-01|小雨|100|5");
  const columns = { personColumn: "客服", dateColumn: "日期" };

  it("a Sources row takes its measure away from recognition in that tab only", () => {
    const { lines: found } = read([source("Sales", { ...columns, column: "接待人数" })], [grid]);
    expect(found).toEqual(["received 小雨 2026-10-01 5", "sales 小雨 2026-10-01 5"]);
  });

  it("a list of events that Sources reads is no export, though its headers look like one", () => {
    const register = tab("Raw", "日期|客服|售后花费|退款金额", "2026-10-01|小雨|5|1", "2026-10-01|小雨|6|2");
    const {
      lines: found,
      issues,
      tabs,
    } = read([source("aftersale_cost", { ...columns, column: "售后花费" })], [register]);
    expect(found).toEqual(["aftersale_cost 小雨 2026-10-01 5", "aftersale_cost 小雨 2026-10-01 6"]);
    expect(issues).toEqual([]);
    expect(tabs[0]).toMatchObject({ as: "source", rowsRead: 2 });
  });

  it("an export that Sources reads too stays one, though a row was pasted twice", () => {
    const twice = tab("Raw", "日期|客服|销售额|服务分", "2026-10-01|小雨|100|5", "2026-10-01|小雨|100|5");
    const { facts } = read([source("service", { ...columns, how: "average", column: "服务分" })], [twice]);
    expect(total(facts, "sales", "小雨")).toBe("100");
  });

  it("Sources and another tab's export of one measure must agree", () => {
    const sums = (sales: number) =>
      read(
        [source("sales", { column: "amount" })],
        [tab("Raw", "agent|date|amount", `小雨|2026-10-01|${sales}`), { ...grid, name: "Export" }],
      );
    expect(total(sums(100).facts, "sales", "小雨")).toBe("100");
    expect(told(sums(99).issues)).toEqual([expect.stringMatching(/^error figures-contradict /)]);
  });
});
