/**
 * Every public table: read, or refused in words that a person can act on. What a proposal for
 * Sources gives is compared with a plain loop over the lines of the file.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import type { SourceRow } from "../../src/engine/source";
import type { RecognisedTab } from "../../src/ingest/recognised";
import { Book } from "../../src/local/book.ts";
import { addRawFile } from "../../src/local/files.ts";
import { proposalLines } from "../../src/report/pasted";
import { readGrids } from "../../src/sheets/reader";
import { renderMessage } from "../../src/text/render";
import { rosterOf, run, source, total } from "../ingest/workbook";
import { workbook } from "../sheets/workbook";
import { DATA, isAbsent } from "./workbook.ts";

/** What a person sees of one file, and which figures of it to count. */
interface Case {
  readonly file: string;
  readonly month: string;
  readonly people: readonly string[];
  readonly as: RecognisedTab["as"];
  /** Columns that the proposal takes for people and dates. */
  readonly person?: string;
  /** A list of people, whose place is Staff. */
  readonly isStaff?: boolean;
  readonly date?: string;
  /** Columns whose proposed sums are compared. */
  readonly sums?: readonly string[];
}

const CASES: readonly Case[] = [
  { file: "attendance/in_time.csv", month: "2015-03", people: ["1", "2", "50"], as: "attendance" },
  { file: "attendance/out_time.csv", month: "2015-10", people: ["1", "2", "50"], as: "attendance" },
  {
    file: "call_center/variant_us_seconds.csv",
    month: "2021-02",
    people: ["Becky", "Dan", "Diane", "Greg", "Jim", "Joe", "Martha", "Stewart"],
    as: "unknown",
    person: "agent",
    date: "date",
    sums: ["talk duration"],
  },
  {
    file: "call_center/call-center.xlsx",
    month: "2021-02",
    people: ["Becky", "Dan", "Diane", "Greg", "Jim", "Joe", "Martha", "Stewart"],
    as: "unknown",
    person: "Agent",
    date: "Date",
  },
  { file: "crm_pipeline/data_dictionary.csv", month: "2017-03", people: ["Moses Frase"], as: "unknown" },
  { file: "crm_pipeline/products.csv", month: "2017-03", people: ["Moses Frase"], as: "unknown" },
  {
    file: "crm_pipeline/sales_pipeline.csv",
    month: "2017-07",
    people: ["Moses Frase", "Darcel Schlecht", "Anna Snelling"],
    as: "unknown",
    person: "sales_agent",
    date: "close_date",
    sums: ["close_value"],
  },
  {
    file: "crm_pipeline/sales_teams.csv",
    month: "2017-03",
    people: ["Moses Frase", "Anna Snelling"],
    as: "unknown",
    isStaff: true,
  },
  { file: "gbk/orders_gbk.csv", month: "2020-02", people: ["Ann"], as: "unknown" },
  {
    file: "gp_calls/inbound_calls_2021.csv",
    month: "2021-03",
    people: ["Reception 1", "Reception 2"],
    as: "unknown",
    person: "to",
    date: "t",
    sums: ["duration", "total_duration"],
  },
  {
    file: "helpdesk/Helpdesk.csv",
    month: "2012-10",
    people: ["Value 1", "Value 2", "Value 3", "Value 5"],
    as: "unknown",
    person: "org:resource",
    date: "completeTime",
  },
  { file: "orders_2019/Sales_January_2019.csv", month: "2019-01", people: ["Ann"], as: "orders" },
  { file: "tmall_orders/tmall_order_report.csv", month: "2020-02", people: ["Ann"], as: "orders" },
];

/** The tabs of a file as the add-on reads them. */
async function gridsOf(file: string) {
  const book = new Book("tables");
  await addRawFile(book, join(DATA, file));
  return readGrids(workbook(book).services, { skips: () => false, needsFormulas: () => false });
}

/** Lines of a text table by a plain loop; quoted cells hold no line breaks in these files. */
function linesOf(file: string): Record<string, string>[] {
  const text = new TextDecoder(file.startsWith("gbk") ? "gb18030" : "utf-8").decode(
    readFileSync(join(DATA, file)),
  );
  const cut = (line: string) =>
    [...`${line},`.matchAll(/("[^"]*"|[^,]*),/g)].map(([, cell = ""]) => cell.replaceAll('"', ""));
  const [head = "", ...rest] = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const headers = cut(head);
  return rest
    .filter((line) => line !== "")
    .map((line) => {
      const cells = cut(line);
      return Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? ""]));
    });
}

/** `2021-03` of `2021-03-04 10:00`, `2012/10/09`, `3/4/2021`. */
function monthOf(date = ""): string {
  const [a = "", b = "", c = ""] = date.split(/[ T]/)[0]?.split(/[-/]/) ?? [];
  return a.length === 4 ? `${a}-${b.padStart(2, "0")}` : `${c}-${a.padStart(2, "0")}`;
}

