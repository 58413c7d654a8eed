/** Targets and items that look at other people: what they looked at stands nowhere in a file. */
import { describe, expect, it } from "vitest";
import { restrictTo } from "../../src/share/restrict";
import { compute, planOf, seenByMia } from "./bench";
import { type Agent, agent, type Kind, shop, type Team } from "./world";

const [alpha, beta, gamma] = shop() as [Team, Team, Team];

/** A team whose people sold other amounts, now and in September. */
function selling(team: Team, sales: number): Team {
  const past = { score: 80, commission: sales / 100, sales } as Agent["past"];
  return { ...team, agents: team.agents.map((one) => ({ ...one, sales, past })) };
}

/** Somebody of Alpha whom another manager leads. */
function stranger(sales: number): Team {
  return { ...selling({ ...beta, agents: beta.agents.slice(0, 1) }, sales), team: "Alpha" };
}

type Others = (sales: number) => Team[];
const three: Others = (sales) => [selling(beta, sales), selling(gamma, sales)];
const two: Others = (sales) => [selling(beta, sales)];
const shared: Others = (sales) => [stranger(sales), gamma];
/** In September somebody was in Alpha who has gone to Beta since. */
const gone: Others = (sales) => {
  const [bert, ...rest] = selling(beta, sales).agents as [Agent, ...Agent[]];
  return [{ ...beta, agents: [{ ...bert, sales: 1, pastTeam: "Alpha" }, ...rest] }, gamma];
};
/** In September there were two teams, of which Beta was one. */
const fresh: Others = (sales) => [
  { ...selling(beta, sales), agents: selling(beta, sales).agents.map((one) => ({ ...one, sales: 1 })) },
  gamma,
];

/** No target is ever reached by as much as a band, so that points are the same in both worlds. */
const SALES = [210_007, 333_331] as const;

function expectSame(kind: Kind, formula: string | null, others: Others): void {
  const target = formula === null ? undefined : { formula };
  const own = {
    ...alpha,
    agents: alpha.agents.map((one) => ({ ...one, past: { score: 75, commission: 1 } })),
  };
  for (const pay of [false, true]) {
    const [low, high] = SALES.map((sales) => seenByMia([own, ...others(sales)], pay, kind, target));
    expect(low).toBe(high);
    for (const secret of ["210,007", "333,331", "210007", "333331"]) expect(low).not.toContain(secret);
  }
}

describe("a computed target", () => {
  const targets: readonly [formula: string, who: string, others: Others][] = [
    ["=SHOP.BEST(sales)", "three teams", three],
    ["=SHOP.BEST(sales)+5%", "two teams", two],
    ["=PREVIOUS(SHOP.BEST(sales))*1.05", "three teams", three],
    ["=PREVIOUS(SHOP.AVERAGE(sales))", "two teams", two],
    ["=SHOP.AVERAGE(sales)", "two teams", two],
    ["=SHOP.SUM(sales)", "two teams", two],
    ["=TEAM.BEST(sales)*1.05", "a team of two managers", shared],
    ["=TEAM.AVERAGE(sales)", "a team of two managers", shared],
    ["=PREVIOUS(TEAM.BEST(sales))*1.05", "a team of two managers", shared],
    ["=PREVIOUS(TEAM.BEST(sales))*1.05", "a team that somebody left", gone],
    ["=PREVIOUS(SHOP.AVERAGE(sales))", "a shop that had two teams", fresh],
  ];
  const kinds: readonly Kind[] = ["own", "target", "attained"];
  const cases = targets.flatMap(([formula, who, others]) =>
    kinds.map((kind) => [formula, who, kind, others] as const),
  );
  it.each(cases)("%s of %s is not told, item %s", (formula, _, kind, others) => {
    expectSame(kind, formula, others);
  });

  it("of a whole team of three is shown", () => {
    const seen = seenByMia([alpha, beta, gamma], false, "own", { formula: "=TEAM.BEST(sales)*1.05" });
    expect(seen).toContain("157500");
  });

  it("that is typed is shown, whoever else there is", () => {
    const seen = seenByMia([{ ...alpha, agents: [agent("Anna")] }, beta], false, "target");
    expect(seen).toContain("target of sales 100,000.00");
  });
});

describe("an item", () => {
  it.each<Kind>(["best", "rank"])("tells no %s among all, however many teams there are", (kind) => {
    expectSame(kind, null, three);
  });
});

describe("words about the weakest item and the team", () => {
  const target = { formula: "=SHOP.AVERAGE(sales)" };
  const seen = (teams: readonly Team[]) => {
    const computed = compute(teams, "own", target);
    const [mias] = planOf(computed).files;
    if (!mias) throw new Error("no file");
    const { diagnosis } = restrictTo(computed.views.withoutPay, mias.allowed).result;
    return { weakest: diagnosis.of("Anna")?.weakest, metrics: diagnosis.teams()[0]?.metrics };
  };

  it("name no metric, and show no figure, of an item whose figures are hidden", () => {
    // Bands give 80 % of sales for any attainment: 8 points lost, the most of all.
    const { weakest, metrics } = seen([alpha, beta]);
    expect(weakest).toMatchObject({ item: "sales", metric: "" });
    expect(metrics?.map(({ item }) => item)).toEqual(["conversion"]);
  });

  it("name them where they are shown", () => {
    const { weakest, metrics } = seen([alpha, beta, gamma]);
    expect(weakest).toMatchObject({ item: "sales", metric: "sales" });
    expect(metrics?.map(({ item }) => item).sort()).toEqual(["conversion", "sales"]);
  });
});
