/** What goes on paper: Payslips, Statements, and last month's pay on Payroll. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import type { Grid } from "../../src/engine/grid";
import { explainLine } from "../../src/report/explain";
import { pastMonths } from "../../src/report/past";
import { describePayroll } from "../../src/report/payroll";
import { longestWordPixels, moneyPixels, shareWidths, wordsPixels } from "../../src/report/payroll-widths";
import { describePayslips } from "../../src/report/payslips";
import { describeScorecard } from "../../src/report/scorecard";
import { slipWords } from "../../src/report/slip-words";
import { PAGE_ROWS } from "../../src/report/statements/page";
import { describeStatements } from "../../src/report/statements/statements";
import type { TabDescription } from "../../src/report/tab";
import { computeMonth } from "../month";
import { tab } from "../readings/book";
import { CHECKED, exact, held, line, person, shop, UNREADABLE, view } from "./fixtures";
import { section, shownOn, smallShop, valuesOf } from "./small-shop";

function widthOf({ widths }: TabDescription): number {
  return widths.reduce((sum, { count, width }) => sum + count * width, 0);
}

/** Rows (from 0) at which a slip or statement begins: its header, or its title. */
function startsOf(tab: TabDescription, first: string): number[] {
  return valuesOf(tab).flatMap((row, index) => (row[0] === first ? [index] : []));
}

describe("Payroll", () => {
  const payroll = describePayroll(smallShop());
  const values = valuesOf(payroll);

  test("shows the change since the last closed month, whose pay the note names; blank without", () => {
    // History of September: Ann 2,000 + 9 + 30, Ben 2,000, Cid nothing.
    const at = values[3]?.indexOf("Change since 2026-09") ?? -1;
    expect(values[3]?.[at - 1]).toBe("Gross pay");
    expect(values.slice(4, 8).map((row) => row[at])).toEqual([
      "=L5-(203900)/100",
      "=L6-(200000)/100",
      "",
      "=SUM(M5:M7)",
    ]);
    expect(payroll.rows.slice(4, 7).map((row) => row[at]?.note)).toEqual([
      "Gross pay 2026-09: 2,039.00",
      "Gross pay 2026-09: 2,000.00",
      undefined,
    ]);
    expect(values[4]?.[11]).toBe("=SUM(H5:K5)");
  });

  test.each([
    ["en", "Days on staff", /days off included.*attended/],
    ["zh", "在职天数", /含休息日.*出勤/],
  ] as const)("says in %s which days it counts", (lang, header, note) => {
    const cell = describePayroll(smallShop(lang)).rows[3]?.[5];
    expect(cell?.value).toBe(header);
    expect(cell?.note).toMatch(note);
  });

  test("names the state of the month beside each person", () => {
    const month = view(shop(), "en", { state: "approved" });
    const states = valuesOf(describePayroll(month)).map((row) => row[18]);
    expect(states.slice(4, 7)).toEqual(["Approved", "Approved", "✕ Held"]);
  });

  test("has no such columns without History", () => {
    expect(shownOn(describePayroll(smallShop("en", false)))).not.toMatch(/2026-09|Change/);
  });

  test("keeps the row of who is held, with last month's pay in a note and no change", () => {
    const month = smallShop();
    const [ann, ...others] = month.result.people;
    if (!ann) throw new Error("no Ann");
    const people = [{ ...held("Ann", UNREADABLE), team: ann.team }, ...others];
    const row = describePayroll({ ...month, result: { ...month.result, people } }).rows[4];
    expect(row?.[11]).toBe(null);
    expect(row?.[12]).toMatchObject({ kind: "blank", note: "Gross pay 2026-09: 2,039.00" });
  });

  const widthsOf = ({ widths }: TabDescription) =>
    widths.flatMap(({ count, width }) => Array<number>(count).fill(width));
  const sizeOf = ({ rows }: TabDescription) => rows[3]?.[1]?.style.size;

  test.each([
    ["en", 8],
    ["zh", 9],
  ] as const)("is as wide as a landscape page in %s, in letters of %d points", (lang, size) => {
    const rich = [person("小雨", "100", [line("底薪", "9999999.99"), line("提成", "1.00")])];
    for (const month of [view(rich, lang), view(shop(), lang), smallShop(lang)]) {
      const described = describePayroll(month);
      expect(widthOf(described)).toBeLessThanOrEqual(980);
      expect(sizeOf(described)).toBe(size);
    }
    // Base pay stands in column 8, the gross in column 11; smaller letters take less, edges the same.
    const least = Math.ceil(((moneyPixels("9999999.99") - 6) * size) / 9) + 6;
    const widths = widthsOf(describePayroll(view(rich, lang)));
    expect(Math.min(widths[7] ?? 0, widths[10] ?? 0)).toBeGreaterThanOrEqual(least);
  });

  test("cuts no word and no figure where it cannot be as narrow as a page", () => {
    const components = [
      "Performance bonus",
      "Outstanding agent",
      "Commission",
      "Contribution",
      "Reception pay",
    ];
    const lines = components.map((name) => line(name, "9999999.99"));
    const described = describePayroll(view([person("Maximiliana Featherstonehaugh", "100", lines)]));
    expect(widthOf(described)).toBeGreaterThan(980);
    const widths = widthsOf(described);
    const smaller = (pixels: number) => ((pixels - 6) * 8) / 9 + 6;
    described.rows[3]?.forEach((cell, index) => {
      expect(widths[index]).toBeGreaterThanOrEqual(smaller(longestWordPixels(String(cell?.value))));
    });
    for (const index of [7, 8, 9, 10, 11]) expect(widths[index]).toBeGreaterThanOrEqual(smaller(77));
    expect(described.rows[3]?.[12]).toMatchObject({
      value: "Adj.",
      note: "The adjustments of the month, all together.",
    });
  });
});

