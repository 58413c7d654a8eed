/** A quarter's grades through the menu: from History to the tab, from the tab to Staff, and to pay. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMonth } from "../../src/engine/calendar";
import { parseQuarter, quarterOf } from "../../src/engine/quarter";
import { done, refused, tabsOf } from "../api/shop";
import { tab } from "../readings/book";
import type { Workbook } from "../sheets/workbook";
import { CASES, type Lang, review, STAFF_ROWS, shop, textsOf, typeAccept } from "./review-book";

const TAB = { en: "Grade review 2026-Q4", zh: "等级评定 2026-Q4" } as const;
const STAFF = { en: "Staff", zh: "员工" } as const;
const OUTCOMES: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  en: {
    promote: "Promote",
    hold: "Hold",
    demote: "Demote",
    review: "⚑ Review",
    top: "Top grade",
    pending: "⚑ Pending",
    "final-review": "⚑ Final review",
  },
  zh: {
    promote: "升级",
    hold: "保持",
    demote: "降级",
    review: "⚑ 人工评议",
    top: "最高等级",
    pending: "⚑ 待定",
    "final-review": "⚑ 最终评议",
  },
};
const MARKS: Readonly<Record<string, string>> = { "✓": "P", "✕": "F", "–": "-" };
const FIRST_PERSON = 6;
const JANUARY_FIRST = "46388";

/** The people's rows of the tab. */
function rowsOf(wb: Workbook, lang: Lang = "en"): string[][] {
  return textsOf(wb, TAB[lang]).slice(FIRST_PERSON);
}

function staffOf(wb: Workbook, lang: Lang = "en"): string[] {
  return textsOf(wb, STAFF[lang]).map((row) => row.join("|"));
}

/** Cells as people read money: `2,500.00`. */
function plainMoney(text: string): string | null {
  return text === "–" ? null : text.replace(/,/g, "");
}

/** What was asked with the list of moves; empty where nothing was. */
function asked(wb: Workbook): string[] {
  return wb.world.dialogs.filter(({ kind }) => kind === "alert").map(({ prompt }) => prompt ?? "");
}

describe.each(["en", "zh"] as const)("WE06 through the menu (%s)", (lang) => {
  test("the tab shows grade, months, outcome, and the grade and base pay after it", () => {
    const wb = shop({ lang });
    review(wb);
    const shown = rowsOf(wb, lang).map((row) => [
      row[0],
      row[2],
      row
        .slice(3, 6)
        .map((cell) => MARKS[cell.slice(0, 1)] ?? "?")
        .join(""),
      row[7],
      row[8] === "–" ? null : row[8],
      plainMoney(row[9] ?? ""),
    ]);
    expect(shown).toEqual(
      CASES.map(([person, grade, marks, outcome, next, pay]) => [
        person,
        grade,
        marks,
        OUTCOMES[lang][outcome],
        next,
        pay,
      ]),
    );
    expect(asked(wb)).toEqual([]);
  });

  test("a cent below the target never reads as 100 %", () => {
    const wb = shop({ lang });
    review(wb);
    expect(rowsOf(wb, lang)[1]?.slice(3, 6)).toEqual(["✓ 100%", "✓ 100%", "✕ 99.99999%"]);
  });

  test("accepted moves become rows of Staff, once; flags do nothing", () => {
    const wb = shop({ lang });
    review(wb);
    const before = staffOf(wb, lang);
    for (const [person] of CASES) typeAccept(wb, TAB[lang], person, lang === "en" ? "yes" : "是");
    review(wb, "2026-Q4", "NO");
    expect(staffOf(wb, lang)).toEqual(before);
    review(wb);
    const added = [
      `q1|T|P|A2||${JANUARY_FIRST}||`,
      `q3|T|P|A0||${JANUARY_FIRST}||`,
      `q6|T|P|A1||${JANUARY_FIRST}||`,
    ];
    expect(staffOf(wb, lang)).toEqual([...before, ...added]);
    expect(asked(wb)).toHaveLength(2);
    review(wb);
    expect(staffOf(wb, lang)).toEqual([...before, ...added]);
    expect(asked(wb)).toHaveLength(2);
    const flag = lang === "en" ? "A flag: nothing is done here" : "仅为提示，不执行任何操作";
    const stays = lang === "en" ? "The grade stays: nothing to do" : "等级不变，无需操作";
    const row = (n: number) => (lang === "en" ? `✓ Staff row ${n}` : `✓ “员工”表第 ${n} 行`);
    expect(rowsOf(wb, lang).map((cells) => cells[13])).toEqual([
      row(11),
      stays,
      row(12),
      flag,
      stays,
      row(13),
      flag,
      stays,
      flag,
    ]);
  });

  test("the next month pays the new grade, the quarter's own months the old one", () => {
    const wb = shop({ lang });
    review(wb);
    for (const person of ["q1", "q3", "q6"]) typeAccept(wb, TAB[lang], person, "yes");
    review(wb);
    const paid = (month: string) => {
      done(wb, "run", { lang, month, kinds: ["payroll"] });
      const name = `${lang === "en" ? "Payroll" : "工资"} ${month}`;
      const rows = textsOf(wb, name);
      return CASES.map(([person]) => Number(rows.find((cells) => cells[1] === person)?.[7]));
    };
    expect(paid("2027-01")).toEqual([2500, 2500, 1800, 2000, 3500, 2000, 1800, 1800, 2500]);
    expect(paid("2026-12")).toEqual([2000, 2500, 3000, 2000, 3500, 1800, 1800, 1800, 2500]);
  });
});

