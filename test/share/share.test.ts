/** Shares from the workbook to the cloud and back, with everything that people and Google do meanwhile. */
import { describe, expect, it } from "vitest";
import { Cloud } from "../../src/local/cloud.ts";
import { runShares, type ShareTools, TIME_LIMIT } from "../../src/share/share";
import { sharePreview } from "../../src/sharing";
import { bookOf } from "../worked/book-of";
import { compute, type Desk, deskOf, failing, planOf, tasksOf } from "./bench";
import {
  fileOf,
  grantedFiles,
  MONTH,
  outcomeOf,
  preview,
  readersOf,
  share,
  shareWith,
  standing,
  withPay,
} from "./harness";
import { gridsOf, retype, type Seat, seatOf, shop, sit, type Team } from "./world";

const MIA = "mia@shop.example";
const NOAH = "noah@shop.example";
const [alpha, beta] = shop() as [Team, Team];

function eventsOf({ cloud }: Seat): string[] {
  return cloud.events.map(({ kind, file, who }) =>
    kind === "grant" || kind === "revoke" ? `${kind} ${file} ${who}` : `${kind} ${file}`,
  );
}

describe("a share from the workbook", () => {
  it("makes a file for each manager, and grants it after it was written", () => {
    const seat = seatOf([alpha, beta]);
    const answer = share(seat);
    expect([answer.ok, answer.message]).toEqual([true, "2 of 2 done."]);
    expect(eventsOf(seat)).toEqual([
      "create file1",
      "write file1",
      `grant file1 ${MIA}`,
      "create file2",
      "write file2",
      `grant file2 ${NOAH}`,
    ]);
    expect(
      standing(seat).map(({ email, state, file, people }) => [email, state, file, people.length]),
    ).toEqual([
      [MIA, "shared", "file1", 3],
      [NOAH, "shared", "file2", 3],
    ]);
    expect(seat.world.locked).toBe(false);
    expect(seat.book.sheets.map(({ name }) => name).filter((name) => name.startsWith("__"))).toEqual([]);
  });

  it("leaves the tab in view that was", () => {
    const seat = seatOf([alpha, beta]);
    const shown = seat.book.findSheet("Raw export");
    seat.book.activeSheet = shown;
    share(seat);
    expect(shown?.name).toBe("Raw export");
    expect(seat.book.activeSheet).toBe(shown);
  });

  it("writes nothing in the preview", () => {
    const seat = seatOf([alpha, beta]);
    const before = seat.book.sheets.length;
    preview(seat);
    expect([seat.book.sheets.length, seat.cloud.files.size]).toEqual([before, 0]);
  });

  it("changes nothing when it runs again", () => {
    const seat = seatOf([alpha, beta]);
    share(seat);
    const [once, events] = [outcomeOf(seat), seat.cloud.events.length];
    expect(share(seat).files.map(({ code }) => code)).toEqual(["share.unchanged", "share.unchanged"]);
    expect([outcomeOf(seat), seat.cloud.events.length]).toEqual([once, events]);
  });

  it("leaves the Shares tab out of what it computes", () => {
    const seat = seatOf([alpha, beta]);
    share(seat);
    expect(preview(seat).notes).toEqual(preview(seatOf([alpha, beta])).notes);
  });

  it("takes back what is narrower before it shares anew, and trashes it last", () => {
    const seat = seatOf([alpha, beta]);
    share(seat, [withPay(MIA)]);
    seat.cloud.events.length = 0;
    share(seat, [withPay(MIA, false)]);
    expect(eventsOf(seat)).toEqual([
      `revoke file1 ${MIA}`,
      "create file3",
      "write file3",
      `grant file3 ${MIA}`,
      "trash file1",
    ]);
    expect(seat.cloud.view("file1", MIA)).toBeNull();
    expect(fileOf(seat, MIA).content.history.join()).not.toContain("2345.67");
  });

  it("updates in place where nobody is taken out, and clears what somebody put there", () => {
    const seat = seatOf([alpha, beta]);
    share(seat);
    const { state } = fileOf(seat, MIA).content;
    Object.assign(state.sheets[0] ?? {}, {
      charts: [{ chartId: 5 }],
      protectedRanges: [{ protectedRangeId: 6 }],
      bandedRanges: [{ bandedRangeId: 7 }],
      filterViews: [{ filterViewId: 8 }],
      slicers: [{ slicerId: 9 }],
      basicFilter: {},
      merges: [{}],
      conditionalFormats: [{}, {}],
    });
    state.namedRanges.push({ namedRangeId: "n1" });
    const second = state.sheets[1];
    if (!second) throw new Error("two sheets");
    state.sheets.push({
      ...structuredClone(second),
      properties: { ...second.properties, sheetId: 77, title: "mine" },
    });
    second.properties.hidden = true;
    retype(seat, [{ ...alpha, agents: alpha.agents.map((one) => ({ ...one, sales: one.sales + 1 })) }, beta]);
    expect(share(seat).ok).toBe(true);
    const clean = seatOf([
      { ...alpha, agents: alpha.agents.map((one) => ({ ...one, sales: one.sales + 1 })) },
      beta,
    ]);
    share(clean);
    expect(outcomeOf(seat)).toBe(outcomeOf(clean));
    expect(seat.cloud.files.size).toBe(2);
  });

  it("stops where it finds what it cannot clear, and lets nobody read it", () => {
    const seat = seatOf([alpha, beta]);
    share(seat);
    fileOf(seat, MIA).content.state.developerMetadata.push({ metadataKey: "x" });
    retype(seat, [{ ...alpha, agents: alpha.agents.map((one) => ({ ...one, sales: one.sales + 1 })) }, beta]);
    expect(share(seat).files.map(({ code }) => code)).toEqual(["share.mismatch", "share.unchanged"]);
    expect(grantedFiles(seat).flatMap(readersOf)).toEqual([NOAH]);
    expect(share(seat).ok).toBe(true);
    expect(grantedFiles(seat).flatMap(readersOf).sort()).toEqual([MIA, NOAH]);
  });

  it("takes back the file of a manager who has nobody any more", () => {
    const seat = seatOf([alpha, beta]);
    share(seat);
    retype(seat, [alpha]);
    expect(preview(seat).leaving.map(({ email }) => email)).toEqual([NOAH]);
    expect(share(seat).files.map(({ email, code }) => [email, code])).toEqual([
      [NOAH, "share.revoked"],
      [MIA, "share.unchanged"],
    ]);
    expect(seat.cloud.view("file2", NOAH)).toBeNull();
  });

  it("gives an agent a file of one person", () => {
    const seat = seatOf([alpha, beta]);
    share(seat, [{ email: "anna@shop.example", holds: "own", pay: true }]);
    const seen = JSON.stringify(fileOf(seat, "anna@shop.example").content.resource(true));
    expect(seen).toContain("2345.67");
    for (const other of ["Arno", "Asta", "Bert", "Team average"]) expect(seen).not.toContain(other);
  });
});

