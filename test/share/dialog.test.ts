/** The menu's dialogs for sharing, as HR answers them. */
import { describe, expect, it } from "vitest";
import { answerRequest } from "../../src/commands";
import { askAndShare } from "../../src/share-dialog";
import { SHARE_MESSAGES } from "../../src/text/messages/share";
import { fileOf, grantedFiles, readersOf, standing } from "./harness";
import { retype, type Seat, seatOf, shop, sit, type Team } from "./world";

const MIA = "mia@shop.example";
/** Nobody but the managers has an address, so that nobody is offered a file of their own. */
const [alpha, beta] = shop().map(
  (team): Team => ({ ...team, agents: team.agents.map((one) => ({ ...one, email: "" })) }),
) as [Team, Team, Team];

/** Opens the menu's entry with these answers; gives what every dialog said, in order. */
function ask(seat: Seat, ...answers: readonly (string | { readonly text: string })[]): string[] {
  const queue = [...answers];
  const first = seat.world.dialogs.length;
  Object.assign(seat.world, {
    answer: () => {
      const next = queue.shift() ?? expect.fail("one dialog more than was expected");
      return typeof next === "string" ? { button: next } : { button: "OK", text: next.text };
    },
  });
  askAndShare(seat.services);
  expect(queue).toEqual([]);
  return seat.world.dialogs.slice(first).map(({ prompt }) => prompt);
}

/** A request of the sidebar. */
function request(seat: Seat, fields: object): object {
  return JSON.parse(answerRequest(seat.services, JSON.stringify(fields))) as object;
}

function readers(seat: Seat): string[] {
  return grantedFiles(seat).flatMap(readersOf).sort();
}

