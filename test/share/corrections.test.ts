/** Corrections of a closed month in a later one: whose file they stand in, once people or managers have moved. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { computeClosing } from "../../src/closing";
import { parseMonth } from "../../src/engine/calendar";
import type { Grid } from "../../src/engine/grid";
import { planShares, type ShareChoice } from "../../src/share/plan";
import { shownPay } from "../../src/share/restrict";
import { originsOf } from "../../src/share-origins";
import { shareNow, sharePreview } from "../../src/sharing";
import { bookOf } from "../worked/book-of";
import { fileOf, seenBy, withPay } from "./harness";
import { records } from "./locked-month";
import { agent, gridsOf, type Seat, shop, sit, type Team } from "./world";

const MIA = "mia@shop.example";
const NOAH = "noah@shop.example";
const NOVEMBER = "2026-11";
const [alpha, beta, gamma] = shop() as [Team, Team, Team];
const OCTOBER = [alpha, beta, gamma];

/** What HR types on Staff for the first of November: of a person the team and its manager since then. */
interface Move {
  readonly person: string;
  readonly team: string;
  readonly manager: string;
  readonly email: string;
}

const TO_MIA: Move = { person: "Bert", team: "Alpha", manager: "Mia", email: MIA };

/**
 * November of a shop whose October was locked. `late` are sales of October as they are pasted now, by
 * person. Commission is score/100 × sales × 0.00432.
 */
function gridsOfNovember(
  moves: readonly Move[],
  late: Readonly<Record<string, number>>,
  october = OCTOBER,
): Grid[] {
  const now = october.map((team) => ({
    ...team,
    agents: team.agents.map((one) => ({ ...one, sales: late[one.name] ?? one.sales })),
  }));
  const paste = october.flatMap(({ agents }) => agents);
  const grids = gridsOf(now).map((grid): Grid => {
    if (grid.name === "Raw export")
      return {
        ...grid,
        rows: [
          ...grid.rows,
          ...paste.map(({ account, sales, asked, bought }) => [account, "2026-11-05", sales, asked, bought]),
        ],
      };
    if (grid.name === "Targets") return { ...grid, rows: [...grid.rows, [NOVEMBER, "*", "sales", 100_000]] };
    return grid.name === "Staff" ? moved(grid, moves) : grid;
  });
  return [...grids, ...records(october)];
}

function november(...shop: Parameters<typeof gridsOfNovember>): Seat {
  return sit(bookOf(gridsOfNovember(...shop)));
}

function moved(staff: Grid, moves: readonly Move[]): Grid {
  const rows = moves.flatMap(({ person, team, manager, email }) => {
    const [name, account, , , , plan, grade, base, own] =
      staff.rows.filter((row) => row[0] === person).pop() ?? expect.fail(person);
    return [[name, account, team, manager, email, plan, grade, base, own, "2026-11-01"]];
  });
  return { ...staff, rows: [...staff.rows, ...rows] as Grid["rows"] };
}

/** Shares November with pay; gives what HR was told before. */
function shareNovember(seat: Seat, choices: readonly ShareChoice[] = [withPay(MIA), withPay(NOAH)]): string {
  const found = sharePreview(seat.services, { month: NOVEMBER, choices }, "en");
  if ("error" in found) throw new Error(found.error);
  const request = { month: NOVEMBER, choices, token: found.token };
  const answer = shareNow(
    seat.services,
    request,
    "en",
    () => 0,
    () => 0,
  );
  expect(answer).toMatchObject({ ok: true });
  return JSON.stringify(found.files);
}

/** A row of Team pay by its person: what is seen in its cells. */
function payOf(seat: Seat, email: string, person: string): (string | undefined)[] {
  const { sheets } = fileOf(seat, email).content.resource(true) as {
    readonly sheets: readonly {
      readonly data: readonly {
        readonly rowData?: readonly { readonly values?: readonly { readonly formattedValue?: string }[] }[];
      }[];
    }[];
  };
  const rows = sheets[2]?.data[0]?.rowData ?? [];
  const found = rows.map(({ values = [] }) => values.map((cell) => cell.formattedValue));
  return found.find(([first]) => first === person) ?? expect.fail(`no row for ${person}`);
}

const HIDDEN = "Figures of an earlier month under another manager are left out here";

it("go to the manager who led the person for all of the closed month", () => {
  const seat = november([], { Bert: 41_000 });
  const told = shareNovember(seat);
  // October's score was 10 + 50 + 24.4 = 84.4 and is 5 + 50 + 16.4 = 71.4 on the later data, so that
  // 0.844 × 61000 × 0.00432 = 222.41 was paid and 0.714 × 41000 × 0.00432 = 126.46 comes out.
  expect(payOf(seat, NOAH, "Bert").slice(-4)).toEqual(["2666.66", "222.41", "-95.95", "2793.12"]);
  expect(seenBy(seat, NOAH)).not.toContain(HIDDEN);
  expect(told).not.toContain("left out of this file");
});