describe("a share that is refused", () => {
  it("when the plan is not the one of the preview", () => {
    const seat = seatOf([alpha, beta]);
    const { token } = preview(seat);
    expect(shareWith(seat, token, [withPay(MIA)])).toHaveProperty("error");
    retype(seat, [{ ...alpha, email: "eve@evil.example" }, beta]);
    expect(shareWith(seat, token)).toHaveProperty("error");
    expect(seat.cloud.files.size).toBe(0);
  });

  it("while another run has the workbook", () => {
    const seat = seatOf([alpha, beta]);
    const { token } = preview(seat);
    seat.world.lockedElsewhere = true;
    expect(shareWith(seat, token)).toEqual({
      error: "Another run has this workbook now. Try again shortly.",
    });
    expect(seat.cloud.files.size).toBe(0);
  });

  it("where the right to make files was not given", () => {
    const seat = seatOf([alpha, beta]);
    seat.cloud.deniedScopes.add("https://www.googleapis.com/auth/drive.file");
    expect(() => sharePreview(seat.services, { month: MONTH, choices: [] }, "en")).toThrow(/Authorization/);
  });

  it("for a colleague, who cannot reach the files, and says who can", () => {
    const seat = seatOf([alpha, beta]);
    share(seat);
    const before = outcomeOf(seat);
    const colleague = sit(seat.book, seat.cloud, "eve@shop.example");
    expect(preview(colleague).files.map(({ action }) => action)).toEqual(["blocked", "blocked"]);
    const answer = share(colleague);
    expect(answer.files.map(({ code }) => code)).toEqual(["share.made-by-other", "share.made-by-other"]);
    expect([answer.ok, outcomeOf(seat)]).toEqual([false, before]);
  });

  it("for a colleague whose account does not tell its address: Drive's 404 is no reason to make another", () => {
    const seat = seatOf([alpha, beta]);
    share(seat);
    const events = seat.cloud.events.length;
    const colleague = sit(seat.book, seat.cloud, "");
    retype(colleague, [{ ...alpha, agents: alpha.agents.slice(1) }, beta]);
    expect(share(colleague).files.map(({ code }) => code)).toEqual(["share.gone", "share.gone"]);
    expect(seat.cloud.events.length).toBe(events);
  });

  it("in a copy of the workbook, whose rows name the original's files", () => {
    const seat = seatOf([alpha, beta]);
    share(seat);
    const before = outcomeOf(seat);
    const copy = sit(seat.book, seat.cloud, "hr@shop.example", "book-2");
    expect(share(copy).files.map(({ code }) => code)).toEqual(["share.copied", "share.copied"]);
    expect(outcomeOf(seat)).toBe(before);
  });
});

