/** Selection, pages, data validation, protection and charts, as scripts see them. */
import { describe, expect, it } from "vitest";
import { Book } from "../../src/local/book.ts";
import { Code } from "../../src/local/code.ts";
import { readBook } from "../../src/local/xlsx-read.ts";
import { writeBook } from "../../src/local/xlsx-write.ts";
import { codeOf, hostOf, runBody } from "./fixture.ts";

describe("the selection", () => {
  it("is A1 until somebody selects, and follows activate", () => {
    const result = runBody(`
      const before = ss.getActiveRange().getA1Notation();
      const other = ss.insertSheet("other", 1);
      sheet.hideSheet();
      sheet.getRange(2, 3, 2, 2).activate();
      const range = ss.getActiveRange();
      return [before, range.getSheet() === ss.getActiveSheet(), range.getSheet().getName(), sheet.isSheetHidden(),
        range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns()].join();`);
    expect(result).toBe("A1,true,Sheet1,false,2,3,2,2");
  });

  it("cannot be moved by a custom function", () => {
    const host = hostOf("sheet.getRange(1, 1, 1, 1).activate();");
    expect(() => host.openFunctions().call("go", [])).toThrow("permission to call Range.activate");
  });
});

describe("pages", () => {
  const code = (body: string) => {
    const { text } = codeOf(`function go() { ${body} }`);
    return new Code(text, new Map([["Sidebar", "<p>side</p>"]]));
  };
  const page =
    'HtmlService.createHtmlOutputFromFile("Sidebar").setTitle("Rules").setWidth(420).setHeight(300)';

  it("are kept for whoever shows them", () => {
    const host = hostOf("", {
      code: code(
        `const ui = SpreadsheetApp.getUi(); ui.showSidebar(${page}); ui.showModalDialog(${page}, "Over");`,
      ),
    });
    host.run("go");
    const shared = { content: "<p>side</p>", width: 420, height: 300 };
    expect(host.pages).toEqual([
      { kind: "sidebar", title: "Rules", ...shared },
      { kind: "dialog", title: "Over", ...shared },
    ]);
  });

  it("need full rights, and a page", () => {
    const host = hostOf("", { code: code(`SpreadsheetApp.getUi().showSidebar(${page});`) });
    expect(() => host.run("go", [], "limited")).toThrow("permission to call Ui.showSidebar");
    const wrong = hostOf("SpreadsheetApp.getUi().showSidebar('<p>');");
    expect(() => wrong.run("go")).toThrow("don't match the method signature for Ui.showSidebar");
  });
});

describe("data validation", () => {
  const rule = (rest: string) => `SpreadsheetApp.newDataValidation()${rest}.build()`;

  it("is kept for each cell, copied, cleared, and written to a file", async () => {
    const host = hostOf(`
      const list = ${rule('.requireValueInList(["a", "b c"], true).setAllowInvalid(false).setHelpText("pick")')};
      const range = ${rule(".requireValueInRange(sheet.getRange(1, 8, 5, 1), true)")};
      sheet.getRange(2, 1, 999, 1).setDataValidation(list);
      sheet.getRange(2, 2, 3, 1).setDataValidation(range);
      sheet.getRange(3, 1, 1, 1).setDataValidation(null);
      sheet.getRange(2, 1, 1, 2).copyTo(sheet.getRange(2, 4, 1, 2));`);
    host.run("go");
    const bytes = await writeBook(host.book);
    for (const book of [host.book, await readBook(bytes, { name: "again" })]) {
      const at = (row: number, column: number) => book.sheets[0]?.validations.get(row, column);
      expect(at(2, 1)).toEqual({
        source: { type: "list", values: ["a", "b c"] },
        showDropdown: true,
        allowInvalid: false,
        help: "pick",
      });
      expect([at(1, 1), at(3, 1)]).toEqual([undefined, undefined]);
      expect(at(1000, 1)).toBe(at(2, 1));
      expect(at(4, 2)?.source).toEqual({ type: "range", reference: "Sheet1!$H$1:$H$5" });
      expect([at(2, 4)?.help, at(2, 5)?.allowInvalid]).toEqual(["pick", true]);
    }
    expect(await writeBook(host.book)).toEqual(bytes);
  });

  it.each([
    [".setHelpText('x')", "must have a condition"],
    [".requireValueInList([1], true)", "a list of texts"],
    [".requireValueInList(['a'])", "don't match the method signature"],
    [".requireDate()", "requireDate is not modelled"],
  ])("%s throws", (rest, message) => {
    expect(() => runBody(`return ${rule(rest)};`)).toThrow(message);
  });
});

