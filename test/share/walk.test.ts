/** One leak planted in each channel of SHARING section 2: each must be found. */
import { describe, expect, it } from "vitest";
import { buildRequests, type SheetsRequest } from "../../src/share/requests";
import { presentFile } from "../../src/share/resource";
import { runShares } from "../../src/share/share";
import { walkPermissions, walkRecord, walkRequests, walkSpreadsheet } from "../../src/share/walk";
import { compute, deskOf, planOf, tasksOf } from "./bench";
import { readersOf } from "./harness";
import { shop } from "./world";

// biome-ignore lint/suspicious/noExplicitAny: planting reaches anywhere into JSON
type Any = any;

const MIA = "mia@shop.example";
const world = compute(shop());
const desk = deskOf();
const plan = planOf(world);
const tasks = tasksOf(world, plan);
runShares(desk.tools, tasks, plan.leaving);
const task = tasks.find(({ share }) => share.email === MIA) ?? expect.fail("no task for Mia");
const shared =
  [...desk.seat.cloud.files.values()].find((file) => readersOf(file).includes(MIA)) ?? expect.fail("no file");
const resource = shared.content.resource(true);

const cellOf = (file: Any) => file.sheets[0].data[0].rowData[5].values[1];

/** Everything that the read-back walk must find, by channel. */
const PLANTED: readonly [channel: string, plant: (file: Any) => void][] = [
  ["formula", (file) => (cellOf(file).userEnteredValue = { formulaValue: '=IMPORTRANGE("x","A1")' })],
  [
    "formula that shows the right text",
    (file) => (cellOf(file).userEnteredValue = { formulaValue: '="Anna"' }),
  ],
  ["another value", (file) => (cellOf(file).userEnteredValue = { stringValue: "Bert" })],
  ["shown text", (file) => (cellOf(file).formattedValue = "Bert")],
  ["value in force", (file) => (cellOf(file).effectiveValue = { stringValue: "acc-Bert" })],
  ["error value", (file) => (cellOf(file).effectiveValue = { errorValue: { message: "Bert" } })],
  ["note", (file) => (cellOf(file).note = "ask me")],
  ["note of an empty cell", (file) => (file.sheets[0].data[0].rowData[2].values = [{ note: "ask me" }])],
  [
    "cell beyond the content",
    (file) => file.sheets[1].data[0].rowData.push({ values: [{ userEnteredValue: { numberValue: 1 } }] }),
  ],
  ["validation", (file) => (cellOf(file).dataValidation = { condition: { type: "ONE_OF_LIST" } })],
  ["chip", (file) => (cellOf(file).chipRuns = [{ chip: { personProperties: { email: "x" } } }])],
  [
    "link of a run",
    (file) => (cellOf(file).textFormatRuns = [{ format: { link: { uri: "https://x.example" } } }]),
  ],
  ["hyperlink", (file) => (cellOf(file).hyperlink = "https://x.example")],
  [
    "link of a format",
    (file) => (cellOf(file).userEnteredFormat.textFormat.link = { uri: "https://x.example" }),
  ],
  ["pivot table", (file) => (cellOf(file).pivotTable = { source: {} })],
  ["data source table", (file) => (cellOf(file).dataSourceTable = {})],
  [
    "number format with a word",
    (file) => (cellOf(file).userEnteredFormat.numberFormat = { type: "NUMBER", pattern: '0.00"Bert"' }),
  ],
  ["hidden sheet", (file) => (file.sheets[1].properties.hidden = true)],
  ["one sheet more", (file) => file.sheets.push(structuredClone(file.sheets[1]))],
  ["one sheet less", (file) => file.sheets.pop()],
  ["sheet title", (file) => (file.sheets[0].properties.title = "Scorecard of Bert")],
  ["sheet type", (file) => (file.sheets[0].properties.sheetType = "DATA_SOURCE")],
  ["grid size", (file) => (file.sheets[0].properties.gridProperties.rowCount = 5000)],
  ["hidden row", (file) => (file.sheets[0].data[0].rowMetadata[3].hiddenByUser = true)],
  ["hidden column", (file) => (file.sheets[0].data[0].columnMetadata[3].hiddenByUser = true)],
  ["filtered row", (file) => (file.sheets[0].data[0].rowMetadata[3].hiddenByFilter = true)],
  ["row group", (file) => (file.sheets[0].rowGroups = [{ depth: 1, collapsed: true }])],
  ["column group", (file) => (file.sheets[0].columnGroups = [{ depth: 1 }])],
  ["named range", (file) => (file.namedRanges = [{ name: "Bert" }])],
  ["table", (file) => (file.sheets[0].tables = [{ name: "Bert" }])],
  ["protected range", (file) => (file.sheets[0].protectedRanges = [{ description: "Bert", editors: {} }])],
  ["banding", (file) => (file.sheets[0].bandedRanges = [{ bandedRangeId: 1 }])],
  ["basic filter", (file) => (file.sheets[0].basicFilter = { criteria: { 0: { hiddenValues: ["Bert"] } } })],
  ["filter view", (file) => (file.sheets[0].filterViews = [{ title: "Bert" }])],
  ["slicer", (file) => (file.sheets[0].slicers = [{ spec: { title: "Bert" } }])],
  ["chart", (file) => (file.sheets[0].charts = [{ spec: { title: "Bert", altText: "" } }])],
  ["conditional format", (file) => (file.sheets[0].conditionalFormats = [{ booleanRule: {} }])],
  ["merge", (file) => (file.sheets[0].merges = [{}])],
  ["metadata of the file", (file) => (file.developerMetadata = [{ metadataKey: "Bert" }])],
  ["metadata of a sheet", (file) => (file.sheets[0].developerMetadata = [{ metadataKey: "Bert" }])],
  ["metadata of a row", (file) => (file.sheets[0].data[0].rowMetadata[0].developerMetadata = [{}])],
  ["data source", (file) => (file.dataSources = [{}])],
  ["data source schedule", (file) => (file.dataSourceSchedules = [{}])],
  ["a field of tomorrow", (file) => (file.properties.summary = "Bert")],
  ["file title", (file) => (file.properties.title = "Beta")],
  ["network functions allowed", (file) => (file.properties.importFunctionsExternalUrlAccessAllowed = true)],
  ["a locale with words", (file) => (file.properties.locale = "of Bert")],
];

