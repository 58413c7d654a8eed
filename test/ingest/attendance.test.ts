import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Grid, GridCell } from "../../src/engine/grid";
import { readMark } from "../../src/ingest/attendance/mark";
import { renderIssue } from "../../src/text/render";
import { lines, rosterOf, run, tab, told, total } from "./workbook";

const ROSTER = rosterOf(["小雨", "工号1"], ["小雪"], ["Ann"]);

function read(...grids: readonly Grid[]) {
  const { facts, issues, tabs } = run({ grids, roster: ROSTER });
  return { facts, lines: lines(facts), issues: told(issues), tabs };
}

/** The month's sum of each measure of a person, those without facts left out. */
function sums(facts: ReturnType<typeof run>["facts"], person: string): string {
  const measures = ["scheduled", "attended", "absent", "leave"].map((name) => `${name}_days`);
  return [...measures, "late_count", "early_count"]
    .map((measure) => `${measure.split("_")[0]} ${total(facts, measure, person)}`)
    .filter((line) => !line.endsWith("none"))
    .join(", ");
}

describe("one cell of attendance", () => {
  it.each<[GridCell, string]>([
    ["09:01", "present"],
    ["9:01\n18:02", "present"],
    ["09:01;18:02", "present"],
    ["02/01/2015 09:43", "present"],
    ["2026-10-01 09:01:30", "present"],
    [{ serial: 0.376 }, "present"],
    [{ serial: 46_000.376 }, "present"],
    [0.376, "present"],
    [true, "present"],
    ["正常", "present judged"],
    ["√", "present judged"],
    ["外勤", "present judged"],
    ["补卡审批通过", "present judged"],
    ["迟到", "present late judged"],
    ["遲到", "present late judged"],
    ["迟到12分钟", "present late judged"],
    ["严重迟到", "present late judged"],
    ["旷工迟到", "present late judged"],
    ["早退", "present early judged"],
    ["迟到,早退", "present late early judged"],
    ["09:31 迟到", "present late judged"],
    ["上班缺卡", "present judged"],
    ["缺卡", "missed judged"],
    ["未打卡", "missed judged"],
    ["旷工", "absent judged"],
    ["曠工", "absent judged"],
    ["休", "rest judged"],
    ["休息", "rest judged"],
    ["休息并打卡", "rest judged"],
    ["节假日", "rest judged"],
    ["请假", "leave 1 judged"],
    ["請假", "leave 1 judged"],
    ["事假", "leave 1 judged"],
    ["年假1天", "leave 1 judged"],
    ["调休", "leave 1 judged"],
    ["病假半天", "leave 0.5 judged"],
    ["事假 10-01 09:00到10-01 18:00 1天", "present leave 1 judged"],
    ["Present", "present judged"],
    ["Late", "present late judged"],
    ["Left early", "present early judged"],
    ["Absent", "absent judged"],
    ["Off", "rest judged"],
    ["Sick leave", "leave 1 judged"],
    ["", "nothing"],
    ["  ", "nothing"],
    ["NA", "nothing"],
    ["-", "nothing"],
    ["/", "nothing"],
    [false, "nothing"],
    ["25:00", "unreadable"],
    ["9:61", "unreadable"],
    ["9.01", "unreadable"],
    ["上海", "unreadable"],
    ["迟到 上海", "unreadable"],
    ["△", "unreadable"],
    ["8", "unreadable"],
    [8, "unreadable"],
    [{ serial: 46_000 }, "unreadable"],
  ])("%j: %s", (cell, expected) => {
    const mark = readMark(cell);
    if (mark === null) return expect("nothing").toBe(expected);
    if ("kind" in mark) return expect(mark.kind).toBe(expected);
    const { leave, ...flags } = mark;
    const said = Object.entries(flags).flatMap(([name, isSo]) => (isSo ? [name] : []));
    const at = said.indexOf("judged");
    if (leave.sign() > 0) said.splice(at < 0 ? said.length : at, 0, `leave ${leave.toText()}`);
    expect(said.join(" ")).toBe(expected);
  });
});

