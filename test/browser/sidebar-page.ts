/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** Opens the built sidebar in Chromium with a `google.script.run` that answers from fixtures. */
import type { Page } from "playwright-core";
import type { Action, Answer } from "../../src/api/contract";
import type { MenuEntry } from "../../src/sidebar/server";
import {
  DATA,
  EXPLANATION,
  FORMULA,
  MODEL,
  NEEDS,
  PROPOSAL,
  RULES,
  RUN,
  STATE,
  WHAT_IF,
  WORKED,
} from "./sidebar-answers";
import { browser } from "./workbench";

/** Answers by action; a missing one is the fixture's own. */
export type Answers = { readonly [Name in Action]?: Answer<Name> };

/** What the page did: its requests so far. */
export interface Asked {
  readonly action: string;
  readonly [field: string]: unknown;
}

const SAVED = { ok: true, message: "Saved: Scoring, Bands.", written: [{ tab: "Bands", cells: 1 }] } as const;
const UNDO = { fingerprints: RULES.fingerprints, tabs: [] };

const LIFE = {
  ok: true,
  month: "2026-10",
  state: "draft",
  by: "hr@shop.cn",
  at: "2026-11-02 09:30:00",
  next: "check",
  isStale: false,
  people: 12,
  held: 1,
  total: "25002.80",
  log: [],
} as const;

const GRADES = {
  ok: true,
  quarter: "2026-Q4",
  months: ["2026-10", "2026-11", "2026-12"],
  from: "2027-01-01",
  open: [],
  tab: "Grade review 2026-Q4",
  ungraded: [],
  rows: [],
} as const;

/** Every action's answer where a test gives none of its own. */
export const STANDARD: Required<Answers> = {
  state: STATE,
  changes: { ok: true, changed: true },
  rules: RULES,
  checkFormula: FORMULA,
  worked: WORKED,
  whatIf: WHAT_IF,
  needs: NEEDS,
  saveRules: { ...SAVED, model: null, fingerprints: RULES.fingerprints, undo: UNDO },
  undoSave: { ...SAVED, message: "Taken back.", model: MODEL, fingerprints: RULES.fingerprints, undo: null },
  data: DATA,
  propose: PROPOSAL,
  saveMapping: { ...SAVED, message: "Saved: Sources.", model: null, fingerprints: {}, undo: UNDO },
  run: RUN,
  life: LIFE,
  step: { ...LIFE, state: "checked" as const, next: "approve" as const },
  explain: EXPLANATION,
  ask: { ok: true, message: "Noted on the tab Questions." },
  gradeReview: GRADES,
  acceptGrades: { ...GRADES, added: [], notice: "" },
  goTo: { ok: true, at: { tab: "Bands", cell: "F2" } },
  selection: { ok: true, at: { tab: "Payroll 2026-10", cell: "J5" } },
  language: { ok: true, message: "" },
  setUp: { ok: true, written: ["Scoring", "Bands"], kept: [] },
};

/** Runs in the page before its own code: the fake host. `window.fake` is what the tests steer. */
function fakeHost(answers: Record<string, unknown>): void {
  const fake = { answers, asked: [] as unknown[], failing: "", delay: 0, focused: 0 };
  const runner = (done: (text: string) => void, failed: (error: Error) => void) => ({
    withSuccessHandler: (handler: (text: string) => void) => runner(handler, failed),
    withFailureHandler: (handler: (error: Error) => void) => runner(done, handler),
    api(text: string) {
      const request = JSON.parse(text);
      fake.asked.push(request);
      setTimeout(() => {
        if (fake.failing === request.action) failed(new Error("ScriptError: timed out"));
        else done(JSON.stringify(fake.answers[request.action]));
      }, fake.delay);
    },
    ...Object.fromEntries(
      ["shareWithManagers", "reviewGrades"].map((entry) => [
        entry,
        () => {
          fake.asked.push({ action: entry });
          setTimeout(
            () => (fake.failing === entry ? failed(new Error("ScriptError: no right")) : done("{}")),
            fake.delay,
          );
        },
      ]),
    ),
  });
  const none = () => undefined;
  const host = { editor: { focus: () => fake.focused++ }, close: none };
  Object.assign(window, { fake, google: { script: { run: runner(none, none), host } } });
}

/** A path in a variable, because the compiler knows no types of it. */
const BUILD: string = "../../build.mjs";

/** The sidebar as the sources have it now, as HTML. */
export async function buildPage(): Promise<string> {
  const { buildSidebar } = (await import(BUILD)) as { buildSidebar: () => Promise<string> };
  return buildSidebar();
}

/** A page with the sidebar at 300 px; with a `clock`, time goes on only as the test says. */
export async function openSidebar(
  html: string,
  { answers = {}, height = 900, clock = false }: { answers?: Answers; height?: number; clock?: boolean } = {},
): Promise<Page> {
  const page = await (await browser()).newPage({ viewport: { width: 300, height } });
  if (clock) await page.clock.install({ time: 0 });
  await page.addInitScript(fakeHost, { ...STANDARD, ...answers } as Record<string, unknown>);
  await page.route("**/*", (route) =>
    route.request().url() === "http://sidebar.test/"
      ? route.fulfill({ body: html, contentType: "text/html; charset=utf-8" })
      : route.abort(),
  );
  await page.goto("http://sidebar.test/");
  return page;
}

declare const window: {
  fake: { asked: Asked[]; failing: string; delay: number; answers: Record<string, unknown> };
};

/** The requests of one action so far, or the calls of an entry of the menu. */
export function askedOf(page: Page, action: Action | MenuEntry): Promise<Asked[]> {
  return page.evaluate((name) => window.fake.asked.filter((request) => request.action === name), action);
}

/** Makes every later call of an action fail on the way; blank: none. */
export function failOn(page: Page, action: Action | MenuEntry | ""): Promise<void> {
  return page.evaluate((name) => {
    window.fake.failing = name;
  }, action);
}

/** Answers an action differently from now on. */
export function answerWith<Name extends Action>(
  page: Page,
  action: Name,
  answer: Answer<Name>,
): Promise<void> {
  return page.evaluate(
    ([name, value]) => {
      window.fake.answers[name as string] = value;
    },
    [action, answer] as const,
  );
}
