/** People who were in another team: what they earned there is not for the manager whom they came to. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNarrower } from "../../src/share/plan";
import { compute, planOf, seenByMia } from "./bench";
import { fileOf, share, shares, withPay } from "./harness";
import { type Agent, agent, type Before, seatOf, shop, type Team } from "./world";

const MIA = "mia@shop.example";
const NOAH = "noah@shop.example";
const [alpha, beta, gamma] = shop() as [Team, Team, Team];

const FROM_BETA: Before = {
  team: "Beta",
  manager: "Noah",
  email: NOAH,
  plan: "Agents",
  sales: 44_444,
  asked: 40,
  bought: 17,
};

/** Alpha with Cleo, who came to it on the 15th. */
function joined(before: Partial<Before> = {}, more: Partial<Agent> = {}): Team {
  const cleo = agent("Cleo", {
    day: 20,
    asked: 90,
    bought: 36,
    before: { ...FROM_BETA, ...before },
    ...more,
  });
  return { ...alpha, agents: [...alpha.agents, cleo] };
}

function miasFile(teams: readonly Team[], pay = false) {
  const found = planOf(compute(teams), [], [withPay(MIA, pay)]).files.find(({ email }) => email === MIA);
  return found ?? expect.fail("no file for Mia");
}

describe("somebody who changes teams inside the month", () => {
  it("is in the file of the last manager alone, who is told, and closes both teams' figures", () => {
    const { files } = planOf(compute([joined(), beta]));
    expect(files.map(({ email, allowed }) => [email, allowed.people, [...allowed.wholeTeams]])).toEqual([
      [MIA, ["Anna", "Arno", "Asta", "Cleo"], []],
      [NOAH, ["Bert", "Bibi", "Boro"], []],
    ]);
    const notes = files.map((file) =>
      file.notes.map(({ code, values }) => [code, Object.values(values ?? {})]),
    );
    expect(notes).toEqual([
      [
        ["share.part-team", ["Alpha", "4"]],
        ["share.moved-person", ["Cleo"]],
      ],
      [["share.part-team", ["Beta", "4"]]],
    ]);
  });

  const kept: readonly [name: string, before: Partial<Before>][] = [
    ["under one manager", { email: MIA, manager: "Mia" }],
    ["under one manager, whose address is written otherwise", { email: " MIA@Shop.example", manager: "Mia" }],
    ["of managers, in one team", { team: "Alpha", email: "nina@shop.example", manager: "Nina" }],
    ["of managers, in one team written otherwise", { team: " ALPHA ", email: "nina@shop.example" }],
  ];
  it.each(kept)("is seen whole where the change is %s", (_, before) => {
    const { allowed, notes } = miasFile([joined(before)]);
    expect(allowed.sights.get("Cleo")?.away).toBeNull();
    expect(notes.map(({ code }) => code)).not.toContain("share.moved-person");
    expect(seenByMia([joined(before)], true)).toContain("44,444");
  });

  it("is not seen whole where neither team has a name, but others have", () => {
    const unnamed = (team: Team): Team => ({ ...team, team: "" });
    const cleo = unnamed(joined({ team: "" }));
    expect(miasFile([cleo, beta]).allowed.sights.get("Cleo")?.away).not.toBeNull();
    // A shop that names no team is one team: a new manager sees the month.
    expect(miasFile([cleo]).allowed.sights.get("Cleo")?.away).toBeNull();
  });

  const there = fc.record({
    sales: fc.integer({ min: 0, max: 300_000 }),
    asked: fc.integer({ min: 0, max: 120 }),
    bought: fc.integer({ min: 0, max: 60 }),
  });
  it.each(["Agents", "Juniors"])("tells nothing of what was earned there under the plan %s", (plan) => {
    fc.assert(
      fc.property(there, there, fc.boolean(), (one, other, pay) => {
        const seen = (figures: typeof one) =>
          seenByMia([joined({ plan, ...figures }, { past: { score: 88, commission: 500 } }), beta], pay);
        expect(seen(one)).toBe(seen(other));
      }),
      { numRuns: 15 },
    );
  });

  it("shows the items and the score of a plan that held in the reader's team alone, no pay, and why", () => {
    const seen = seenByMia([joined({ plan: "Juniors" }), beta], true);
    const same = seenByMia([joined(), beta], true);
    for (const text of [seen, same]) {
      expect(text).toContain("Part of this month was worked in another team.");
      expect(text).toContain("Partly in another team, ask HR");
      for (const secret of ["44,444", "44444", "Juniors", "Beta", "Noah"]) expect(text).not.toContain(secret);
    }
    // From the 15th on 36 of 90 bought; under one plan that cannot be told from the days before.
    expect(seen).toContain("36 ÷ 90");
    expect(same).not.toContain("÷ 90");
  });

  it("had a whole month in the file before Staff was put right: a new file is made", () => {
    const seat = seatOf([{ ...alpha, agents: [...alpha.agents, agent("Cleo")] }, beta]);
    share(seat);
    const [row] = shares(seat).filter(({ email, state }) => email === MIA && state === "shared");
    if (!row) throw new Error("nothing shared");
    const { allowed } = miasFile([joined(), beta]);
    expect(isNarrower(row, allowed)).toBe(true);
    expect(isNarrower({ ...row, people: ["Anna", "Cleo (*)"] }, allowed)).toBe(false);
    expect(isNarrower({ ...row, people: ["Anna", "Cleo (*)"] }, miasFile([alpha]).allowed)).toBe(true);
  });

  it("is marked on Shares", () => {
    const seat = seatOf([joined(), beta]);
    share(seat);
    expect(fileOf(seat, MIA)).toBeDefined();
    const row = shares(seat).find(({ email, state }) => email === MIA && state === "shared");
    expect(row?.people).toEqual(["Anna", "Arno", "Asta", "Cleo (*)"]);
  });
});

describe("somebody who came from another team with the month", () => {
  const withPast = (score: number, pastTeam: string): Team => ({
    ...alpha,
    agents: [...alpha.agents, agent("Cleo", { past: { score, commission: 321.09 }, pastTeam })],
  });

  it("brings no figures of the closed months along", () => {
    const seen = (score: number) => seenByMia([withPast(score, "Beta"), beta, gamma], true, "past");
    expect(seen(61)).toBe(seen(93));
    expect(seen(61)).not.toContain("321.09");
  });

  it("would be noticed: whoever was in the team then shows the change", () => {
    const seen = (score: number) => seenByMia([withPast(score, "Alpha"), beta, gamma], true, "past");
    expect(seen(61)).not.toBe(seen(93));
  });
});