describe("two people", () => {
  it("who share one after the other from one workbook: the second is told, nothing is doubled", () => {
    const book = bookOf(gridsOf([alpha, beta]));
    const cloud = new Cloud();
    const [first, second] = [sit(book, cloud), sit(book, cloud, "eve@shop.example")];
    const [one, other] = [preview(first), preview(second)];
    expect(shareWith(first, one.token)).toMatchObject({ ok: true });
    expect(shareWith(second, other.token)).toHaveProperty("error");
    expect(grantedFiles(first)).toHaveLength(2);
  });

  it("who share at once: whoever comes while the lock is held touches nothing, at any call", () => {
    const { token } = preview(seatOf([alpha, beta]));
    for (const at of ["Drive.Files.create", "Sheets.Spreadsheets.batchUpdate", "Drive.Permissions.create"]) {
      const book = bookOf(gridsOf([alpha, beta]));
      const cloud = new Cloud();
      const [first, second] = [sit(book, cloud), sit(book, cloud, "eve@shop.example")];
      let answer: object | undefined;
      const watch = ({ name }: { readonly name: string }) => {
        if (name !== at || answer) return false;
        second.world.lockedElsewhere = first.world.locked;
        answer = shareWith(second, token);
        return false;
      };
      first.guard.failure = failing(watch, "before", "once");
      expect(shareWith(first, token)).toMatchObject({ ok: true });
      expect(answer).toEqual({ error: "Another run has this workbook now. Try again shortly." });
      expect([...cloud.files.values()].every(({ madeFor }) => madeFor === "hr@shop.example")).toBe(true);
    }
  });
});

const world = compute([alpha, beta]);

function run(desk: Desk, tools: Partial<ShareTools> = {}) {
  const plan = planOf(world, desk.rows);
  return runShares({ ...desk.tools, ...tools }, tasksOf(world, plan), plan.leaving);
}

/** Answers of Google's at the first calls of one method, `times` times. */
function answering(desk: Desk, method: string, times: number, code: number, reason: string): ShareTools {
  const { services } = desk.tools;
  let left = times;
  const guarded =
    (call: (...args: never[]) => unknown, name: string) =>
    (...args: never[]) => {
      if (name !== method || left === 0) return call(...args);
      left--;
      throw Object.assign(new Error("API call failed"), { details: { code, errors: [{ reason }] } });
    };
  const group = (service: object, prefix: string) =>
    Object.fromEntries(
      Object.keys(service).map((name) => [name, guarded(Reflect.get(service, name), `${prefix}.${name}`)]),
    );
  return {
    ...desk.tools,
    services: {
      Utilities: services.Utilities,
      Drive: {
        Files: group(services.Drive.Files, "Files"),
        Permissions: group(services.Drive.Permissions, "Permissions"),
      },
      Sheets: { Spreadsheets: group(services.Sheets.Spreadsheets, "Spreadsheets") },
    } as unknown as ShareTools["services"],
  };
}