describe("Accept", () => {
  test.each([
    ["yes", true],
    ["YES ", true],
    ["是", true],
    ["采纳", true],
    ["true", true],
    ["no", false],
    ["否", false],
    ["", false],
    ["maybe", false],
    ["yes?", false],
  ])("%j is accepted: %s", (typed, isAccepted) => {
    const wb = shop();
    review(wb);
    typeAccept(wb, TAB.en, "q1", typed);
    review(wb);
    expect(asked(wb).length).toBe(isAccepted ? 1 : 0);
    expect(staffOf(wb).length).toBe(isAccepted ? 11 : 10);
  });

  test("what is neither yes nor no is said beside it, and kept", () => {
    const wb = shop();
    review(wb);
    typeAccept(wb, TAB.en, "q1", "maybe");
    review(wb);
    expect(rowsOf(wb)[0]?.slice(12)).toEqual(["maybe", '"maybe" is neither yes nor no']);
  });

  test("stays with its person when Staff is sorted anew", () => {
    const wb = shop();
    review(wb);
    typeAccept(wb, TAB.en, "q6", "no");
    const staff = wb.book.sheets.find(({ name }) => name === "Staff") ?? expect.fail();
    for (const [r, n] of [2, 7].entries()) {
      staff.values.set(n, 1, r === 0 ? "q6" : "q1");
      staff.values.set(n, 4, r === 0 ? "A0" : "A1");
    }
    review(wb);
    expect(rowsOf(wb).map((row) => [row[0], row[12]])).toEqual([
      ["q6", "no"],
      ...["q2", "q3", "q4", "q5", "q1", "q7", "q8", "q9"].map((person) => [person, ""]),
    ]);
  });

  test("twice the same tab, whatever HR typed", () => {
    const wb = shop();
    review(wb);
    typeAccept(wb, TAB.en, "q1", "no");
    typeAccept(wb, TAB.en, "q4", "yes");
    review(wb);
    const first = tabsOf(wb);
    review(wb);
    expect(tabsOf(wb)).toEqual(first);
  });
});

