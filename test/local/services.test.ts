import { describe, expect, it } from "vitest";
import { Book } from "../../src/local/book.ts";
import { Code } from "../../src/local/code.ts";
import { Host } from "../../src/local/host.ts";
import { codeOf, hostOf, runBody } from "./fixture.ts";

describe("values", () => {
  it("are parsed as typing does, unless the cell is text", () => {
    const result = runBody(`
      const range = sheet.getRange(1, 1, 2, 4);
      range.setNumberFormats([["General", "General", "General", "General"], ["@", "@", "@", "@"]]);
      range.setValues([["01234", "=1+1", "+1", "12%"], ["01234", "=1+1", "+1", "12%"]]);
      return JSON.stringify([range.getValues(), range.getFormulas(), range.getNumberFormats()[0]]);`);
    expect(JSON.parse(result as string)).toEqual([
      [
        [1234, "", "", 0.12],
        ["01234", "=1+1", "+1", "12%"],
      ],
      [
        ["", "=1+1", "=+1", ""],
        ["", "", "", ""],
      ],
      ["General", "General", "General", "0%"],
    ]);
  });

  it("take and give Dates of the script's own realm, in the spreadsheet's time zone", () => {
    const result = runBody(`
      const range = sheet.getRange(1, 1, 1, 3);
      range.setValues([[new Date(2026, 9, 1), new Date(2026, 9, 1, 9, 30), "9:12:58"]]);
      const [day, moment, time] = range.getValues()[0];
      return [day instanceof Date, day.getDate(), moment.getHours(), time.getFullYear(), time.getSeconds()].join();`);
    expect(result).toBe("true,1,9,1899,58");
  });

  it("are blank for '', null and undefined", () => {
    const host = hostOf(`
      const range = sheet.getRange(1, 1, 1, 3);
      range.setValues([[1, 2, 3]]); range.setValues([["", null, undefined]]);
      return sheet.getLastRow() + ":" + range.getValues()[0].join("|");`);
    expect(host.run("go")).toBe("0:||");
  });

  it("of formulas are what the file last held", () => {
    const book = Book.blank("test");
    book.sheets[0]?.formulas.set(1, 1, "=1+1");
    book.sheets[0]?.values.set(1, 1, 2);
    expect(runBody("return sheet.getRange(1, 1, 1, 1).getValues()[0][0];", { book })).toBe(2);
  });
});

describe("strictness", () => {
  it.each([
    ["sheet.getRange(1, 1, 2, 2).setValues([[1, 2]])", "The number of rows in the data does not match"],
    ["sheet.getRange(1, 1, 1, 2).setValues([[1]])", "The data has 1 but the range has 2."],
    ["sheet.getRange(1, 1, 1, 1).merge()", "Range.merge is not modelled by the local host"],
    ["sheet.getRange('A1')", "don't match the method signature for Sheet.getRange"],
    ["sheet.getRange(1, 1, 0, 1)", "must be at least 1"],
    ["sheet.getRange(1, 1, 1001, 1)", "outside the dimensions of the sheet"],
    ["ss.insertSheet('sheet1', 0)", 'A sheet with the name "sheet1" already exists'],
    ["ss.insertSheet('', 0)", "cannot be empty"],
    ["ss.deleteSheet(sheet)", "can't remove all the sheets"],
    ["sheet.hideSheet()", "can't hide all the sheets"],
    ["sheet.insertRowsAfter(1, 1000000)", "above the limit of 10000000 cells"],
    ["sheet.getRange(1, 1, 1, 1).setValues([[{}]])", "A cell cannot hold a object"],
    ["sheet.getRange(1, 1, 1, 1).setValues([[NaN]])", "A cell cannot hold NaN"],
    ["sheet.getRange(1, 1, 1, 1).setValues([['x'.repeat(50001)]])", "maximum of 50000 characters"],
    ["sheet.getRange(1, 1, 1, 1).setBackgrounds([['red']])", "not modelled"],
    ["sheet.name = 'x'", "cannot be assigned"],
    ["DriveApp.getFiles()", "DriveApp is not modelled by the local host"],
    ["setTimeout(() => 1, 1)", "setTimeout is not defined"],
    ["SpreadsheetApp.getUi().alert('T', 'P', null)", 'no answer is queued for the alert "T: P"'],
  ])("%s throws", (code, message) => {
    expect(() => runBody(code)).toThrow(message);
  });

  it("throws errors of the script's realm", () => {
    expect(runBody("try { ss.nothing(); } catch (e) { return e instanceof Error; }")).toBe(true);
  });

  it("knows a deleted tab", () => {
    expect(() => runBody("const s = ss.insertSheet('x', 0); ss.deleteSheet(s); s.getName();")).toThrow(
      "not found",
    );
  });
});

