/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The built sidebar in a real browser, against a host that answers from fixtures. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { LifeAnswer, PlanModel } from "../../src/api/contract";
import { WORDS } from "../../src/sidebar/words";
import {
  ATTACK,
  DATA,
  EMPTY,
  EXPLANATION,
  LONG_NAME,
  MODEL,
  NEED,
  RULES,
  STATE,
  WHAT_IF,
} from "./sidebar-answers";
import { type Answers, answerWith, askedOf, buildPage, failOn, openSidebar, STANDARD } from "./sidebar-page";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** The answer for a cell without a figure. */
const NOTHING = {
  ...EXPLANATION,
  figure: null,
  data: [],
  rule: [],
  sum: "",
  round: "",
  team: [],
  before: null,
} as const;
const PANES = ["rules", "whatIf", "data", "run"] as const;

let html = "";
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  html = await buildPage();
});
afterEach(async () => {
  await page?.close();
  expect(errors.splice(0)).toEqual([]);
});

async function open(answers: Answers = {}, height = 900): Promise<Page> {
  page = await openSidebar(html, { answers, height });
  page.setDefaultTimeout(5000);
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.waitForFunction(() => document.querySelector(".tab") !== null);
  return page;
}

async function openRules(answers: Answers = {}): Promise<Page> {
  await open(answers);
  await page.waitForSelector("#panel-rules .section");
  return page;
}

/** Opens every part of the pane in view. */
async function openAll(pane: (typeof PANES)[number]): Promise<void> {
  await page.click(`#tab-${pane}`);
  await page.waitForSelector(`#panel-${pane} .body > *`);
  const closed = `#panel-${pane} [aria-expanded="false"]`;
  for (let left = 40; left > 0; left--) {
    const button = page.locator(closed).locator("visible=true").first();
    if ((await button.count()) === 0) break;
    await button.click();
  }
  await page.waitForTimeout(500);
}

const section = (title: string) =>
  page.locator(".section", { has: page.locator(`h2 button:has-text("${title}")`) });
const openSection = (title: string) => section(title).locator("h2 button").click();
const main = () => page.locator(".button.main").locator("visible=true");
const field = (path: string) => page.locator(`[id="f-${path}"]`);
const weight = (row: number) => field(`items/scoring-${row}/weight`);
const draftOf = async (action: "saveRules" | "whatIf" | "checkFormula") =>
  (await askedOf(page, action)).map((request) => request.draft as PlanModel);

/** Elements that stick out of the page to the right. */
function sticksOut(): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const all = [...document.querySelectorAll<HTMLElement>("body *")];
    const out = all.filter(
      (each) => !each.closest(".sr") && each.getBoundingClientRect().right > width + 0.5,
    );
    return out.map((each) => `${each.tagName} ${each.className} ${each.textContent?.slice(0, 30)}`);
  });
}

/** Words of the other language that stand on the page, as text or as a label. */
async function wordsOfOther(lang: "en" | "zh"): Promise<string[]> {
  const shown = new Set(
    await page.evaluate(() => {
      const texts = [...document.querySelectorAll("body *")].flatMap((each) => [
        ...[...each.childNodes].flatMap((node) =>
          node.nodeType === 3 ? [node.textContent?.trim() ?? ""] : [],
        ),
        ...["aria-label", "title", "placeholder"].map((name) => each.getAttribute(name) ?? ""),
      ]);
      return texts;
    }),
  );
  const pairs = Object.values(WORDS).map(([en, zh]) => (lang === "en" ? [zh, en] : [en, zh]));
  const own = new Set<string | undefined>(pairs.map(([, wanted]) => wanted));
  return pairs.flatMap(([other = "", wanted]) =>
    other !== wanted && !own.has(other) && shown.has(other) ? [other] : [],
  );
}

async function axeProblems(): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const axe = (
      window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe;
    const { violations } = await axe.run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`,
    );
  });
}

describe.each(["en", "zh"] as const)("every pane, everything open, %s", (lang) => {
  it.each(PANES)("%s", async (pane) => {
    await open({}, 1400);
    if (lang === "zh") await page.click(".lang");
    await openAll(pane);
    expect(await wordsOfOther(lang)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang === "zh" ? "zh-CN" : "en");
    expect(await sticksOut()).toEqual([]);
    expect(await axeProblems()).toEqual([]);
    expect(await main().count()).toBeLessThanOrEqual(1);
    expect(await page.evaluate(() => "attacked" in window)).toBe(false);
    await page.setViewportSize({ width: 150, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(150);
    expect(await sticksOut()).toEqual([]);
  });
});

describe("other states", () => {
  const states: readonly { name: string; answers: Answers }[] = [
    {
      name: "an empty workbook",
      answers: { state: EMPTY },
    },
    { name: "nothing found", answers: { data: { ...DATA, tabs: [], problems: [] } } },
    {
      name: "a viewer",
      answers: { state: { ...STATE, readOnly: "Only 小北 can change Scoring. Ask for edit rights." } },
    },
    {
      name: "a need",
      answers: { state: NEED },
    },
    {
      name: "a refusal",
      answers: { rules: { error: "Scoring stands twice: Scoring and 评分. Remove one." } },
    },
    { name: "no state", answers: { state: { error: "No rights. Open the menu once." } } },
  ];
  it.each(states)("$name has no serious fault and nothing that sticks out", async ({ answers }) => {
    await open(answers);
    await page.waitForTimeout(500);
    for (const pane of PANES) {
      await page.click(`#tab-${pane}`);
      await page.waitForTimeout(150);
      expect([pane, await axeProblems(), await sticksOut()]).toEqual([pane, [], []]);
    }
  });

  it("shows grey bars after 300 ms and not before", async () => {
    await open();
    await page.evaluate(() => {
      (window as unknown as { fake: { delay: number } }).fake.delay = 1200;
    });
    await page.click("#tab-data");
    await page.waitForTimeout(100);
    expect(await page.locator("#panel-data .skeleton").count()).toBe(0);
    await page.waitForSelector("#panel-data .skeleton");
    await page.waitForSelector("#panel-data .list");
    expect(await page.locator("#panel-data .skeleton").count()).toBe(0);
  });

  it("says that the sheet did not answer, and tries again", async () => {
    await openRules();
    await failOn(page, "data");
    await page.click("#tab-data");
    await page.getByText("The sheet did not answer.").waitFor();
    await page.getByText("ScriptError: timed out").waitFor();
    await failOn(page, "");
    await page.click("#panel-data [role=alert] button");
    await page.getByText("赤兔 daily").first().waitFor();
  });

  it("is readable for a viewer, and the button says who can change it", async () => {
    const readOnly = "Only 小北 can change Scoring.";
    await openRules({ state: { ...STATE, readOnly } });
    expect(await weight(2).getAttribute("readonly")).not.toBeNull();
    expect(await main().getAttribute("aria-disabled")).toBe("true");
    await page.locator("#panel-rules .foot").getByText(readOnly).last().waitFor();
    expect(await page.getByRole("button", { name: "Add item" }).count()).toBe(0);
    await main().click({ force: true });
    expect(await askedOf(page, "saveRules")).toEqual([]);
  });

  it("begins in an empty workbook with one blue button, in one click", async () => {
    await open({ state: EMPTY });
    await page.getByText("What would you like to do?").waitFor();
    expect(await main().count()).toBe(1);
    await answerWith(page, "state", STATE);
    await main().click();
    await page.waitForSelector("#panel-rules .section");
    expect((await askedOf(page, "setUp")).map(({ sample }) => sample)).toEqual([true]);
  });

  it("says what is missing without alarm until something is pasted", async () => {
    const readiness = { ...NEED.readiness, text: "Need: rules" };
    const steps = { rules: false, staff: false, data: false, payroll: false };
    await open({ state: { ...EMPTY, readiness, steps } });
    await page.locator(".chip.wait").getByText("Need: rules").waitFor();
    expect(await page.locator(".chip .sign").innerText()).toBe("○");
    for (const name of ["Set up my shop", "I have pasted data"])
      expect(await page.getByRole("button", { name }).getAttribute("class")).toBe("button ");
    await open({ state: { ...EMPTY, readiness, steps: { ...steps, data: true } } });
    await page.locator(".chip.bad").getByText("Need: rules").waitFor();
  });

  it("sets up one's own shop with system and month", async () => {
    await open({ state: EMPTY });
    await page.getByRole("button", { name: "Set up my shop" }).click();
    await page.selectOption("[id='f-first/pack']", "sales-team");
    await page.fill("[id='f-first/month']", "2026-11");
    expect(await main().count()).toBe(1);
    await main().click();
    await page.waitForTimeout(100);
    expect(await askedOf(page, "setUp")).toMatchObject([{ pack: "sales-team", month: "2026-11" }]);
  });

  it("does not set up with a month that cannot be read: the field says so and takes the focus", async () => {
    await open({ state: EMPTY });
    await page.getByRole("button", { name: "Set up my shop" }).click();
    await page.fill("[id='f-first/month']", "2026-13");
    await main().click();
    await page.getByText('"2026-13" is not a month. Type it like 2026-10.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("f-first/month");
    expect(await askedOf(page, "setUp")).toEqual([]);
    await page.fill("[id='f-first/month']", "2026-12");
    await main().click();
    await expect.poll(() => askedOf(page, "setUp")).toMatchObject([{ month: "2026-12" }]);
  });
});

