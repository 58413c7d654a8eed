import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, type WorkbenchPage } from "./workbench.ts";

/** An add-on of a few lines, to see what a page of it can do and what it cannot. */
const CODE = `
function onOpen() {
  SpreadsheetApp.getUi().createAddonMenu().addItem("Side", "openSide").addItem("Dialog", "openDialog")
    .addItem("Two questions", "askTwice").addItem("Break", "boom").addItem("Globals", "globals").addToUi();
}
function loadSampleData() {}
function page_() { return HtmlService.createHtmlOutputFromFile("Side").setTitle("A page").setWidth(420); }
function openSide() { SpreadsheetApp.getUi().showSidebar(page_()); }
function openDialog() { SpreadsheetApp.getUi().showModalDialog(page_(), "Over the grid"); }
function echo(value) { return value; }
function dated() { return { when: new Date(0) }; }
function boom() { throw new Error("boom of the script"); }
function cellOf_() { return SpreadsheetApp.getActiveSpreadsheet().getActiveRange(); }
function where() { return cellOf_().getSheet().getName() + "!" + cellOf_().getA1Notation(); }
function goTo(row, column) {
  SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(row, column, 1, 1).activate();
}
function put(value) { cellOf_().setValues([[value]]); }
function askTwice() {
  var ui = SpreadsheetApp.getUi();
  cellOf_().setValues([["half"]]);
  var name = ui.prompt("Name", "Who?", ui.ButtonSet.OK_CANCEL).getResponseText();
  var sure = ui.alert("Sure", "Really " + name + "?", ui.ButtonSet.YES_NO) === ui.Button.YES;
  cellOf_().setValues([[sure ? name : "nobody"]]);
  ui.alert("Done", "Written", ui.ButtonSet.OK);
}
function globals() {
  var names = ["fetch", "setTimeout", "XMLHttpRequest", "localStorage", "indexedDB", "URL", "crypto", "Worker"];
  var there = names.filter(function (name) { return typeof globalThis[name] !== "undefined"; });
  cellOf_().setValues([["there: " + there.join(", ")]]);
}
/******/ (function () {})();
`;

const SIDE = `<!doctype html><title>Side</title><p id="out">side</p><script>
  window.results = [];
  const keep = (kind) => (value, user) => { results.push([kind, value && value.message || value, user]); };
  window.call = (name, ...args) =>
    google.script.run.withSuccessHandler(keep("ok")).withFailureHandler(keep("failed")).withUserObject("u")[name](...args);
</script>`;

let bench: WorkbenchPage;

beforeAll(async () => {
  bench = await openWorkbench({ project: { code: CODE, htmlFiles: { Side: SIDE } } });
});

afterAll(() => bench.close());

/** Calls a function of the script from the sidebar; what came back, and how. */
async function call(name: string, ...args: unknown[]): Promise<unknown> {
  const frame = await bench.sidebar();
  const list = [name, ...args].map((value) => JSON.stringify(value)).join(", ");
  const count = (await frame.evaluate("results.length")) as number;
  await frame.evaluate(`call(${list})`);
  await expect.poll(() => frame.evaluate("results.length")).toBeGreaterThan(count);
  return frame.evaluate("results.at(-1)");
}