describe("a wide table, one column a day", () => {
  it("counts days with a time; days without anybody are holidays", () => {
    const grid = tab(
      "打卡时间 2026-10",
      "姓名|10-08|10-09|10-10|10-12",
      "小雨|09:01|NA||9:05",
      "小雪|09:00|08:55|NA|09:10",
      "路人||09:00||",
    );
    const { facts, issues, tabs } = read(grid);
    expect(sums(facts, "小雨")).toBe("scheduled 3, attended 2");
    expect(sums(facts, "小雪")).toBe("scheduled 3, attended 3");
    expect(issues).toEqual(["warning account-of-nobody 打卡时间 2026-10!A4"]);
    expect(tabs[0]).toMatchObject({ as: "attendance", rowsRead: 2, why: { code: "tab-is-attendance" } });
  });

  it("reads words: late, early, leave, absence, days off", () => {
    const { facts } = read(
      tab(
        "考勤 2026-10",
        "姓名|1|2|3|4|5|6|7",
        "|四|五|六|日|一|二|三",
        "小雨|正常|迟到|休|休|请假|病假半天|旷工",
        "小雪|正常|迟到,早退|休|休|正常|早退|",
      ),
    );
    expect(sums(facts, "小雨")).toBe("scheduled 5, attended 2.5, absent 1, leave 1.5, late 1, early 0");
    // Days off are marked, so a blank says nothing.
    expect(sums(facts, "小雪")).toBe("scheduled 4, attended 4, absent 0, leave 0, late 1, early 2");
  });

  it.each([
    ["dates", "考勤", "2026-10-08|2026-10-09|2026-10-10|2026-10-12"],
    ["dates with weekdays", "考勤", "2026-10-08 星期四|2026-10-09 星期五|2026-10-10 六|2026-10-12 一"],
    ["months and days", "考勤 2026", "10月8日|10月9日|10月10日|10月12日"],
    ["American dates", "attendance", "10/8/2026|10/9/2026|10/10/2026|10/13/2026"],
    ["bare days", "考勤_20261001_20261031", "8|9|10|12"],
    ["bare days with weekdays", "考勤 2026年10月", "8 四|9 五|10 六|12 一"],
  ])("finds the days: %s", (_name, title, header) => {
    const { facts, lines: all } = read(tab(title, `姓名|${header}`, "小雨|9:00|9:00||9:00", "小雪|||9:00|"));
    const undated = title === "考勤 2026";
    if (undated) expect(all).toContain("attended_days broken tab-without-date");
    else expect(sums(facts, "小雨")).toBe("scheduled 4, attended 3");
  });

  it("names of days in a second header row, under a group", () => {
    const { facts } = read(
      tab(
        "Sheet1",
        "考勤打卡记录 统计日期：2026-10-01 至 2026-10-31||||||",
        "姓名|部门|打卡时间||||",
        "||1|2|3|4",
        "小雨|客服|09:00|09:00||",
        "小雪|客服||09:00|09:00|",
      ),
    );
    expect(sums(facts, "小雨")).toBe("scheduled 3, attended 2");
  });

  it("people in a column without a header", () => {
    const { facts } = read(
      tab("in 2026-10", "|10-08|10-09|10-10|10-12", "工号1|09:00|NA|09:00|NA", "9|09:00|09:00|09:00|NA"),
    );
    expect(sums(facts, "小雨")).toBe("scheduled 3, attended 2");
  });

  it("days whose order cannot be told hold whoever needs them", () => {
    const header = "01/02/2026|02/02/2026|03/02/2026|04/02/2026";
    const { lines: all } = read(tab("in", `姓名|${header}`, "小雨|9:00|9:00|9:00|9:00"));
    expect(all).toContain("attended_days broken date-order-unsettled");
  });

  it("a table of another month is told at once, and as a warning where none is of the month", () => {
    const days = Array.from({ length: 14 }, (_, at) => `${String(at + 1).padStart(2, "0")}/01/2015`);
    const row = (name: string) => `${name}|${days.map((day) => `${day} 09:43`).join("|")}`;
    const other = tab("in_time", `|${days.join("|")}`, row("小雨"), row("小雪"), row("nobody"));
    const { lines: all, tabs } = read(other);
    expect(all).toEqual([]);
    expect(tabs[0]).toMatchObject({
      as: "attendance",
      rowsLeftOut: [{ reason: "tab-of-other-month", count: 3 }],
    });
    const { issues } = run({ grids: [other], roster: ROSTER });
    expect(issues.map((issue) => [issue.severity, renderIssue(issue, "en")])).toEqual([
      ["warning", "in_time: This tab is of 2015-01-01 – 2015-01-14, not of 2026-10. Left out: 3 rows."],
    ]);
    const own = tab("2026-10", "姓名|8|9|10|12", "小雨|9:00|9:00|9:00|9:00");
    expect(read(other, own).issues).toEqual(["info tab-of-other-month in_time"]);
  });

  it("a cell that says nothing known holds the person", () => {
    const { lines: all } = read(
      tab("2026-10", "姓名|8|9|10|12", "小雨|9:00|上海|9:00|9:00", "小雪|9:00|9:00|9:00|9:00"),
    );
    expect(all.filter((line) => line.includes("小雨") && line.includes("cell-"))).toEqual([
      "attended_days 小雨 2026-10!C2 cell-not-attendance",
      "scheduled_days 小雨 2026-10!C2 cell-not-attendance",
    ]);
    expect(all.filter((line) => line.startsWith("attended_days 小雪"))).toHaveLength(4);
  });

  it("a table of figures by day is none of attendance", () => {
    const { tabs } = read(tab("2026-10", "姓名|8|9|10|12", "小雨|3|4|5|6", "小雪|1|2|3|4"));
    expect(tabs[0]?.as).toBe("unknown");
  });
});

