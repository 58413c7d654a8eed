import { describe, expect, it } from "vitest";
import { CloudSheets } from "../../src/local/cloud-sheets.ts";
import type { TabDescription } from "../../src/report/tab";
import { number, TabRows, text } from "../../src/report/tab";
import type { SharedFile } from "../../src/share/content";
import { buildRequests, inBatches } from "../../src/share/requests";
import { presentFile } from "../../src/share/resource";
import { walkRequests, walkSpreadsheet } from "../../src/share/walk";

const NO_SECRETS = { holdsSecret: () => false, isSecretNumber: () => false, isOwnWord: () => false };

function tab(name: string, cells: readonly (string | number)[][]): TabDescription {
  const rows = new TabRows(3);
  for (const row of cells) {
    rows.add(row.map((cell) => (typeof cell === "number" ? number(cell, { format: "0.00" }) : text(cell))));
  }
  return {
    name,
    stamps: [],
    kind: "scorecard",
    rows: rows.rows,
    columnCount: 3,
    widths: [{ column: 1, count: 3, width: 90 }],
    frozenRows: 1,
    frozenColumns: 0,
    borders: [],
    conditional: [],
    owned: null,
    typedSums: [],
    kept: null,
    tabColor: null,
  };
}

function file(...tabs: TabDescription[]): SharedFile {
  return { title: "Team", locale: "en_US", timeZone: "Asia/Shanghai", tabs };
}

function written(
  described: SharedFile,
  sheets = new CloudSheets("f", "Untitled"),
  limit?: number,
): CloudSheets {
  const requests = buildRequests(described, presentFile(sheets.resource(true)));
  expect(walkRequests(requests, NO_SECRETS)).toEqual([]);
  for (const batch of inBatches(requests, limit)) sheets.apply(batch);
  return sheets;
}

const RISKY = [
  "=1+1",
  "+1",
  "-1",
  "@x",
  "\t=1",
  '=HYPERLINK("x")',
  "'quoted",
  "01234",
  "__proto__",
  "10/1/2026",
];

describe("requests", () => {
  it("keep every text literal, whatever it begins with", () => {
    const described = file(
      tab(
        "a",
        RISKY.map((cell) => [cell]),
      ),
    );
    const resource = written(described).resource(true) as {
      sheets: {
        data: {
          rowData: { values: { userEnteredValue: object; userEnteredFormat: { numberFormat: object } }[] }[];
        }[];
      }[];
    };
    const cells = resource.sheets[0]?.data[0]?.rowData.slice(0, RISKY.length).map(({ values }) => values[0]);
    expect(cells?.map((cell) => cell?.userEnteredValue)).toEqual(
      RISKY.map((stringValue) => ({ stringValue })),
    );
    expect(
      cells?.every((cell) => JSON.stringify(cell?.userEnteredFormat.numberFormat) === '{"type":"TEXT"}'),
    ).toBe(true);
  });

  it("are the same bytes for the same file", () => {
    const described = file(tab("a", [["x", 1]]), tab("b", [["y"]]));
    const requests = () => JSON.stringify(buildRequests(described, { sheets: [], namedRanges: [] }));
    expect(requests()).toBe(requests());
  });

  it("leave nothing of a longer and wider month", () => {
    const sheets = written(
      file(
        tab(
          "a",
          Array.from({ length: 60 }, (_, n) => [`old ${n}`, n]),
        ),
        tab("b", [["old"]]),
        tab("c", [["old"]]),
      ),
    );
    const described = file(tab("a", [["new"]]), tab("b", [["new", 2]]));
    written(described, sheets);
    expect(walkSpreadsheet(sheets.resource(true), described, NO_SECRETS)).toEqual([]);
    expect(JSON.stringify(sheets.resource(true))).not.toContain("old");
  });

  it("refuse formulas", () => {
    const one = tab("a", [["x"]]);
    const live = { kind: "live" as const, value: "=1", style: {} };
    expect(() =>
      buildRequests(file({ ...one, rows: [[live, null, null]] }), { sheets: [], namedRanges: [] }),
    ).toThrow();
  });

  it.each([300, 1000, 5000, 1_000_000])("come to the same file in batches of %i signs", (limit) => {
    const described = file(
      tab(
        "a",
        Array.from({ length: 50 }, (_, n) => [`row ${n}`, n]),
      ),
      tab("b", [["y"]]),
    );
    const sheets = written(described, undefined, limit);
    expect(walkSpreadsheet(sheets.resource(true), described, NO_SECRETS)).toEqual([]);
    expect(sheets.history.length > 1).toBe(limit < 20_000);
  });
});

describe("the model of Sheets", () => {
  it("applies a batch whole or not at all", () => {
    const sheets = new CloudSheets("f", "x");
    const before = JSON.stringify(sheets.resource(true));
    const requests = [
      {
        addSheet: { properties: { sheetId: 5, title: "a", gridProperties: { rowCount: 1, columnCount: 1 } } },
      },
    ];
    expect(() => sheets.apply([...requests, { deleteSheet: { sheetId: 99 } }])).toThrow(/No grid with id/);
    expect(JSON.stringify(sheets.resource(true))).toBe(before);
  });

  it.each<[string, object, RegExp]>([
    ["an unknown request", { addChart: {} }, /not modelled/],
    [
      "a second sheet of one id",
      {
        addSheet: { properties: { sheetId: 0, title: "b", gridProperties: { rowCount: 1, columnCount: 1 } } },
      },
      /taken/,
    ],
    [
      "a second sheet of one name",
      {
        addSheet: {
          properties: { sheetId: 1, title: "sheet1", gridProperties: { rowCount: 1, columnCount: 1 } },
        },
      },
      /already exists/,
    ],
    ["the last sheet's end", { deleteSheet: { sheetId: 0 } }, /all the sheets/],
    [
      "cells outside the grid",
      {
        updateCells: {
          range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1001, startColumnIndex: 0, endColumnIndex: 1 },
          fields: "*",
          rows: [],
        },
      },
      /outside/,
    ],
  ])("refuses %s", (_, request, message) => {
    expect(() => new CloudSheets("f", "x").apply([request])).toThrow(message);
  });
});