describe("Google's answers", () => {
  const answers: readonly [
    method: string,
    times: number,
    code: number,
    reason: string,
    first: string,
    stopped: string | null,
  ][] = [
    ["Files.create", 4, 429, "rateLimitExceeded", "share.shared", null],
    ["Files.create", 5, 429, "rateLimitExceeded", "share.rate", "share.rate"],
    ["Spreadsheets.batchUpdate", 4, 403, "userRateLimitExceeded", "share.shared", null],
    ["Spreadsheets.batchUpdate", 1, 400, "badRequest", "share.not-accepted", null],
    ["Spreadsheets.batchUpdate", 1, 403, "forbidden", "share.refused", null],
    ["Spreadsheets.batchUpdate", 1, 503, "backendError", "share.unknown", "share.unknown"],
    ["Permissions.create", 1, 403, "sharingRateLimitExceeded", "share.sharing-limit", "share.sharing-limit"],
    ["Permissions.create", 1, 403, "domainPolicy", "share.refused", null],
    ["Permissions.create", 1, 400, "invalidSharingRequest", "share.bad-reader", null],
    ["Permissions.create", 1, 500, "internalError", "share.unknown", "share.unknown"],
    ["Files.get", 1, 404, "notFound", "share.gone", null],
    ["Files.list", 1, 502, "", "share.unknown", "share.unknown"],
  ];
  it.each(answers)("%s, %i times %i %s", (method, times, code, reason, first, stopped) => {
    const desk = deskOf();
    const report = run(desk, answering(desk, method, times, code, reason));
    expect([report.outcomes[0]?.code, report.stopped]).toEqual([first, stopped]);
    expect(desk.seat.cloud.events.filter(({ kind }) => kind === "create").length).toBeLessThanOrEqual(2);
    expect(run(desk).stopped).toBeNull();
    expect(desk.seat.cloud.files.size).toBe(2);
    expect([...desk.seat.cloud.files.values()].flatMap(readersOf).sort()).toEqual([MIA, NOAH]);
  });

  it("waits 1, 2, 4 and 8 seconds and not more than five tries", () => {
    const desk = deskOf();
    run(desk, answering(desk, "Files.create", 9, 429, "rateLimitExceeded"));
    expect(desk.seat.cloud.sleptMs).toBe(15_000);
  });

  it("says that an address is a group, and takes it back", () => {
    const desk = deskOf();
    desk.seat.cloud.groups.add(MIA);
    expect(run(desk).outcomes.map(({ code }) => code)).toEqual(["share.not-a-person", "share.shared"]);
    expect([...desk.seat.cloud.files.values()].flatMap(readersOf)).toEqual([NOAH]);
  });

  it("shares nothing from a folder that others read", () => {
    const desk = deskOf();
    desk.seat.cloud.inherited = [{ id: "9", type: "domain", role: "reader" }];
    expect(run(desk).outcomes.map(({ code }) => code)).toEqual(["share.extra-access", "share.extra-access"]);
    expect(desk.seat.cloud.events.map(({ kind }) => kind)).toEqual(["create", "create"]);
  });

  it("knows a file in the trash, and makes a new one only when it is told to", () => {
    const desk = deskOf();
    run(desk);
    const file = [...desk.seat.cloud.files.values()].find((one) => readersOf(one).includes(MIA));
    Object.assign(file?.meta ?? {}, { trashed: true });
    expect(run(desk).outcomes[0]?.code).toBe("share.in-trash");
    const plan = planOf(world, desk.rows, [{ ...withPay(MIA, false), again: true }]);
    expect(runShares(desk.tools, tasksOf(world, plan), []).outcomes[0]?.code).toBe("share.shared");
    expect([...desk.seat.cloud.files.values()].flatMap(readersOf).sort()).toEqual([MIA, NOAH]);
  });

  it("gives up a deleted file where it is told to", () => {
    const desk = deskOf();
    run(desk);
    desk.seat.cloud.files.delete("file1");
    expect(run(desk).outcomes[0]?.code).toBe("share.gone");
    const plan = planOf(world, desk.rows, [{ ...withPay(MIA, false), again: true }]);
    runShares(desk.tools, tasksOf(world, plan), []);
    expect(desk.rows.map(({ state }) => state)).toContain("lost");
    expect([...desk.seat.cloud.files.values()].flatMap(readersOf).sort()).toEqual([MIA, NOAH]);
  });
});