/** A workbook with rules of which neither Targets nor data name a month. */
const MONTHLESS = { ...STATE, months: [], month: null } as const;

describe("a workbook that names no month", () => {
  it("goes on with the month given at set-up, over a reload too", async () => {
    await open({ state: EMPTY });
    await page.getByRole("button", { name: "Set up my shop" }).click();
    await page.fill("[id='f-first/month']", "2026年11月");
    await answerWith(page, "state", STATE);
    await main().click();
    await page.waitForSelector("#panel-rules .section");
    expect((await askedOf(page, "state")).at(-1)).toMatchObject({ month: "2026-11" });
    await page.reload();
    await page.getByText("What would you like to do?").waitFor();
    expect((await askedOf(page, "state"))[0]).toMatchObject({ month: "2026-11" });
  });

  it.each(["rules", "whatIf", "data", "run"] as const)("asks for it in a field of %s", async (pane) => {
    await open({ state: MONTHLESS });
    await page.click(`#tab-${pane}`);
    await field(`${pane}/month`).waitFor();
    expect(await page.locator(`#panel-${pane} .box.bad`).count()).toBe(0);
    for (const action of ["rules", "data", "whatIf", "life"] as const)
      expect(await askedOf(page, action)).toEqual([]);
    expect([await axeProblems(), await sticksOut()]).toEqual([[], []]);
    await field(`${pane}/month`).fill("October");
    await field(`${pane}/month`).press("Enter");
    await page.getByText('"October" is not a month').waitFor();
    await field(`${pane}/month`).fill("2026-10");
    await answerWith(page, "state", STATE);
    await field(`${pane}/month`).press("Enter");
    await field(`${pane}/month`).waitFor({ state: "detached" });
    await expect.poll(async () => (await askedOf(page, "state")).at(-1)).toMatchObject({ month: "2026-10" });
  });
});

describe("a workbook that somebody else writes to", () => {
  const chip = () => page.locator(".chip");
  const focus = () => page.evaluate(() => window.dispatchEvent(new Event("focus")));

  it("is looked at again when the page gets the focus; drafts stay", async () => {
    await openRules({ state: NEED });
    await openSection("Bonus points");
    await weight(7).fill("33");
    const rules = (await askedOf(page, "rules")).length;
    await answerWith(page, "state", { ...STATE, seen: "2" });
    await focus();
    await chip().getByText("Ready").waitFor();
    await page.waitForTimeout(200);
    expect((await askedOf(page, "rules")).length).toBe(rules + 1);
    expect(await weight(7).inputValue()).toBe("33");
  });

  it("is looked at again when a pane is shown", async () => {
    await openRules({ state: NEED });
    await page.waitForTimeout(500);
    await answerWith(page, "state", { ...STATE, seen: "2" });
    await page.click("#tab-run");
    await chip().getByText("Ready").waitFor();
  });

  it("is not read anew where nothing was changed", async () => {
    await openRules();
    await page.waitForTimeout(500);
    const before = (await askedOf(page, "state")).length;
    const rules = (await askedOf(page, "rules")).length;
    await focus();
    await focus();
    await page.waitForTimeout(600);
    expect((await askedOf(page, "state")).length).toBe(before + 1);
    expect((await askedOf(page, "rules")).length).toBe(rules);
  });
});

describe("long names at 300 px", () => {
  it("stand whole below a list that cuts them off", async () => {
    const people = [LONG_NAME, "小雨"].map((person) => ({
      person,
      team: "A",
      held: false,
      score: "88.00",
      total: "1.00",
    }));
    await openRules({ rules: { ...RULES, people } });
    await page.selectOption("[id='f-person']", LONG_NAME);
    const below = page.locator("[id='f-person'] + .chosen");
    expect(await below.textContent()).toBe(LONG_NAME);
    expect(await field("person").getAttribute("title")).toBe(LONG_NAME);
    expect(await sticksOut()).toEqual([]);
    await page.selectOption("[id='f-person']", "小雨");
    await below.waitFor({ state: "detached" });
  });

  it("break no word in the heads of a table of bands", async () => {
    const long = RULES.tables.map((table) => ({ ...table, measured: "Satisfaction Unbelievablylongword" }));
    await openRules({ rules: { ...RULES, tables: long } });
    await openSection("Bands: commission");
    await openSection("Bands: first_response");
    expect(await page.locator(".bands th:not(.gone)").count()).toBe(6);
    expect(await page.locator(".bands th[title]").first().getAttribute("title")).toContain("Unbelievably");
    const broken = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".bands th:not(.gone)")].flatMap((head) => {
        const text = head.firstChild;
        if (!(text instanceof Text)) return [];
        return [...text.data.matchAll(/[A-Za-z]+/g)].flatMap(({ 0: word, index }) => {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          return lines.size > 1 ? [word] : [];
        });
      }),
    );
    expect(broken).toEqual([]);
  });
});

describe("a workbook that nobody else wrote to", () => {
  it("is asked for changes only: the month is not computed again", async () => {
    const marked = { ...STATE, mark: "m1" };
    await openRules({ state: marked, changes: { ok: true, changed: false } });
    await page.waitForTimeout(500);
    const before = (await askedOf(page, "state")).length;
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect.poll(() => askedOf(page, "changes")).toContainEqual(expect.objectContaining({ mark: "m1" }));
    await page.waitForTimeout(300);
    expect((await askedOf(page, "state")).length).toBe(before);
    await answerWith(page, "changes", { ok: true, changed: true });
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect.poll(async () => (await askedOf(page, "state")).length).toBe(before + 1);
  });
});

