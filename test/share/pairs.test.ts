/**
 * What people and Google do while a share runs, alone at every call and in seeded pairs with a call that
 * fails: SHARING section 8, g, i and j, and e as a clock that jumps.
 */
import { afterAll, describe, expect, it } from "vitest";
import type { CloudFile } from "../../src/local/cloud.ts";
import type { Call, Failure } from "../../src/local/guard.ts";
import type { ShareChoice } from "../../src/share/plan";
import { standings } from "../../src/share/records";
import { runShares, type ShareTools, TIME_LIMIT } from "../../src/share/share";
import { walkSpreadsheet } from "../../src/share/walk";
import { MESSAGES } from "../../src/text/messages/index";
import { type Desk, deskOf, failing, planOf, tasksOf } from "./bench";
import { readersOf, withPay } from "./harness";
import { filesOf, keyOf, MIA, outcome, PAY, run, SCENES, type Scene, type Stage, stageOf } from "./stage";

const SEED = 20261001;
const EVERY_CALL = process.env.KPI_EVERY_CALL === "1";
/** Every call with `KPI_EVERY_CALL=1`; else one in four, another one for each act. */
const APART = EVERY_CALL ? 1 : 4;
const EVE = { id: "666", type: "user", role: "reader", emailAddress: "eve@shop.example" };

type Act = (file: CloudFile, stage: Stage) => void;

/** What the owner of the files may do to the one that was made last, by hand and at any moment. */
const ACTS: Readonly<Record<string, Act>> = {
  "types a cell": ({ content }) => {
    const [sheet] = content.state.sheets;
    if (sheet) sheet.rows[0] = [{ userEnteredValue: { stringValue: "mine, about Bert" } }];
  },
  "inserts a row": ({ content }) => {
    const [sheet] = content.state.sheets;
    sheet?.rows.splice(2, 0, []);
    sheet?.rowMetadata.splice(2, 0, { pixelSize: 21 });
    if (sheet)
      sheet.properties.gridProperties.rowCount = Number(sheet.properties.gridProperties.rowCount) + 1;
  },
  "renames a tab": ({ content }) => {
    const [sheet] = content.state.sheets;
    if (sheet) sheet.properties.title = "Mine";
  },
  "deletes a tab": ({ content }) => {
    if (content.state.sheets.length > 1) content.state.sheets.pop();
  },
  "hides a tab": ({ content }) => {
    const sheet = content.state.sheets[1];
    if (sheet) sheet.properties.hidden = true;
  },
  "renames the file": ({ content, meta }) => {
    content.state.properties.title = "Mine";
    Object.assign(meta, { name: "Mine" });
  },
  "lets somebody else read": (file) => {
    file.permissions = [...file.permissions.filter(({ id }) => id !== EVE.id), { ...EVE }];
  },
  "takes the reader out": (file) => {
    file.permissions = file.permissions.filter(({ role }) => role === "owner");
  },
  "moves the file to the trash": ({ meta }) => Object.assign(meta, { trashed: true }),
  "deletes the file": ({ id }, { cloud }) => cloud.files.delete(id),
};

/** Codes of what is left for HR to do, after which the next share goes on. */
const LEFT_TO_HR: ReadonlySet<string> = new Set(["share.extra-access", "share.in-trash", "share.gone"]);

interface Disturbance {
  /** Number of the call before which somebody acts. */
  readonly acts?: { readonly at: number; readonly act: Act };
  readonly fails?: { readonly at: number; readonly when: Failure["when"]; readonly lasts: Failure["then"] };
  readonly alter?: (desk: Desk) => ShareTools;
}

