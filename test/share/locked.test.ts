import { describe, expect, it } from "vitest";
import { planShares } from "../../src/share/plan";
import { restrictTo } from "../../src/share/restrict";
import { secretsOf } from "../../src/share/secrets";
import { bookOf } from "../worked/book-of";
import { compute, planOf } from "./bench";
import { preview, seenBy, share, withPay } from "./harness";
import { records } from "./locked-month";
import { agent, gridsOf, shop, sit, type Team } from "./world";

const [alpha, beta] = shop() as [Team, Team];
const MIA = "mia@shop.example";

it("shares a locked month as it was locked, to whom Staff names today", () => {
  const now = [{ ...alpha, agents: alpha.agents.map((one) => ({ ...one, sales: 1, base: 9999.99 })) }, beta];
  const open = sit(bookOf(gridsOf(now)));
  share(open, [withPay(MIA)]);
  expect(seenBy(open, MIA)).toContain("9999.99");
  const moved = now.map((team) => ({ ...team, manager: "Nina", email: "nina@shop.example" }));
  const locked = sit(bookOf([...gridsOf(moved), ...records([alpha, beta])]));
  expect(preview(locked).state).toBe("approved");
  share(locked, [withPay("nina@shop.example")]);
  const seen = seenBy(locked, "nina@shop.example");
  expect(seen).toContain("2345.67");
  expect(seen).not.toContain("9999.99");
});

it("goes by the Staff of the locked month for what is shown of somebody who changed teams since", () => {
  const [bert, ...rest] = beta.agents;
  if (!bert) throw new Error("Beta has agents");
  const now = [
    { ...alpha, agents: [...alpha.agents, bert] },
    { ...beta, agents: rest },
  ];
  // Today's Staff has Bert in Alpha since ever: an open month is Mia's whole.
  const open = sit(bookOf(gridsOf(now)));
  share(open, [withPay(MIA)]);
  expect(seenBy(open, MIA)).toContain("2666.66");
  const locked = sit(bookOf([...gridsOf(now), ...records([alpha, beta])]));
  expect(share(locked, [withPay(MIA)]).ok).toBe(true);
  const seen = seenBy(locked, MIA);
  expect(seen).toContain("Bert");
  expect(seen).toContain("Partly in another team, ask HR");
  for (const secret of ["2666.66", "61,000", "61000"]) expect(seen).not.toContain(secret);
});

describe("people who are on Staff no more", () => {
  const now = [alpha, { ...beta, agents: beta.agents.slice(1) }];
  const [mias] = planOf(compute([alpha, beta])).files;
  if (!mias) throw new Error("no file");
  const secretsBy = (counted: readonly Team[]) => {
    const { views, closing } = compute(counted);
    return secretsOf({
      book: compute(now).closing.prepared.rules.book,
      counted: closing.prepared.rules.book,
      result: views.withPay.result,
      tabs: [],
      allowed: mias.allowed,
      reader: "Mia",
    });
  };

  const then = beta.agents.map((one) =>
    one.name === "Bert" ? { ...one, account: "quelle", email: "q@x.example" } : one,
  );

  it.each(["Bert", "quelle", "q@x.example"])("are known to the walk by %s", (word) => {
    expect(secretsBy([alpha, { ...beta, agents: then }]).holdsSecret(`behind ${word}.`)).toBe(true);
    expect(secretsBy(now).holdsSecret(`behind ${word}.`)).toBe(false);
  });

  it("keep a team's figures shut that counts them", () => {
    const counted = compute([{ ...alpha, agents: [...alpha.agents, agent("Zoe")] }]);
    const { book } = compute([alpha]).closing.prepared.rules;
    const { people } = counted.closing.view.result;
    const old = counted.closing.prepared.rules.book;
    const plan = planShares({
      month: old.month,
      people,
      book,
      counted: old,
      closed: null,
      origins: [],
      shares: [],
      choices: [],
      me: "",
    });
    expect(plan.files[0]?.teams).toEqual([{ team: "Alpha", heads: 4, whole: false }]);
    expect(plan.files[0]?.allowed.people).not.toContain("Zoe");
  });

  it("and people whom Staff puts into the team only now open nothing: the locked month has them elsewhere", () => {
    const [bert] = beta.agents;
    if (!bert) throw new Error("Beta has agents");
    const moved = [{ ...alpha, agents: [...alpha.agents, bert] }, now[1] as Team];
    const then = compute([alpha, beta]);
    const { people } = then.closing.view.result;
    const old = then.closing.prepared.rules.book;
    const { book } = compute(moved).closing.prepared.rules;
    const plan = planShares({
      month: old.month,
      people,
      book,
      counted: old,
      closed: null,
      origins: [],
      shares: [],
      choices: [],
      me: "",
    });
    const [file] = plan.files;
    expect(file?.allowed.people).toContain("Bert");
    expect(file?.allowed.sights.get("Bert")?.away).not.toBeNull();
    expect(file?.teams).toEqual([{ team: "Alpha", heads: 3, whole: true }]);
    if (!file) throw new Error("no file");
    const { people: shown } = restrictTo(then.views.withPay, file.allowed).result;
    expect(shown.map(({ person, team, items }) => [person, team, items.length])).toEqual([
      ["Anna", "Alpha", 3],
      ["Arno", "Alpha", 3],
      ["Asta", "Alpha", 3],
      ["Bert", "", 0],
    ]);
  });
});
