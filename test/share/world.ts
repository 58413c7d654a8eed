/** A shop of several teams as a workbook, for the tests of sharing. */
import type { Grid, GridCell } from "../../src/engine/grid";
import type { Book } from "../../src/local/book.ts";
import { Cloud } from "../../src/local/cloud.ts";
import { type Workbook, workbook } from "../sheets/workbook";
import { bookOf } from "../worked/book-of";

export interface Agent {
  readonly name: string;
  readonly account: string;
  readonly email: string;
  readonly base: number;
  readonly sales: number;
  readonly asked: number;
  readonly bought: number;
  /** An adjustment in yuan; 0 for none. */
  readonly extra: number;
  /** Day of October on which the rows are dated. */
  readonly day: number;
  /** Score and commission of September in History; null without. */
  readonly past: { readonly score: number; readonly commission: number } | null;
  /** The team that History names for September; the agent's own unless said. */
  readonly pastTeam?: string;
  /** Where the agent was until the 14th of October. */
  readonly before?: Before;
}

/** Days in another team, with a row of their own in the pasted tab. */
export interface Before {
  readonly team: string;
  readonly manager: string;
  readonly email: string;
  readonly plan: string;
  readonly sales: number;
  readonly asked: number;
  readonly bought: number;
}

export interface Team {
  readonly team: string;
  readonly manager: string;
  readonly email: string;
  readonly agents: readonly Agent[];
}

export function agent(name: string, more: Partial<Agent> = {}): Agent {
  return {
    name,
    account: `acc-${name}`,
    email: `${name.toLowerCase()}@shop.example`,
    base: 2345.67,
    sales: 100_000,
    asked: 80,
    bought: 28,
    extra: 0,
    day: 5,
    past: null,
    ...more,
  };
}

/** Three teams of three; the figures differ from person to person. */
export function shop(): Team[] {
  return [
    {
      team: "Alpha",
      manager: "Mia",
      email: "mia@shop.example",
      agents: [
        agent("Anna", { sales: 150_000, bought: 30 }),
        agent("Arno", { sales: 90_000, base: 2111.11 }),
        agent("Asta", { sales: 120_000, bought: 20, extra: 123.45 }),
      ],
    },
    {
      team: "Beta",
      manager: "Noah",
      email: "noah@shop.example",
      agents: [
        agent("Bert", { sales: 61_000, base: 2666.66 }),
        agent("Bibi", { sales: 77_700, bought: 33 }),
        agent("Boro", { sales: 88_800, bought: 11, extra: -77.77 }),
      ],
    },
    {
      team: "Gamma",
      manager: "Olga",
      email: "olga@shop.example",
      agents: [agent("Gina"), agent("Gero", { sales: 50_505 }), agent("Gusti", { bought: 31 })],
    },
  ];
}

type Rows = readonly (readonly GridCell[])[];

function grid(name: string, rows: Rows): Grid {
  return { name, rows: rows.map((row) => [...row]) };
}

function dayText(day: number): string {
  return `2026-10-${String(day).padStart(2, "0")}`;
}

/** How the third item of the plan is computed. */
export type Kind = "own" | "team" | "shop" | "past" | "base" | "target" | "attained" | "best" | "rank";

const FORMULAS: Readonly<Record<Kind, string>> = {
  own: "=IF(sales>=50000;10;5)",
  team: "=IF(sales>=TEAM.AVERAGE(sales);10;5)",
  past: "=IF(PREVIOUS(commission)>=500;10;5)",
  base: "=IF(base>=3000;10;5)",
  shop: "=IF(sales>=SHOP.AVERAGE(sales);10;5)",
  // These give everybody the same points, so that nothing but what is shown can tell others' figures.
  target: "=IF(TARGET(sales)>=0;10;5)",
  attained: "=IF(ATTAINMENT(sales)>=0;10;5)",
  best: "=IF(SHOP.BEST(sales)>=0;10;5)",
  rank: "=IF(SHOP.RANK(sales)>=1;10;5)",
};

const PLAN = "Agents";
const MOVED_ON = "2026-10-15";

type Listed = Agent & { readonly team: Omit<Team, "agents"> };

function staffRows(one: Listed): GridCell[][] {
  const row = (team: Omit<Team, "agents">, plan: string, from: string) => [
    one.name,
    one.account,
    team.team,
    team.manager,
    team.email,
    plan,
    "A1",
    one.base,
    one.email,
    from,
  ];
  const { before, team } = one;
  return before ? [row(before, before.plan, ""), row(team, PLAN, MOVED_ON)] : [row(team, PLAN, "")];
}

function rawRows({ account, day, sales, asked, bought, before }: Listed): GridCell[][] {
  const own = [account, dayText(day), sales, asked, bought];
  return before ? [[account, dayText(3), before.sales, before.asked, before.bought], own] : [own];
}