describe("a list of punches", () => {
  const header = "姓名|考勤日期|打卡时间|打卡结果";

  it("counts days and lateness by the results", () => {
    const { facts, tabs } = read(
      tab(
        "原始记录",
        header,
        "小雨|2026-10-08 星期四|09:20|迟到",
        "小雨|2026-10-08 星期四|18:00|正常",
        "小雨|2026-10-09 星期五||缺卡",
        "小雨|2026-10-10 星期六||休息",
        "小雨|2026-10-12 星期一|09:25|迟到",
        "小雨|2026-10-12 星期一|17:00|早退",
        "小雪|2026-10-08 星期四|09:00|正常",
        "小雪|2026-10-09 星期五||请假",
        "小雪|2026-10-12 星期一||旷工",
        "小雪|2026-09-30 星期三|09:00|正常",
      ),
    );
    expect(sums(facts, "小雨")).toBe("scheduled 3, attended 2, absent 0, leave 0, late 2, early 1");
    expect(sums(facts, "小雪")).toBe("scheduled 3, attended 1, absent 1, leave 1, late 0, early 0");
    expect(tabs[0]).toMatchObject({
      as: "attendance",
      why: { code: "tab-is-punches" },
      rowsRead: 9,
      rowsLeftOut: [{ reason: "other-month", count: 1 }],
    });
  });

  it("times alone tell of presence, not of a schedule", () => {
    const { facts } = read(
      tab(
        "punches",
        "Employee|Date|Clock in|Clock out",
        "Ann|2026-10-08|9:00|18:00",
        "Ann|2026-10-09|9:30|18:00",
        "小雪|2026-10-09|9:30|--",
      ),
    );
    expect(sums(facts, "Ann")).toBe("attended 2");
    expect(sums(facts, "小雪")).toBe("attended 1");
  });

  it("a time may carry its date", () => {
    const { facts } = read(
      tab(
        "punches",
        "员工|打卡时间",
        "小雨|2026-10-08 09:00",
        "小雨|2026-10-08 18:00",
        "小雨|2026-10-09 09:00",
      ),
    );
    expect(sums(facts, "小雨")).toBe("attended 2");
  });

  it("one row a day with two shifts", () => {
    const { facts } = read(
      tab(
        "每日",
        "姓名|日期|上班1打卡时间|上班1打卡结果|下班1打卡时间|下班1打卡结果",
        "小雨|2026-10-08|09:20|迟到|18:00|正常",
        "小雨|2026-10-09|09:00|正常|17:30|早退",
      ),
    );
    expect(sums(facts, "小雨")).toBe("scheduled 2, attended 2, absent 0, leave 0, late 1, early 1");
  });

  it("an unreadable date holds the person", () => {
    const { lines: all } = read(
      tab(
        "p",
        header,
        "小雨|2026-02-30|09:00|正常",
        "小雪|2026-10-08|09:00|正常",
        "小雪|2026-10-09|09:00|正常",
      ),
    );
    expect(all).toContain("attended_days 小雨 p!B2 cell-no-such-day");
    expect(all.filter((line) => line.startsWith("attended_days 小雪"))).toHaveLength(2);
  });
});