describe("a large file", () => {
  it("is never seen half written: its reader is let in again when all of it was read back", () => {
    const desk = deskOf();
    run(desk);
    desk.seat.cloud.events.length = 0;
    const plan = planOf(world, desk.rows);
    const tasks = tasksOf(world, plan).map((task) => {
      const [first, ...tabs] = task.file.tabs;
      if (!first || task.share.email !== MIA) return task;
      const row = Array(first.columnCount).fill({ kind: "text", value: "x".repeat(300), style: {} });
      const rows = [...first.rows, ...Array(600).fill(row)];
      return { ...task, print: "large", file: { ...task.file, tabs: [{ ...first, rows }, ...tabs] } };
    });
    const report = runShares(desk.tools, tasks, []);
    expect(report.outcomes.map(({ code }) => code)).toEqual(["share.shared", "share.unchanged"]);
    const kinds = desk.seat.cloud.events.map(({ kind }) => kind);
    expect([kinds[0], kinds[kinds.length - 1]]).toEqual(["revoke", "grant"]);
    expect(kinds.filter((kind) => kind === "write").length).toBeGreaterThan(1);
  });
});

describe("words that are no secrets", () => {
  it("are numbers, days, and names that stand inside the reader's own", () => {
    const odd = {
      ...beta,
      agents: beta.agents.map((one, index) => ({
        ...one,
        account: ["80", "2026-10-05", "Team"][index] ?? "",
      })),
    };
    const own = { ...alpha, agents: alpha.agents.map((one) => ({ ...one, name: `${one.name} Bert` })) };
    expect(share(seatOf([own, odd])).ok).toBe(true);
  });
});

describe("a request that would leak", () => {
  it("is not sent", () => {
    const desk = deskOf();
    const plan = planOf(world);
    const tasks = tasksOf(world, plan).map((task) => {
      const [first, ...tabs] = task.file.tabs;
      if (!first || task.share.email !== MIA) return task;
      const note = { kind: "text" as const, value: "x", style: {}, note: "behind Bert" };
      const rows = [...first.rows, [note, ...Array(first.columnCount - 1).fill(null)]];
      return { ...task, file: { ...task.file, tabs: [{ ...first, rows }, ...tabs] } };
    });
    const report = runShares(desk.tools, tasks, []);
    expect(report.outcomes.map(({ code }) => code)).toEqual(["share.leak", "share.shared"]);
    expect(desk.seat.cloud.events.filter(({ file }) => file === "file1").map(({ kind }) => kind)).toEqual([
      "create",
    ]);
  });
});

describe("time", () => {
  it.each([
    [TIME_LIMIT - 1, 2, null],
    [TIME_LIMIT, 0, "share.time"],
    [TIME_LIMIT + 1, 0, "share.time"],
  ])("after %i ms it shares %i", (elapsed, done, stopped) => {
    const desk = deskOf();
    const report = run(desk, { elapsed: () => elapsed });
    expect([report.done, report.of, report.stopped]).toEqual([done, 2, stopped]);
  });

  it("goes on from the tab where it stopped", () => {
    const desk = deskOf();
    let looked = 0;
    const first = run(desk, { elapsed: () => (looked++ < 1 ? 0 : TIME_LIMIT) });
    expect([first.done, first.of, first.stopped]).toEqual([1, 2, "share.time"]);
    const second = run(desk);
    expect(second.outcomes.map(({ code }) => code)).toEqual(["share.unchanged", "share.shared"]);
    expect(desk.seat.cloud.files.size).toBe(2);
  });
});
