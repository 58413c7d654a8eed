/** The sidebar in the workbench: the built page and the built script over the sample shop. */
import type { FrameLocator } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openWorkbench, type WorkbenchPage } from "./workbench";

/** The section of pay; "Pay" alone would fit others too. */
const PAY = /^[▸▾]?Pay\d/;

let bench: WorkbenchPage;
let side: FrameLocator;

beforeAll(async () => {
  bench = await openWorkbench();
  await bench.menu("KPI Payroll", "Settings (sidebar)");
  side = bench.page.frameLocator("#side iframe");
  await side.locator("#panel-rules .section").first().waitFor();
}, 60_000);
afterAll(async () => {
  expect([bench.errors, bench.outside]).toEqual([[], []]);
  await bench.close();
});

const pane = (name: string) => side.locator(`#panel-${name}`);
const section = (title: string | RegExp) =>
  side.locator(".section").filter({ has: side.locator("h2 button", { hasText: title }) });
const total = async () => (await pane("whatIf").locator(".total strong").innerText()).replace(/,/g, "");

it("is reached from the cells by F6, and left by it", async () => {
  const focused = () => bench.page.evaluate("document.activeElement.tagName");
  await bench.select("Settings", "H3");
  expect(await focused()).toBe("DIV");
  await bench.press("F6");
  expect(await focused()).toBe("IFRAME");
  await bench.page.keyboard.press("Tab");
  expect(await side.locator(":focus").count()).toBe(1);
  await bench.page.keyboard.press("F6");
  await expect.poll(focused).toBe("DIV");
  await bench.type("Settings", "H3", "8");
  expect(await bench.cell("Settings", "H3")).toBe(8);
  await bench.press("Control+z");
});

it("tries a change on the whole team, saves it into the sheet, and takes it back in two clicks", async () => {
  const bands = section("Bands: commission");
  await bands.getByRole("button", { name: "Bands: commission" }).click();
  const link = await bands.getByRole("button", { name: /^Go to cell Bands!/ }).innerText();
  const row = /![A-Z]+(\d+)/.exec(link)?.[1] ?? "";
  const result = bands.getByLabel("Result of row 1");
  const before = await bench.cell("Bands", `F${row}`);
  await side.locator("#tab-whatIf").click();
  const saved = await total();
  await side.locator("#tab-rules").click();
  await result.fill("1%");
  await side.locator("#tab-whatIf").click();
  const started = performance.now();
  await pane("whatIf").locator(".better").first().waitFor();
  console.log(`a band change shows its effect in money after ${Math.round(performance.now() - started)} ms`);
  expect(Number(await total())).toBeGreaterThan(Number(saved));
  expect(await bench.cell("Bands", `F${row}`)).toBe(before);
  await side.getByRole("button", { name: "Save these rules" }).click();
  await pane("whatIf").locator(".box.good").waitFor();
  await bench.idle();
  expect(await bench.cell("Bands", `F${row}`)).toBe(0.01);
  await pane("whatIf").locator(".box.good").getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => bench.cell("Bands", `F${row}`), { timeout: 10_000 }).toBe(before);
  await expect.poll(total, { timeout: 10_000 }).toBe(saved);
}, 60_000);

it("computes a formula for the chosen person while it is typed", async () => {
  await side.locator("#tab-rules").click();
  await section(PAY).locator("h2 button").click();
  const opener = section(PAY).locator(".items .opener").last();
  await opener.click();
  const formula = section(PAY).getByLabel("Formula", { exact: true }).last();
  const saved = await formula.inputValue();
  await formula.fill("=1/8");
  await section(PAY)
    .locator(".hint b", { hasText: /^0\.13$/ })
    .waitFor();
  await formula.fill("=salse*2");
  await section(PAY).locator(".error", { hasText: "salse" }).first().waitFor();
  await formula.fill(saved);
  await side.getByText("0 changes").first().waitFor();
}, 60_000);