describe("several tables of attendance", () => {
  const ins = tab("in 2026-10", "姓名|8|9|10|12", "小雨|09:00|NA|09:00|NA", "小雪|09:00|09:00|NA|NA");
  const outs = tab("out 2026-10", "姓名|8|9|10|12", "小雨|18:00|NA|NA|NA", "小雪|18:00|18:00|NA|NA");

  it("in and out times are one presence", () => {
    const { facts, issues } = read(ins, outs);
    expect(sums(facts, "小雨")).toBe("scheduled 3, attended 2");
    expect(sums(facts, "小雪")).toBe("scheduled 3, attended 2");
    expect(issues).toEqual([]);
  });

  it("a monthly summary wins over what is counted from days", () => {
    const { facts, issues } = read(
      ins,
      tab("月度汇总 2026-10-01至2026-10-31", "姓名|应出勤天数|出勤天数|迟到次数", "小雨|22|20|1"),
    );
    expect(sums(facts, "小雨")).toBe("scheduled 22, attended 20, late 1");
    expect(issues.filter((line) => line.startsWith("error"))).toEqual([]);
    expect(sums(facts, "小雪")).toBe("scheduled 3, attended 2");
  });

  it("order, splits and doubling change nothing", () => {
    const cell = fc.constantFrom("09:00", "", "NA", "迟到", "休", "请假", "旷工", "早退");
    const rows = fc.tuple(
      ...["小雨", "小雪", "Ann"].map((name) =>
        fc.array(cell, { minLength: 5, maxLength: 5 }).map((cells) => [name, ...cells]),
      ),
    );
    fc.assert(
      fc.property(rows, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), fc.nat(2), (people, order, cut) => {
        // A tab of blanks alone is no table of attendance.
        fc.pre(people.every(([, ...cells]) => cells.some((text) => text !== "" && text !== "NA")));
        const grid = (name: string, list: readonly (readonly string[])[]): Grid => ({
          name: `${name} 2026-10`,
          rows: [["姓名", "8", "9", "10", "12", "13"], ...list.map((row) => [...row])],
        });
        const plain = sumsOf(grid("A", people));
        const shuffled = order.map((index) => people[index] ?? []);
        expect(sumsOf(grid("A", shuffled))).toEqual(plain);
        expect(sumsOf(grid("A", people), grid("B", shuffled))).toEqual(plain);
        expect(sumsOf(grid("B", people.slice(cut)), grid("A", people.slice(0, cut)))).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  function sumsOf(...grids: readonly Grid[]): string[] {
    const { facts } = read(...grids);
    return ["小雨", "小雪", "Ann"].map((name) => sums(facts, name));
  }
});

describe("monthly summaries", () => {
  it("minutes and hours are no days and no times", () => {
    const { lines: all } = read(
      tab(
        "考勤 2026-10",
        "姓名|出勤天数|迟到次数|迟到时长(分钟)|Late (min)|事假(天)|年假(小时)",
        "小雨|20|1|12|12|1|8",
      ),
    );
    expect(all).toEqual([
      "attended_days 小雨 month 20",
      "late_count 小雨 month 1",
      "leave_days broken column-in-hours",
    ]);
  });

  it("adds every kind of leave that is in days", () => {
    const { facts } = read(
      tab("考勤 2026-10", "姓名|出勤天数|事假(天)|病假|婚假(天)|丧假", "小雨|20|1|0.5||3"),
    );
    expect(total(facts, "leave_days", "小雨")).toBe("4.5");
  });

  it("English headers", () => {
    const { facts } = read(
      tab(
        "Attendance Oct 2026",
        "Employee|Scheduled days|Days worked|Late (times)|Left early|Absent days|Sick leave (days)|Annual leave",
        "Ann|22|20|1|0|1|0.5|0.5",
      ),
    );
    expect(sums(facts, "Ann")).toBe("scheduled 22, attended 20, absent 1, leave 1, late 1, early 0");
  });
});