describe("sharing from the menu", () => {
  it("lists, asks who may see pay, asks once more, and says what came of each file", () => {
    const seat = seatOf([alpha, beta]);
    const said = ask(seat, { text: "1" }, "YES", "OK");
    expect(said[0]).toContain(
      "1  Mia (mia@shop.example): 3 people (Anna, Arno, Asta); Scorecard 2026-10, Dashboard 2026-10 · new address",
    );
    expect(said[1]).toContain("Team pay 2026-10 · with pay");
    expect(said[2]).toBe(
      "2 of 2 done.\nMia (mia@shop.example): Shared and read back.\nNoah (noah@shop.example): Shared and read back.",
    );
    expect(JSON.stringify(fileOf(seat, MIA).content.state)).toContain("2345.67");
  });

  it.each<[string, readonly (string | { text: string })[], number]>([
    ["the list is cancelled", ["CANCEL"], 1],
    ["a number is none of the list", [{ text: "1,7" }, "OK"], 2],
    ["the last question is denied", [{ text: "" }, "NO"], 2],
  ])("shares nothing where %s", (_, answers, dialogs) => {
    const seat = seatOf([alpha, beta]);
    expect(ask(seat, ...answers)).toHaveLength(dialogs);
    expect(seat.cloud.files.size).toBe(0);
  });

  it("keeps pay for whoever saw it where the answer is same, and takes it away where it is blank", () => {
    const seat = seatOf([alpha, beta]);
    const pays = () =>
      standing(seat).flatMap((row) => (row.state === "shared" ? [[row.reader, row.pay]] : []));
    const first = ask(seat, { text: "1" }, "YES", "OK");
    expect(first[0]).not.toContain("saw pay\n");
    const said = ask(seat, { text: " Same " }, "YES", "OK");
    expect(said[0]).toMatch(/^1 {2}Mia.*Team pay 2026-10 · saw pay$/m);
    expect(said[0]).not.toMatch(/^2 {2}Noah.*saw pay/m);
    expect(said[1]).toContain("Team pay 2026-10 · with pay");
    expect(said[1]).not.toContain("saw pay");
    expect(pays()).toEqual([
      ["Mia", true],
      ["Noah", false],
    ]);
    ask(seat, { text: "same,2" }, "YES", "OK");
    expect(pays()).toEqual([
      ["Mia", true],
      ["Noah", true],
    ]);
    ask(seat, { text: "" }, "YES", "OK");
    expect(pays().map(([, pay]) => pay)).toEqual([false, false]);
  });

  it("keeps pay in Chinese too", () => {
    const seat = seatOf([alpha]);
    Object.assign(seat.world, { userLocale: "zh-CN" });
    ask(seat, { text: "1" }, "YES", "OK");
    const said = ask(seat, { text: "同上" }, "YES", "OK");
    expect(said[0]).toMatch(/^1 {2}Mia.*团队工资 2026-10 · 此前可看工资$/m);
    expect(said[1]).toContain("含工资");
    expect(said[2]).toContain("已完成 1/1。");
  });

  it("says first where the month stands, and that figures of a draft may still change", () => {
    const seat = seatOf([alpha]);
    const cancelled = (lang: "en" | "zh-CN") => {
      Object.assign(seat.world, { userLocale: lang });
      return ask(seat, "CANCEL")[0]?.split("\n")[0];
    };
    expect(cancelled("en")).toBe("2026-10 has no payroll yet: its figures may still change.");
    const words = {
      check: [
        "2026-10 is a draft: its figures may still change.",
        "2026-10 为草稿，尚未审批，数字仍可能变动。",
      ],
      approve: [
        "2026-10 is checked but not approved: its figures may still change.",
        "2026-10 已核对、尚未审批，数字仍可能变动。",
      ],
      pay: ["2026-10 is approved and locked.", "2026-10 已审批并锁定。"],
      reopen: ["2026-10 is paid and locked.", "2026-10 已发放并锁定。"],
    };
    expect(request(seat, { action: "run", month: "2026-10" })).not.toHaveProperty("error");
    for (const [step, said] of Object.entries(words)) {
      expect([cancelled("en"), cancelled("zh-CN")]).toEqual(said);
      const asked = { action: "step", month: "2026-10", step, reason: "late refund" };
      expect(request(seat, asked)).not.toHaveProperty("error");
    }
    expect(ask(seat, { text: "1" }, "NO")[1]).toMatch(/^2026-10 为草稿/);
  });

  it("says that a new file takes the place of one that showed more, and who loses access", () => {
    const seat = seatOf([alpha, beta]);
    ask(seat, { text: "1" }, "YES", "OK");
    retype(seat, [alpha, { ...beta, manager: "Nina", email: "nina@shop.example" }]);
    const [, confirm, end] = ask(seat, { text: "" }, "YES", "OK");
    expect(confirm).toContain("a new file; access to the old one is taken back");
    expect(confirm).toContain("Access is taken back from: Noah (noah@shop.example)");
    expect(end).toContain("Noah (noah@shop.example): Access taken back; the file is in your trash.");
  });

  it("offers new files for those that are gone, and gives up a leaver's that is gone", () => {
    const seat = seatOf([alpha, beta]);
    ask(seat, { text: "1" }, "YES", "OK");
    retype(seat, [alpha]);
    seat.cloud.files.clear();
    const kept = ask(seat, { text: "1" }, "YES", "NO", "OK");
    expect(kept[2]).toContain("Mia (mia@shop.example): Drive does not know this file");
    expect(kept[2]).toContain("Noah (noah@shop.example): Drive does not know this file");
    expect(kept[3]).toContain("0 of 2 done.");
    const made = ask(seat, { text: "1" }, "YES", "YES", "OK");
    expect(made[3]).toContain("2 of 2 done.");
    expect(made[3]).toContain("Noah (noah@shop.example): Given up");
    expect(readers(seat)).toEqual([MIA]);
    expect(JSON.stringify(fileOf(seat, MIA).content.state)).toContain("2345.67");
    expect(standing(seat).filter(({ state }) => state === "shared")).toHaveLength(1);
    // Nothing is left to be asked.
    expect(ask(seat, { text: "1" }, "YES", "OK")[2]).toContain("1 of 1 done.");
  });

  it("tells a colleague at once who can share, and asks nothing", () => {
    const seat = seatOf([alpha]);
    ask(seat, { text: "" }, "YES", "OK");
    const [said, ...more] = ask(sit(seat.book, seat.cloud, "eve@shop.example"), "OK");
    expect(said).toContain("Ask the person named in Made by on Shares");
    expect(more).toEqual([]);
  });

  it("shares again in the other language: the file gets its other name, and nobody loses access", () => {
    const seat = seatOf([alpha, beta]);
    ask(seat, { text: "" }, "YES", "OK");
    Object.assign(seat.world, { userLocale: "zh-CN" });
    const said = ask(seat, { text: "" }, "YES", "OK");
    expect(said[2]).toContain("2/2");
    expect(readers(seat)).toEqual([MIA, "noah@shop.example"]);
    expect(fileOf(seat, MIA).meta.name).toBe(fileOf(seat, MIA).content.state.properties.title);
  });

  it("speaks Chinese with full-width signs", () => {
    const seat = seatOf([alpha, beta]);
    Object.assign(seat.world, { userLocale: "zh-CN" });
    ask(seat, { text: "" }, "YES", "OK");
    retype(seat, [alpha]);
    const said = ask(seat, { text: "1" }, "YES", "OK");
    expect(said[1]).toContain("将收回访问权限：Noah（noah@shop.example）");
    expect(said[2]).toContain("Noah（noah@shop.example）：已收回访问权限");
    for (const words of said) expect(words).not.toMatch(/[!！]|\(|\)/);
  });
});