const october = parseMonth("2026-10") ?? expect.fail();
const viewOf = (grids: readonly Grid[], lang: "en" | "zh") => computeMonth(grids, october, lang);

describe("sums on paper", () => {
  const RULES = [
    tab(
      "Staff",
      "Person | Team | Plan | Base pay\nAnn | T | P | 2000\nBen | T | P | 2000\nCid | T | P | 2000",
    ),
    tab("Targets", "Month | Applies to | Metric | Target\n2026-10 | * | net_sales | 1000"),
    tab(
      "Metrics",
      `Metric | Label | 中文名 | Formula | Unit
net_sales | Net sales | 净销售额 | =sales-refunds | money`,
    ),
    tab(
      "Bands",
      `Plan | Table | When | Threshold | Result
P | rate | at least | 100% | 1.2%
P | rate | | | 1%`,
    ),
    tab(
      "Pay",
      `Plan | Component | Label | 中文名 | Formula
P | base | Base pay | 底薪 | =base
P | commission | Commission | 提成 | =net_sales*RATE("rate",ATTAINMENT(net_sales))
P | meals | Meals | 餐补 | =attended_days*25
P | share | Share | 分成 | =MAX(0,TEAM.AVERAGE(net_sales)-100)*1%`,
    ),
  ];
  // Net sales 1,100, 1,001 and 999: 3,100 / 3 = 1,033.33.
  const RAW = tab(
    "raw",
    `Agent | Date | sales | refunds | attended_days
Ann | @2026-10-01 | 1200 | 100 | 10
Ben | @2026-10-01 | 1002 | 1 | 1
Cid | @2026-10-01 | 1000 | 1 | 0`,
  );
  const WORDS = {
    en: [
      "2,000.00",
      "Net sales 1,100.00 × 1.2% = 13.20; Net sales 1,100.00 = Sales 1,200.00 − Refunds 100.00; rate: at least 100% → 1.2%, reached by attainment of net sales 110%",
      "Days attended 10 days × 25 = 250.00",
      "MAX(0, team average of net sales 1,033.33 (over 3 people) − 100) × 1% = 9.33, rounded from 9.333333",
    ],
    zh: [
      "2,000.00",
      "净销售额 1,100.00 × 1.2% = 13.20；净销售额 1,100.00 = 销售额 1,200.00 − 退款金额 100.00；rate：至少 100% → 1.2%，实际为净销售额达成率 110%",
      "出勤天数 10 天 × 25 = 250.00",
      "MAX(0, 团队人均净销售额 1,033.33（共 3 人）− 100) × 1% = 9.33，由 9.333333 取整",
    ],
  };
  test.each(["en", "zh"] as const)("name each value in %s, and say how it came about", (lang) => {
    const month = viewOf([...RULES, RAW], lang);
    const ann = month.result.people.find(({ person: name }) => name === "Ann");
    const said = ann?.pay.map((one) => slipWords(one, month.result.facts.tabs, lang));
    expect(said).toEqual(WORDS[lang]);
    // On the screen the sum stays short: each value has a line of its own below it.
    const [, commission] = ann?.pay ?? [];
    expect(commission && explainLine(commission, month.result.facts.tabs, lang)).toMatch(
      /^1,100\.00 × 1\.2% = 13\.20\n/,
    );
  });

  test.each(["en", "zh"] as const)("stand on lines that no slip cuts in %s", (lang) => {
    const slips = describePayslips(viewOf([...RULES, RAW], lang));
    const long = slips.rows.flatMap(([cell, ...more]) =>
      more.some((one) => one) ? [] : String(cell?.value ?? ""),
    );
    for (const words of long.filter((one) => !one.startsWith("✂")))
      expect([words, wordsPixels(words) <= widthOf(slips)]).toEqual([words, true]);
  });
});

