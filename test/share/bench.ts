/** Plans and tasks over a made-up shop without a workbook, so that faults can be tried by the hundred. */

import { expect } from "vitest";
import { computeClosing } from "../../src/closing";
import { parseMonth } from "../../src/engine/calendar";
import { LocalSheets, LocalUtilities } from "../../src/local/advanced.ts";
import { Book } from "../../src/local/book.ts";
import { Cloud } from "../../src/local/cloud.ts";
import { LocalDrive } from "../../src/local/drive.ts";
import { type Failure, Guard, Modelled } from "../../src/local/guard.ts";
import { signatures } from "../../src/local/signatures.ts";
import { computePrepared } from "../../src/month";
import { describeShare, type SharedViews, tabNames } from "../../src/share/content";
import { type PlannedShare, planShares, type ShareChoice, type SharePlan } from "../../src/share/plan";
import type { ShareRow } from "../../src/share/records";
import { secretsOf } from "../../src/share/secrets";
import { runShares, type ShareTools } from "../../src/share/share";
import type { ShareTask } from "../../src/share/task";
import { bookWithoutPay, closedWithoutPay } from "../../src/share/unpaid";
import type { Services } from "../../src/sheets/surface";
import { MONTH, readersOf, withPay } from "./harness";
import { gridsOf, type Kind, type Seat, sit, type Target, type Team } from "./world";

export const HR = "hr@shop.example";
const month = parseMonth(MONTH);

/** A computed shop. */
export interface Computed {
  readonly closing: ReturnType<typeof computeClosing>;
  readonly views: SharedViews;
}

export function compute(teams: readonly Team[], kind: Kind = "own", target?: Target): Computed {
  if (!month) throw new Error("no month");
  const closing = computeClosing(gridsOf(teams, kind, target), month, "en");
  const { rules, data } = closing.prepared;
  const bare = {
    ...rules,
    book: bookWithoutPay(rules.book),
    closed: closedWithoutPay(rules.closed, rules.book),
  };
  return {
    closing,
    views: { withPay: closing.view, withoutPay: computePrepared({ rules: bare, data }, "en") },
  };
}

export function planOf(
  { closing }: Computed,
  shares: readonly ShareRow[] = [],
  choices: readonly ShareChoice[] = [],
  me = HR,
): SharePlan {
  if (!month) throw new Error("no month");
  const { people } = closing.view.result;
  const { book, closed } = closing.prepared.rules;
  return planShares({ month, people, book, counted: book, closed, origins: [], shares, choices, me });
}

export function tasksOf(computed: Computed, plan: SharePlan): ShareTask[] {
  return plan.files.map((share) => ({ ...describedOf(computed, share), share }));
}

const known = new WeakMap<Computed, Map<string, Omit<ShareTask, "share">>>();

/** Descriptions are the same for the same reader, people and pay: they are made once a world. */
function describedOf(computed: Computed, share: PlannedShare): Omit<ShareTask, "share"> {
  const tasks = known.get(computed) ?? new Map<string, Omit<ShareTask, "share">>();
  known.set(computed, tasks);
  const { allowed, email, holds, reader } = share;
  const key = JSON.stringify([email, holds, reader, allowed.people, allowed.pay]);
  const task = tasks.get(key) ?? describeTask(computed, share);
  tasks.set(key, task);
  return task;
}

function describeTask({ closing, views }: Computed, share: PlannedShare): Omit<ShareTask, "share"> {
  const { book } = closing.prepared.rules;
  const { allowed, reader, email } = share;
  const file = describeShare(views, share, { locale: "en_US", timeZone: "Asia/Shanghai" });
  return {
    file,
    secrets: secretsOf({
      book,
      counted: book,
      result: views.withPay.result,
      tabs: ["Raw export"],
      allowed,
      reader,
    }),
    tabs: tabNames(views.withPay, allowed).join(", "),
    month: MONTH,
    print: JSON.stringify([email, file]),
  };
}

/** The tab `Shares` as a service of its own, so that its calls can be made to fail like the others. */
class LocalRecords extends Modelled {
  readonly modelled = "Records";

  constructor(readonly rows: ShareRow[]) {
    super();
  }

  append(rows: readonly ShareRow[]): void {
    this.rows.push(...structuredClone(rows));
  }
}

export interface Desk {
  readonly seat: Seat;
  readonly guard: Guard;
  readonly rows: ShareRow[];
  readonly tools: ShareTools;
}

/** The services of one person with the rows of `Shares`. */
export function deskOf(cloud = new Cloud(), rows: ShareRow[] = [], me = HR, source = "book-1"): Desk {
  const seat = sit(Book.blank("test"), cloud, me, source);
  const guard = new Guard({ ...signatures, Records: { append: "list" } }, seat.world.realm);
  const records = guard.wrap(new LocalRecords(rows)) as unknown as {
    append(rows: readonly ShareRow[]): void;
  };
  return { seat, guard, rows, tools: toolsFor(seat, guard, records, me, source, rows) };
}

function toolsFor(
  { cloud, world }: Seat,
  guard: Guard,
  records: { append(rows: readonly ShareRow[]): void },
  me: string,
  source: string,
  rows: readonly ShareRow[],
): ShareTools {
  const services = servicesOf(world, guard, cloud);
  return {
    services,
    random: () => 0,
    record: (rows) => records.append([...rows]),
    newKey: () => services.Utilities.getUuid(),
    at: () => "2026-11-02 09:30:00",
    elapsed: () => cloud.sleptMs,
    get listed() {
      return new Set(rows.map(({ key }) => key));
    },
    source,
    me,
  };
}

function servicesOf(world: Seat["world"], guard: Guard, cloud: Cloud): Services {
  const made = {
    Drive: new LocalDrive(world, cloud),
    Sheets: new LocalSheets(world, cloud),
    Utilities: new LocalUtilities(cloud),
  };
  return Object.fromEntries(
    Object.entries(made).map(([name, service]) => [name, guard.wrap(service)]),
  ) as unknown as Services;
}

/** An order to fail: once, or from that call on, as when Google cuts the run off. */
export function failing(at: Failure["at"], when: Failure["when"], lasts: Failure["then"]): Failure {
  // biome-ignore lint/suspicious/noThenProperty: the guard's word for what comes after
  return { at, when, then: lasts };
}

const MIA = "mia@shop.example";

/** What Mia sees, the bytes of her file's whole history, and what the run says of her. */
export function seenByMia(
  teams: readonly Team[],
  pay: boolean,
  kind: Kind = "team",
  target?: Target,
): string {
  const computed = compute(teams, kind, target);
  const desk = deskOf();
  const plan = planOf(computed, [], [withPay(MIA, pay)]);
  // Mia's file alone, so that ids and keys do not tell how many others there are.
  const tasks = tasksOf(computed, plan).filter((task) => task.share.email === MIA);
  const report = runShares(desk.tools, tasks, plan.leaving);
  const file = [...desk.seat.cloud.files.values()].find((one) => readersOf(one).includes(MIA));
  expect(report.outcomes.map(({ code }) => code)).toEqual(["share.shared"]);
  const notes = tasks.map((task) => task.share.notes);
  return JSON.stringify([
    file?.content.history,
    file?.content.resource(true),
    file?.meta,
    desk.rows,
    report,
    notes,
  ]);
}
