import ExcelJS from "exceljs";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { Book } from "../../src/local/book.ts";
import { addText, decodeText, parseRows } from "../../src/local/csv.ts";
import { serialOf } from "../../src/local/serial.ts";
import { fillWorkbook, xlsxNames } from "../../src/local/xlsx-fill.ts";
import { readBook } from "../../src/local/xlsx-read.ts";
import { writeBook } from "../../src/local/xlsx-write.ts";

const row = (book: Book, tab: string, number: number, columns: number) =>
  Array.from({ length: columns }, (_, index) => book.findSheet(tab)?.values.get(number, index + 1));

describe("text files", () => {
  it.each(["utf8", "utf16le", "utf16be", "gb18030"])("are read from %s", (encoding) => {
    const bytes = iconv.encode("姓名,销售额\n张三,1", encoding, { addBOM: encoding.startsWith("utf16") });
    expect(decodeText(bytes)).toBe("姓名,销售额\n张三,1");
  });

  it("lose their mark and are split at tabs, commas or semicolons", () => {
    expect(parseRows('\uFEFFa,b\n"x, y","q""q"\n')).toEqual([
      ["a", "b"],
      ["x, y", 'q"q'],
    ]);
    expect(parseRows("a\tb\r\n1,5\t2")).toEqual([
      ["a", "b"],
      ["1,5", "2"],
    ]);
    expect(parseRows("a;b\n1,5;2,5")).toEqual([
      ["a", "b"],
      ["1,5", "2,5"],
    ]);
  });

  it("refuse bytes that are no text", () => {
    expect(() => decodeText(Buffer.from([0x80, 0xff, 0x00, 0x81, 0x00, 0xff, 0xfe, 0x00]))).toThrow(
      "neither",
    );
  });

  it.each<[string, unknown]>([
    ["12", 12],
    ["-1.5", -1.5],
    ["0", 0],
    ["007", "007"],
    ["1.50", "1.50"],
    ["1e5", "1e5"],
    ["12345678901234567890", "12345678901234567890"],
    ["46.12%", "46.12%"],
    ["1,234", "1,234"],
    ["3/1/2017", "3/1/2017"],
    ["1:02:03", "1:02:03"],
    ["=1+1", "=1+1"],
    ["TRUE", "TRUE"],
    [" x ", " x "],
    ["2026-02-30", "2026-02-30"],
    ["2026-10-01", serialOf({ year: 2026, month: 10, day: 1, hour: 0, minute: 0, second: 0 })],
    ["2026/10/01 12:00:00", serialOf({ year: 2026, month: 10, day: 1, hour: 12, minute: 0, second: 0 })],
  ])("keep %s unless a value says the same", (text, value) => {
    const book = new Book("b");
    addText(book, "raw", `"${text}"\tx`);
    expect(book.findSheet("raw")?.values.get(1, 1)).toBe(value);
  });

  it("become tabs of free names", () => {
    const book = new Book("b");
    addText(book, "raw", "a,b");
    addText(book, "raw", "a,b");
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(["raw", "raw (2)"]);
  });
});

/** A book with one of everything. */
function fullBook(): Book {
  const book = new Book("full");
  const sheet = book.addSheet("Ünï 工资 2026-10");
  const look = {
    background: "#ffeecc",
    bold: true,
    fontColor: "#112233",
    fontSize: 14,
    horizontal: "center",
    wrap: true,
    top: { style: "thin", color: "#000000" },
  } as const;
  sheet.values.set(1, 1, "text");
  sheet.values.set(1, 2, 1.5);
  sheet.values.set(1, 3, true);
  sheet.values.set(1, 4, 46296.5);
  sheet.styles.set(1, 4, book.restyle(undefined, { numberFormat: "yyyy-mm-dd hh:mm" }));
  sheet.values.set(1, 5, "=not a formula");
  sheet.styles.set(1, 5, book.restyle(undefined, { numberFormat: "@" }));
  sheet.formulas.set(2, 1, "=SUM(B1:B1)");
  sheet.values.set(2, 1, 1.5);
  sheet.formulas.set(2, 2, '=IFS(B1>1,"<&>")');
  sheet.values.set(2, 2, "<&>");
  sheet.styles.set(3, 3, book.restyle(undefined, look));
  sheet.notes.set(1, 1, "注 note\nsecond line");
  sheet.columnWidths.set(2, 222);
  sheet.frozenRows = 1;
  sheet.frozenColumns = 2;
  sheet.tabColor = "#00ff00";
  sheet.conditionalFormats = [
    { ranges: ["A1:B5", "D1:D5"], condition: { type: "contains", text: "x" }, background: "#ff0000" },
    { ranges: ["C1:C5"], condition: { type: "atLeast", value: 5 }, bold: true },
  ];
  book.addSheet("Hidden").hidden = true;
  return book;
}

