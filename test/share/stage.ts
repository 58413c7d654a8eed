/** Shares on a stage that can be set up again: what stood before, what is shared, what must always hold. */
import { expect } from "vitest";
import { Cloud, type CloudFile } from "../../src/local/cloud.ts";
import type { Failure } from "../../src/local/guard.ts";
import { type ShareRow, standings } from "../../src/share/records";
import { runShares } from "../../src/share/share";
import type { ShareReport, ShareTask } from "../../src/share/task";
import { walkRequests, walkSpreadsheet } from "../../src/share/walk";
import { MESSAGES } from "../../src/text/messages/index";
import { type Computed, compute, deskOf, planOf, tasksOf } from "./bench";
import { readersOf, withPay } from "./harness";
import { agent, shop, type Team } from "./world";

export interface Scene {
  readonly name: string;
  /** What was shared before, undisturbed; null for a first share. */
  readonly before: { readonly world: Computed; readonly pay: boolean } | null;
  readonly world: Computed;
  readonly pay: boolean;
}

const [alpha, beta] = shop() as [Team, Team];
const [bert, ...others] = beta.agents;
if (!bert) throw new Error("Beta has agents");
const whole = compute([alpha, beta]);
const moved = compute([
  { ...alpha, agents: [...alpha.agents, bert] },
  { ...beta, agents: others },
]);
const renewed = compute([alpha, { ...beta, manager: "Nina", email: "nina@shop.example" }]);
const better = compute([{ ...alpha, agents: [...alpha.agents, agent("Ayla")] }, beta]);

export const SCENES: readonly Scene[] = [
  { name: "first share", before: null, world: whole, pay: true },
  { name: "update", before: { world: whole, pay: true }, world: better, pay: true },
  { name: "pay unticked, Bert moved", before: { world: whole, pay: true }, world: moved, pay: false },
  { name: "new manager", before: { world: whole, pay: false }, world: renewed, pay: false },
];

export const MIA = "mia@shop.example";

export interface Stage {
  readonly cloud: Cloud;
  readonly rows: ShareRow[];
}

export function run(stage: Stage, world: Computed, pay: boolean, failure?: Failure) {
  const desk = deskOf(stage.cloud, stage.rows);
  const plan = planOf(world, stage.rows, [withPay(MIA, pay)]);
  const tasks = tasksOf(world, plan);
  desk.guard.failure = failure;
  const report = runShares(desk.tools, tasks, plan.leaving);
  return { report, tasks, calls: desk.guard.total };
}

/** The stage before a scene; made once, and copied for every fault. */
export function stageOf({ before }: Scene): () => Stage {
  const first: Stage = { cloud: new Cloud(), rows: [] };
  if (before) run(first, before.world, before.pay);
  return () => ({ cloud: copyOf(first.cloud), rows: structuredClone(first.rows) });
}

function copyOf(from: Cloud): Cloud {
  const cloud = new Cloud();
  cloud.uuids = from.uuids;
  for (const { madeFor, meta, permissions, content } of from.files.values()) {
    const file = cloud.add(madeFor, structuredClone(meta));
    file.permissions = structuredClone(permissions);
    file.content.state = structuredClone(content.state);
    file.content.history.push(...content.history);
  }
  return cloud;
}

export function filesOf({ cloud }: Stage): CloudFile[] {
  return [...cloud.files.values()];
}

export function keyOf({ meta }: CloudFile): string {
  return meta.appProperties?.key ?? "";
}

/** Files that can be read, without ids and keys. */
export function outcome(stage: Stage): string[] {
  return filesOf(stage)
    .filter((file) => readersOf(file).length > 0)
    .map(({ meta, permissions, content }) => JSON.stringify([meta.name, permissions, content.state]))
    .sort();
}

/** Amounts of pay of the shop, to the cent: they stand nowhere but in files with pay. */
export const PAY = ["2345.67", "2111.11", "123.45", "2,345.67"];

export function checkAlways(
  stage: Stage,
  tasks: readonly ShareTask[],
  report: ShareReport,
  calls: number,
): void {
  const standing = standings(stage.rows);
  const readers = filesOf(stage).flatMap(readersOf);
  // 4: one live file a reader and key, none unlisted.
  expect(new Set(readers).size).toBe(readers.length);
  const live = filesOf(stage).filter(({ meta }) => !meta.trashed);
  expect(new Set(live.map(keyOf)).size).toBe(live.length);
  for (const file of live) expect(standing.map(({ key }) => key)).toContain(keyOf(file));
  for (const file of filesOf(stage)) checkFile(file, standing, tasks);
  // 8: what is written down as taken back reads nothing.
  for (const row of standing.filter(({ state }) => state === "revoked" || state === "trashed"))
    expect(stage.cloud.view(row.file, row.email)).toBeNull();
  // 11 and 12: bounded, and words without names for whatever happened.
  expect(calls).toBeLessThan(120);
  const codes = [...report.outcomes.map(({ code }) => code), ...(report.stopped ? [report.stopped] : [])];
  for (const code of codes) expect(MESSAGES[code]).toBeDefined();
}

/** 5 to 7: a file that can be read is one that was described, for its own reader, with pay only where ticked. */
function checkFile(file: CloudFile, standing: readonly ShareRow[], tasks: readonly ShareTask[]): void {
  const row = standing.find(({ key }) => key === keyOf(file));
  for (const reader of readersOf(file)) {
    expect(reader).toBe(row?.email);
    const task = tasks.find(({ share }) => share.email === reader);
    const isNew = task && walkSpreadsheet(file.content.resource(true), task.file, task.secrets).length === 0;
    // The file of the share before, which was verified then, or the new one.
    expect(isNew || file.content.history.length === 1).toBe(true);
    // 5: what was sent for it finds nothing to object to.
    const [sent] = file.content.history.slice(-1);
    if (task && isNew && sent !== undefined) expect(walkRequests(JSON.parse(sent), task.secrets)).toEqual([]);
  }
  if (row && !row.pay) for (const amount of PAY) expect(file.content.history.join()).not.toContain(amount);
}
