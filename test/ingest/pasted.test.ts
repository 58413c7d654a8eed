import { readdirSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { lines, rosterOf, run, tab, told } from "./workbook";

const FOLDER = resolve(import.meta.dirname, "../pasted");
const ROSTER = rosterOf(
  ["林小雨", "旗舰店:小雨;旗艦店:小雨;jd_rain;pdd小雨;rain"],
  ["白小雪", "旗舰店:小雪;jd_snow;pdd小雪;snow"],
);

/** The pasted export whose file name starts like this, as a tab of that name. */
function pasted(start: string) {
  const file = readdirSync(FOLDER).find((name) => name.startsWith(start) && name.endsWith(".tsv"));
  if (!file) throw new Error(start);
  const text = readFileSync(resolve(FOLDER, file), "utf8").trimEnd();
  return tab(basename(file, ".tsv"), ...text.split("\n").map((line) => line.replaceAll("\t", "|")));
}

function read(start: string) {
  const grid = pasted(start);
  const { facts, issues, tabs } = run({ grids: [grid], roster: ROSTER });
  const short = (text: string) => text.replace(`${grid.name}!`, "").replace(grid.name, "").trim();
  return { facts: lines(facts).map(short), issues: told(issues).map(short), tab: tabs[0] };
}

describe("exports as they are pasted", () => {
  it("赤兔 daily report: forms of numbers, late figures, summary rows in the date column", () => {
    const { facts, issues, tab: found } = read("自定义报表");
    expect(
      facts.filter((line) =>
        /^(?:sales|final_payers|received|replied|response_seconds|max_chats) /.test(line),
      ),
    ).toEqual([
      "final_payers 林小雨 2026-10-01 12",
      "final_payers 白小雪 2026-10-01 5",
      "max_chats 林小雨 2026-10-01 6",
      "max_chats 林小雨 2026-10-02 9",
      "max_chats 白小雪 2026-10-01 4",
      "received 林小雨 2026-10-01 50",
      "received 林小雨 2026-10-02 40",
      "received 白小雪 2026-10-01 30",
      "replied 林小雨 2026-10-01 49",
      "replied 林小雨 2026-10-02 40",
      "replied 白小雪 2026-10-01 28",
      "response_seconds 林小雨 2026-10-01 1889.5",
      "response_seconds 林小雨 2026-10-02 2600",
      "response_seconds 白小雪 2026-10-01 1560",
      "sales 林小雨 2026-10-01 3600.5",
      "sales 林小雨 2026-10-02 2400",
      "sales 白小雪 2026-10-01 1000",
    ]);
    expect(issues).toEqual(
      ["info recomputed-from-rate !L1", "info recomputed-from-rate !M1", "warning figures-not-ready"].map(
        (line) => line.replace(" !", " "),
      ),
    );
    expect(found).toMatchObject({
      as: "agent-day",
      rowsRead: 3,
      rowsLeftOut: [{ reason: "summary", count: 2 }],
    });
  });

  it("生意参谋 monthly report: the date only in the name, six summary rows kept as benchmarks", () => {
    const { facts, tab: found } = read("自制报表");
    expect(facts).toEqual([
      "final_payers 林小雨 month 28",
      "final_payers 白小雪 month 15",
      "inquirers 林小雨 month 80",
      "inquirers 白小雪 month 60",
      "refunds 林小雨 month 1200",
      "sales 林小雨 month 30000",
      "sales 白小雪 month 12000",
    ]);
    expect(found).toMatchObject({
      as: "agent-month",
      rowsRead: 2,
      rowsLeftOut: [{ reason: "summary", count: 6 }],
    });
    expect(found?.benchmarks.map(({ label }) => label)).toEqual([
      "汇总值",
      "平均值",
      "全店汇总值",
      "全店平均值",
      "同行同层优秀",
      "同行同层均值",
    ]);
  });

  it("咨询接待分析: receptions, and averages weighted by them", () => {
    const { facts } = read("咨询接待分析");
    expect(
      facts.filter((line) => /^(?:received|replied|response_seconds|responses|slow_replies) /.test(line)),
    ).toEqual([
      "received 林小雨 month 120",
      "received 白小雪 month 80",
      "replied 林小雨 month 118",
      "replied 白小雪 month 80",
      "response_seconds 林小雨 month 3600",
      "response_seconds 白小雪 month 3640",
      "responses 林小雨 month 120",
      "responses 白小雪 month 80",
      "slow_replies 林小雨 month 3",
      "slow_replies 白小雪 month 0",
    ]);
  });

  it("two reports of one month agree on what both have", () => {
    const { issues } = run({ grids: [pasted("自制报表"), pasted("咨询接待分析")], roster: ROSTER });
    expect(issues.filter((issue) => issue.severity === "error")).toEqual([]);
  });

  it("JD: the day in the name, a conversion instead of payers, a satisfaction rate", () => {
    const { facts } = read("京东pop");
    expect(
      facts.filter((line) => /^(?:final_payers|good_ratings|ratings|postage|sales) /.test(line)),
    ).toEqual([
      "final_payers 林小雨 2026-10-05 4",
      "final_payers 白小雪 2026-10-05 0",
      "good_ratings 林小雨 2026-10-05 17.1",
      "postage 林小雨 2026-10-05 12",
      "postage 白小雪 2026-10-05 0",
      "ratings 林小雨 2026-10-05 18",
      "sales 林小雨 2026-10-05 500",
      "sales 白小雪 2026-10-05 0",
    ]);
  });

  it("PDD: dashes are missing, averages and shop totals are left out", () => {
    const { facts, tab: found } = read("拼多多");
    expect(
      facts.filter((line) => /^(?:final_payers|sales|received|response_seconds|complaints) /.test(line)),
    ).toEqual([
      "complaints 林小雨 2026-10-03 0",
      "final_payers 林小雨 2026-10-03 9",
      "final_payers 白小雪 2026-10-03 0",
      "received 林小雨 2026-10-03 29",
      "received 白小雪 2026-10-03 0",
      "response_seconds 林小雨 2026-10-03 1218",
      "sales 林小雨 2026-10-03 810",
    ]);
    expect(found?.rowsLeftOut).toEqual([{ reason: "summary", count: 2 }]);
  });

  it("Traditional headers and full-width digits", () => {
    expect(read("客服績效").facts).toEqual([
      "assisted_followups 林小雨 2026-10-06 2",
      "consulted 林小雨 2026-10-06 12",
      "final_payers 林小雨 2026-10-06 4",
      "first_response_seconds 林小雨 2026-10-06 55",
      "first_responses 林小雨 2026-10-06 11",
      "inquirers 林小雨 2026-10-06 8",
      "received 林小雨 2026-10-06 11",
      "refunds 林小雨 2026-10-06 0",
      "replied 林小雨 2026-10-06 10",
      "response_seconds 林小雨 2026-10-06 880",
      "responses 林小雨 2026-10-06 11",
      "sales 林小雨 2026-10-06 800",
      "unanswered 林小雨 2026-10-06 1",
    ]);
  });

  it("DingTalk attendance: title lines, a range in them, two header rows", () => {
    const { facts, issues } = read("钉钉");
    expect(facts).toEqual([
      "absent_days 林小雨 month 0",
      "absent_days 白小雪 month 0",
      "attended_days 林小雨 month 20",
      "attended_days 白小雪 month 21",
      "early_count 林小雨 month 0",
      "early_count 白小雪 month 1",
      "late_count 林小雨 month 2",
      "late_count 白小雪 month 0",
      "leave_days 林小雨 month 1",
      "scheduled_days 林小雨 month 21",
      "scheduled_days 白小雪 month 21",
    ]);
    expect(issues).toEqual(["warning account-of-nobody A7"]);
  });

  it("an English report with American dates: one bad cell holds one person", () => {
    const { facts, issues } = read("agent report");
    expect(facts.filter((line) => /^(?:sales|refunds|response_seconds) /.test(line))).toEqual([
      "refunds 林小雨 2026-10-01 0",
      "refunds 林小雨 2026-10-13 -20",
      "refunds 白小雪 2026-10-02 0",
      "response_seconds 林小雨 2026-10-01 1900",
      "response_seconds 林小雨 2026-10-13 1800",
      "sales 林小雨 2026-10-01 1200",
      "sales 林小雨 2026-10-13 980.5",
      "sales 白小雪 F4 cell-comma",
    ]);
    expect(issues).toEqual(["info recomputed-from-rate E1"]);
  });
});