/** A target as a formula gives everybody the same points for sales, whatever it comes to. */
export interface Target {
  readonly formula: string;
}

/** The rule tabs and the pasted tab of a shop. */
export function gridsOf(teams: readonly Team[], kind: Kind = "own", target?: Target): Grid[] {
  const everybody: Listed[] = teams.flatMap((team) => team.agents.map((one) => ({ ...one, team })));
  const plans = [...new Set([PLAN, ...everybody.flatMap(({ before }) => before?.plan ?? [])])];
  const each = (row: readonly GridCell[]) => plans.map((plan) => [plan, ...row]);
  return [
    grid("Staff", [
      [
        "Person",
        "Accounts",
        "Team",
        "Manager",
        "Manager email",
        "Plan",
        "Grade",
        "Base pay",
        "Email",
        "From",
      ],
      ...everybody.flatMap(staffRows),
    ]),
    grid("Targets", [
      ["Month", "Applies to", "Metric", "Target"],
      ["2026-10", "*", "sales", target?.formula ?? 100_000],
    ]),
    grid("Metrics", [
      ["Metric", "Label", "中文名", "Formula", "Unit", "Better"],
      ["conversion", "Conversion", "转化率", "=final_payers/inquirers", "%", "higher"],
      ["sales", "Sales", "销售额", "", "money", "higher"],
    ]),
    grid("Scoring", [
      [
        "Plan",
        "From",
        "Profile",
        "Item",
        "Kind",
        "Metric",
        "Weight",
        "Method",
        "Measure",
        "Cap",
        "Floor",
        "Formula",
      ],
      ...each(["", "", "steady", "points", "", 10, "formula", "", "", "", FORMULAS[kind]]),
      ...each(["", "", "conversion", "points", "conversion", 50, "bands", "value", "", "", ""]),
      ...(target
        ? each(["", "", "sales", "points", "sales", 40, "bands", "attainment", "", "", ""])
        : each(["", "", "sales", "points", "sales", 40, "ratio", "attainment", "120%", "", ""])),
    ]),
    grid("Bands", [
      ["Plan", "Table", "From", "When", "Threshold", "Result"],
      ...each(["conversion", "", "at least", 0.35, 100]),
      ...each(["conversion", "", "at least", 0.25, 80]),
      ...each(["conversion", "", "", "", 50]),
      ...(target ? each(["sales", "", "at least", 0, 80]) : []),
    ]),
    grid("Pay", [
      ["Plan", "From", "Component", "Label", "中文名", "Formula", "Only if", "Round"],
      ...each(["", "base", "Base pay", "底薪", "=base", "", ""]),
      ...each(["", "commission", "Commission", "提成", "=score/100*sales*0.00432", "", ""]),
    ]),
    grid("Sources", [
      ["Source", "Tab", "Person column", "Date column", "Measure", "How", "Column", "Weight column", "Where"],
      ["crm", "Raw export", "Agent", "Day", "sales", "sum", "Amount", "", ""],
      ["crm", "", "", "", "inquirers", "sum", "Asked", "", ""],
      ["crm", "", "", "", "final_payers", "sum", "Bought", "", ""],
    ]),
    grid("Adjustments", [
      ["Month", "Person", "Component", "Amount", "Reason", "By", "On"],
      ...everybody
        .filter(({ extra }) => extra !== 0)
        .map(({ name, extra }) => ["2026-10", name, "extra", extra, `canary reason of ${name}`, "HR", ""]),
    ]),
    grid("Raw export", [["Agent", "Day", "Amount", "Asked", "Bought"], ...everybody.flatMap(rawRows)]),
    grid("History", [
      ["Month", "Person", "Team", "Name", "Value"],
      ...everybody.flatMap(({ name, team, past, pastTeam = team.team }) =>
        Object.entries(past ?? {}).map(([figure, value]) => ["2026-09", name, pastTeam, figure, value]),
      ),
    ]),
  ];
}

export interface Seat extends Workbook {
  readonly cloud: Cloud;
}

/** A person in front of a workbook, with the cloud behind it. */
export function sit(book: Book, cloud = new Cloud(), email = "hr@shop.example", bookId = "book-1"): Seat {
  return { ...workbook(book, { email, isOwner: true }, { cloud, bookId }), cloud };
}

export function seatOf(teams: readonly Team[], cloud?: Cloud, email?: string): Seat {
  return sit(bookOf(gridsOf(teams)), cloud, email);
}

/** Puts other rule and pasted tabs into the workbook; `Shares` stays. */
export function retype(seat: Seat, teams: readonly Team[]): void {
  const fresh = bookOf(gridsOf(teams));
  const { sheets } = seat.book;
  for (const sheet of fresh.sheets) {
    const index = sheets.findIndex(({ name }) => name === sheet.name);
    if (index >= 0) sheets.splice(index, 1, sheet);
    else sheets.push(sheet);
  }
}
