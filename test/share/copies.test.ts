/** A copied workbook: its tab `Shares` names the files of the original, and nothing of those is touched. */
import { expect, it } from "vitest";
import type { CloudFile } from "../../src/local/cloud.ts";
import { readBook } from "../../src/local/xlsx-read.ts";
import { writeBook } from "../../src/local/xlsx-write.ts";
import type { ShareChoice } from "../../src/share/plan";
import { share, withPay } from "./harness";
import { retype, type Seat, seatOf, shop, sit, type Team } from "./world";

const MIA = "mia@shop.example";
const NOAH = "noah@shop.example";
const [alpha, beta] = shop() as [Team, Team];
const SHARED = [withPay(MIA), withPay(NOAH)];

/** The workbook downloaded and uploaded again, which gives it another id; the cloud is the same. */
async function copyOf({ book, cloud }: Seat): Promise<Seat> {
  return sit(await readBook(await writeBook(book), { name: "copy" }), cloud, "hr@shop.example", "book-2");
}

function filesOf({ cloud }: Seat, source: string): CloudFile[] {
  return [...cloud.files.values()].filter(({ meta }) => JSON.stringify(meta).includes(`"src":"${source}"`));
}

/** Name, mark and trash, who may read, and every content that the files of the original ever had. */
function stateOf(seat: Seat): string {
  return JSON.stringify(
    filesOf(seat, "book-1").map(({ meta, permissions, content }) => [meta, permissions, content.history]),
  );
}

const ROWS: readonly [change: string, teams: readonly Team[], choices: readonly ShareChoice[]][] = [
  ["nothing is changed", [alpha, beta], SHARED],
  ["pay is unticked", [alpha, beta], [withPay(MIA, false), withPay(NOAH, false)]],
  ["a manager changes", [alpha, { ...beta, manager: "Nina", email: "nina@shop.example" }], SHARED],
  ["a reader has nobody any more", [alpha], SHARED],
  ["somebody leaves a team", [{ ...alpha, agents: alpha.agents.slice(1) }, beta], SHARED],
  ["the files are given up", [alpha, beta], SHARED.map((one) => ({ ...one, again: true }))],
  ["a leaver's file is given up", [alpha], SHARED.map((one) => ({ ...one, again: true }))],
];

it.each(ROWS)("leaves the original's files as they are where in the copy %s", async (_, teams, choices) => {
  const seat = seatOf([alpha, beta]);
  share(seat, SHARED);
  const before = stateOf(seat);
  const copy = await copyOf(seat);
  retype(copy, teams);
  const codes = share(copy, choices).files.map(({ email, code }) => [email, code]);
  expect(codes).toContainEqual([MIA, "share.copied"]);
  expect(codes).toContainEqual([NOAH, "share.copied"]);
  // Again: what the copy wrote down of its first try takes nothing either.
  share(copy, choices);
  expect(stateOf(seat)).toBe(before);
  expect(share(seat, SHARED).files.map(({ code }) => code)).toEqual(["share.unchanged", "share.unchanged"]);
  expect(stateOf(seat)).toBe(before);
});

it("nor takes back one whose address was never written down", async () => {
  const seat = seatOf([alpha, beta]);
  share(seat, SHARED);
  const before = stateOf(seat);
  const copy = await copyOf(seat);
  // The rows of a run that died: Noah's file is known by its key alone.
  const tab = copy.book.sheets.find(({ name }) => name === "Shares") ?? expect.fail("no Shares");
  for (let row = 2; row <= 20; row++) tab.values.set(row, 5, undefined);
  retype(copy, [alpha]);
  expect(share(copy).files.map(({ email, code }) => [email, code])).toContainEqual([NOAH, "share.copied"]);
  expect(stateOf(seat)).toBe(before);
});

it("and gets files of its own once its rows of Shares are gone", async () => {
  const seat = seatOf([alpha, beta]);
  share(seat, SHARED);
  const before = stateOf(seat);
  const copy = await copyOf(seat);
  const { sheets } = copy.book;
  sheets.splice(
    sheets.findIndex(({ name }) => name === "Shares"),
    1,
  );
  expect(share(copy).files.map(({ code }) => code)).toEqual(["share.shared", "share.shared"]);
  expect(filesOf(copy, "book-2")).toHaveLength(2);
  expect(stateOf(seat)).toBe(before);
});