it("generates the month and explains a selected amount down to its cells", async () => {
  await side.locator("#tab-run").click();
  await side.getByRole("button", { name: "Generate monthly payroll" }).click();
  await pane("run")
    .getByText(/^Done: 12 people/)
    .first()
    .waitFor({ timeout: 20_000 });
  await bench.idle();
  const tab = "Payroll 2026-10";
  const letters = [..."ABCDEFGHIJKLMNOPQR"];
  const rows = await Promise.all(
    [3, 4, 5].map((row) => Promise.all(letters.map((letter) => bench.cell(tab, `${letter}${row}`)))),
  );
  const header = rows.findIndex((cells) => cells.includes("Performance pay"));
  const letter = letters[rows[header]?.indexOf("Performance pay") ?? 0];
  await side.getByRole("button", { name: "How was this worked out?" }).click();
  await bench.select(tab, `${letter}${header + 4}`);
  await pane("run").locator(".sentence").waitFor({ timeout: 10_000 });
  const step = pane("run").locator(".explain ol > li").first();
  await step
    .getByRole("button", { name: /^Go to cell/ })
    .first()
    .click();
  await expect.poll(async () => (await bench.selection()).tab, { timeout: 10_000 }).not.toBe(tab);
}, 60_000);

it("shows every tab that was read, and goes to a problem's cell", async () => {
  await side.locator("#tab-data").click();
  await pane("data").locator(".opener", { hasText: "2026-10" }).first().click();
  await pane("data").locator(".details:visible").first().waitFor();
  expect(await pane("data").locator(".tab-line").count()).toBeGreaterThan(5);
}, 60_000);

it("follows the workbench's language at once, and keeps what is typed", async () => {
  await side.locator("#tab-rules").click();
  const weight = side.locator("#panel-rules input.weight").first();
  const saved = await weight.inputValue();
  await weight.fill("31.5");
  await bench.page.click("#language");
  await side.getByRole("button", { name: "保存规则" }).waitFor();
  expect(await weight.inputValue()).toBe("31.5");
  await bench.page.click("#language");
  await side.getByRole("button", { name: "Save rules" }).waitFor();
  expect(await weight.inputValue()).toBe("31.5");
  await weight.fill(saved);
  await side.getByText("0 changes").first().waitFor();
}, 60_000);

it("starts the menu's dialogs from the Run pane", async () => {
  await side.locator("#tab-run").click();
  await side.getByRole("button", { name: "Share, grade review" }).click();
  await side.getByRole("button", { name: "Quarterly grade review" }).click();
  await bench.page.locator("dialog[open]").waitFor();
  expect(await bench.dialogText()).toContain("Which quarter?");
  await bench.page.locator("dialog[open]").getByRole("button", { name: "Cancel", exact: true }).click();
  await bench.page.locator("dialog[open]").waitFor({ state: "detached" });
  await expect
    .poll(() => side.getByRole("button", { name: "Quarterly grade review" }).getAttribute("aria-disabled"))
    .toBeNull();
}, 60_000);

it("hears of what the menu did: the month, its total, and no refusal of before", async () => {
  await side.locator("#tab-run").click();
  const box = pane("run").locator(".box.stack").first();
  await box.getByText(/· Draft$/).waitFor();
  // The keyboard and the pointer stay with the cells: nothing but the workbench tells the page.
  await bench.select("Settings", "A1");
  await bench.page.mouse.move(400, 400);
  await bench.page.waitForTimeout(1000);
  await bench.menu("KPI Payroll", "Approve and lock month…");
  await bench.page.locator("dialog[open]").waitFor();
  await bench.page.locator("dialog[open]").getByRole("button", { name: "OK", exact: true }).click();
  await bench.page.locator("dialog[open]").getByRole("button", { name: "Yes", exact: true }).click();
  await box.getByText(/· Checked$/).waitFor({ timeout: 5000 });
}, 60_000);