describe("widths", () => {
  test("are what is wanted where all fits, and never below the least", () => {
    const needs = fc.array(
      fc.tuple(fc.integer({ min: 10, max: 200 }), fc.integer({ min: 0, max: 100 })).map(([least, more]) => ({
        least,
        wanted: least + more,
      })),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(needs, (list) => {
        const widths = shareWidths(list, [0]);
        const sum = widths.reduce((a, b) => a + b, 0);
        const least = list.reduce((a, { least: each }) => a + each, 0);
        list.forEach((need, index) => {
          expect(widths[index]).toBeGreaterThanOrEqual(need.least);
        });
        expect(sum).toBeLessThanOrEqual(Math.max(980, least));
      }),
    );
  });

  test.each([
    ["0.00", 30],
    ["-20.00", 40],
    ["1234.50", 53],
    ["9999999.99", 77],
  ])("%s takes %d pixels", (decimal, pixels) => {
    expect(moneyPixels(decimal)).toBe(pixels);
  });

  test("words break at blanks, and Chinese after two signs", () => {
    expect(longestWordPixels("Social insurance")).toBe(longestWordPixels("insurance"));
    expect(longestWordPixels("绩效工资")).toBe(longestWordPixels("绩效"));
  });
});

describe("Payslips", () => {
  const many = (count: number, reasons: number) =>
    Array.from({ length: count }, (_, n) =>
      person(`p${n}`, "80", [
        line("base", "2000"),
        ...Array.from({ length: reasons }, (_each, at) =>
          line(`extra ${at}`, "1", { from: "adjustment", reason: "r".repeat(120) }),
        ),
      ]),
    );

  test.each([0, 1, 3, 6, 12, 40])("with %d adjustments have one height, which divides a page", (reasons) => {
    const tab = describePayslips(view(many(31, reasons)));
    const starts = startsOf(tab, "Month");
    expect(starts).toHaveLength(31);
    const [first = 0, second = 0] = starts;
    const height = second - first;
    expect(30 % height).toBe(0);
    // Every slip begins and ends on one page of 30 rows.
    for (const start of starts) expect(Math.floor(start / 30)).toBe(Math.floor((start + height - 1) / 30));
    // 30 rows and a half are a page at the proportions of A4 landscape with normal margins.
    const rows = (widthOf(tab) * 0.6575) / (tab.rowHeights?.height ?? 0);
    expect(rows).toBeGreaterThan(30.2);
    expect(rows).toBeLessThan(30.8);
  });

  test("without words ten stand on a page of 63 pixels each, 980 wide", () => {
    const bare = Array.from({ length: 12 }, (_, n) => person(`p${n}`, null, [], { items: [] }));
    const tab = describePayslips(view(bare));
    const [first = 0, second = 0] = startsOf(tab, "Month");
    expect((second - first) * (tab.rowHeights?.height ?? 0)).toBe(63);
    expect(widthOf(tab)).toBeLessThanOrEqual(980);
    expect(shownOn(tab)).toContain("10 slips a page");
  });

  test("one that says more than a page points to the statement", () => {
    expect(shownOn(describePayslips(view(many(1, 60))))).toContain("… the rest is on the statement.");
  });
});