describe("a sidebar", () => {
  it("opens at the right with its title, 300 px wide", async () => {
    await bench.menu("KPI Payroll", "Side");
    const frame = await bench.sidebar();
    await frame.waitForSelector("#out");
    expect(await bench.page.innerText("#side h2")).toBe("A page");
    expect((await bench.page.locator("#side").boundingBox())?.width).toBe(300);
  });

  it("calls functions of the script, with plain values only", async () => {
    const value = { a: [1, "x", null], b: { c: true } };
    expect(await call("echo", value)).toEqual(["ok", value, "u"]);
    expect(await call("dated")).toEqual(["ok", null, "u"]);
    expect(await call("boom")).toEqual(["failed", "boom of the script", "u"]);
  });

  it.each(["new Date()", "() => 1", "[new Date()]", "document.body"])("cannot send %s", async (text) => {
    const frame = await bench.sidebar();
    expect(await frame.evaluate(`{ try { call("echo", ${text}); "sent" } catch (e) { e.message } }`)).toMatch(
      "Failed due to illegal value",
    );
  });

  it("sees no function that is private", async () => {
    const frame = await bench.sidebar();
    expect(await frame.evaluate("typeof google.script.run.page_ + typeof google.script.run.echo")).toBe(
      "undefinedfunction",
    );
  });

  it("knows the selected cell, writes, selects, and can be undone", async () => {
    await bench.select("Sheet1", "C4");
    expect(await call("where")).toEqual(["ok", "Sheet1!C4", "u"]);
    await call("put", "from the side");
    await bench.idle();
    expect(await bench.cell("Sheet1", "C4")).toBe("from the side");
    await call("goTo", 7, 2);
    expect(await bench.selection()).toEqual({ tab: "Sheet1", top: 7, left: 2, bottom: 7, right: 2 });
    await bench.select("Sheet1", "C4");
    await bench.press("Control+z");
    expect(await bench.cell("Sheet1", "C4")).toBe("");
  });

  it("may ask while a person types into a cell", async () => {
    await bench.select("Sheet1", "D1");
    await bench.page.keyboard.type("ab");
    await bench.page.waitForFunction("workbench.typing()");
    expect(await call("echo", 1)).toEqual(["ok", 1, "u"]);
    await bench.page.keyboard.type("c");
    await bench.press("Enter");
    expect(await bench.cell("Sheet1", "D1")).toBe("abc");
  });

  it("reaches neither the page around it nor the network", async () => {
    const frame = await bench.sidebar();
    const attempt = (code: string) =>
      frame.evaluate(`(async () => { try { ${code}; return "reached" } catch (e) { return e.name } })()`);
    expect(await attempt("parent.document.body")).toBe("SecurityError");
    expect(await attempt("localStorage.length")).toBe("SecurityError");
    expect(await attempt('await fetch("https://example.com/")')).toBe("TypeError");
    expect(bench.outside).toEqual([]);
  });

  it("closes itself", async () => {
    const frame = await bench.sidebar();
    await frame.evaluate("google.script.host.close()");
    await bench.page.waitForSelector("#side", { state: "hidden" });
  });
});

describe("dialogs", () => {
  it("show a page over the grid", async () => {
    await bench.menu("KPI Payroll", "Dialog");
    const box = bench.page.locator("dialog[open]");
    await box.locator("iframe").waitFor();
    expect(await box.locator("h2").innerText()).toBe("Over the grid");
    await box.getByRole("button", { name: "Close" }).click();
    await box.waitFor({ state: "detached" });
  });

  it("hold the script: what came before a question is there once, whatever is answered", async () => {
    await bench.select("Sheet1", "A1");
    await bench.menu("KPI Payroll", "Two questions");
    await bench.page.locator("dialog[open]").getByRole("textbox").fill("Mei");
    await bench.page.keyboard.press("Enter");
    await bench.page.getByText("Really Mei?").waitFor();
    await bench.page.getByRole("button", { name: "Yes" }).click();
    await bench.page.getByText("Written").waitFor();
    await bench.page.keyboard.press("Enter");
    await bench.idle();
    expect(await bench.cell("Sheet1", "A1")).toBe("Mei");
    await bench.press("Control+z");
    expect(await bench.cell("Sheet1", "A1")).toBe("");
  });
});

describe("a script", () => {
  it("that throws says why", async () => {
    await bench.menu("KPI Payroll", "Break");
    await bench.page.getByText("boom of the script").waitFor();
  });

  it("has none of the browser's globals that Apps Script lacks", async () => {
    await bench.select("Sheet1", "A2");
    await bench.menu("KPI Payroll", "Globals");
    await expect.poll(() => bench.cell("Sheet1", "A2")).toBe("there: ");
  });
});