describe("workbooks", () => {
  it("keep everything through a file", async () => {
    const before = fullBook();
    const after = await readBook(await writeBook(before), { name: "full" });
    const [from, to] = [before.sheets[0], after.sheets[0]];
    expect(after.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["Ünï 工资 2026-10", false],
      ["Hidden", true],
    ]);
    for (const layer of ["values", "formulas", "styles", "notes"] as const) {
      from?.[layer].each((value, r, c) => expect(to?.[layer].get(r, c), `${layer} ${r} ${c}`).toEqual(value));
    }
    expect([to?.frozenRows, to?.frozenColumns, to?.tabColor, to?.columnWidths.get(2)]).toEqual([
      1,
      2,
      "#00ff00",
      222,
    ]);
    expect(to?.conditionalFormats.map(({ ranges }) => ranges)).toEqual([["A1:B5", "D1:D5"], ["C1:C5"]]);
  });

  it("give the same bytes for the same book, also after a reading", async () => {
    const first = await writeBook(fullBook());
    expect((await writeBook(fullBook())).equals(first)).toBe(true);
    const again = await readBook(first, { name: "full" });
    expect((await writeBook(again)).equals(first)).toBe(true);
  });

  it("are read with errors, rich text, links, merged and shared cells as Sheets shows them", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("s");
    sheet.getCell("A1").value = { error: "#N/A" };
    sheet.getCell("B1").value = { richText: [{ text: "a" }, { text: "b", font: { bold: true } }] };
    sheet.getCell("C1").value = { text: "link", hyperlink: "https://example.com" };
    sheet.getCell("D1").value = new Date(Date.UTC(2026, 9, 1));
    sheet.getCell("D1").numFmt = "yyyy-mm-dd";
    sheet.getCell("E1").value = 0.00165;
    sheet.getCell("E1").numFmt = "h:mm:ss";
    sheet.mergeCells("A2:C2");
    sheet.getCell("A2").value = "merged";
    sheet.fillFormula("A3:B3", "A1+1", [1, 2]);
    sheet.getCell("C3").value = { formula: "1/0", result: { error: "#DIV/0!" } } as ExcelJS.CellValue;
    sheet.getCell("D3").value = { formula: 'IFERROR(__xludf.DUMMYFUNCTION("AOV(A1,""x"")"),5)', result: 5 };
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    const book = await readBook(bytes, { name: "b" });
    expect(row(book, "s", 1, 5)).toEqual(["#N/A", "ab", "link", 46296, 0.00165]);
    expect(row(book, "s", 2, 3)).toEqual(["merged", undefined, undefined]);
    const formulas = book.findSheet("s")?.formulas;
    expect([1, 2, 3, 4].map((c) => formulas?.get(3, c))).toEqual(["=A1+1", "=B1+1", "=1/0", '=AOV(A1,"x")']);
    expect(row(book, "s", 3, 4)).toEqual([1, 2, "#DIV/0!", 5]);
  });

  it("get names that Excel takes", () => {
    expect(xlsxNames(["a/b", "x".repeat(40), `${"x".repeat(40)}y`, "A_B"])).toEqual([
      "a_b",
      "x".repeat(31),
      `${"x".repeat(27)} (2)`,
      "A_B (2)",
    ]);
  });

  it("may have very many rows", async () => {
    const book = new Book("long");
    const lines = Array.from({ length: 20_000 }, (_, index) => `${index},name ${index},2026-10-01`);
    addText(book, "raw", lines.join("\n"));
    const back = await readBook(await writeBook(book), { name: "long" });
    expect(row(back, "raw", 20_000, 3)).toEqual([19_999, "name 19999", 46296]);
  });
});

describe("pages of a workbook that is printed", () => {
  it("leave a table with frozen rows the room beside it, and slips their usual margins", () => {
    const book = new Book("print", "Asia/Shanghai", "en_US");
    const [table, slips] = [book.addSheet("Payroll"), book.addSheet("Payslips")];
    table.values.set(1, 1, "Payroll 2026-10");
    table.frozenRows = 4;
    for (let row = 1; row <= 30; row++) slips.values.set(row, 1, row % 6 === 0 ? "✂ - - cut" : `row ${row}`);
    const file = new ExcelJS.Workbook();
    fillWorkbook(file, book);
    const [wide, strips] = file.worksheets;
    // A4 is 11.69 inches wide: 11.19 of them hold 1,074 pixels at full size, more than Payroll's 980.
    expect(wide?.pageSetup.margins).toMatchObject({ left: 0.25, right: 0.25 });
    expect(strips?.pageSetup.margins).not.toMatchObject({ left: 0.25 });
  });

  const breaksOf = (column: readonly string[]) => {
    const book = new Book("print", "Asia/Shanghai", "en_US");
    const sheet = book.addSheet("Print");
    column.forEach((text, index) => {
      sheet.values.set(index + 1, 1, text);
    });
    const file = new ExcelJS.Workbook();
    fillWorkbook(file, book);
    const [printed] = file.worksheets;
    return {
      ends: printed?.model.rowBreaks.map(({ id }) => id),
      orientation: printed?.pageSetup.orientation,
    };
  };

  it.each([6, 10, 15])("strips of %d rows are not cut by a page's end", (height) => {
    const strips = Array.from({ length: 65 }, (_, index) =>
      (index + 1) % height === 0 ? "✂ - - cut" : `row ${index}`,
    );
    expect(breaksOf(strips)).toEqual({ ends: [30, 60], orientation: "landscape" });
  });

  it("a title that comes again begins a page", () => {
    expect(breaksOf(["Statement", "Ann", "1", "Statement", "Ben"])).toEqual({
      ends: [3],
      orientation: "portrait",
    });
  });

  it("other tabs end where the paper does", () => {
    expect(breaksOf(Array.from({ length: 65 }, (_, index) => `row ${index}`)).ends).toEqual([]);
  });
});
