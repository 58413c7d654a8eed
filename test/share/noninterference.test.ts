/** Two worlds that differ only in what a reader may not see give the reader the same bytes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seenByMia } from "./bench";
import { preview, seenBy, share, withPay } from "./harness";
import { type Agent, agent, type Kind, seatOf, shop, type Team } from "./world";

const MIA = "mia@shop.example";

/** Names whose first letter keeps teams apart; no name is part of another. */
function agents(letter: string, least: number, most: number): fc.Arbitrary<Agent[]> {
  const one = fc.record({
    base: fc.integer({ min: 150_001, max: 999_999 }).map((cents) => cents / 100),
    sales: fc.integer({ min: 0, max: 300_000 }),
    asked: fc.integer({ min: 0, max: 120 }),
    bought: fc.integer({ min: 0, max: 60 }),
    extra: fc.integer({ min: -20_000, max: 50_000 }).map((cents) => cents / 100),
    day: fc.integer({ min: 1, max: 31 }),
    past: fc.option(
      fc.record({
        score: fc.integer({ min: 0, max: 100 }),
        commission: fc.integer({ min: 10_001, max: 99_999 }).map((cents) => cents / 100),
      }),
    ),
  });
  return fc
    .array(one, { minLength: least, maxLength: most })
    .map((list) => list.map((more, index) => agent(`${letter}gent${"xyzuvw"[index]}`, more)));
}

function team(name: string, manager: string, people: fc.Arbitrary<Agent[]>): fc.Arbitrary<Team> {
  return people.map((list) => ({
    team: name,
    manager,
    email: `${manager.toLowerCase()}@shop.example`,
    agents: list,
  }));
}

const alpha = team("Alpha", "Mia", agents("A", 1, 4));
const others = fc.tuple(team("Beta", "Noah", agents("B", 1, 3)), team("Gamma", "Olga", agents("G", 1, 2)));

/** The same people and figures with other pay. */
function repaid({ agents: list, ...rest }: Team, pay: readonly { base: number; extra: number }[]): Team {
  const agents = list.map((one, index) => {
    const { base = 0, extra = 0 } = pay[index % pay.length] ?? {};
    const past = one.past && { ...one.past, commission: base };
    return { ...one, base, extra, past };
  });
  return { ...rest, agents };
}

/** The same people with other amounts in History. */
const amounts = fc.record({
  base: fc.integer({ min: 1, max: 900_000 }).map((cents) => cents / 100),
  extra: fc.integer({ min: -900_000, max: 900_000 }).map((cents) => cents / 100),
});

describe("noninterference", () => {
  it("of other teams, with and without pay", () => {
    fc.assert(
      fc.property(alpha, others, others, fc.boolean(), (own, one, other, pay) => {
        expect(seenByMia([own, ...one], pay)).toBe(seenByMia([own, ...other], pay));
      }),
      { numRuns: 25 },
    );
  });

  it("of pay, where it is not ticked: even where pay is held, below zero, or part of a score", () => {
    const kinds = fc.constantFrom<Kind>("team", "past", "base");
    const pays = fc.array(amounts, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(alpha, others, pays, kinds, (own, rest, pay, kind) => {
        expect(seenByMia([own, ...rest], false, kind)).toBe(
          seenByMia([repaid(own, pay), ...rest], false, kind),
        );
      }),
      { numRuns: 25 },
    );
  });

  it("of how many others there are, from three teams on, where an item looks at the shop: points alone tell", () => {
    const [own, ...rest] = shop() as [Team, Team, Team];
    expect(seenByMia([own, ...rest], false, "shop")).toContain("shop average of sales 93,111.67");
    // With fewer teams the arithmetic, which holds the shop's average, is hidden.
    const two = seenByMia([own, rest[0] ?? own], false, "shop");
    expect(two).toContain("steady");
    for (const words of ["SHOP.", "shop average"]) expect(two).not.toContain(words);
  });

  it("hides a team's figures where somebody of the team is not in the file", () => {
    const [own, other] = shop() as [Team, Team];
    const part = seenByMia([own, { ...other, team: "Alpha" }], false);
    const small = seenByMia([{ ...own, agents: own.agents.slice(0, 2) }, other], false);
    for (const words of ["team average of", "Team average", "the team"]) {
      expect(part).not.toContain(words);
      expect(small).not.toContain(words);
    }
    const full = seenByMia([own, other], false);
    for (const words of ["team average of", "Team average", "the team"]) expect(full).toContain(words);
  });

  it("tells no grade without pay", () => {
    expect(seenByMia(shop(), false)).not.toContain("A1");
    expect(seenByMia(shop(), true)).toContain("A1");
  });

  it("would notice: pay that is ticked makes a difference", () => {
    const [own, ...rest] = shop() as [Team, ...Team[]];
    const other = repaid(own, [{ base: 1234.56, extra: 0 }]);
    expect(seenByMia([own, ...rest], true)).not.toBe(seenByMia([other, ...rest], true));
  });
});

/** Every way in which a secret could stand in a file. */
function formsOf(secret: string): string[] {
  const amount = Number(secret);
  const forms = [secret, Buffer.from(secret).toString("base64").replace(/=+$/, "")];
  if (Number.isNaN(amount)) return forms;
  const [whole = "", cents = ""] = secret.split(".");
  return [
    ...forms,
    `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${cents}`,
    `${amount * 100}%`,
    String(amount / 100),
  ];
}

describe("canaries", () => {
  const [alphaTeam, betaTeam, gammaTeam] = shop() as [Team, Team, Team];
  const marked = {
    ...betaTeam,
    agents: betaTeam.agents.map((one) => ({
      ...one,
      name: `Kanarie${one.name}`,
      base: 3131.37,
      extra: 717.19,
    })),
  };
  const seat = seatOf([alphaTeam, marked, gammaTeam]);
  preview(seat);
  share(seat, [withPay(MIA)]);
  const seen = seenBy(seat, MIA);

  it.each([
    "KanarieBert",
    "acc-Bert",
    "bert@shop.example",
    "Beta",
    "Noah",
    "noah@shop.example",
    "3131.37",
    "717.19",
    "Raw export",
    "canary reason of Asta",
  ])("%s stands nowhere in Mia's file", (secret) => {
    for (const form of formsOf(secret)) expect(seen).not.toContain(form);
  });

  it("would be found where they are due", () => {
    expect(seenBy(seat, "noah@shop.example")).toContain("KanarieBert");
    expect(seen).toContain("2345.67");
  });

  it.each(["2345.67", "2111.11", "123.45"])("without the tick the pay %s stands nowhere", (secret) => {
    const bare = seatOf(shop());
    share(bare);
    for (const form of formsOf(secret)) expect(seenBy(bare, MIA)).not.toContain(form);
  });
});