describe("a month that the menu took further", () => {
  const run = () => page.locator("#panel-run");
  const paid = { ...STANDARD.life, state: "paid", next: null, total: "19701.60", log: [] } as LifeAnswer;
  const marked = (mark: string) => ({ ...STATE, mark, seen: mark });
  const focus = () => page.evaluate(() => window.dispatchEvent(new Event("focus")));
  const steer = (delay: number) =>
    page.evaluate((ms) => {
      (window as unknown as { fake: { delay: number } }).fake.delay = ms;
    }, delay);
  /** The workbook as somebody else left it. */
  const leave = async (mark: string, life: LifeAnswer) => {
    await answerWith(page, "state", marked(mark));
    await answerWith(page, "life", life);
    await answerWith(page, "changes", { ok: true, changed: true });
  };
  const openRun = async (answers: Answers = {}) => {
    await openRules({ state: marked("m1"), changes: { ok: true, changed: false }, ...answers });
    await page.click("#tab-run");
    await run().getByText("25,002.80").waitFor();
    await page.waitForTimeout(600);
  };

  it("shows no total while it is read anew, and then the new one", async () => {
    await openRun();
    await leave("m2", paid);
    await steer(800);
    await focus();
    await page.locator(".chip").getByText("Loading…").waitFor();
    expect(await run().getByText("25,002.80").isVisible()).toBe(false);
    await run().getByText("19,701.60").waitFor();
    await run().getByText("2026-10 · Paid").or(run().getByText("Oct 2026 · Paid")).first().waitFor();
    expect(await run().getByText("19,701.60").isVisible()).toBe(true);
  });

  it("is looked at when the pointer comes, at most every few seconds", async () => {
    await openRun();
    const count = async () => (await askedOf(page, "changes")).length;
    const before = await count();
    const enter = () =>
      page.evaluate(() => document.documentElement.dispatchEvent(new PointerEvent("pointerenter")));
    await page.waitForTimeout(3000);
    for (let turn = 0; turn < 5; turn++) await enter();
    await page.waitForTimeout(600);
    await enter();
    await page.waitForTimeout(600);
    expect(await count()).toBe(before + 1);
  });

  it("is looked at every 15 s while somebody is at work, and says so when nobody was for long", async () => {
    await page?.close();
    page = await openSidebar(html, {
      answers: { state: marked("m1"), changes: { ok: true, changed: false } },
      clock: true,
    });
    await page.clock.runFor(1000);
    await page.click("#tab-run");
    await page.clock.runFor(1000);
    const count = async () => (await askedOf(page, "changes")).length;
    const before = await count();
    await page.clock.runFor(60_000);
    expect((await count()) - before).toBe(4);
    await page.clock.runFor(600_000);
    const asleep = await count();
    expect(asleep - before).toBeLessThan(45);
    await page.clock.runFor(120_000);
    expect(await count()).toBe(asleep);
    expect(await run().getByText("25,002.80").isVisible()).toBe(false);
    await page.locator(".chip").getByText("Not looked at for a while: look again").waitFor();
    expect([await axeProblems(), await sticksOut()]).toEqual([[], []]);
    await page.locator(".chip button").click();
    await page.clock.runFor(1000);
    expect(await run().getByText("25,002.80").isVisible()).toBe(true);
  });

  const locked = { code: "life.locked", error: "2026-10 is locked." };

  it("drops a refusal when the month is another one or has moved on", async () => {
    await openRun({ run: locked });
    await main().click();
    const box = run().getByText("2026-10 is locked.");
    await box.waitFor();
    expect(await run().getByRole("button", { name: "Try again" }).count()).toBe(0);
    await page.waitForTimeout(900);
    expect(await box.count()).toBe(1);
    await page.selectOption("[id='f-month']", "2026-09");
    expect(await box.count()).toBe(0);
    await main().click();
    await box.waitFor();
    await page.waitForTimeout(900);
    await leave("m2", paid);
    await focus();
    await box.waitFor({ state: "detached" });
  });

  it("offers what helps: to generate again where something changed, to try again where somebody is busy", async () => {
    await openRun({ step: { code: "life.changed-since", error: "It comes out otherwise." } });
    await run().getByRole("button", { name: "Mark as checked" }).click();
    await run().getByRole("button", { name: "Generate again" }).click();
    await run().getByText("Done: 8 people, 1 held").first().waitFor();
    expect(await askedOf(page, "run")).toHaveLength(1);
    await answerWith(page, "step", { code: "run.busy", error: "Somebody is running this month." });
    await run().getByRole("button", { name: "Mark as checked" }).click();
    await run().getByText("Somebody is running this month.").waitFor();
    await answerWith(page, "step", { ...STANDARD.life, state: "checked", next: "approve" } as LifeAnswer);
    await run().getByRole("button", { name: "Try again" }).click();
    await expect.poll(async () => (await askedOf(page, "step")).length).toBe(3);
    await run().getByText("Somebody is running this month.").waitFor({ state: "detached" });
  });

  it("drops what was generated when the month went on, and its total when data changed", async () => {
    await openRun();
    await main().click();
    const done = run().locator(".box.good");
    await done.waitFor();
    await page.waitForTimeout(900);
    expect(await done.locator(".total strong").isVisible()).toBe(true);
    await leave("m2", { ...STANDARD.life, isStale: true } as LifeAnswer);
    await focus();
    await run()
      .getByText(/^Rules or data changed/)
      .waitFor();
    expect(await done.locator(".total strong").isVisible()).toBe(false);
    const step = { action: "paid", by: "hr@shop.cn", at: "2026-11-02 10:00:00", reason: "" } as const;
    await leave("m3", { ...paid, log: [step] });
    await focus();
    await done.waitFor({ state: "detached" });
  });
});

describe("names from the sheet", () => {
  it("are text wherever they stand", async () => {
    await openRules();
    for (const pane of PANES) await openAll(pane);
    await page.click("#tab-whatIf");
    await page.locator("#panel-whatIf .change", { hasText: ATTACK }).waitFor();
    expect(await page.evaluate(() => "attacked" in window)).toBe(false);
    expect(await page.locator("img").count()).toBe(0);
  });
});

