import { afterEach, describe, expect, it } from "vitest";
import { openWorkbench, type WorkbenchPage } from "./workbench.ts";

const [OWNER, EDITOR, VIEWER] = ["0", "1", "2"] as const;

const TEXTS = [
  {
    language: "en-US",
    ...{ menu: "KPI Payroll", generate: "Generate monthly payroll", ok: "OK", yes: "Yes" },
    ...{
      approve: "Approve and lock",
      settings: "Settings",
      setting: "second_person",
      value: "yes",
      other: "somebody else has to approve",
    },
    ...{ payroll: "Payroll 2026-10", isProtected: "is protected", viewOnly: "You may view this workbook" },
  },
  {
    language: "zh-CN",
    ...{ menu: "绩效工资", generate: "生成本月工资表", ok: "确定", yes: "是" },
    ...{ approve: "审批并锁定本月", settings: "设置", setting: "双人复核", value: "是", other: "须由另一人" },
    ...{ payroll: "工资 2026-10", isProtected: "受保护", viewOnly: "您只能查看本表格" },
  },
] as const;

let bench: WorkbenchPage;

afterEach(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

/** The row of a setting. */
async function rowOf(tab: string, key: string): Promise<number> {
  for (let row = 1; row < 60; row++) if ((await bench.cell(tab, `A${row}`)) === key) return row;
  throw new Error(`${tab} has no ${key}`);
}

describe.each(TEXTS)("people in $language", (text) => {
  it("check and approve by two, and type only where they may", async () => {
    bench = await openWorkbench({ language: text.language });
    const { page } = bench;
    await bench.type(text.settings, `B${await rowOf(text.settings, text.setting)}`, text.value);
    await bench.menu(text.menu, text.generate);
    await bench.answer(text.ok, "2026-10");
    const step = async () => {
      await bench.menu(text.menu, text.approve);
      await bench.reply(text.ok, "2026-10");
      await bench.reply(text.yes);
    };
    // Who checks may not approve; the owner may.
    await page.selectOption("#person", EDITOR);
    await step();
    await bench.idle();
    await step();
    expect(await bench.dialogText()).toContain(text.other);
    await bench.answer(text.ok);
    await page.selectOption("#person", OWNER);
    await step();
    await bench.idle();
    await bench.type(text.payroll, "Z3", "owner");
    expect(await bench.cell(text.payroll, "Z3")).toBe("owner");

    // The locked tab is out of the editor's hands, another one is not.
    await page.selectOption("#person", EDITOR);
    await bench.type(text.payroll, "Z4", "editor");
    expect(await bench.dialogText()).toContain(text.isProtected);
    await bench.reply(text.ok);
    expect(await bench.cell(text.payroll, "Z4")).toBe("");
    await bench.type(text.settings, "Z4", "editor");
    expect(await bench.cell(text.settings, "Z4")).toBe("editor");

    // Who may only look has no menu of the add-on, and types nowhere.
    await page.selectOption("#person", VIEWER);
    await page.getByText(text.viewOnly).waitFor();
    expect(await page.locator(".menu-top").count()).toBe(2);
    await bench.select(text.settings, "Z5");
    await page.keyboard.type("8");
    await page.keyboard.press("Escape");
    await bench.press("Control+z");
    expect([await bench.cell(text.settings, "Z5"), await bench.cell(text.settings, "Z4")]).toEqual([
      "",
      "editor",
    ]);
    await page.selectOption("#person", OWNER);
    expect(await page.locator(".menu-top").count()).toBe(3);
  });
});