describe("the row that Staff gets", () => {
  /** Accepts one person's move in a workbook whose Staff is given, and gives the last row of Staff. */
  function rowAfter(header: string, row: string, person = "q1"): { wb: Workbook; cells: string[] } {
    const wb = shop({ staffHeader: header, staff: [row] });
    review(wb);
    typeAccept(wb, TAB.en, person, "yes");
    review(wb);
    const texts = textsOf(wb, "Staff");
    return { wb, cells: texts[texts.length - 1] ?? [] };
  }

  test.each([
    ["blank stays blank", "", ""],
    ["the old grade's becomes the new grade's", "2000", "2500"],
    ["the same as text", "'2,000.00", "2500"],
    ["a cent below the old grade's is the person's own and stays", "1999.99", "1999.99"],
    ["a cent above as well", "2000.01", "2000.01"],
    ["and the new grade's own amount too", "2500", "2500"],
  ])("base pay: %s", (_why, typed, expected) => {
    const { cells } = rowAfter("Person | Plan | Grade | Base pay | From", `q1 | P | A1 | ${typed} | `);
    expect(cells).toEqual(["q1", "P", "A2", expected, JANUARY_FIRST]);
  });

  test("an own base pay is said in the question and shown on the tab", () => {
    const { wb } = rowAfter("Person | Plan | Grade | Base pay | From", "q1 | P | A1 | 2600 | ");
    expect(asked(wb)[0]).toContain("q1: A1 → A2 (base pay 2,600.00 is the person's own and stays)");
    expect(rowsOf(wb)[0]?.[9]).toBe("2,600.00");
  });

  test("columns in any order and of people's own are copied whole", () => {
    const { cells } = rowAfter(
      "Badge | From | 等级 | Person | Left | Plan | Hired | Team | Share | Accounts",
      "'=007 | | A1 | q1 | | P | '2020/3/1 | T | 20% | 'a;b",
    );
    expect(cells).toEqual(["=007", JANUARY_FIRST, "A2", "q1", "", "P", "2020/3/1", "T", "0.2", "a;b"]);
  });

  test("a formula in a column of people's own is not copied, its row would be wrong", () => {
    const wb = shop({ staffHeader: "Person | Plan | Grade | From | Years", staff: ["q1 | P | A1 | | 7"] });
    const staff = wb.book.sheets.find(({ name }) => name === "Staff") ?? expect.fail();
    staff.formulas.set(2, 5, "=YEAR(TODAY())-2019");
    done(wb, "acceptGrades", { quarter: "2026-Q4", people: ["q1"] });
    expect(staffOf(wb).pop()).toBe(`q1|P|A2|${JANUARY_FIRST}|`);
    expect(staff.formulas.get(3, 5)).toBeUndefined();
  });

  test("rows go below the last one, in cells that keep the format and the list of their column", () => {
    const wb = shop({
      staffHeader: "Person | Plan | Grade | From | Base pay",
      staff: ["q1 | P | A1 | | 2000"],
    });
    const staff = wb.book.sheets.find(({ name }) => name === "Staff") ?? expect.fail();
    staff.reach(3, 5);
    staff.styles.set(3, 5, { ...staff.styles.get(3, 5), numberFormat: "#,##0.00" });
    const list = { values: ["A1", "A2"], showsList: true, allowInvalid: true, help: "" };
    staff.validations.set(3, 3, list as never);
    done(wb, "acceptGrades", { quarter: "2026-Q4", people: ["q1"] });
    expect(staff.values.get(3, 5)).toBe(2500);
    expect(staff.styles.get(3, 5)?.numberFormat).toBe("#,##0.00");
    expect(staff.styles.get(3, 4)?.numberFormat).toBe("yyyy-mm-dd");
    expect(staff.validations.get(3, 3)).toEqual(list);
  });

  test("the number of calls does not grow with the rows that are added", () => {
    const calls = (people: number) => {
      const names = Array.from({ length: people }, (_, index) => `p${index}`);
      const history = ["2026-10", "2026-11", "2026-12"].flatMap((month) =>
        names.map((person) => `${month} | ${person} | T | ATTAINMENT(sales) | 1 | `),
      );
      const wb = shop({ staff: names.map((person) => `${person} | T | P | A1`), closed: [] });
      const sheet = wb.book.sheets.find(({ name }) => name === "History") ?? expect.fail();
      history.forEach((row, r) => {
        row.split("|").forEach((cell, c) => {
          sheet.reach(r + 2, c + 1);
          sheet.values.set(r + 2, c + 1, cell.trim());
        });
      });
      wb.guard.reset();
      expect(done(wb, "acceptGrades", { quarter: "2026-Q4", people: names }).added).toHaveLength(people);
      return wb.guard.total;
    };
    expect(calls(40)).toBe(calls(2));
  });

  test("the row in force is copied, and only the latest one", () => {
    const wb = shop({
      staffHeader: "Person | Team | Plan | Grade | From",
      staff: ["q1 | Old | P | A0 | ", "q1 | New | P | A1 | '2026-11-01", "q1 | Later | P | A1 | '2027-01-02"],
    });
    review(wb);
    typeAccept(wb, TAB.en, "q1", "yes");
    review(wb);
    expect(staffOf(wb).pop()).toBe(`q1|New|P|A2|${JANUARY_FIRST}`);
  });

  test.each([
    ["a row of that day and grade is the move, done", "q1 | P | A2 | '2027-01-01 | ", "✓ Staff row 3"],
    [
      "a row of that day with another grade is left alone",
      "q1 | P | A3 | '2027-01-01 | ",
      "Staff row 3 begins on that day already, with grade A3: left alone",
    ],
    ["who has left by then gets none", "q1 | P | A1 | '2026-12-15 | '2026-12-31", "Has left by then"],
    [
      "who leaves on the first day still gets one",
      "q1 | P | A1 | '2026-12-15 | '2027-01-01",
      "✓ Staff row 4",
    ],
    [
      "an unreadable From stops it",
      "q1 | P | A1 | 'soon | ",
      "The row on Staff or on Grades cannot be read: see Checks",
    ],
  ])("%s", (_why, second, told) => {
    const wb = shop({
      staffHeader: "Person | Plan | Grade | From | Left",
      staff: ["q1 | P | A1 | | ", second],
    });
    review(wb);
    typeAccept(wb, TAB.en, "q1", "yes");
    review(wb);
    expect(rowsOf(wb)[0]?.[13]).toBe(told);
    expect(staffOf(wb)).toHaveLength(told === "✓ Staff row 4" ? 4 : 3);
  });

  test("without a column From nothing is written, and the message says which", () => {
    const { wb } = rowAfter("Person | Plan | Grade", "q1 | P | A1");
    expect(staffOf(wb)).toEqual(["Person|Plan|Grade", "q1|P|A1"]);
    expect(asked(wb)[1]).toContain("Staff: Staff has no column From");
  });
});