describe("the Rules pane", () => {
  it("sums the weights while they are typed, and rescales in one click", async () => {
    await openRules();
    const side = section("Score items").locator(".side");
    await weight(2).fill("35");
    await page.waitForTimeout(50);
    expect([await side.textContent(), await side.getAttribute("class")]).toEqual(["95 of 100", "side bad"]);
    await page.getByText("Weights are 95, must be 100").first().waitFor();
    await page.getByRole("button", { name: "Rescale to 100" }).click();
    const values = await Promise.all([2, 3, 4, 5].map((row) => weight(row).inputValue()));
    expect(values).toEqual(["36.84", "31.58", "21.05", "10.53"]);
    expect(await side.textContent()).toBe("100 of 100");
    expect(await page.getByRole("button", { name: "Rescale to 100" }).count()).toBe(0);
  });

  it("refuses to save a wrong draft: the summary takes the focus and leads to the field", async () => {
    await openRules();
    await weight(2).fill("35");
    await main().click();
    await page.waitForSelector("#panel-rules [role=alert]:focus");
    await page.locator("#panel-rules [role=alert] .link").click();
    await page.waitForTimeout(50);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("f-items/scoring-2/weight");
    expect(await askedOf(page, "saveRules")).toEqual([]);
  });

  it("leads from the summary to a field in a closed part", async () => {
    await openRules({
      saveRules: {
        error: "2 problems",
        problems: [
          {
            field: "pay/pay-3/formula",
            severity: "error",
            message: "There is no metric “salse”.",
            at: { tab: "Pay", cell: "F3" },
          },
        ],
      },
    });
    await openSection("Bonus points");
    await weight(7).fill("6");
    await main().click();
    await page.locator("[role=alert]").getByRole("button", { name: /salse/ }).click();
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("f-pay/pay-3/formula");
    expect(await field("pay/pay-3/formula").isVisible()).toBe(true);
  });

  it("keeps what was typed over panes, languages, plans, and a reload", async () => {
    await openRules();
    await weight(2).fill("41");
    await weight(3).fill("29");
    for (const pane of PANES) await page.click(`#tab-${pane}`);
    await page.click(".lang");
    await page.click("#tab-rules");
    await page.getByText("2 处修改").first().waitFor();
    expect(await weight(2).inputValue()).toBe("41");
    const other = { ...RULES, model: { ...MODEL, plan: "After-sale 售后", items: [] } };
    await answerWith(page, "rules", other);
    await page.selectOption("[id='f-plan']", "After-sale 售后");
    await page.getByText("还没有考核项。").waitFor();
    await answerWith(page, "rules", RULES);
    await page.selectOption("[id='f-plan']", MODEL.plan);
    await page.getByText("2 处修改").first().waitFor();
    expect(await weight(2).inputValue()).toBe("41");
    await page.reload();
    await page.getByText("2 处修改").first().waitFor();
    expect([await weight(2).inputValue(), await weight(3).inputValue()]).toEqual(["41", "29"]);
  });

  it("undoes with Ctrl+Z over fields, and does again", async () => {
    await openRules();
    await weight(2).press("End");
    await weight(2).pressSequentially("5");
    await weight(3).fill("10");
    await page.keyboard.press("Control+z");
    expect([await weight(2).inputValue(), await weight(3).inputValue()]).toEqual(["405", "30"]);
    await page.keyboard.press("Control+z");
    expect(await weight(2).inputValue()).toBe("40");
    await page.keyboard.press("Control+y");
    expect(await weight(2).inputValue()).toBe("405");
    await page.getByRole("button", { name: "Discard" }).click();
    await page.getByText("0 changes").first().waitFor();
    await page.keyboard.press("Control+z");
    expect(await weight(2).inputValue()).toBe("405");
  });

  it("sends exactly the draft, and offers to undo the save", async () => {
    await openRules({});
    await weight(2).fill("45");
    await weight(3).fill("25");
    await field("from").fill("2026-11");
    await page.getByText("Saving writes a new version from 2026-11").waitFor();
    const saved: PlanModel = {
      ...MODEL,
      from: "2026-11-01",
      items: MODEL.items.map((item) => ({
        ...item,
        weight: { conversion: "45", first_response: "25" }[item.item] ?? item.weight,
      })),
    };
    await answerWith(page, "saveRules", {
      ok: true,
      message: "Saved: Scoring.",
      written: [],
      model: saved,
      fingerprints: {},
      undo: { fingerprints: {}, tabs: [] },
    });
    await answerWith(page, "rules", { ...RULES, model: saved });
    await main().click();
    await page.getByText("Saved: Scoring.").first().waitFor();
    expect(await draftOf("saveRules")).toEqual([saved]);
    expect((await askedOf(page, "saveRules"))[0]).toMatchObject({
      base: MODEL,
      fingerprints: RULES.fingerprints,
      month: "2026-10",
    });
    await page.getByText("0 changes").first().waitFor();
    await page.locator(".box.good").getByRole("button", { name: "Undo" }).click();
    await page.getByText("Taken back.").first().waitFor();
    expect(await askedOf(page, "undoSave")).toMatchObject([{ undo: { fingerprints: {}, tabs: [] } }]);
  });

  it("says that the rules are saved where only the undo fails", async () => {
    await openRules();
    await openSection("Bonus points");
    await weight(7).fill("21");
    await main().click();
    const notice = page.locator("#panel-rules .box");
    await notice.getByText("Saved: Scoring, Bands.").waitFor();
    await failOn(page, "undoSave");
    await notice.getByRole("button", { name: "Undo" }).click();
    await page.getByText("The undo failed. The rules are still as they were saved.").waitFor();
    expect(await page.getByText("Not saved. Your changes are still here.").count()).toBe(0);
    await failOn(page, "");
    await notice.getByRole("button", { name: "Try again" }).click();
    await notice.getByText("Taken back.").waitFor();
  });

  it("says that nothing was saved where a save fails midway, and sends the same again", async () => {
    await openRules();
    await openSection("Bonus points");
    await weight(7).fill("6");
    await failOn(page, "saveRules");
    await main().click();
    await page.getByText("Not saved. Your changes are still here.").waitFor();
    expect(await weight(7).inputValue()).toBe("6");
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await failOn(page, "");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Saved: Scoring, Bands.").first().waitFor();
    const [first, second] = await draftOf("saveRules");
    expect(second).toEqual(first);
  });

  describe("when somebody else changed the rules", () => {
    const theirs = {
      ...MODEL,
      items: MODEL.items.map((item) => (item.item === "praise" ? { ...item, weight: "7" } : item)),
    };
    const mine = {
      ...theirs,
      items: theirs.items.map((item) => (item.item === "complaints" ? { ...item, weight: "12" } : item)),
    };
    const conflict = {
      tabs: ["Scoring"],
      fields: [
        {
          label: "Scoring · praise · Weight",
          field: "items/scoring-7/weight",
          base: "5",
          theirs: "7",
          mine: "5",
          both: false,
        },
      ],
      theirs,
      mine,
      fingerprints: { scoring: "s2" },
    };
    const meet = async () => {
      await openRules({ saveRules: { error: "Scoring changed.", code: "save.conflict", conflict } });
      await openSection("Bonus points");
      await openSection("Deduction points");
      await weight(8).fill("12");
      await main().click();
      await page.getByText("Somebody changed Scoring meanwhile.").waitFor();
    };

    it("compares", async () => {
      await meet();
      await page.getByRole("button", { name: "Compare" }).click();
      await page.getByText("Was 5 · theirs 7 · mine 5").waitFor();
      expect(await axeProblems()).toEqual([]);
    });

    it("keeps theirs, and undo brings mine back", async () => {
      await meet();
      await page.getByRole("button", { name: "Keep theirs" }).click();
      expect([await weight(7).inputValue(), await weight(8).inputValue()]).toEqual(["7", "10"]);
      await page.keyboard.press("Control+z");
      expect(await weight(8).inputValue()).toBe("12");
    });

    it("keeps mine on their rules", async () => {
      await meet();
      await answerWith(page, "saveRules", {
        ok: true,
        message: "Saved.",
        written: [],
        model: mine,
        fingerprints: {},
        undo: null,
      });
      await answerWith(page, "rules", { ...RULES, model: mine });
      await page.getByRole("button", { name: "Keep mine" }).click();
      await page.getByText("Saved.").first().waitFor();
      expect((await askedOf(page, "saveRules"))[1]).toMatchObject({
        draft: mine,
        base: theirs,
        fingerprints: { scoring: "s2" },
      });
    });
  });
});