it("stay out of the file of a manager to whom the person came since, and so does gross pay", () => {
  const seat = november([TO_MIA], { Bert: 41_000, Anna: 160_000 });
  const told = shareNovember(seat);
  const row = payOf(seat, MIA, "Bert");
  // November's own lines are Mia's: base pay and commission.
  expect(row).toContain("2666.66");
  expect(row).toContain("222.41");
  expect(row.at(-1)).toBe("–");
  const seen = seenBy(seat, MIA);
  for (const secret of ["95.95", "2793.12", "2,793.12", "126.46"]) expect(seen).not.toContain(secret);
  expect(seen).toContain(HIDDEN);
  expect(seen).toContain("gross pay with them; ask HR.");
  expect(told).toContain(
    "Bert: corrections are left out of this file, and gross pay with them. They concern 2026-10",
  );
  // Of Anna, who was there in October, all is shown.
  expect(payOf(seat, MIA, "Anna").at(-1)).not.toBe("–");
  expect(told).not.toContain("Anna: corrections");
});

const SECOND_HALF = agent("Cleo", {
  day: 20,
  before: {
    team: "Beta",
    manager: "Noah",
    email: NOAH,
    plan: "Agents",
    sales: 44_444,
    asked: 40,
    bought: 17,
  },
});
const MIXED = [{ ...alpha, agents: [...alpha.agents, SECOND_HALF] }, beta, gamma];
const NINA = "nina@shop.example";
const OVER = beta.agents.map(({ name }) => ({
  person: name,
  team: "Beta",
  manager: "Nina",
  email: NINA,
}));

it.each<[string, Seat, string, string]>([
  ["led them for the second half of it only", november([], { Cleo: 60_000 }, MIXED), MIA, "Cleo"],
  ["took the team over since", november(OVER, { Bert: 41_000 }), NINA, "Bert"],
])("stay out of the file of a manager who %s", (_, seat, email, person) => {
  shareNovember(seat, [withPay(email)]);
  expect(payOf(seat, email, person).at(-1)).toBe("–");
  expect(seenBy(seat, email)).toContain(HIDDEN);
});

it("are no matter of a file without pay", () => {
  const seat = november([TO_MIA], { Bert: 41_000 });
  expect(shareNovember(seat, [withPay(MIA, false)])).not.toContain("left out of this file");
  expect(seenBy(seat, MIA)).not.toContain(HIDDEN);
});

it("are nobody's where it is not known who led whom in the closed month", () => {
  const grids = gridsOfNovember([], { Bert: 41_000 });
  const month = parseMonth(NOVEMBER) ?? expect.fail();
  const { view, runs, prepared } = computeClosing(grids, month, "en");
  const { people } = view.result;
  const [approved] = runs;
  if (!approved) throw new Error("October was locked");
  const { book, closed } = prepared.rules;
  const common = { month, people, book, counted: book, closed, shares: [], choices: [], me: "" };
  const seenOf = (...args: Parameters<typeof originsOf>) => {
    const { files } = planShares({ ...common, origins: originsOf(...args) });
    return [...(files.find(({ email }) => email === NOAH)?.allowed.sights.get("Bert")?.corrections ?? [])];
  };
  expect(seenOf(grids, runs, view.result)).toEqual(["2026-10"]);
  expect(seenOf(grids, [...runs, { ...approved, action: "reopened" }], view.result)).toEqual([]);
  const lost = grids.filter(({ name }) => name !== "Snapshots");
  expect(seenOf(lost, runs, view.result)).toEqual([]);
});

it("stand in the person's own file", () => {
  const seat = november([TO_MIA], { Bert: 41_000 });
  const own = { email: "bert@shop.example", holds: "own", pay: true } as const;
  shareNovember(seat, [own]);
  expect(payOf(seat, own.email, "Bert")).toContain("-95.95");
});

it("are left out together: one limit for what is taken back makes one amount tell of another", () => {
  const month = parseMonth(NOVEMBER) ?? expect.fail();
  const { people } = computeClosing(gridsOfNovember([], { Bert: 41_000 }), month, "en").view.result;
  const bert = people.find(({ person }) => person === "Bert") ?? expect.fail();
  const [line] = bert.pay.filter(({ from }) => from === "correction");
  if (!line?.correction) throw new Error("October was corrected");
  const older = { ...line, correction: { ...line.correction, origin: "2026-09" } };
  const shownTo = (...months: readonly string[]) => {
    const sight = { team: true, home: true, past: true, pastTeam: true, away: null };
    const sights = new Map([["Bert", { ...sight, corrections: new Set(months) }]]);
    const none = { team: false, shop: false, past: false, pastTeam: false, shopBest: false };
    const asks = { targets: none, any: none };
    const allowed = { people: ["Bert"], wholeTeams: new Set<string>(), sights, shop: true, asks, pay: true };
    const { pay, total } = shownPay({ ...bert, pay: [...bert.pay, older] }, allowed);
    return [pay.filter(({ from }) => from === "correction").length, total === null];
  };
  expect(shownTo("2026-09", "2026-10")).toEqual([2, false]);
  expect(shownTo("2026-10")).toEqual([0, true]);
  expect(shownTo()).toEqual([0, true]);
});

it("cannot be told from a file that leaves them out, whatever they come to", () => {
  const seenWith = (sales: number) => {
    const seat = november([TO_MIA], { Bert: sales });
    shareNovember(seat, [withPay(MIA)]);
    return seenBy(seat, MIA);
  };
  const first = seenWith(41_000);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (sales) => {
      expect(seenWith(sales)).toBe(first);
    }),
    { numRuns: 3 },
  );
});