describe("the walk over the file that was read back", () => {
  it("finds nothing in a clean file", () => {
    expect(walkSpreadsheet(resource, task.file, task.secrets)).toEqual([]);
  });

  it.each(PLANTED)("finds a planted %s", (_, plant) => {
    const copy = structuredClone(resource);
    plant(copy);
    expect(walkSpreadsheet(copy, task.file, task.secrets)).not.toEqual([]);
  });
});

const requests = buildRequests(task.file, presentFile(resource));
const cellsOf = (all: Any) => all.find((one: Any) => one.updateCells).updateCells;

const IN_REQUESTS: readonly [channel: string, plant: (all: Any) => void, kind: string][] = [
  [
    "colleague",
    (all) => (cellsOf(all).rows[5].values[1].userEnteredValue.stringValue = "behind Bert"),
    "secret",
  ],
  ["account", (all) => (cellsOf(all).rows[5].values[1].note = "from ACC-bibi"), "secret"],
  ["other team", (all) => (cellsOf(all).rows[5].values[1].note = "Beta is better"), "secret"],
  ["other manager", (all) => (cellsOf(all).rows[5].values[1].note = "ask Noah"), "secret"],
  ["pasted tab", (all) => (cellsOf(all).rows[5].values[1].note = "in Raw export"), "secret"],
  ["cell of a tab", (all) => (cellsOf(all).rows[5].values[1].note = "see Deals!C14"), "reference"],
  ["address", (all) => (cellsOf(all).rows[5].values[1].note = "x@y.example"), "address"],
  [
    "pay as a number",
    (all) => (cellsOf(all).rows[5].values[4] = { userEnteredValue: { numberValue: 2345.67 } }),
    "secret",
  ],
  ["pay in words", (all) => (cellsOf(all).rows[5].values[1].note = "2,345.67 a month"), "secret"],
  ["formula", (all) => (cellsOf(all).rows[5].values[1].userEnteredValue = { formulaValue: "=1" }), "formula"],
  [
    "hidden sheet",
    (all) =>
      (all.find((one: Any) => one.updateSheetProperties).updateSheetProperties.properties.hidden = true),
    "hidden",
  ],
  [
    "hidden rows",
    (all) =>
      (all.find(
        (one: Any) => one.updateDimensionProperties,
      ).updateDimensionProperties.properties.hiddenByUser = true),
    "hidden",
  ],
  ["part of the fields", (all) => (cellsOf(all).fields = "userEnteredValue"), "unknown-field"],
  ["other request", (all) => all.push({ addNamedRange: { namedRange: { name: "x" } } }), "unknown-field"],
  ["two requests in one", (all) => (all[0].addSheet = {}), "unknown-field"],
  ["metadata", (all) => all.push({ createDeveloperMetadata: {} }), "unknown-field"],
  ["validation", (all) => (cellsOf(all).rows[5].values[1].dataValidation = {}), "unknown-field"],
  [
    "file title",
    (all) => (all[0].updateSpreadsheetProperties.properties.title = "Bert and others"),
    "secret",
  ],
];