describe("copyTo", () => {
  it("copies values, formulas, formats and notes, blanks too, and moves relative references", () => {
    const host = hostOf(`
      const from = sheet.getRange(1, 1, 2, 2);
      from.setValues([[1, "=A1+$A$1"], ["x", ""]]);
      from.setBackgrounds([["#FF0000", null], [null, null]]); from.setNotes([["n", ""], ["", ""]]);
      const to = ss.insertSheet("to", 1); to.getRange(2, 2, 2, 2).setValues([[9, 9], [9, 9]]);
      from.copyTo(to.getRange(2, 2, 2, 2));
      const range = to.getRange(2, 2, 2, 2);
      return JSON.stringify([range.getValues(), range.getFormulas(), range.getNotes()[0][0]]);`);
    expect(JSON.parse(host.run("go") as string)).toEqual([
      [
        [1, ""],
        ["x", ""],
      ],
      [
        ["", "=B2+$A$1"],
        ["", ""],
      ],
      "n",
    ]);
    expect(host.book.findSheet("to")?.styles.get(2, 2)?.background).toBe("#ff0000");
  });
});

describe("references between tabs", () => {
  const body = (change: string) => `
    const other = ss.insertSheet("my tab", 1);
    sheet.getRange(1, 1, 1, 2).setValues([["='my tab'!A1*2", '="my tab!A1"']]);
    ${change}
    return sheet.getRange(1, 1, 1, 2).getFormulas()[0].join(" ");`;

  it("follow a rename", () => {
    expect(runBody(body("other.setName('Neu');"))).toBe('=Neu!A1*2 ="my tab!A1"');
  });

  it("break when the tab is deleted", () => {
    expect(runBody(body("ss.deleteSheet(other);"))).toBe('=#REF!*2 ="my tab!A1"');
  });
});

describe("HTML files", () => {
  const read = (name: string) => {
    const code = codeOf(
      "function go(name) { return HtmlService.createHtmlOutputFromFile(name).getContent(); }",
    );
    const withPage = new Code(code.text, new Map([["Month", "<b>1 &lt; 2</b>\n"]]));
    return new Host({ book: Book.blank("test"), code: withPage }).run("go", [name]);
  };

  it("are read as they are", () => {
    expect(read("Month")).toBe("<b>1 &lt; 2</b>\n");
  });

  it.each(["month", "Month.html", "../Month", "Code", "", "constructor"])("%j is none", (name) => {
    expect(() => read(name)).toThrow(`No HTML file named ${name} was found.`);
  });
});

describe("rights", () => {
  const menu = 'SpreadsheetApp.getUi().createAddonMenu().addItem("A", "go").addSeparator().addToUi();';

  it("before first use allow the menu and nothing else", () => {
    const host = hostOf("", { code: codeOf(`function onOpen() { ${menu} }`, "function go() { return 7; }") });
    host.run("onOpen", [{}], "none");
    expect(host.menu).toEqual([{ caption: "A", functionName: "go" }, null]);
    expect(host.click("A")).toBe(7);
    const greedy = hostOf("SpreadsheetApp.getActiveSpreadsheet();");
    expect(() => greedy.run("go", [], "none")).toThrow("You do not have permission");
  });

  it("in a custom function are read-only", () => {
    const host = hostOf("return sheet.getRange(1, 1, 1, 1).getValues()[0][0];");
    expect(host.openFunctions().call("go", [])).toBe("");
    const writer = hostOf("sheet.getRange(1, 1, 1, 1).setValues([[1]]);");
    expect(() => writer.openFunctions().call("go", [])).toThrow(
      "You do not have permission to call Range.setValues",
    );
  });
});