describe("band tables", () => {
  const rowValues = () =>
    page
      .locator("#panel-rules .bands")
      .first()
      .locator("tbody tr")
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll("input")].map((input) => input.value).join(" ")),
      );

  it("add a row by Alt+↓ with the focus in it, and sort it when the table is left", async () => {
    await openRules();
    await openSection("Bands: commission");
    await field("tables/commission/bands-2/threshold").focus();
    await page.keyboard.press("Alt+ArrowDown");
    await page.waitForTimeout(100);
    await page.keyboard.type("150%");
    await page.keyboard.press("Tab");
    await page.keyboard.type("0.6%");
    expect(await rowValues()).toEqual(["120% 0.4%", "150% 0.6%", "100% 0.2%", " 0.1%"]);
    await page.locator("[id='f-plan']").focus();
    await page.waitForTimeout(100);
    expect(await rowValues()).toEqual(["150% 0.6%", "120% 0.4%", "100% 0.2%", " 0.1%"]);
  });

  it("take two columns pasted into a field, and the picture and ranges follow", async () => {
    await openRules();
    await openSection("Bands: commission");
    await field("tables/commission/bands-2/threshold").evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "阈值\t提成点\n100%\t0.3%\n130%\t0.5%\n\t0.1%");
      input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.waitForTimeout(100);
    expect(await rowValues()).toEqual(["130% 0.5%", "100% 0.3%", " 0.1%"]);
    const label = await section("Bands: commission").locator("svg").getAttribute("aria-label");
    expect(label).toContain("130% ≤ x → 0.5%; 100% ≤ x < 130% → 0.3%; x < 100% → 0.1%");
    expect(label).toContain(`${LONG_NAME} 97%`);
  });

  it("show the dot of the chosen person, the old value, and the money on both sides of a threshold", async () => {
    await openRules();
    await openSection("Bands: commission");
    const commission = section("Bands: commission");
    await commission.getByText("119.99% 264.00, 120% 528.00").waitFor();
    await commission.getByText("more pays less").waitFor();
    expect(await commission.locator("tr.hit input").first().inputValue()).toBe("120%");
    await field("tables/commission/bands-2/threshold").fill("125%");
    await commission.getByText("was 120%").waitFor();
    expect(await commission.locator("tr.hit input").first().inputValue()).toBe("100%");
    expect(await commission.locator("circle.chosen").count()).toBe(1);
  });

  it("ask about a rate without a percent sign, and keep it", async () => {
    await openRules();
    await openSection("Bands: commission");
    await field("tables/commission/bands-2/result").fill("0.4");
    await page.getByText("Is 0.4 a tenth of a percent, or 40%?").first().waitFor();
    await main().click();
    await page.getByText("Saved: Scoring, Bands.").first().waitFor();
  });

  it("turn whole amount into slices by the formula of pay, and back", async () => {
    await openRules();
    await openSection("Bands: commission");
    await page.getByLabel("Each slice").check();
    await page.getByText("1 change", { exact: true }).waitFor();
    await main().click();
    await page.waitForTimeout(100);
    expect((await draftOf("saveRules"))[0]?.pay[1]?.formula).toBe('=MARGINAL("commission",sales)');
    await page.getByLabel("Whole amount").check();
    await page.getByText("0 changes").first().waitFor();
  });
});

describe("a new band table", () => {
  const openNew = async () => {
    await openRules();
    await openSection("New band table");
  };

  it("is made for a metric, with the keyboard in its first row, and saved with the rest", async () => {
    await openNew();
    await page.selectOption("[id='f-newTable/for']", "satisfaction");
    await section("New band table").getByRole("button", { name: "Add table" }).click();
    const made = section("Bands: satisfaction");
    await made.getByText("Nothing reads it yet.", { exact: false }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/threshold$/);
    await page.keyboard.type("95%");
    await made.getByLabel("Result of row 1").fill("100");
    expect([await axeProblems(), await sticksOut()]).toEqual([[], []]);
    await main().click();
    await expect
      .poll(async () => (await draftOf("saveRules"))[0]?.tables[2])
      .toMatchObject({
        table: "satisfaction",
        shared: false,
        rows: [
          { id: "", when: "at least", threshold: "95%", result: "100" },
          { id: "", threshold: "", result: "0" },
        ],
      });
  });

  it("has a name that no other table has", async () => {
    await openNew();
    await page.selectOption("[id='f-newTable/for']", "");
    const add = section("New band table").getByRole("button", { name: "Add table" });
    expect(await add.getAttribute("aria-disabled")).toBe("true");
    await field("newTable/name").fill("Commission");
    await section("New band table").locator("p.hint", { hasText: "There is a table Commission" }).waitFor();
    expect(await add.getAttribute("aria-disabled")).toBe("true");
    await field("newTable/name").fill("ladder");
    await add.click();
    await section("Bands: ladder").waitFor();
    await page.keyboard.press("Control+z");
    await expect.poll(() => section("Bands: ladder").count()).toBe(0);
  });

  it("is offered beside the item that lacks it; what is read cannot be deleted", async () => {
    await openRules();
    await page.locator(".opener", { hasText: "satisfaction" }).click();
    await page.selectOption("[id='f-items/scoring-4/method']", "bands");
    await page.getByRole("button", { name: "Add its band table" }).click();
    const made = section("Bands: satisfaction");
    await made.getByText("Read by: satisfaction").waitFor();
    const remove = made.getByRole("button", { name: "Delete table" });
    expect(await remove.getAttribute("title")).toBe("It is read by satisfaction. Change those first.");
    await page.selectOption("[id='f-items/scoring-4/method']", "ratio");
    expect(await remove.getAttribute("aria-disabled")).toBeNull();
    await remove.click();
    await expect.poll(() => made.count()).toBe(0);
  });
});

describe("formulas", () => {
  const formula = () => field("pay/pay-3/formula");
  const openFormula = async () => {
    await openRules();
    await openSection("Pay");
    await page.locator(".opener", { hasText: "Commission" }).click();
  };

  it("show the value for the chosen person beneath", async () => {
    await openFormula();
    await page.getByText("88.00 ÷ 100 × 150,000.00 × 0.4%").first().waitFor();
    const [asked] = await askedOf(page, "checkFormula");
    expect(asked).toMatchObject({ field: { part: "pay", index: 1 }, person: "小雨", month: "2026-10" });
  });

  it("offer names in both languages, and take one by Enter", async () => {
    await openFormula();
    await formula().fill("");
    await page.keyboard.type("=销售");
    await page.locator("[role=option]", { hasText: "sales" }).waitFor();
    await page.keyboard.press("Enter");
    expect(await formula().inputValue()).toBe("=sales");
    await page.keyboard.type("*RA");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Tab");
    expect(await formula().inputValue()).toBe("=sales*RATE(");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("f-pay/pay-3/formula");
    await page.keyboard.type("sc");
    await page.keyboard.press("Escape");
    expect(await page.locator("[role=option]").count()).toBe(0);
  });

  it("keep the caret for keys that come before the page has drawn what was taken", async () => {
    await openFormula();
    // A busy machine: nothing that the page puts off happens before the next keys.
    await page.evaluate(() => {
      const later = window.setTimeout.bind(window);
      window.setTimeout = ((run: () => void, wait = 0) => later(run, wait + 400)) as typeof setTimeout;
    });
    await formula().fill("");
    await page.keyboard.type("=sal");
    await page.locator("[role=option]", { hasText: "sales" }).waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.type("*2");
    await page.waitForTimeout(500);
    await page.keyboard.type("+1");
    expect(await formula().inputValue()).toBe("=sales*2+1");
  });

  it("say what is wrong, and where", async () => {
    await openFormula();
    await answerWith(page, "checkFormula", {
      ok: true,
      person: "小雨",
      value: null,
      because: "",
      problem: { message: "There is no metric “salse”.", from: 1, to: 6 },
      offers: { from: 0, to: 0, names: [] },
    });
    await formula().fill("=salse");
    await page
      .locator(".error", { hasText: "salse" })
      .locator("code", { hasText: "salse" })
      .first()
      .waitFor();
  });
});

