import { describe, expect, test } from "vitest";
import { resultJson } from "../../src/report/json";
import { renderIssue } from "../../src/text/render";
import { checkCases, payTab, runBook, tab } from "./book";

const STAFF = tab(
  "Staff",
  "Person | Team | Plan | Grade | Base pay\nZed | T | P | A1 | 2000\nAnn | T | P | A1 | x\nMia | T | P | A1 | 1000",
);
const RAW = tab(
  "raw",
  "Agent | Date | inquirers | final_payers\nZed | @2026-10-05 | 12 | 5\nMia | @2026-10-05 | 3 | 1",
);
const METRICS = tab("Metrics", "Metric | Formula | Unit\nconversion | =final_payers/inquirers | %");
const SCORING = tab(
  "Scoring",
  "Plan | Item | Kind | Metric | Weight | Method | Formula\nP | conversion | | conversion | 100 | bands |\nP | gate1_ | gate | | | formula | =conversion>=40%",
);
const BANDS = tab("Bands", "Table | Threshold | Result\nconversion | 40% | 80\nconversion | | 10");

interface Json {
  readonly month: string;
  readonly state: string;
  readonly people: readonly Readonly<Record<string, unknown>>[];
  readonly total: string;
  readonly issues: readonly Readonly<Record<string, unknown>>[];
}

describe("Result JSON (DESIGN 9, READINGS 9.2, 9.3, 9.6)", () => {
  const json = resultJson(runBook([STAFF, RAW, METRICS, SCORING, BANDS, payTab("=base")]), "en") as Json;

  test("month, state and the grand total of those who are not held", () => {
    expect([json.month, json.state, json.total]).toEqual(["2026-10", "draft", "3000.00"]);
  });

  test("people in the order of Staff; who is held has no score, no total and no lines", () => {
    expect(json.people.map(({ person }) => person)).toEqual(["Zed", "Ann", "Mia"]);
    expect(json.people[1]).toMatchObject({ held: true, score: null, total: null, pay: [] });
  });

  test("amounts and scores are decimal strings, values have 6 decimals", () => {
    expect(json.people[0]).toMatchObject({
      person: "Zed",
      team: "T",
      plan: "P",
      grade: "A1",
      score: "80.00",
      held: false,
      items: [
        { item: "conversion", kind: "points", value: "0.416667", points: "80.00", weight: "100" },
        { item: "gate1_", kind: "gate", points: null, weight: "0" },
      ],
      pay: [{ component: "x", amount: "2000.00" }],
      total: "2000.00",
    });
  });

  test("an issue has severity, code, the tab's name, the cell, what was found and a message", () => {
    expect(json.issues.filter(({ severity }) => severity === "error")).toEqual([
      // Ann has no row in the export, so that her only item has no data either.
      expect.objectContaining({
        code: "no-item-has-data",
        cell: "A3",
        message:
          "Staff!A3: Ann: no item of plan P has data in 2026-10, so there is no score. Paste a table with rows of Ann and these columns: Inquirers who paid, Inquirers. If the table is pasted already, see in Data whether its columns were found, and add its name for Ann to Accounts on Staff.",
      }),
      expect.objectContaining({
        severity: "error",
        code: "cell-text",
        tab: "Staff",
        cell: "E3",
        found: "x",
        message: 'Staff!E3: "x" is not a number. Type a number, or leave the cell blank.',
      }),
    ]);
  });
});

type MessageCase = readonly [name: string, code: string, message: string, tabs: ReturnType<typeof tab>[]];

