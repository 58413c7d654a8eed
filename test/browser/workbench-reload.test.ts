import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openWorkbench, type WorkbenchPage } from "./workbench.ts";

let bench: WorkbenchPage;
/** What the browser asked before it left the page. */
let asked: string[];

beforeEach(async () => {
  bench = await openWorkbench();
  asked = [];
  bench.page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.accept();
  });
});

afterEach(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

const title = () => bench.page.innerText("#title");

describe("a reload", () => {
  it("keeps the workbook, its tab in view, who sits there and Drive, and asks only where something changed", async () => {
    await bench.load();
    expect([asked, await title()]).toEqual([[], "Sample shop"]);
    await bench.menu("KPI Payroll", "Generate monthly payroll");
    await bench.answer("OK", "2026-10");
    await bench.type("Settings", "H3", "=6*7");
    await bench.page.selectOption("#person", "1");
    const tabs = await bench.tabs();
    await bench.load();
    expect(asked).toEqual(["beforeunload"]);
    expect([await bench.tabs(), await title()]).toEqual([tabs, "Sample shop"]);
    expect([await bench.formula("Settings", "H3"), await bench.cell("Settings", "H3")]).toEqual(["=6*7", 42]);
    expect((await bench.selection()).tab).toBe("Settings");
    expect(await bench.page.inputValue("#person")).toBe("1");
    await bench.select("Dashboard 2026-10", "A1");
    await expect.poll(() => bench.page.locator(".charts .chart").count()).toBe(5);
    // A download saves what there is.
    await bench.download("File", "Download as .xlsx");
    await bench.load();
    expect(asked).toEqual(["beforeunload"]);
  });

  it("keeps a new workbook, and the menu gives fresh ones; one that was not downloaded can be had back", async () => {
    await bench.type("Settings", "H3", "5");
    await bench.menu("File", "New spreadsheet");
    await bench.idle();
    expect([await bench.tabs(), await title()]).toEqual([["Sheet1"], "New workbook"]);
    await bench.menu("File", "Back to Sample shop");
    await bench.idle();
    expect([await bench.cell("Settings", "H3"), await title()]).toEqual([5, "Sample shop"]);
    await bench.press("Control+z");
    expect(await bench.cell("Settings", "H3")).toBe("");
    await bench.menu("File", "New spreadsheet");
    await bench.type("Sheet1", "A1", "mine");
    await bench.load();
    expect([await bench.tabs(), await bench.cell("Sheet1", "A1")]).toEqual([["Sheet1"], "mine"]);
    await bench.menu("File", "Open the sample shop");
    await bench.idle();
    expect(await bench.cell("Settings", "H3")).toBe("");
  });

  it("begins with the sample shop where the page comes from another start, or what was kept cannot be read", async () => {
    for (const spoil of [
      "sessionStorage.setItem('workbook', 'x')",
      "sessionStorage.removeItem('workbook')",
    ]) {
      await bench.menu("File", "New spreadsheet");
      await bench.idle();
      await bench.page.waitForTimeout(700);
      await bench.page.evaluate(spoil);
      await bench.load();
      expect(await title()).toBe("Sample shop");
    }
    await bench.menu("File", "New spreadsheet");
    await bench.idle();
    await bench.page.route("**/project.json", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ json: { ...((await answer.json()) as object), run: "another" } });
    });
    await bench.load();
    expect(await title()).toBe("Sample shop");
  });
});
