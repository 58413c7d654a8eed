/** Names of tabs, as a person changes them. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { openWorkbench, type WorkbenchPage } from "./workbench.ts";

const TABS = "[data-u-comp=slide-tab-bar] > [data-u-comp=slide-tab-item]";
/** Longer than a press has to last for a tab to be dragged. */
const LONG_PRESS = 700;

let bench: WorkbenchPage;

beforeAll(async () => {
  bench = await openWorkbench();
}, 60_000);
afterAll(async () => {
  expect([bench.errors, bench.outside]).toEqual([[], []]);
  await bench.close();
});

const tab = (name: string) => bench.page.locator(TABS).filter({ hasText: name });

/** Double-clicks a tab, types its new name over the old one, and presses Enter. */
async function rename(from: string, to: string, pause: number): Promise<void> {
  await tab(from).dblclick();
  await bench.page.locator(`${TABS} [contenteditable=true]`).waitFor();
  await bench.page.keyboard.press("Control+a");
  await bench.page.waitForTimeout(pause);
  await bench.page.keyboard.type(to);
  await bench.page.keyboard.press("Enter");
  await bench.page.waitForTimeout(LONG_PRESS);
  await bench.idle();
}

it.each([
  ["at once", "Staff", "People", 0],
  ["slowly", "Adjustments", "Extras", LONG_PRESS],
])("are typed %s, and the tab stays in the bar", async (_, from, to, pause) => {
  const before = await bench.tabs();
  await tab(from).click();
  await bench.page.waitForTimeout(400);
  await rename(from, to, pause);
  expect(await bench.tabs()).toEqual(before.map((name) => (name === from ? to : name)));
  expect(await bench.page.locator("body > [data-u-comp=slide-tab-item]").count()).toBe(0);
  expect((await bench.page.locator(TABS).allInnerTexts()).map((name) => name.trim())).toContain(to);
  await rename(to, from, 0);
  expect(await bench.tabs()).toEqual(before);
});

it("are the names that the next run reads", async () => {
  await tab("Staff").click();
  await rename("Staff", "Our people", 0);
  await bench.menu("KPI Payroll", "Generate monthly payroll");
  await bench.answer("OK");
  await expect.poll(() => bench.tabs(), { timeout: 20_000 }).toContain("Payroll 2026-10");
  expect(await bench.tabs()).toContain("Our people");
  expect(await bench.page.locator("#grid canvas").count()).toBeGreaterThan(0);
}, 60_000);