describe("files of people's own", () => {
  const [withAddresses] = shop() as [Team];
  const ANNA = "anna@shop.example";
  const ARNO = "arno@shop.example";

  it("are offered to everybody with an address, and hold their own pay and nobody else's", () => {
    const seat = seatOf([withAddresses]);
    const said = ask(seat, { text: "" }, { text: "1、Arno" }, "YES", "OK");
    expect(said[1]).toContain("1  Anna (anna@shop.example)\n2  Arno (arno@shop.example)\n3  Asta");
    expect(said[2]).toMatch(/Anna \(anna@shop\.example\): 1 people \(Anna\);.*with pay/);
    expect(said[3]).toContain("3 of 3 done.");
    expect(readers(seat)).toEqual([ANNA, ARNO, MIA]);
    const text = JSON.stringify(fileOf(seat, ANNA).content.state);
    expect(text).toContain("2345.67");
    expect(text).not.toContain("Arno");
  });

  it("are taken back from whoever is not chosen again, and the list says who has one", () => {
    const seat = seatOf([withAddresses]);
    ask(seat, { text: "" }, { text: "all" }, "YES", "OK");
    const said = ask(seat, { text: "" }, { text: "anna@shop.example" }, "YES", "OK");
    expect(said[1]).toContain("2  Arno (arno@shop.example) · has one");
    expect(said[2]).toContain(
      "Access is taken back from: Arno (arno@shop.example), Asta (asta@shop.example)",
    );
    expect(readers(seat)).toEqual([ANNA, MIA]);
    ask(seat, { text: "" }, { text: "same" }, "YES", "OK");
    expect(readers(seat)).toEqual([ANNA, MIA]);
    ask(seat, { text: "" }, { text: "同上，Arno" }, "YES", "OK");
    expect(readers(seat)).toEqual([ANNA, ARNO, MIA]);
    ask(seat, { text: "" }, { text: "1" }, "YES", "OK");
    expect(ask(seat, { text: "" }, { text: "" }, "YES", "OK")[2]).toContain("taken back from: Anna");
    expect(readers(seat)).toEqual([MIA]);
  });

  it.each<[string, readonly (string | { text: string })[], string]>([
    ["the list is cancelled", [{ text: "" }, "CANCEL"], "Files of their own"],
    ["somebody is not on it", [{ text: "" }, { text: "1,Zoe" }, "OK"], "Zoe is no number of this list"],
  ])("are not made, nor any other, where %s", (_, answers, last) => {
    const seat = seatOf([withAddresses]);
    expect(ask(seat, ...answers).pop()).toContain(last);
    expect(seat.cloud.files.size).toBe(0);
  });

  it("are not offered to two people with one address, and HR is told", () => {
    const [anna, arno, ...rest] = withAddresses.agents;
    const both = [anna, arno].map((one) => ({ ...(one ?? expect.fail()), email: "Desk@shop.example " }));
    const seat = seatOf([{ ...withAddresses, agents: [...both, ...rest] }]);
    const said = ask(seat, { text: "" }, { text: "all" }, "YES", "OK");
    expect(said[0]).toContain("Anna, Arno have one email address, desk@shop.example");
    expect(said[1]).not.toContain("Anna");
    expect(readers(seat)).toEqual(["asta@shop.example", MIA].sort());
  });

  it("are offered in Chinese, thirty by number and the others by name", () => {
    const [first] = withAddresses.agents;
    const agents = Array.from({ length: 33 }, (_, index) => ({
      ...(first ?? expect.fail()),
      ...{ name: `客服${index + 1}`, email: `k${index + 1}@shop.example` },
    }));
    const seat = seatOf([{ ...withAddresses, agents }]);
    Object.assign(seat.world, { userLocale: "zh-CN" });
    const said = ask(seat, { text: "" }, { text: "客服33" }, "YES", "OK");
    expect(said[1]).toContain("30  客服30（k30@shop.example）\n另有 3 人，可输入姓名或邮箱");
    expect(readers(seat)).toEqual(["k33@shop.example", MIA]);
    for (const words of said) expect(words).not.toMatch(/[!！]|\(|\)/);
  });
});

describe("a tab Shares that somebody deleted", () => {
  it("leaves no file behind that nobody knows of", () => {
    const seat = seatOf([alpha, beta]);
    ask(seat, { text: "1" }, "YES", "OK");
    seat.book.sheets.splice(
      seat.book.sheets.findIndex(({ name }) => name === "Shares"),
      1,
    );
    const said = ask(seat, { text: "" }, "YES", "OK");
    expect(said[2]).toContain("4 of 4 done.");
    expect(said[2]).toContain(
      "Team scorecards: Mia: A file of this workbook that Shares does not list any more",
    );
    expect(readers(seat)).toEqual([MIA, "noah@shop.example"]);
    expect(seat.cloud.view("file1", MIA)).toBeNull();
    expect([...seat.cloud.files.values()].filter(({ meta }) => !meta.trashed)).toHaveLength(2);
  });
});

describe("what is said of a file's outcome", () => {
  // The preview names people and teams, because HR decides about them.
  const PREVIEW = [
    "small-team",
    "part-team",
    "moved-person",
    "hidden-correction",
    "no-address",
    "bad-address",
    "one-address",
    "nobody",
    "progress",
  ];
  const others = Object.entries(SHARE_MESSAGES).filter(
    ([code]) => !PREVIEW.includes(code.slice("share.".length)),
  );
  it.each(others)("%s holds neither a name nor an amount, in both languages", (_, { en, zh }) => {
    for (const words of [en, zh]) expect(words).not.toMatch(/[{}]|\d/);
  });
});