/** Runs a share under disturbances, and checks at every grant that the file is the one that was asked for. */
function disturbed(stage: Stage, scene: Scene, { acts, fails, alter }: Disturbance, choices?: ShareChoice[]) {
  // The local clock is what scripts slept; each run begins at 0.
  stage.cloud.sleptMs = 0;
  const desk = deskOf(stage.cloud, stage.rows);
  const plan = planOf(scene.world, stage.rows, choices ?? [withPay(MIA, scene.pay)]);
  const tasks = tasksOf(scene.world, plan);
  const grants = stage.cloud.events.length;
  const since = { read: 0, acted: Number.POSITIVE_INFINITY };
  const watch = ({ index, name }: Call) => {
    if (index === acts?.at) {
      since.acted = index;
      const last = filesOf(stage).pop();
      if (last) acts.act(last, stage);
    }
    if (name === "Sheets.Spreadsheets.get") since.read = index;
    // Nobody can see what is done to a file between the last look at it and the grant.
    if (name === "Drive.Permissions.create" && !(since.acted > since.read && since.acted <= index)) {
      const asked = filesOf(stage).filter(({ content }) =>
        tasks.some(
          ({ file, secrets }) => walkSpreadsheet(content.resource(true), file, secrets).length === 0,
        ),
      );
      expect(asked.length).toBeGreaterThan(0);
    }
    return index === fails?.at;
  };
  desk.guard.failure = failing(watch, fails?.when ?? "before", fails?.lasts ?? "once");
  const report = runShares(alter ? alter(desk) : desk.tools, tasks, plan.leaving, plan.givenUp);
  const granted = stage.cloud.events.slice(grants).filter(({ kind }) => kind === "grant");
  const planned = tasks.map(({ share }) => share.email);
  for (const { who } of granted) expect(planned).toContain(who);
  checkRest(stage);
  for (const { code } of report.outcomes) expect(MESSAGES[code]).toBeDefined();
  return { report, calls: desk.guard.total };
}

/** 7 and 8: no pay where it is not ticked, and what is taken back reads nothing. */
function checkRest(stage: Stage): void {
  const standing = new Map(standings(stage.rows).map((row) => [row.key, row]));
  for (const file of filesOf(stage)) {
    const row = standing.get(keyOf(file));
    if (row && !row.pay) for (const amount of PAY) expect(file.content.history.join()).not.toContain(amount);
    if (row?.state === "revoked" || row?.state === "trashed")
      expect(stage.cloud.view(file.id, row.email)).toBeNull();
  }
}

/** Shares until nothing is left, doing between two runs what the messages ask for. */
function heal(stage: Stage, scene: Scene, what: string): void {
  const choices = () => [withPay(MIA, scene.pay)];
  for (let round = 0; round < 4; round++) {
    const { report } = disturbed(stage, scene, {}, choices());
    if (report.stopped === null && report.done === report.of) break;
    for (const file of filesOf(stage)) file.permissions = file.permissions.filter(({ id }) => id !== EVE.id);
    const left = report.outcomes.filter(({ code }) => LEFT_TO_HR.has(code));
    const lost = left.filter(({ code }) => code !== "share.extra-access");
    const again = lost.map(
      ({ email, holds }): ShareChoice => ({ email, holds, pay: email === MIA && scene.pay, again: true }),
    );
    if (again.length > 0)
      disturbed(stage, scene, {}, [
        ...choices().filter(({ email }) => !again.some((one) => one.email === email)),
        ...again,
      ]);
  }
  // The last run may have left nothing to do.
  for (const file of filesOf(stage)) file.permissions = file.permissions.filter(({ id }) => id !== EVE.id);
  const { report } = disturbed(stage, scene, {}, choices());
  expect([report.stopped, report.done], what).toEqual([null, report.of]);
  const readers = filesOf(stage).flatMap(readersOf);
  expect(new Set(readers).size, what).toBe(readers.length);
}

let points = 0;
const tried = SCENES.map((scene) => {
  const prepare = stageOf(scene);
  const clean = prepare();
  const { calls } = run(clean, scene.world, scene.pay);
  return { scene, prepare, calls, wanted: outcome(clean) };
});
const [first, , narrower] = tried as [(typeof tried)[0], (typeof tried)[0], (typeof tried)[0]];