describe("the walk over a request", () => {
  it("finds nothing in what is sent", () => {
    expect(walkRequests(requests, task.secrets)).toEqual([]);
  });

  it.each(IN_REQUESTS)("finds a planted %s", (_, plant, kind) => {
    const copy = structuredClone(requests) as SheetsRequest[];
    plant(copy);
    expect(walkRequests(copy, task.secrets).map((leak) => leak.kind)).toContain(kind);
  });

  it.each(["Annabert", "Bertram and Anna", "Betamax", "Anna"])("takes %j for no other name", (text) => {
    const copy = structuredClone(requests) as Any;
    cellsOf(copy).rows[5].values[1].note = text;
    expect(walkRequests(copy, task.secrets)).toEqual([]);
  });
});

describe("the walk over Drive's record", () => {
  const wanted = { id: shared.id, title: task.file.title, key: "k", source: "book-1" };
  const record = {
    id: shared.id,
    name: task.file.title,
    mimeType: "application/vnd.google-apps.spreadsheet",
    appProperties: { key: "k", src: "book-1" },
    trashed: false,
    ownedByMe: true,
    copyRequiresWriterPermission: true,
    writersCanShare: false,
  };

  it("finds nothing in a clean one", () => {
    expect(walkRecord(record, wanted)).toEqual([]);
  });

  it.each<[string, object]>([
    ["name", { name: "Scorecards of Beta" }],
    ["description", { description: "Bert" }],
    ["public property", { properties: { team: "Beta" } }],
    ["app property", { appProperties: { key: "k", src: "book-1", people: "Bert" } }],
    ["other workbook", { appProperties: { key: "k", src: "book-2" } }],
    ["shared drive", { driveId: "d" }],
    ["copying allowed", { copyRequiresWriterPermission: false }],
    ["writers who share", { writersCanShare: true }],
    ["other owner", { ownedByMe: false }],
    ["thumbnail", { thumbnailLink: "https://x.example" }],
    ["trash", { trashed: true }],
  ])("finds a planted %s", (_, more) => {
    expect(walkRecord({ ...record, ...more }, wanted)).not.toEqual([]);
  });
});

describe("the walk over permissions", () => {
  const owner = { id: "1", type: "user", role: "owner", emailAddress: "hr@shop.example" };
  const reader = { id: "2", type: "user", role: "reader", emailAddress: "Mia@shop.example" };
  const walk = (list: readonly object[], email: string | null = MIA) =>
    walkPermissions(list, "hr@shop.example", email).length;

  it("wants exactly the owner and the reader", () => {
    expect([walk([owner, reader]), walk([owner], null)]).toEqual([0, 0]);
  });

  it.each<[string, readonly object[], string | null]>([
    ["anyone", [owner, reader, { type: "anyone", role: "reader" }], MIA],
    ["domain", [owner, reader, { type: "domain", role: "reader", domain: "shop.example" }], MIA],
    ["group", [owner, { ...reader, type: "group" }], MIA],
    ["writer", [owner, { ...reader, role: "writer" }], MIA],
    ["commenter", [owner, { ...reader, role: "commenter" }], MIA],
    ["other reader", [owner, { ...reader, emailAddress: "noah@shop.example" }], MIA],
    ["two readers", [owner, reader, { ...reader, emailAddress: "noah@shop.example" }], MIA],
    ["reader too early", [owner, reader], null],
    ["reader missing", [owner], MIA],
    ["deleted reader", [owner, { ...reader, deleted: true }], MIA],
    ["second owner", [owner, { ...owner, emailAddress: "eve@shop.example" }], MIA],
    ["owner to be", [{ ...owner, pendingOwner: true }, reader], MIA],
  ])("finds %s", (_, list, email) => {
    expect(walk(list, email)).toBeGreaterThan(0);
  });
});