describe("the What-if pane", () => {
  it("computes the draft as a slider moves, without saving", async () => {
    await openRules();
    await page.click("#tab-whatIf");
    await openSection("Thresholds: commission");
    const slider = page.locator("#panel-whatIf input[type=range]").locator("visible=true").first();
    await slider.focus();
    for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowLeft");
    await page.getByText("was 120%").locator("visible=true").waitFor();
    await page.waitForTimeout(500);
    const drafts = await draftOf("whatIf");
    expect(drafts[drafts.length - 1]?.tables[0]?.rows[0]?.threshold).toBe("115%");
    expect(await askedOf(page, "saveRules")).toEqual([]);
    await page.getByText("1 more · 1 less · 0 same · 1 held").waitFor();
  });

  it("lists changes by size with the reason of each loss, and says what it takes", async () => {
    await openRules();
    await openSection("Bonus points");
    await weight(7).fill("6");
    await page.click("#tab-whatIf");
    const first = page.locator("#panel-whatIf .change").first();
    await first.waitFor();
    expect(await first.textContent()).toContain("118% crosses 115%");
    await page
      .locator(".change", { hasText: "weight of reply −5" })
      .locator(".worse", { hasText: "120.00" })
      .waitFor();
    await openSection("What it takes");
    await page.getByText("2,400.00 more sales for 120%").waitFor();
  });

  it("works out what the next tiers take only when the outcome rests", async () => {
    await openRules();
    await page.click("#tab-whatIf");
    await page.getByRole("button", { name: "What it takes" }).click();
    await page.waitForTimeout(1200);
    const before = (await askedOf(page, "needs")).length;
    expect(before).toBe(1);
    const tried = (await askedOf(page, "whatIf")).length;
    await openSection("Thresholds: commission");
    const slider = page.locator("#panel-whatIf input[type=range]").locator("visible=true").first();
    await slider.focus();
    for (let moves = 0; moves < 5; moves++) {
      await page.keyboard.press("ArrowLeft");
      await page.waitForTimeout(350);
    }
    expect((await askedOf(page, "whatIf")).length).toBe(tried + 5);
    expect((await askedOf(page, "needs")).length).toBe(before);
    await page.waitForTimeout(1200);
    const needs = await askedOf(page, "needs");
    expect(needs.length).toBe(before + 1);
    expect(needs.at(-1)?.draft).toEqual((await askedOf(page, "whatIf")).at(-1)?.draft);
  });

  it("says that the draft begins later", async () => {
    await openRules({ whatIf: { ...WHAT_IF, asIf: true } });
    await page.click("#tab-whatIf");
    await page.getByText("as if it held in this month").waitFor();
  });
});

describe("the Data pane", () => {
  it("leads from a problem to its cell and hands over the focus", async () => {
    await openRules();
    await page.click("#tab-data");
    await page.locator("#panel-data .opener", { hasText: "售后登记表" }).click();
    await page.getByText("(37 alike)").waitFor();
    await page.getByRole("button", { name: "Go to cell 售后登记表!F14" }).click();
    await page.waitForTimeout(100);
    expect(await askedOf(page, "goTo")).toMatchObject([{ tab: "售后登记表", cell: "F14" }]);
    expect(await page.evaluate(() => (window as unknown as { fake: { focused: number } }).fake.focused)).toBe(
      1,
    );
  });

  it("adds the rows that add contradicting rows up with one press, and takes them back", async () => {
    const row = {
      source: "s",
      personColumn: "客服",
      dateColumn: "日期",
      how: "sum",
      weightColumn: "",
      where: "",
    };
    const sums = ["退款登记", "补登"].map((tab) => ({
      ...row,
      tab,
      measure: "refunds",
      column: "成功退款金额",
    }));
    const [first, second, ...others] = DATA.tabs;
    if (!first || !second) throw new Error("no tabs");
    await openRules({ data: { ...DATA, tabs: [first, { ...second, sums }, ...others] } });
    await page.click("#tab-data");
    await page.getByText("补登: sum of 成功退款金额").waitFor();
    expect([await axeProblems(), await sticksOut()]).toEqual([[], []]);
    await page.getByRole("button", { name: "Add the rows up (rows for Sources: 2)" }).click();
    await page.getByText("Saved: Sources.").first().waitFor();
    expect(await askedOf(page, "saveMapping")).toMatchObject([{ rows: sums }]);
    await page.locator("#panel-data .box.good").getByRole("button", { name: "Undo" }).click();
    await page.waitForTimeout(100);
    expect(await askedOf(page, "undoSave")).toHaveLength(1);
  });

  it("maps an unknown table in three steps; a guess on money waits to be confirmed", async () => {
    await openRules();
    await page.click("#tab-data");
    await page.getByRole("button", { name: "Map columns" }).click();
    await page.getByText("Which row holds the headers?").waitFor();
    expect(await axeProblems()).toEqual([]);
    await main().click();
    await page.getByText("Confirm the guesses about money").last().waitFor();
    expect(await main().getAttribute("aria-disabled")).toBe("true");
    await answerWith(page, "selection", { ok: true, at: { tab: "Sheet7", cell: "D5" } });
    await page
      .locator(".field", { has: field("map/date") })
      .getByRole("button", { name: "Use selected column" })
      .click();
    await page.waitForTimeout(100);
    expect(await field("map/date").inputValue()).toBe("D");
    await page.getByRole("button", { name: "Yes, this is right" }).click();
    expect([await axeProblems(), await sticksOut()]).toEqual([[], []]);
    await main().click();
    await page.getByText("Rows that will be added to Sources: 1").waitFor();
    await main().click();
    await page.getByText("Saved: Sources.").first().waitFor();
    expect((await askedOf(page, "saveMapping"))[0]).toMatchObject({
      rows: [{ measure: "aftersale_cost", personColumn: "客服", dateColumn: "备注" }],
    });
    await page.locator("#panel-data .box.good").getByRole("button", { name: "Undo" }).click();
    await page.waitForTimeout(100);
    expect(await askedOf(page, "undoSave")).toHaveLength(1);
  });

  it("takes a label for a figure, and refuses a name that formulas cannot use before saving", async () => {
    await openRules();
    await page.click("#tab-data");
    await page.getByRole("button", { name: "Map columns" }).click();
    await main().click();
    await field("map/C/measure").fill("Orders made");
    await page.getByText("write it like Orders_made").waitFor();
    expect(await main().getAttribute("aria-disabled")).toBe("true");
    expect([await axeProblems(), await sticksOut()]).toEqual([[], []]);
    expect(await page.locator("datalist option[value=paid_orders]").getAttribute("label")).toBe(
      "Orders paid",
    );
    await field("map/C/measure").fill("付款笔数");
    await page.getByText("= Orders paid (paid_orders)").waitFor();
    await main().click();
    await main().click();
    await page.getByText("Saved: Sources.").first().waitFor();
    expect((await askedOf(page, "saveMapping"))[0]).toMatchObject({ rows: [{ measure: "paid_orders" }] });
  });

  it("asks for a cell of the right tab", async () => {
    await openRules();
    await page.click("#tab-data");
    await page.getByRole("button", { name: "Map columns" }).click();
    await main().click();
    await page.getByRole("button", { name: "Use selected column" }).first().click();
    await page.getByText("Select a cell of Sheet7 first.").waitFor();
  });
});

