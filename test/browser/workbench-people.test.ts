import { describe, expect, it } from "vitest";
import { openWorkbench } from "./workbench.ts";

describe("the keyboard alone", () => {
  it("reaches every menu, chooses an entry, and comes back to the cells", async () => {
    const bench = await openWorkbench();
    const focused = () => bench.page.evaluate("document.activeElement.textContent");
    // The grid may still take the keyboard while it paints for the first time.
    const into = async (keys: readonly string[]) => {
      for (const key of keys) await bench.page.keyboard.press(key);
      return focused();
    };
    const toAddOn = ["Escape", "F10", "ArrowRight", "ArrowRight"];
    await expect.poll(() => into(toAddOn)).toBe("KPI Payroll");
    await expect.poll(() => into([...toAddOn, "ArrowDown"])).toBe("Set up workbook…");
    await expect.poll(() => into([...toAddOn, "ArrowDown", "ArrowUp"])).toBe("Help");
    await bench.page.keyboard.press("Enter");
    expect(await bench.dialogText()).toContain("KPI Payroll");
    await bench.page.keyboard.press("Enter");
    await bench.page.waitForSelector("dialog", { state: "detached" });
    await bench.page.keyboard.press("F10");
    await bench.page.keyboard.press("Escape");
    await bench.type("Settings", "H3", "8");
    expect(await bench.cell("Settings", "H3")).toBe(8);
    await bench.close();
  });
});

describe("a message in the corner", () => {
  it("stands beside the sidebar, over none of its buttons, and lets clicks through", async () => {
    const bench = await openWorkbench();
    const { page } = bench;
    await bench.menu("KPI Payroll", "Settings");
    await page.waitForSelector("#side:not([hidden]) iframe");
    await bench.menu("KPI Payroll", "Generate monthly payroll");
    await bench.answer("OK", "2026-10");
    await page.waitForSelector(".toast");
    const side = await page.locator("#side").boundingBox();
    for (const width of [1280, 700]) {
      await page.setViewportSize({ width, height: 700 });
      const toast = await page.locator(".toast").first().boundingBox();
      const edge = (await page.locator("#side").boundingBox())?.x ?? 0;
      expect((toast?.x ?? 0) + (toast?.width ?? 9999)).toBeLessThanOrEqual(edge);
      expect(toast?.x).toBeGreaterThanOrEqual(0);
    }
    expect(side?.width).toBe(300);
    const under = await page.evaluate(() => {
      const box = document.querySelector(".toast")?.getBoundingClientRect();
      const at = document.elementFromPoint((box?.x ?? 0) + 20, (box?.y ?? 0) + 8);
      return at?.closest("#toasts") === null;
    });
    expect(under).toBe(true);
    await page.locator(".toast-close").first().click();
    await bench.close();
  });
});

describe("the language", () => {
  it("is the reader's, and can be switched without losing anything", async () => {
    const bench = await openWorkbench({ language: "zh-CN" });
    expect(await bench.tabs()).toEqual(expect.arrayContaining(["员工", "档位"]));
    await bench.menu("绩效工资", "生成本月工资表");
    await bench.answer("确定", "2026-10");
    expect(await bench.tabs()).toContain("工资 2026-10");
    await bench.type("设置", "H3", "1");
    await bench.page.click("#language");
    await bench.menu("KPI Payroll", "Help");
    expect(await bench.dialogText()).toContain("KPI Payroll");
    await bench.answer("OK");
    expect(await bench.cell("设置", "H3")).toBe(1);
    await bench.press("Control+z");
    expect(await bench.cell("设置", "H3")).toBe("");
    expect(bench.errors).toEqual([]);
    await bench.close();
  });
});

describe("another time zone", () => {
  it.each(["America/New_York", "Pacific/Auckland"])("%s pays the same", async (timeZone) => {
    const bench = await openWorkbench({ timeZone });
    await bench.menu("KPI Payroll", "Generate monthly payroll");
    await bench.answer("OK", "2026-10");
    const [base, days] = [
      await bench.cell("Payroll 2026-10", "H7"),
      await bench.cell("Payroll 2026-10", "F16"),
    ];
    // Lin Qingqing is of A1 (2,000) for 15 days of October and of A2 (2,500) for 16: 2,258.06.
    // Han Yan left on 16 October.
    expect([base, days]).toEqual([2258.06, 16]);
    await bench.close();
  });
});
