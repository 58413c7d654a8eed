import { describe, expect, it } from "vitest";
import { Cloud } from "../../src/local/cloud.ts";
import { bookOfResource } from "../../src/local/cloud-book.ts";

const HR = "hr@example.com";
const READER = "linwei@example.com";

/** A file with one tab of every field that a shared file has. */
function filledCloud(): Cloud {
  const cloud = new Cloud();
  const file = cloud.add(HR, { name: "Team scorecards" });
  const gridProperties = { rowCount: 6, columnCount: 3, frozenRowCount: 2, frozenColumnCount: 1 };
  const tabColorStyle = { rgbColor: { red: 1, green: 0.5333, blue: 0 } };
  const range = { sheetId: 7, startRowIndex: 0, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 3 };
  const userEnteredFormat = {
    numberFormat: { type: "NUMBER", pattern: "#,##0.00" },
    backgroundColorStyle: { rgbColor: { red: 0, green: 0, blue: 1 } },
    horizontalAlignment: "RIGHT",
    verticalAlignment: "MIDDLE",
    wrapStrategy: "WRAP",
    textFormat: { bold: true, fontSize: 14, foregroundColorStyle: { rgbColor: { red: 0.0667 } } },
  };
  const number = { userEnteredValue: { numberValue: 24047.51 }, userEnteredFormat, note: "5 × 3" };
  const text = {
    userEnteredValue: { stringValue: "=1+1" },
    userEnteredFormat: { numberFormat: { type: "TEXT" } },
  };
  file.content.apply([
    { addSheet: { properties: { sheetId: 7, title: "绩效 2026-10", tabColorStyle, gridProperties } } },
    { deleteSheet: { sheetId: 0 } },
    { updateCells: { range, fields: "*", rows: [{ values: [{}, number] }, { values: [text] }] } },
    {
      updateDimensionProperties: {
        range: { sheetId: 7, dimension: "COLUMNS", startIndex: 1, endIndex: 2 },
        ...{ properties: { pixelSize: 77 }, fields: "pixelSize" },
      },
    },
  ]);
  file.permissions = [...file.permissions, { id: "1", role: "reader", emailAddress: READER }];
  return cloud;
}

describe("a shared file as a book", () => {
  it("has its tabs, values, looks, notes and sizes", () => {
    const book = bookOfResource(filledCloud().view("file1", READER) ?? {});
    const [sheet, ...more] = book.sheets;
    expect([book.name, sheet?.name, more]).toEqual(["Team scorecards", "绩效 2026-10", []]);
    expect([sheet?.values.get(1, 2), sheet?.notes.get(1, 2), sheet?.values.get(1, 1)]).toEqual([
      ...[24047.51, "5 × 3", undefined],
    ]);
    expect(sheet?.styles.get(1, 2)).toEqual({
      ...{ numberFormat: "#,##0.00", background: "#0000ff", fontColor: "#110000", bold: true, fontSize: 14 },
      ...{ horizontal: "right", vertical: "middle", wrap: true },
    });
    expect([sheet?.values.get(2, 1), sheet?.formulas.get(2, 1), sheet?.styles.get(2, 1)]).toEqual([
      ...["=1+1", undefined, { numberFormat: "@" }],
    ]);
    expect([sheet?.frozenRows, sheet?.frozenColumns, sheet?.maxRows, sheet?.maxColumns]).toEqual([
      2, 1, 6, 3,
    ]);
    expect([sheet?.columnWidths.get(2), sheet?.tabColor]).toEqual([77, "#ff8800"]);
  });

  it("is seen by its readers and by its owner, and by nobody else", () => {
    const cloud = filledCloud();
    const seen = [READER, HR, "other@example.com"].map((email) => cloud.view("file1", email) !== null);
    expect(seen).toEqual([true, true, false]);
  });
});

describe("the cloud at one moment", () => {
  it("is plain data, from which another cloud becomes the same", () => {
    const cloud = filledCloud();
    cloud.uuids = 4;
    cloud.note("grant", "file1", READER);
    const other = new Cloud();
    other.restore(JSON.parse(JSON.stringify(cloud.capture())));
    expect(other.view("file1", READER)).toEqual(cloud.view("file1", READER));
    expect([other.capture(), other.uuids]).toEqual([cloud.capture(), 4]);
    expect(other.add(HR, {}).id).toBe("file2");
  });

  it("is given back whole after anything: new files, other readers, other cells, the trash", () => {
    const cloud = filledCloud();
    const before = JSON.stringify(cloud.capture());
    const state = cloud.capture();
    const [file] = cloud.files.values();
    if (!file) throw new Error("there is a file");
    cloud.add(HR, { name: "second" });
    file.permissions = [];
    Object.assign(file.meta, { trashed: true });
    file.content.apply([{ updateSpreadsheetProperties: { properties: { title: "x" }, fields: "title" } }]);
    cloud.note("trash", file.id, HR);
    cloud.restore(state);
    expect(JSON.stringify(cloud.capture())).toBe(before);
  });
});