describe("the Run pane", () => {
  it("generates the month with a clock, and lists who needs somebody", async () => {
    await openRules();
    await page.click("#tab-run");
    await page.selectOption("[id='f-month']", "2026-09");
    await page.evaluate(() => {
      (window as unknown as { fake: { delay: number } }).fake.delay = 1500;
    });
    await main().click();
    await page.getByText("1 s", { exact: true }).waitFor();
    expect(await main().getAttribute("aria-disabled")).toBe("true");
    await page.getByText("Done: 8 people, 1 held").first().waitFor();
    await page.getByText("Needs you (1)").waitFor();
    expect(await askedOf(page, "run")).toMatchObject([{ month: "2026-09" }]);
  });

  it("offers no Generate in a locked month: its next step is the main one, and every step passed has its tick", async () => {
    const life = { ...STANDARD.life, state: "approved", next: "pay" } as LifeAnswer;
    await openRules({ life });
    await page.click("#tab-run");
    const ticks = () => page.locator("#panel-run .steps-of-run li .mark.good").count();
    await page.getByRole("button", { name: "Mark as paid" }).waitFor();
    expect([await main().allInnerTexts(), await ticks()]).toEqual([["Mark as paid"], 5]);
    await openRules({ life: { ...life, state: "paid", next: null } as LifeAnswer });
    await page.click("#tab-run");
    await expect.poll(ticks).toBe(6);
    expect(await main().count()).toBe(0);
  });

  it("numbers the steps that an explanation has", async () => {
    await openRules({ explain: { ...EXPLANATION, data: [], team: [], round: "" } });
    await page.click("#tab-run");
    await openSection("How was this worked out?");
    await page.getByText("88.00 ÷ 100 × 150,000.00 × 0.4% = 528.00").waitFor();
    expect(await page.locator(".explain .step-number").allInnerTexts()).toEqual(["1", "2"]);
  });

  it("asks for the selection only while the panel is open and in view", async () => {
    await openRules();
    await page.click("#tab-run");
    await page.waitForTimeout(300);
    expect(await askedOf(page, "selection")).toEqual([]);
    await openSection("How was this worked out?");
    await page.getByText("88.00 ÷ 100 × 150,000.00 × 0.4% = 528.00").waitFor();
    await page.waitForTimeout(2300);
    expect((await askedOf(page, "selection")).length).toBe(2);
    expect(await askedOf(page, "explain")).toHaveLength(1);
    await page.click("#tab-rules");
    await page.waitForTimeout(2300);
    expect((await askedOf(page, "selection")).length).toBe(2);
  });

  it("goes on from a line of pay to the score in it, and back", async () => {
    await openRules();
    await page.click("#tab-run");
    await openSection("How was this worked out?");
    await page.getByText("88.00 ÷ 100 × 150,000.00 × 0.4% = 528.00").waitFor();
    const figure = { kind: "score", person: "小雨", name: "Score", amount: "88.00", shown: "88.00" } as const;
    const score = { ...EXPLANATION, at: { tab: "Payroll 2026-10", cell: "G5" }, figure, data: [], team: [] };
    await answerWith(page, "explain", { ...score, sentence: "20 + 68 = 88.00 points" });
    await page.getByRole("button", { name: "Explain: score 88.00 points" }).click();
    await page.getByText("20 + 68 = 88.00 points").waitFor();
    expect((await askedOf(page, "explain")).at(-1)).toMatchObject({ tab: "Payroll 2026-10", cell: "G5" });
    // The selection stays where it was, so that the panel does not turn back by itself.
    await page.waitForTimeout(2300);
    await page.getByText("20 + 68 = 88.00 points").waitFor();
    expect([await axeProblems(), await sticksOut()]).toEqual([[], []]);
    await page.getByRole("button", { name: "Back to 提成" }).click();
    await page.getByText("88.00 ÷ 100 × 150,000.00 × 0.4% = 528.00").waitFor();
    expect(await page.getByRole("button", { name: "Back to" }).count()).toBe(0);
  });

  it("lists whose values a team value is made of, only when it is asked", async () => {
    await openRules();
    await page.click("#tab-run");
    await openSection("How was this worked out?");
    const said = page.getByText("team average of sales 150,000.00 (8 people)");
    await said.waitFor();
    const [team] = EXPLANATION.team;
    if (!team) throw new Error("no team value");
    const links = [{ tab: "赤兔 daily", cell: "H14" }];
    const members = [
      { person: LONG_NAME, text: "156,000.00", links, more: 3 },
      { person: "小雨", text: "144,000.00, counts as 0.4839 of a month", links, more: 0 },
    ];
    const listed = { ...team, canList: false, members, moreMembers: 6 };
    await answerWith(page, "explain", { ...EXPLANATION, team: [listed] });
    await page.getByRole("button", { name: "Whose values: team average of sales" }).click();
    await page.getByText("counts as 0.4839 of a month").waitFor();
    await page.getByText("and 6 more, see Checks").waitFor();
    const [before, asked] = await askedOf(page, "explain");
    expect(before).not.toHaveProperty("members");
    expect(asked).toMatchObject({ ...EXPLANATION.at, members: true });
    expect([await axeProblems(), await sticksOut()]).toEqual([[], []]);
  });

  it("shows a step's own answer, and asks for the state of the workbook only", async () => {
    await openRules();
    await page.click("#tab-run");
    await page.getByRole("button", { name: "Mark as checked" }).waitFor();
    await page.waitForTimeout(700);
    const asked = async () =>
      Promise.all(
        (["state", "life", "rules"] as const).map(async (one) => (await askedOf(page, one)).length),
      );
    const [state = 0, life = 0, rules = 0] = await asked();
    await page.getByRole("button", { name: "Mark as checked" }).click();
    await page.getByRole("button", { name: "Approve and lock" }).waitFor();
    await page.waitForTimeout(400);
    expect(await asked()).toEqual([state + 1, life, rules]);
  });

  it("lists open questions before a month is checked", async () => {
    const at = { tab: "Questions", cell: "4:4" };
    const questions = [{ person: "小雨", line: "提成", question: "Two sales are missing.", at }];
    await openRules({ life: { ...STANDARD.life, questions } as LifeAnswer });
    await page.click("#tab-run");
    await page.getByText("Open questions, see the tab Questions: 1").waitFor();
    await page.getByText("小雨 · 提成: Two sales are missing.").waitFor();
    expect([await axeProblems(), await sticksOut()]).toEqual([[], []]);
    await page.getByRole("button", { name: "Answer it" }).click();
    await expect.poll(() => askedOf(page, "goTo")).toMatchObject([at]);
  });

  it("shows what was typed over a locked month, and writes its tabs again", async () => {
    const at = { tab: "Payroll 2026-10", cell: "I5" };
    const edited = [{ at, what: "提成 · 小雨", found: "9999", locked: "528", more: 2 }];
    const life = { ...STANDARD.life, state: "paid", next: null, edited };
    await openRules({ life: life as LifeAnswer });
    await page.click("#tab-run");
    await page.getByText("提成 · 小雨 · “9999”, locked with “528” · and 2 more").waitFor();
    expect([await axeProblems(), await sticksOut()]).toEqual([[], []]);
    await page.getByRole("button", { name: "Write them again as they were locked" }).click();
    await expect.poll(() => askedOf(page, "step")).toMatchObject([{ month: "2026-10", step: "restore" }]);
  });

  it("asks about the line that is explained; a blank question is not sent", async () => {
    await openRules();
    await page.click("#tab-run");
    await openSection("How was this worked out?");
    await page.getByRole("button", { name: "Ask about this line" }).click();
    const send = page.getByRole("button", { name: "Send" });
    expect(await send.getAttribute("aria-disabled")).toBe("true");
    await field("question").fill("Two sales are missing.");
    expect([await axeProblems(), await sticksOut()]).toEqual([[], []]);
    await send.click();
    await page.getByText("Noted on the tab Questions.").first().waitFor();
    expect(await askedOf(page, "ask")).toMatchObject([
      { month: "2026-10", person: "小雨", line: "提成", question: "Two sales are missing." },
    ]);
    expect(await field("question").count()).toBe(0);
  });
});