describe("Statements", () => {
  const month = smallShop();
  const statements = describeStatements(month);
  const pageOf = (name: string, tab = statements) => {
    const all = valuesOf(tab);
    const start = Math.floor(all.findIndex((row) => row[0] === name) / PAGE_ROWS) * PAGE_ROWS;
    return all.slice(start, start + PAGE_ROWS).map((row) => row.join("|"));
  };

  test("begin a page a person, with the tab's title on each", () => {
    expect(startsOf(statements, "Statements 2026-10")).toEqual([0, PAGE_ROWS, 2 * PAGE_ROWS]);
    expect(startsOf(statements, "Ann").concat(startsOf(statements, "Cid"))).toEqual([3, 3 + 2 * PAGE_ROWS]);
  });

  test("show each line with its reason, the score, what changed and what the next tier takes", () => {
    const page = pageOf("Ann");
    for (const words of [
      "Ann||||Gross pay||2054",
      "Base pay|2000|2,000.00||||",
      "Bonus|50|50 = 50.00||||",
      "refund|-20|adjustment: late refund||||",
      "Gross pay|2054|||||",
      "Sales|60|1000|1200|1.2|60|",
      "Score|||||100|",
      "Gross pay 2,039.00 → 2,054.00 (+15.00)||||||",
      "Signature:||||Date:||",
    ])
      expect(page).toContain(words);
    expect(page.map((row) => row.replace(/^\|\||\|+$/g, "")).join(" ")).toContain(
      "Commission|24|Sales 1,200.00 × 2% = 24.00; rate: at least 100% → 2%, reached by attainment of sales 120%",
    );
    expect(page.map((row) => row.replace(/\|+$/, "")).join(" ")).toContain(
      "Commission 9.00 → 24.00 (+15.00); Bonus 0.00 → 50.00 (+50.00); refund 0.00 → -20.00 (-20.00); gift 30.00 → 0.00 (-30.00)",
    );
    expect(page.join("\n")).not.toContain("What the next tier takes");
    // Ben: 600 of 1,000 and 6 of 20.
    expect(pageOf("Ben").filter((row) => row.includes(" now; "))).toEqual([
      "Conversion: 30% now; 10 percentage points more (at least 40%) gives 20.00 points instead of 0.00 points||||||",
      "Commission: 60% now; 400.00 more than 600.00 (at least 100%) gives 2% instead of 1%||||||",
    ]);
  });

  test("net pay is gross less what HR typed on Payroll, on the person's own page", () => {
    const all = valuesOf(statements);
    for (const [index, { row, column, person: name }] of statements.typedSums.entries()) {
      expect([column, name]).toEqual([2, ["Ann", "Ben", "Cid"][index]]);
      expect(all[row - 1]?.[0]).toBe("Deductions");
      expect(all[row]?.slice(0, 2)).toEqual(["Net pay", `=B${row - 1}-B${row}`]);
    }
    expect(statements.typedSums).toHaveLength(3);
  });

  test("name no colleague", () => {
    for (const [own, others] of [
      ["Ann", /Ben|Cid/],
      ["Ben", /Ann|Cid/],
    ] as const)
      expect(pageOf(own).join("\n")).not.toMatch(others);
  });

  test("of who is held show the reason and no amount", () => {
    const tab = describeStatements(view(shop()));
    const page = pageOf("阿明", tab);
    expect(page).toContain("✕ Held||||||");
    expect(page.join("\n")).toMatch(/✕ Raw!F14: /);
    expect(page.join("\n")).not.toMatch(/Gross|Net|\d\.\d\d/);
    expect(tab.typedSums.map(({ person: name }) => name)).toEqual(["小雨", "阿北"]);
  });

  test("take whole pages where one does not hold everything", () => {
    const long = person(
      "long",
      "80",
      [...Array(60).keys()].map((n) => line(`line ${n}`, "1")),
    );
    const tab = describeStatements(view([long, person("next", "80", [line("base", "1")])]));
    expect(startsOf(tab, "Statements 2026-10")).toEqual([0, 2 * PAGE_ROWS]);
    const rows = (widthOf(tab) * 1.4845) / (tab.rowHeights?.height ?? 0);
    expect(rows).toBeGreaterThan(PAGE_ROWS + 0.2);
    expect(rows).toBeLessThan(PAGE_ROWS + 0.8);
  });

  test("are in Chinese throughout", () => {
    const shown = shownOn(describeStatements(smallShop("zh")));
    for (const words of ["工资单 2026-10", "工资明细", "与 2026-09 相比", "再进一档需要什么", "签名："])
      expect(shown).toContain(words);
    expect(shown).not.toMatch(/Gross|Because|Signature/);
  });

  test("stand without people", () => {
    expect(valuesOf(describeStatements(view([])))[0]?.[0]).toBe("Statements 2026-10");
  });
});

describe("what closed months paid", () => {
  test("is every line of pay in History and no figure", () => {
    const { hr } = smallShop();
    const plain = hr?.past.map(({ month, people }) => [
      month,
      [...people].map(([key, { base, total }]) => [key, base.toFixed(2), total.toFixed(2)]),
    ]);
    expect(plain).toEqual([
      [
        "2026-09",
        [
          ["ann", "2000.00", "2039.00"],
          ["ben", "2000.00", "2000.00"],
        ],
      ],
      ["2026-08", [["ann", "1900.00", "1900.00"]]],
    ]);
    expect(hr && pastMonths(hr.book, null)).toEqual([]);
  });
});

describe("peers on the Scorecard", () => {
  const values = [{ measure: "sales", value: exact("120000") }];
  const rates = [{ metric: "conversion", header: "询单转化率", isRate: true, value: exact("0.4612") }];
  const row = { label: "同行同层优秀", of: "peers-best", values, rates } as const;
  const others = { ...row, of: "agents" } as const;
  const month = { ...view(shop()), checked: [{ ...CHECKED, benchmarks: [row, others] }] };

  test("stand in italics outside the ranking, where an export gave them", () => {
    const rows = describeScorecard(month).rows.flatMap((cells) => cells.flatMap((cell) => cell ?? []));
    const found = rows.filter(({ value }) => String(value).startsWith("Peers"));
    expect(found.map(({ value, style }) => [value, style.italic])).toEqual([
      ["Peers, best (Raw): 询单转化率 46.12% · sales 120,000", true],
    ]);
    expect(section(describeScorecard(view(shop())), "Peers")).toEqual([]);
  });
});