describe("protection", () => {
  const lock = `const p = sheet.protect().setDescription("ours"); p.removeEditors(["b@example.com"]);`;

  it("restricts nobody before its editors change, and the owner never", () => {
    const host = hostOf(`sheet.protect(); ${lock}
      sheet.getRange(1, 1, 1, 1).setValues([["mine"]]);
      return [sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length, p.canEdit(), p.getDescription(),
        p.getEditors().map((user) => user.getEmail()).join()].join("|");`);
    expect(host.run("go")).toBe("1|true|ours|owner@example.com");
    const guest = { email: "b@example.com", isOwner: false };
    const write = "sheet.getRange(2, 2, 1, 1).setValues([[1]]);";
    expect(() => hostOf(write, { book: host.book, person: guest }).run("go")).toThrow("protected cell");
    expect(() => hostOf(`sheet.protect(); ${write}`, { person: guest }).run("go")).not.toThrow();
  });

  it("with a warning only stops nobody; free ranges and other cells stay free", () => {
    const host = hostOf(`${lock} p.setUnprotectedRanges([sheet.getRange(2, 2, 3, 1)]);`);
    host.run("go");
    const guest = { email: "b@example.com", isOwner: false };
    const write = (row: number, column: number, rows: number) =>
      hostOf(`sheet.getRange(${row}, ${column}, ${rows}, 1).setNotes(new Array(${rows}).fill(["n"]));`, {
        book: host.book,
        person: guest,
      });
    expect(() => write(2, 2, 3).run("go")).not.toThrow();
    expect(() => write(2, 2, 4).run("go")).toThrow("protected cell");
    hostOf("sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].setWarningOnly(true);", {
      book: host.book,
    }).run("go");
    expect(() => write(1, 1, 9).run("go")).not.toThrow();
  });

  it("of ranges stack, and are removed one by one", () => {
    const result = runBody(`
      const range = sheet.getRange(1, 1, 2, 2);
      const first = range.protect(); range.protect(); first.remove();
      const left = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length;
      try { first.remove(); } catch (error) { return left + error.message; }`);
    expect(result).toBe("1The protection was removed.");
  });
});

describe("charts", () => {
  const chart = `sheet.newChart().setChartType(Charts.ChartType.COLUMN).addRange(sheet.getRange(1, 1, 5, 2))
    .setNumHeaders(1).setPosition(7, 1, 0, 0).setOption("title", "Scores")`;

  it("are inserted with an id, found, and removed", () => {
    const result = runBody(`
      const built = ${chart}.build();
      sheet.insertChart(built); sheet.insertChart(built);
      const [first, second] = sheet.getCharts();
      sheet.removeChart(first);
      return [built.getChartId(), first.getChartId(), second.getChartId(), sheet.getCharts().length,
        second.getOptions().get("title"), second.getOptions().get("legend"), second.getRanges()[0].getA1Notation()].join("|");`);
    expect(result).toBe("|1|2|1|Scores||A1:B5");
  });

  it.each([
    ["sheet.newChart().build()", "needs a type"],
    ["sheet.newChart().setChartType('COLUMN')", "one of Charts.ChartType"],
    ["sheet.newChart().setChartType(Charts.ChartType.LINE).build()", "needs a range"],
    [`sheet.removeChart(${chart}.build())`, "not on this sheet"],
    [`sheet.insertChart(${chart}.setPosition(1001, 1, 0, 0).build())`, "out of bounds"],
    ["sheet.newChart().asLineChart()", "asLineChart is not modelled"],
    ["Charts.newDataTable()", "newDataTable is not modelled"],
  ])("%s throws", (body, message) => {
    expect(() => runBody(`${body};`)).toThrow(message);
  });
});

describe("rows and grid lines", () => {
  it("are kept and written to a file", async () => {
    const host = hostOf("sheet.setRowHeights(2, 3, 64); sheet.setHiddenGridlines(true);");
    host.run("go");
    const again = await readBook(await writeBook(host.book), { name: "again" });
    expect(host.book.sheets[0]?.rowHeights.get(4)).toBe(64);
    expect(again.sheets[0]?.hidesGridlines).toBe(true);
    expect(() => runBody("sheet.setRowHeights(1000, 2, 20);")).toThrow("out of bounds");
  });
});

it("a blank book has nothing of all this", () => {
  const [sheet] = Book.blank("test").sheets;
  expect([sheet?.validations.isEmpty(), sheet?.protections, sheet?.charts, sheet?.hidesGridlines]).toEqual([
    ...[true, [], [], false],
  ]);
});