describe("what the menu asks", () => {
  it("starts from the pane, says where to answer, and reads the workbook again", async () => {
    await openRules();
    await page.click("#tab-run");
    await openSection("Share, grade review");
    await page.evaluate(() => {
      (window as unknown as { fake: { delay: number } }).fake.delay = 300;
    });
    const before = (await askedOf(page, "state")).length;
    await page.getByRole("button", { name: "Share with managers…" }).click();
    await page.locator("output", { hasText: "Answer the dialog" }).waitFor();
    expect(
      await page.getByRole("button", { name: "Quarterly grade review" }).getAttribute("title"),
    ).toContain("Answer the dialog");
    await expect.poll(async () => (await askedOf(page, "state")).length).toBe(before + 1);
    expect(await askedOf(page, "shareWithManagers")).toHaveLength(1);
    await failOn(page, "reviewGrades");
    await page.getByRole("button", { name: "Quarterly grade review" }).click();
    await page.getByText("ScriptError: no right").waitFor();
    expect([await axeProblems(), await sticksOut()]).toEqual([[], []]);
  });
});

describe("the browser's language", () => {
  const speak = (language: string) =>
    page.evaluate((to) => {
      Object.defineProperty(navigator, "language", { value: to, configurable: true });
      window.dispatchEvent(new Event("languagechange"));
    }, language);

  it("is followed at once, and nothing that was typed is lost", async () => {
    await openRules();
    await weight(2).fill("41");
    await page.click("#tab-run");
    await openSection("How was this worked out?");
    await page.getByRole("button", { name: "Ask about this line" }).click();
    await field("question").fill("Half of it");
    await speak("zh-CN");
    await page.getByRole("button", { name: "生成本月工资表" }).waitFor();
    expect(await field("question").inputValue()).toBe("Half of it");
    await page.click("#tab-rules");
    expect(await weight(2).inputValue()).toBe("41");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
    await page.click(".lang");
    await page.getByRole("button", { name: "Save rules" }).waitFor();
    await speak("zh-TW");
    await page.getByRole("button", { name: "保存规则" }).waitFor();
  });
});

describe("an explanation", () => {
  it("leads to a figure where the cell is none", async () => {
    const instead = { tab: "Payroll 2026-10", cell: "G5" };
    const sentence = "A running number. Select Payroll 2026-10!G5 to see how a figure came about.";
    await openRules({ explain: { ...NOTHING, sentence, instead } });
    await page.click("#tab-run");
    await openSection("How was this worked out?");
    await page.getByText(sentence).waitFor();
    await page.getByRole("button", { name: "Go to cell Payroll 2026-10!G5" }).click();
    await expect.poll(() => askedOf(page, "goTo")).toMatchObject([instead]);
  });

  it("keeps what was asked about the line, with its answer", async () => {
    const asked = {
      question: "Two sales are missing.",
      askedBy: "rain@shop.cn",
      on: "2026-11-02 09:30:00",
      answer: "Added.",
      answeredBy: "HR",
      adjustment: "row 5",
      at: { tab: "Questions", cell: "2:2" },
    };
    const open = {
      ...asked,
      question: ATTACK,
      answer: "",
      answeredBy: "",
      adjustment: "",
      at: { tab: "Questions", cell: "3:3" },
    };
    await openRules({ explain: { ...EXPLANATION, questions: [asked, open] } });
    await page.click("#tab-run");
    await openSection("How was this worked out?");
    const list = page.getByRole("list", { name: "Asked about this line" });
    await list.getByText("Two sales are missing.").waitFor();
    for (const words of ["Added.", "Adjustment: row 5", "Not answered yet.", ATTACK])
      await list.getByText(words, { exact: false }).first().waitFor();
    expect([await axeProblems(), await sticksOut()]).toEqual([[], []]);
  });
});

describe("keyboard alone", () => {
  it("moves between the tabs by arrow keys", async () => {
    await openRules();
    await page.keyboard.press("Tab");
    const focused = () => page.evaluate(() => document.activeElement?.id);
    expect(await focused()).toBe("tab-rules");
    await page.keyboard.press("ArrowLeft");
    expect(await focused()).toBe("tab-run");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("tab-whatIf");
    expect(await page.locator("#panel-whatIf").isVisible()).toBe(true);
  });

  it.each(PANES)("reaches everything of %s in reading order, shows the focus, and gets out", async (pane) => {
    await open({}, 1400);
    await openAll(pane);
    await page.locator(`#tab-${pane}`).focus();
    const seen: { top: number; pane: boolean; ring: boolean; name: string }[] = [];
    for (let step = 0; step < 200; step++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const style = getComputedStyle(element);
        const panel = element.closest(".panel");
        const scrolled = panel?.querySelector(".body")?.scrollTop ?? 0;
        return {
          top: element.getBoundingClientRect().top + (element.closest(".body") ? scrolled : 0),
          pane: element.closest(".body") !== null,
          ring: style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2,
          name: `${element.tagName} ${element.id} ${element.textContent?.slice(0, 20)}`,
        };
      });
      if (at === null) break;
      seen.push(at);
    }
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.length).toBeLessThan(200);
    expect(seen.filter(({ ring }) => !ring).map(({ name }) => name)).toEqual([]);
    const inPane = seen.filter((each) => each.pane);
    const backwards = inPane.filter(({ top }, index) => top < (inPane[index - 1]?.top ?? top) - 40);
    expect(backwards.map(({ name }) => name)).toEqual([]);
    const controls = await page
      .locator(`#panel-${pane}`)
      .locator("button, input, select, textarea")
      .locator("visible=true")
      .count();
    expect(inPane.length).toBeGreaterThan(0);
    expect(controls).toBeGreaterThan(0);
  });
});
