import { describe, expect, it } from "vitest";
import type { PlannedShare } from "../../src/share/plan";
import type { ShareRow } from "../../src/share/records";
import { compute, planOf } from "./bench";
import { withPay } from "./harness";
import { agent, shop, type Team } from "./world";

const [alpha, beta, gamma] = shop() as [Team, Team, Team];
const MIA = "mia@shop.example";

function fileFor(files: readonly PlannedShare[], email: string): PlannedShare {
  const found = files.filter((file) => file.email === email);
  if (!found[0] || found.length > 1) throw new Error(`${found.length} files for ${email}`);
  return found[0];
}

function row(more: Partial<ShareRow> = {}): ShareRow {
  return {
    reader: "Mia",
    email: MIA,
    holds: "team",
    key: "k1",
    file: "f1",
    madeBy: "hr@shop.example",
    month: "2026-09",
    pay: false,
    tabs: "",
    people: ["Anna", "Arno", "Asta"],
    print: "p",
    state: "shared",
    at: "",
    ...more,
  };
}

describe("who gets whom", () => {
  it("gives each manager the people of Staff and nobody else's", () => {
    const { files, leaving } = planOf(compute([alpha, beta, gamma]));
    expect(files.map(({ reader, email, allowed }) => [reader, email, allowed.people])).toEqual([
      ["Mia", MIA, ["Anna", "Arno", "Asta"]],
      ["Noah", "noah@shop.example", ["Bert", "Bibi", "Boro"]],
      ["Olga", "olga@shop.example", ["Gina", "Gero", "Gusti"]],
    ]);
    expect(leaving).toEqual([]);
    expect(files.every(({ allowed }) => !allowed.pay && allowed.shop)).toBe(true);
  });

  it("puts two teams of one address into one file, whatever its case", () => {
    const { files } = planOf(compute([alpha, { ...beta, manager: "Mia", email: " MIA@Shop.example" }]));
    expect(files.map(({ allowed }) => allowed.people.length)).toEqual([6]);
    expect(files[0]?.teams.map(({ team, heads, whole }) => [team, heads, whole])).toEqual([
      ["Alpha", 3, true],
      ["Beta", 3, true],
    ]);
  });

  it("knows an agent's own file only where HR chose it", () => {
    const world = compute([alpha]);
    const choice = { email: "anna@shop.example", holds: "own" as const, pay: true };
    const own = fileFor(planOf(world, [], [choice]).files, choice.email);
    expect([own.allowed.people, own.allowed.pay, [...own.allowed.wholeTeams]]).toEqual([["Anna"], true, []]);
    expect(planOf(world).files).toHaveLength(1);
  });
});

