/**
 * The pictures of the guide, drawn from the running product: `npm run pictures`. Each is taken of the
 * workbench with the sample shop, in English and in Chinese, at a fixed size, and written to
 * `guide/pictures/<name>-<language>.png`. Look at them before they are kept.
 */
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator, Locator } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type PageLanguage, pageWord } from "../../src/local/page/words";
import { projectRoot } from "../../src/local/project";
import { say, type WordKey } from "../../src/sidebar/words";
import { type LabelKey, label } from "../../src/text/labels";
import { openWorkbench, type WorkbenchPage } from "./workbench";

const FOLDER = join(projectRoot, "guide", "pictures");
const MONTH = "2026-10";
/** A page of the guide loads them all: each stays below this. */
const MOST_BYTES = 150_000;
/** Left of the grid is the column of row numbers, above it the head of the page and the cell's own line. */
const GRID = { x: 0, y: 65 };
const ROW_HEIGHT = 21;
/** In one of these rows the first payslip begins. */
const ROWS = Array.from({ length: 20 }, (_, index) => index + 1);

/** An element of the page, as far as scrolling goes; the tests have no types of a browser. */
interface Box {
  readonly parentElement: Box;
  readonly scrollHeight: number;
  readonly clientHeight: number;
  scrollTop: number;
  getBoundingClientRect(): { readonly top: number };
}

/** Puts a part at the top of the pane that scrolls; runs inside the sidebar. */
function toTop(element: unknown): void {
  const part = element as Box;
  let pane = part.parentElement;
  while (pane.scrollHeight <= pane.clientHeight) pane = pane.parentElement;
  pane.scrollTop += part.getBoundingClientRect().top - pane.getBoundingClientRect().top - 8;
}

mkdirSync(FOLDER, { recursive: true });

describe.each<PageLanguage>(["en", "zh"])("in %s", (lang) => {
  let bench: WorkbenchPage;
  let side: FrameLocator;

  const word = (key: LabelKey) => label(key, lang);
  const sideWord = (key: WordKey) => say(lang, key);
  const tabOf = (key: LabelKey) => `${word(key)} ${MONTH}`;

  beforeEach(async () => {
    bench = await openWorkbench({ language: lang === "en" ? "en-US" : "zh-CN" });
    side = bench.page.frameLocator("#side iframe");
  });
  afterEach(async () => {
    expect([bench.errors, bench.outside]).toEqual([[], []]);
    await bench.close();
  });

  /** Writes a picture of a part of the page, of this size in pixels. */
  async function draw(name: string, width: number, height: number, from = { x: 0, y: 0 }): Promise<void> {
    const path = join(FOLDER, `${name}-${lang}.png`);
    // The grid paints a moment after it says that it is ready.
    await bench.page.waitForTimeout(800);
    await bench.page.screenshot({ path, clip: { ...from, width, height } });
    expect(statSync(path).size, name).toBeLessThan(MOST_BYTES);
  }

  async function generate(): Promise<void> {
    await bench.menu(word("product"), word("generatePayroll"));
    await bench.answer(pageWord("ok", lang), MONTH);
    await bench.page.locator(".toast-close").click();
  }

  async function openSide(pane: string): Promise<Locator> {
    await bench.menu(word("product"), word("settings"));
    await side.locator(`#tab-${pane}`).click();
    return side.locator(`#panel-${pane}`);
  }

  /** Brings a part of the sidebar to its top, once the pane has settled. */
  async function scrollTo(part: Locator): Promise<void> {
    await bench.page.waitForTimeout(500);
    await part.evaluate(toTop);
  }

  /** The sidebar alone, over its whole width and this height. */
  async function drawSide(name: string, height: number, top?: Locator): Promise<void> {
    await bench.page.setViewportSize({ width: 1000, height: height + 61 });
    if (top) await scrollTo(top);
    await draw(name, 300, height, { x: 700, y: 37 });
  }

  it("the workbench with its menu", async () => {
    await bench.page.setViewportSize({ width: 1000, height: 560 });
    await bench.select(lang === "en" ? "Staff" : "员工", "A2");
    await bench.page
      .getByRole("menubar")
      .getByRole("menuitem", { name: word("product"), exact: true })
      .click();
    await draw("menu", 1000, 560);
  });

  it("the tabs of a month", async () => {
    await bench.page.setViewportSize({ width: 1260, height: 1100 });
    await generate();
    for (const [tab, name, height] of [
      ["tab.payroll", "payroll", 630],
      ["tab.scorecard", "scorecard", 420],
      ["tab.dashboard", "dashboard", 462],
    ] as const) {
      await bench.select(tabOf(tab), "A1");
      await draw(name, 1050, height, GRID);
    }
    // From the header of the first slip on; what stands above it fills the page for printing.
    const slips = tabOf("tab.payslips");
    await bench.select(slips, "A1");
    const column = await Promise.all(ROWS.map((row) => bench.cell(slips, `A${row}`)));
    const above = column.indexOf(word("month")) * ROW_HEIGHT;
    await draw("payslips", 1050, 400, { x: 0, y: GRID.y + ROW_HEIGHT + above });
  });

  it("an amount explained", async () => {
    await bench.page.setViewportSize({ width: 1000, height: 700 });
    await generate();
    const run = await openSide("run");
    const opener = side.getByRole("button", { name: sideWord("explain.title") });
    await opener.click();
    await bench.select(tabOf("tab.payroll"), "I5");
    await run.locator(".sentence").waitFor();
    await scrollTo(opener);
    await draw("explain", 1000, 560);
  });

  it("the first minute", async () => {
    await bench.menu(pageWord("file", lang), pageWord("blank", lang));
    await bench.idle();
    await bench.menu(word("product"), word("settings"));
    await side.getByText(sideWord("first.title")).waitFor();
    await drawSide("first", 430);
  });

  it("rules and what a change does", async () => {
    const rules = await openSide("rules");
    const table = lang === "en" ? "commission" : "提成点";
    const opener = rules.getByRole("button", { name: say(lang, "bandsOf", { table }) });
    await opener.click();
    const first = say(lang, "band.resultOf", { n: 1 });
    await rules.getByRole("textbox", { name: first }).filter({ visible: true }).fill("0.5%");
    await drawSide("rules", 740, opener);
    await side.locator("#tab-whatIf").click();
    await side.locator("#panel-whatIf .better").first().waitFor();
    await drawSide("what-if", 640, side.locator("#panel-whatIf .change").first());
  });

  it("what was read", async () => {
    const data = await openSide("data");
    await data.locator(".tab-line").first().waitFor();
    await drawSide("data", 640);
  });
});