describe("open and locked months", () => {
  test.each([
    [[], "2026-10, 2026-11, 2026-12"],
    [[0, 1], "2026-12"],
    [[0, 2], "2026-11"],
  ])("with %j in History the same outcomes, provisional for the others", (closed, open) => {
    const wb = shop({ closed });
    review(wb);
    expect(rowsOf(wb).map((row) => row[7])).toEqual(CASES.map(([, , , outcome]) => OUTCOMES.en[outcome]));
    expect(textsOf(wb, TAB.en)[2]?.[0]).toContain(`Provisional: not locked yet: ${open}.`);
    typeAccept(wb, TAB.en, "q1", "yes");
    review(wb);
    expect(asked(wb)[0]).toContain(`These may still change: not locked yet: ${open}.`);
  });

  test("a locked month counts as it was locked, whatever is pasted later", () => {
    const wb = shop({ closed: [0, 1] });
    done(wb, "run", { month: "2026-12" });
    done(wb, "step", { month: "2026-12", step: "check" });
    done(wb, "step", { month: "2026-12", step: "approve" });
    const raw = wb.book.sheets.find(({ name }) => name === "raw") ?? expect.fail();
    raw.values.set(2, 3, 1);
    expect(done(wb, "gradeReview")).toMatchObject({ quarter: "2026-Q4", open: [] });
    expect(done(wb, "gradeReview").rows[0]).toMatchObject({ person: "q1", outcome: "promote", met: 3 });
    done(wb, "step", { month: "2026-12", step: "reopen", reason: "late sales" });
    expect(done(wb, "gradeReview").rows[0]).toMatchObject({ outcome: "hold", met: 2 });
    expect(done(wb, "gradeReview").open).toEqual(["2026-12"]);
  });

  describe("a locked month that History does not tell", () => {
    /** All three months locked, then October's and December's data spoiled, and History's rows that fit removed. */
    function lockedShop(isGone: (row: readonly string[]) => boolean): Workbook {
      const wb = shop({ closed: [] });
      for (const month of ["2026-10", "2026-11", "2026-12"]) {
        done(wb, "run", { month });
        done(wb, "step", { month, step: "check" });
        done(wb, "step", { month, step: "approve" });
      }
      const raw = wb.book.sheets.find(({ name }) => name === "raw") ?? expect.fail();
      for (let row = 2; row <= raw.lastRow(); row++) raw.values.set(row, 3, 1);
      const targets = wb.book.sheets.find(({ name }) => name === "Targets") ?? expect.fail();
      for (let row = 2; row <= targets.lastRow(); row++) targets.values.set(row, 4, 1);
      const history = wb.book.sheets.find(({ name }) => name === "History") ?? expect.fail();
      textsOf(wb, "History").forEach((cells, index) => {
        if (index > 0 && isGone(cells)) for (let c = 1; c <= 6; c++) history.values.set(index + 1, c, "");
      });
      return wb;
    }
    const outcomes = (wb: Workbook) => done(wb, "gradeReview", { quarter: "2026-Q4" }).rows;
    const SETTLED = CASES.map(([person, , , outcome]) => [person, outcome]);

    test.each([
      ["attainments", (row: readonly string[]) => row[3]?.startsWith("ATTAINMENT") === true],
      ["targets and attainments", (row: readonly string[]) => /\(/.test(row[3] ?? "")],
      ["October", (row: readonly string[]) => row[0] === "2026-10"],
      ["December", (row: readonly string[]) => row[0] === "2026-12"],
      ["every row", () => true],
    ])("without %s it is what its snapshot says", (_what, isGone) => {
      const wb = lockedShop(isGone);
      expect(outcomes(wb).map(({ person, outcome }) => [person, outcome])).toEqual(SETTLED);
      review(wb, "2026-Q4");
      expect(textsOf(wb, TAB.en)[2]?.[0]).toBe("✓ All three months are closed.");
    });

    test.each([
      ["2026-10"],
      ["2026-12"],
    ])("without rows and snapshot of %s it counts for nobody, and says so", (month) => {
      const wb = lockedShop((row) => row[0] === month);
      const stored = wb.book.sheets.find(({ name }) => name === "Snapshots") ?? expect.fail();
      textsOf(wb, "Snapshots").forEach((cells, index) => {
        if (cells[0] === month) stored.values.set(index + 1, 4, "gone");
      });
      expect(outcomes(wb).every(({ outcome }) => outcome === "pending")).toBe(true);
      review(wb, "2026-Q4");
      expect(textsOf(wb, TAB.en)[2]?.[0]).toContain(`⚠ ${month} cannot be judged: the month is locked`);
    });
  });

  test("the tab is no pasted data, under its own name or another", () => {
    const wb = shop();
    review(wb);
    const sheet = wb.book.sheets.find(({ name }) => name === TAB.en) ?? expect.fail();
    const before = done(wb, "data", { month: "2027-01" });
    sheet.name = "My grades";
    expect(done(wb, "data", { month: "2027-01" })).toEqual(before);
    expect(before.tabs.map((one) => one.tab)).toEqual(["raw"]);
    review(wb);
    expect(wb.book.sheets.map(({ name }) => name)).toContain("My grades");
    expect(wb.book.sheets.map(({ name }) => name)).not.toContain(TAB.en);
  });
});

describe("requests", () => {
  test("gradeReview writes nothing", () => {
    const wb = shop();
    const before = tabsOf(wb);
    const { rows, from, tab: name } = done(wb, "gradeReview", { quarter: "2026-12" });
    expect(rows.map(({ person, outcome }) => [person, outcome])).toEqual(
      CASES.map(([person, , , outcome]) => [person, outcome]),
    );
    expect([from, name]).toEqual(["2027-01-01", TAB.en]);
    expect(tabsOf(wb)).toEqual(before);
  });

  test("acceptGrades adds the rows of the people named who have a move, once", () => {
    const wb = shop();
    const people = ["Q1", "q4", "q2", "nobody"];
    expect(done(wb, "acceptGrades", { quarter: "2026-Q4", people }).added).toEqual(["q1"]);
    expect(done(wb, "acceptGrades", { quarter: "2026-Q4", people }).added).toEqual([]);
    expect(staffOf(wb)).toHaveLength(11);
  });

  test.each([
    [{}, "review.no-quarter"],
    [{ quarter: "2026-Q5" }, "review.bad-quarter"],
    [{ quarter: "soon" }, "review.bad-quarter"],
  ])("%j is refused as %s", (fields, code) => {
    expect(refused(shop(), "gradeReview", fields).code).toBe(code);
  });

  test("nobody with a grade is a refusal that says what to fill in", () => {
    const wb = shop({ staff: STAFF_ROWS.map((row) => row.replace(/A\d$/, "")) });
    expect(refused(wb, "gradeReview", { quarter: "2026-Q4" }).code).toBe("review.nobody");
  });

  test("people without a grade of the ladder are named", () => {
    const wb = shop({ staff: [...STAFF_ROWS, "new | T | P | X9"] });
    expect(done(wb, "gradeReview", { quarter: "2026-Q4" }).ungraded).toEqual(["new"]);
    review(wb);
    expect(textsOf(wb, TAB.en)[4]?.[0]).toContain("new");
  });

  test("a new ladder from the next quarter gives the new base pay", () => {
    const wb = shop({ staff: ["q1 | T | P | A1 | 2000"] });
    const sheet = wb.book.sheets.find(({ name }) => name === "Grades") ?? expect.fail();
    sheet.values.set(1, 3, "From");
    sheet.reach(7, 3);
    for (const [c, cell] of ["A2", 2550, "2027-01-01"].entries()) sheet.values.set(7, c + 1, cell);
    const answer = done(wb, "acceptGrades", { quarter: "2026-Q4", people: ["q1"] });
    expect(answer.rows[0]?.nextBasePay).toBe("2550.00");
    expect(staffOf(wb).pop()).toBe(`q1|T|P|A2|2550|${JANUARY_FIRST}||`);
  });
});

describe("a failure at any call while moves are accepted", () => {
  const ready = () => {
    const staff = STAFF_ROWS.filter((row) => /^q[136] /.test(row));
    const wb = shop({ staff, more: [tab("notes", "a\nb")] });
    wb.guard.reset();
    return wb;
  };
  /** The numbers of the calls before which each lock is asked for, once they were made. */
  const locksOf = (wb: Workbook): number[] => {
    const locks: number[] = [];
    const service = wb.services.LockService;
    const seen = () => {
      locks.push(wb.guard.total + 1);
      return service;
    };
    Object.defineProperty(wb.services, "LockService", { get: seen });
    return locks;
  };
  /** Every call while Staff is written, and some of those that only read or write the review's own tab. */
  const callsOf = ([staff = 0, own = 0]: readonly number[], total: number): number[] => {
    const all = Array.from({ length: total }, (_, index) => index + 1);
    return all.filter((k) => (k >= staff && k <= own) || k % 25 === 0 || k === total);
  };
  const send = (wb: Workbook) => done(wb, "acceptGrades", { quarter: "2026-Q4", people: ["q1", "q3", "q6"] });

  test.each([
    ["before", "once"],
    ["after", "once"],
    ["before", "dead"],
    ["after", "dead"],
  ] as const)(
    "(%s, %s) leaves Staff as it was or complete, and doing it again completes it",
    (when, then) => {
      const clean = ready();
      const old = staffOf(clean);
      const locks = locksOf(clean);
      send(clean);
      const whole = staffOf(clean);
      expect(whole).toHaveLength(old.length + 3);
      // A run that is cut off differs from a call that fails in what is tidied up only.
      const every = then === "once" ? 1 : 5;
      for (const k of callsOf(locks, clean.guard.total).filter((_, index) => index % every === 0)) {
        const wb = ready();
        wb.guard.failure = { at: k, when, then };
        expect(() => send(wb), `call ${k}`).toThrow();
        expect([old, whole], `Staff at call ${k}`).toContainEqual(staffOf(wb));
        wb.guard.reset();
        wb.world.locked = false;
        send(wb);
        expect(staffOf(wb), `again after call ${k}`).toEqual(whole);
        expect(wb.book.sheets.filter(({ name }) => name.startsWith("__"))).toEqual([]);
      }
    },
    300_000,
  );
});

test("the order of Staff rows does not matter", () => {
  const rows = [...STAFF_ROWS, "q1 | T | P | A0 | 7 | '2020-01-01", "q2 | T | P | A2 | | '2026-12-01"];
  const expected = outcomesOf(rows);
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      expect(outcomesOf(shuffled)).toEqual(expected);
    }),
    { numRuns: 12 },
  );
});