describe("what the preview tells", () => {
  const cases: readonly [name: string, teams: readonly Team[], notes: readonly (readonly string[])[]][] = [
    ["a team of three", [alpha], []],
    ["a team of two", [{ ...alpha, agents: alpha.agents.slice(0, 2) }], [["share.small-team", "Alpha", "2"]]],
    ["a team of one", [{ ...alpha, agents: alpha.agents.slice(0, 1) }], [["share.small-team", "Alpha", "1"]]],
    [
      "a team of two managers",
      [
        { ...alpha, agents: alpha.agents.slice(0, 2) },
        { ...beta, team: "Alpha" },
      ],
      [["share.part-team", "Alpha", "5"]],
    ],
  ];
  it.each(cases)("%s", (_, teams, notes) => {
    const share = fileFor(planOf(compute(teams)).files, MIA);
    expect(share.notes.map(({ code, values }) => [code, values?.team, values?.heads])).toEqual(notes);
    // Figures of a small team, and of one in which somebody unseen counts, are left out.
    expect(share.allowed.wholeTeams.has("alpha")).toBe(notes.length === 0);
  });

  it("counts a lead who reads her own team's file as seen", () => {
    const lead = { ...beta, team: "Alpha", agents: [agent("Mia")] };
    expect(fileFor(planOf(compute([alpha, lead])).files, MIA).teams[0]?.whole).toBe(true);
  });

  const addresses: readonly [email: string, isForeign: boolean, isGroup: boolean][] = [
    [MIA, false, false],
    ["mia@other.example", true, false],
    ["mia@shop.example.evil", true, false],
    ["team@shop.example", false, true],
    ["sales-all@shop.example", false, true],
    ["salesia@shop.example", false, false],
  ];
  it.each(addresses)("%s", (email, isForeign, isGroup) => {
    const share = fileFor(planOf(compute([{ ...alpha, email }])).files, email);
    expect([share.isForeign, share.looksLikeGroup, share.isNewAddress]).toEqual([isForeign, isGroup, true]);
  });

  it.each([
    "",
    "mia",
    "mia@shop",
    "mia@shop.example, noah@shop.example",
    "=HYPERLINK(1)@x.y",
  ])("makes no file for the address %j", (email) => {
    const { files, notes } = planOf(compute([{ ...alpha, email }]));
    expect(files).toEqual([]);
    expect(notes.map(({ code }) => code)).toEqual(
      Array(3).fill(email === "" ? "share.no-address" : "share.bad-address"),
    );
  });

  it("shows shop figures from three teams on", () => {
    const isShop = (teams: readonly Team[]) => planOf(compute(teams)).files[0]?.allowed.shop;
    expect([isShop([alpha]), isShop([alpha, beta]), isShop([alpha, beta, gamma])]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe("what is done with a file that is there", () => {
  const world = compute([alpha, beta]);
  const actions: readonly [name: string, row: ShareRow | null, pay: boolean, action: string][] = [
    ["none", null, false, "create"],
    ["the same people", row(), false, "update"],
    ["fewer people before", row({ people: ["Anna"] }), false, "update"],
    ["somebody who moved away", row({ people: ["Anna", "Bert"] }), false, "replace"],
    ["pay unticked", row({ pay: true }), false, "replace"],
    ["pay ticked still", row({ pay: true }), true, "update"],
    ["pay newly ticked", row(), true, "update"],
    ["a run that died", row({ state: "creating", file: "" }), false, "resume"],
    ["a run that died, of people who moved", row({ state: "creating", people: ["Bert"] }), false, "replace"],
    ["taken back half", row({ state: "revoking" }), false, "create"],
    ["stopped", row({ state: "stopped" }), false, "create"],
    ["in the trash", row({ state: "trashed" }), false, "create"],
    ["made by a colleague", row({ madeBy: "eve@shop.example" }), false, "blocked"],
  ];
  it.each(actions)("%s", (_, present, pay, action) => {
    const share = fileFor(planOf(world, present ? [present] : [], [withPay(MIA, pay)]).files, MIA);
    expect(share.action).toBe(action);
    const isHalf = present?.state === "revoking" || present?.state === "stopped";
    expect(share.former).toHaveLength(isHalf ? 1 : 0);
  });

  it("keeps pay ticked where HR says nothing", () => {
    expect(fileFor(planOf(world, [row({ pay: true })]).files, MIA).allowed.pay).toBe(true);
  });

  it("takes back what a manager without people has, but not for the sake of an older month", () => {
    const left = (month: string) => planOf(world, [row({ email: "old@shop.example", month })]).leaving.length;
    expect([left("2026-09"), left("2026-10"), left("2026-11")]).toEqual([1, 1, 0]);
  });

  it("takes an agent's own file back when it is chosen no more", () => {
    const own = row({ email: "anna@shop.example", holds: "own", people: ["Anna"], key: "k2" });
    expect(planOf(world, [own]).leaving.map(({ key }) => key)).toEqual(["k2"]);
  });

  it("leaves a skipped reader alone", () => {
    const { files } = planOf(world, [row()], [{ ...withPay(MIA, false), skip: true }]);
    expect(fileFor(files, MIA).action).toBe("skip");
  });
});