function sourceRows(tab: RecognisedTab): SourceRow[] {
  return (tab.proposal?.rows ?? []).map(({ certainty: _, ...row }, index) =>
    source(row.measure, { ...row, place: { tab: "Sources", row: index + 2 } }),
  );
}

describe.skipIf(isAbsent("README.md"))("every public table", () => {
  it("is in the list", () => {
    const files = readdirSync(DATA, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(csv|xlsx)$/.test(entry.name))
      .map((entry) => relative(DATA, join(entry.parentPath, entry.name)));
    expect(files.sort()).toEqual(CASES.map(({ file }) => file).sort());
    expect(CASES.every(({ file }) => statSync(join(DATA, file)).size > 0)).toBe(true);
  });

  describe.each(CASES)("$file", (one) => {
    it("is read, or refused in words", async () => {
      const { file, month, people, as } = one;
      const grids = await gridsOf(file);
      const roster = rosterOf(...people.map((name): [string] => [name]));
      const read = run({ grids, roster, month });
      const [tab] = read.tabs;
      if (!tab) throw new Error("no tab");
      expect(tab.as).toBe(as);
      const rowsSeen = tab.rowsRead + tab.rowsLeftOut.reduce((sum, { count }) => sum + count, 0);
      if (as === "attendance") return countAttendance(one, read.facts);
      if (as === "orders") return expect(rowsSeen).toBeGreaterThanOrEqual(linesOf(file).length);
      const why = renderMessage(tab.why, "en");
      expect(why).toMatch(
        one.isStaff ? /^Not read: .*Its place is Staff/ : /^Not read: .*Add rows to Sources/,
      );
      const column = (role: string) => tab.proposal?.columns.find((found) => found.role === role)?.header;
      expect([column("person"), column("date")]).toEqual([one.person, one.date]);
      const said = proposalLines(tab.proposal, "en").join("\n");
      expect(said !== "").toBe(one.person !== undefined || one.date !== undefined);
      if (one.person) expect(said).toContain(`people in ${one.person}`);
      if (one.date) expect(said).toContain(`dates in ${one.date}`);
      if (one.person && one.date && file.endsWith(".csv")) countProposed(one, grids, tab);
    });
  });
});

/** The proposed rows, put on Sources, give what a plain loop counts. */
function countProposed(
  { file, month, people, person = "", date = "", sums = [] }: Case,
  grids: Awaited<ReturnType<typeof gridsOf>>,
  tab: RecognisedTab,
): void {
  const roster = rosterOf(...people.map((name): [string] => [name]));
  const { facts, issues } = run({ grids, roster, month, sources: sourceRows(tab) });
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  const rows = tab.proposal?.rows ?? [];
  const all = linesOf(file).filter((line) => monthOf(line[date]) === month);
  expect(all.length).toBeGreaterThan(10);
  for (const name of people) {
    const own = all.filter((line) => line[person] === name);
    const shown = (value: number) => (own.length === 0 ? ["none", "0"] : [String(value)]);
    const counted = rows.find(({ how, where }) => how === "count" && where === "");
    expect(shown(own.length)).toContain(total(facts, counted?.measure ?? "", name));
    for (const header of sums) {
      const row = rows.find(({ column, how }) => column === header && how === "sum");
      const value = own.reduce((sum, line) => sum + Number(line[header]), 0);
      expect(shown(value)).toContain(total(facts, row?.measure ?? "", name));
    }
    for (const { measure, where } of rows) {
      const [, header = "", value] = /^=\[?([^\]="]+)\]?="(.*)"$/.exec(where) ?? [];
      if (value === undefined) continue;
      const matching = own.filter((line) => line[header] === value).length;
      expect([measure, ...shown(matching), "none"]).toContain(total(facts, measure, name));
    }
  }
}

/** Days with a time, and working days: those on which anybody came. */
function countAttendance({ file, month, people }: Case, facts: ReturnType<typeof run>["facts"]): void {
  const lines = linesOf(file);
  const days = Object.keys(lines[0] ?? {}).filter((header) => {
    const [, middle, year] = header.split("/");
    return `${year}-${middle}` === month;
  });
  const came = (line: Record<string, string> | undefined, day: string) => (line?.[day] ?? "NA") !== "NA";
  const working = days.filter((day) => lines.some((line) => came(line, day)));
  expect(working.length).toBeGreaterThan(15);
  expect(working.length).toBeLessThan(days.length + 1);
  for (const name of people) {
    const line = lines.find((one) => one[""] === name);
    expect(total(facts, "scheduled_days", name)).toBe(String(working.length));
    expect(total(facts, "attended_days", name)).toBe(String(working.filter((day) => came(line, day)).length));
  }
}