/** Outcome and new Staff row of each person, by name. */
function outcomesOf(staff: readonly string[]): string[] {
  const wb = shop({ staff });
  const answer = done(wb, "acceptGrades", { quarter: "2026-Q4", people: CASES.map(([person]) => person) });
  const outcomes = answer.rows.map(
    ({ person, grade, outcome, next }) => `${person} ${grade} ${outcome} ${next}`,
  );
  return [...outcomes, ...staffOf(wb).slice(staff.length + 1)].sort();
}

describe("quarters", () => {
  test.each([
    ["2026-Q4", "2026-Q4"],
    ["2026q1", "2026-Q1"],
    ["2026 Q 2", "2026-Q2"],
    ["Q3 2026", "2026-Q3"],
    ["2026年第4季度", "2026-Q4"],
    ["2026年四季度", "2026-Q4"],
    ["２０２６－Ｑ４", "2026-Q4"],
    ["2026-09", "2026-Q3"],
    ["2026年10月", "2026-Q4"],
    ["2026-Q5", null],
    ["2026-Q0", null],
    ["2026", null],
    ["2026-13", null],
    ["Q4", null],
    ["", null],
  ])("%j is %s", (typed, expected) => {
    expect(parseQuarter(typed)?.text ?? null).toBe(expected);
  });

  test("a quarter is three months on end, and every month is in its own", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2200 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const month = parseMonth(`${year}-${String(number).padStart(2, "0")}`) ?? expect.fail();
        const { months, next, text } = quarterOf(month);
        expect(months.map((one) => one.text)).toContain(month.text);
        expect(months[0].last + 1).toBe(months[1].first);
        expect(months[1].last + 1).toBe(months[2].first);
        expect(months[2].last + 1).toBe(next);
        expect(text).toBe(`${year}-Q${Math.floor((number - 1) / 3) + 1}`);
      }),
    );
  });
});