describe("executions", () => {
  it("start with a fresh global scope", () => {
    const host = hostOf("", { code: codeOf("var n = 0;", "function go() { n += 1; return n; }") });
    expect([host.run("go"), host.run("go")]).toEqual([1, 1]);
  });

  it("release the lock at their end, and find it taken when another run has it", () => {
    const host = hostOf("return LockService.getDocumentLock().tryLock(10);");
    expect(host.run("go")).toBe(true);
    expect(host.isLocked).toBe(false);
    host.lockedElsewhere = true;
    expect(host.run("go")).toBe(false);
  });

  it("have no globals but those of Apps Script", () => {
    const absent = ["setTimeout", "fetch", "URL", "TextEncoder", "atob", "crypto", "performance", "process"];
    const more = ["structuredClone", "queueMicrotask", "require", "Buffer", "window"];
    expect(runBody(`return [${[...absent, ...more].map((name) => `typeof ${name}`)}].join()`)).toBe(
      [...absent, ...more].map(() => "undefined").join(),
    );
    expect(runBody("console.log('x'); return typeof BigInt + typeof Intl + typeof WebAssembly;")).toBe(
      "functionobjectobject",
    );
  });

  it("keep what was logged", () => {
    const host = hostOf("console.warn('a', 1);");
    host.run("go");
    expect(host.logs).toEqual([{ level: "warn", text: "a 1" }]);
  });

  it("answer dialogs from the queue", () => {
    const host = hostOf(`
      const ui = SpreadsheetApp.getUi();
      const answer = ui.prompt("Month", "Which?", ui.ButtonSet.OK_CANCEL);
      return (answer.getSelectedButton() === ui.Button.OK) + answer.getResponseText() + ui.Button.OK;`);
    host.answers.push({ button: "OK", text: "2026-10" });
    expect(host.run("go")).toBe("true2026-10OK");
    expect(host.dialogs).toEqual([
      { kind: "prompt", title: "Month", prompt: "Which?", buttons: "OK_CANCEL" },
    ]);
  });
});

describe("calls", () => {
  const write = "sheet.getRange(1, 1, 1, 1).setValues([[1]]); sheet.getRange(2, 1, 1, 1).setValues([[2]]);";

  it("are counted by name", () => {
    const host = hostOf(write);
    host.run("go");
    expect(host.calls).toMatchObject({ "Sheet.getRange": 2, "Range.setValues": 2 });
    expect(host.totalCalls).toBe(6);
    expect(host.countCalls(/^Range\./)).toBe(2);
  });

  it.each([
    ["before", 0],
    ["after", 1],
  ] as const)("can fail %s their effect", (when, rows) => {
    const host = hostOf(write);
    host.failAt(({ name }) => name === "Range.setValues", when);
    expect(() => host.run("go")).toThrow("Service Spreadsheets failed in Range.setValues");
    expect(host.book.sheets[0]?.lastRow()).toBe(rows);
  });

  it("fail once, or from then on", () => {
    const body = "let n = 0; for (let i = 0; i < 5; i++) try { ss.getName(); n++; } catch (e) {} return n;";
    const once = hostOf(body);
    once.failAt(4);
    expect(once.run("go")).toBe(4);
    const dead = hostOf(body);
    dead.failAt(4, "before", "dead");
    expect(dead.run("go")).toBe(1);
    dead.resetCalls();
    expect(dead.run("go")).toBe(5);
  });
});