describe("the owner, at any call of a share,", () => {
  it.each(Object.entries(ACTS))("%s", (name, act) => {
    const start = 1 + (Object.keys(ACTS).indexOf(name) % APART);
    for (const { scene, prepare, calls, wanted } of [first, narrower]) {
      for (let at = start; at <= calls; at += APART) {
        const stage = prepare();
        const what = `${scene.name}, ${name}, call ${at}`;
        disturbed(stage, scene, { acts: { at, act } });
        heal(stage, scene, what);
        expect(outcome(stage), what).toEqual(wanted);
        points++;
      }
    }
  });
});

/** Numbers from 0 to 1 that a seed gives (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** From one call on, Google answers some calls with an error, or the clock jumps. */
function answering(from: number, times: number, code: number, reason: string, jump = 0) {
  return ({ tools, guard, seat }: Desk): ShareTools => {
    let left = times;
    const face = (service: object): object =>
      new Proxy(service, {
        get: (target, name) => {
          const member: unknown = Reflect.get(target, name);
          if (typeof member === "object" && member !== null) return face(member);
          if (typeof member !== "function" || name === "sleep" || name === "getUuid") return member;
          return (...args: unknown[]) => {
            if (guard.total + 1 < from || left === 0) return Reflect.apply(member, target, args);
            left--;
            seat.cloud.sleptMs += jump;
            if (code === 0) return Reflect.apply(member, target, args);
            throw Object.assign(new Error("API call failed"), { details: { code, errors: [{ reason }] } });
          };
        },
      });
    const { Drive, Sheets, Utilities } = tools.services;
    const services = {
      Drive: face(Drive),
      Sheets: face(Sheets),
      Utilities,
    } as unknown as ShareTools["services"];
    return { ...tools, services };
  };
}

const ANSWERS: readonly ((from: number, random: () => number) => (desk: Desk) => ShareTools)[] = [
  // j: too many calls, n times.
  (from, random) => answering(from, 1 + Math.floor(random() * 7), 429, "rateLimitExceeded"),
  // i: the right is withdrawn, for one call or for the rest of the run.
  (from) => answering(from, 1, 403, "insufficientFilePermissions"),
  (from) => answering(from, 10_000, 403, "appNotAuthorizedToFile"),
  // The outcome is not known, several times.
  (from, random) => answering(from, 1 + Math.floor(random() * 3), 503, "backendError"),
  // e: the clock jumps.
  (from) => answering(from, 1, 0, "", TIME_LIMIT),
];

const KINDS: readonly [Failure["when"], Failure["then"]][] = [
  ["before", "once"],
  ["after", "once"],
  ["before", "dead"],
  ["after", "dead"],
];

/** All with `KPI_EVERY_CALL=1`, which takes minutes. */
const PAIRS = EVERY_CALL ? 600 : 40;

describe("seeded pairs", () => {
  it("of a failing call with an act of the owner, or with Google's answers, heal", () => {
    const random = seeded(SEED);
    const pick = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)] as One;
    const acts = Object.entries(ACTS);
    for (let pair = 0; pair < PAIRS; pair++) {
      const { scene, prepare, calls, wanted } = pick(tried);
      const call = () => 1 + Math.floor(random() * calls);
      const [when, lasts] = pick(KINDS);
      const fails = { at: call(), when, lasts };
      const [name, act] = pick(acts);
      const other: Disturbance =
        random() < 0.5 ? { acts: { at: call(), act } } : { alter: pick(ANSWERS)(call(), random) };
      const stage = prepare();
      disturbed(stage, scene, { fails, ...other });
      const what = `pair ${pair} of seed ${SEED}: ${scene.name}, ${name}, ${JSON.stringify(fails)}`;
      heal(stage, scene, what);
      expect(outcome(stage), what).toEqual(wanted);
      points++;
    }
  }, 600_000);
});

afterAll(() => {
  console.log(`share: ${points} points of people, answers and pairs, seed ${SEED}`);
});