const ONE = tab("人员", "Person | Plan\nAnn | P");
const MESSAGES: readonly MessageCase[] = [
  [
    "a comma that may be decimal",
    "cell-comma",
    'Raw!C2: "12,5" may be 12.5 or 125. Type 12.5 or 125.',
    [ONE, tab("Raw", "Agent | Date | sales\nAnn | @2026-10-01 | 12,5"), payTab("=sales")],
  ],
  [
    "an unknown name",
    "unknown-name",
    'Pay!C2: The name "sale" is unknown. Near: sales. Add it to Metrics, or correct it.',
    [ONE, payTab("=sale*2")],
  ],
  [
    "no target",
    "no-target",
    "Pay!C2: There is no target for sales in 2026-10. Add one on Targets, for the person or *.",
    [ONE, payTab("=TARGET(sales)")],
  ],
  [
    "weights",
    "weights-not-100",
    "Scoring!C2: Weights of plan P sum to 90, must be 100 (rows 2 to 3). Change a weight.",
    [
      ONE,
      payTab("=score"),
      tab(
        "Scoring",
        "Plan | Item | Weight | Method | Formula\nP | a | 40 | formula | =1\nP | b | 50 | formula | =1",
      ),
    ],
  ],
  [
    "two tabs of one kind",
    "two-tabs-of-one-kind",
    "S1: S1 and S2 are both Settings tabs, and nothing is read from either. Keep one, or change the header of the other.",
    [
      ONE,
      payTab("=1"),
      tab("S1", "Setting | Value\nmissing | zero"),
      tab("S2", "Setting | Value\nmissing | zero"),
    ],
  ],
  [
    "a value that reaches no band",
    "band-not-reached",
    'Pay!C2: 5 reaches no row of table "t". Add a row without threshold (otherwise).',
    [ONE, payTab('=RATE("t",5)'), tab("Bands", "Table | Threshold | Result\nt | 10 | 1")],
  ],
];

describe("Messages say where, found and mend (12)", () => {
  test.each(MESSAGES)("%s", (_name, code, message, tabs) => {
    const found = runBook(tabs).issues.find((issue) => issue.code === code);
    expect(found && renderIssue(found, "en")).toBe(message);
    expect(found && renderIssue(found, "zh")).not.toMatch(/\{|undefined|!$/);
  });
});

checkCases("Who is held (9.1, 9.2, 9.7)", [
  {
    name: "output tabs of the month are ignored",
    why: "9.7: Payroll 2026-10 has the columns of a pasted export, and would double the sales",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P"),
      tab("raw", "Agent | Date | sales\nAnn | @2026-10-01 | 5"),
      tab("Payroll 2026-10", "Agent | Date | sales\nAnn | @2026-10-01 | 7"),
      tab("绩效 2026-10", "Agent | Date | sales\nAnn | @2026-10-02 | 7"),
      payTab("=sales"),
    ],
    expect: { total: { Ann: "5.00" } },
  },
  {
    name: "errors of a plan that nobody is on hold nobody",
    why: "9.1: they are told, and Ann is paid",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P"),
      tab("Pay", "Plan | Component | Formula\nP | x | =1\nOld | y | =nosuch"),
      tab("Scoring", "Plan | Item | Weight | Method | Formula\nOld | a | 40 | formula | =1"),
    ],
    expect: { errors: ["unknown-name Pay!C3", "weights-not-100 Scoring!C2"], total: { Ann: "1.00" } },
  },
  {
    name: "no Staff and no Pay at all",
    why: "each missing tab is named with its columns",
    tabs: [tab("raw", "Agent | Date | sales\nAnn | @2026-10-01 | 5")],
    expect: { people: [], errors: ["missing-tab"], grand: "0.00", warnings: ["account-of-nobody raw!A2"] },
  },
  {
    name: "several broken rows hold each their own",
    why: "9.1: Ann's target, Ben's manual score, Cid's adjustment, Dee's raw cell; Eve is paid",
    tabs: [
      tab("Staff", "Person | Plan\nAnn | P\nBen | P\nCid | P\nDee | P\nEve | P"),
      tab(
        "raw",
        "Agent | Date | sales\nAnn | @2026-10-01 | 5\nBen | @2026-10-01 | 5\nCid | @2026-10-01 | 5\nDee | @2026-10-01 | #REF!\nEve | @2026-10-01 | 5",
      ),
      tab(
        "Targets",
        "Month | Applies to | Metric | Target\n2026-10 | * | sales | 5\n2026-10 | Ann | sales | five",
      ),
      tab(
        "Manual scores",
        "Month | Person | Metric | Value\n2026-10 | Ann | qa | 1\n2026-10 | Ben | qa | one\n2026-10 | Cid | qa | 1\n2026-10 | Dee | qa | 1\n2026-10 | Eve | qa | 1",
      ),
      tab("Adjustments", "Month | Person | Component | Amount | Reason\n2026-10 | Cid | a | ten | r"),
      payTab("=ATTAINMENT(sales)+qa"),
    ],
    expect: {
      held: ["Ann", "Ben", "Cid", "Dee"],
      errors: [
        "cell-text Targets!D3",
        "cell-text Manual scores!D3",
        "cell-text Adjustments!D2",
        "cell-error raw!C5",
      ],
      total: { Eve: "2.00" },
      grand: "2.00",
    },
  },
]);
