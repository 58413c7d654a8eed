/** What the built script loads when, and what it says when its second file is not there. */
import { describe, expect, it } from "vitest";
import { Book } from "../../src/local/book.ts";
import { Code } from "../../src/local/code.ts";
import { Host } from "../../src/local/host.ts";

const built = Code.load();
const MENU = [
  ...["setUpWorkbook", "checkData", "generateScorecards", "generateMonthlyPayroll"],
  ...["loadSampleData", "showHelp"],
];

function hostWith(code: Code, userLocale = "en"): Host {
  return new Host({ book: Book.blank("test"), code, userLocale, answer: () => ({ button: "CANCEL" }) });
}

function withPage(page: string): Code {
  return new Code(built.text, new Map([["Month", page]]));
}

describe("loading", () => {
  it("reads one file in a menu run", () => {
    const host = hostWith(built);
    host.run("showHelp");
    expect(host.countCalls(/^HtmlService/)).toBe(1);
    expect(host.dialogs.map(({ prompt }) => prompt)).toEqual([expect.stringContaining("1. Set up workbook")]);
  });

  it.each(["none", "limited"] as const)("reads none to build the menu, at AuthMode %s", (mode) => {
    const host = hostWith(built);
    host.run("onOpen", [{}], mode);
    expect(host.menu).toHaveLength(12);
    expect(host.countCalls(/^(?!Session|SpreadsheetApp\.getUi|Ui\.createAddonMenu|Menu)/)).toBe(0);
  });

  it("reads none for a custom function", () => {
    const host = hostWith(built);
    const functions = host.openFunctions();
    expect(functions.call("CONVRATE", [28, 80])).toBe(0.35);
    expect(functions.call("WEAKPOINT", [[[1]], [["sales"]], [[2]], [["Plan", "Item", "Weight"]]])).toEqual(
      "",
    );
    expect(host.totalCalls).toBe(0);
  });
});

describe("without Month.html", () => {
  const bare = new Code(built.text);
  const text =
    "The file Month.html is missing from this script, and nothing was done. Open Extensions > Apps Script, " +
    "click + beside Files, choose HTML, type the name Month, and replace what is in it by the whole of " +
    "dist/Month.html. Save, and choose the menu item again.\n\nNo HTML file named Month was found.";

  it.each(MENU)("%s says which file is missing and where to put it, and does nothing else", (name) => {
    const host = hostWith(bare);
    expect(JSON.parse(host.run(name) as string)).toEqual({ error: text });
    expect(host.dialogs).toEqual([{ kind: "alert", title: "KPI Payroll", prompt: text, buttons: "OK" }]);
    expect(host.countCalls(/^(?!Session|SpreadsheetApp\.getUi|Ui\.alert|HtmlService)/)).toBe(0);
  });

  it("says so in Chinese to a Chinese reader", () => {
    const host = hostWith(bare, "zh-CN");
    host.run("generateMonthlyPayroll");
    expect(host.dialogs[0]?.prompt).toMatch(/^脚本中缺少文件 Month\.html，未做任何改动。/);
  });

  it("answers a request with the same text and opens no dialog", () => {
    const host = hostWith(bare);
    expect(JSON.parse(host.run("api", ['{"action":"packs"}']) as string)).toEqual({ error: text });
    expect(host.dialogs).toEqual([]);
  });

  it("still has its menu and its custom functions", () => {
    const host = hostWith(bare);
    host.run("onOpen", [{}], "none");
    expect(host.menu).toHaveLength(12);
    expect(host.openFunctions().call("PARSENUM", ["1.2万"])).toBe(12_000);
  });
});

describe("a Month.html that does not fit", () => {
  const page = built.htmlFiles.get("Month") ?? "";
  it.each([
    ["of another version", page.replace(/id="month-\w+"/, 'id="month-000000000000"')],
    ["cut off", page.slice(0, page.length / 2)],
    ["blank", ""],
  ])("is refused when %s", (_what, broken) => {
    const host = hostWith(withPage(broken));
    expect(JSON.parse(host.run("loadSampleData") as string).error).toMatch(
      /^The file Month\.html is incomplete or of another version than Code\.js/,
    );
    expect(host.book.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  });

  it("is taken inside the page that the editor makes for a new file", () => {
    const host = hostWith(withPage(`<!DOCTYPE html>\n<html>\n${page}\n</html>\n`));
    host.run("loadSampleData");
    expect(host.book.sheets.length).toBeGreaterThan(5);
  });
});
