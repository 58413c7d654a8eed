import { afterEach, describe, expect, it } from "vitest";
import { readBook } from "../../src/local/xlsx-read.ts";
import { openWorkbench, type WorkbenchPage } from "./workbench.ts";

const LIN = "linwei@example.com";
const ZHAO = "zhaohang@example.com";

const TEXTS = [
  {
    language: "en-US",
    ...{ menu: "KPI Payroll", generate: "Generate monthly payroll", ok: "OK", yes: "Yes" },
    ...{ share: "Share with managers", file: "File", drive: "Files in Drive", pay: "Pay", close: "Close" },
    ...{ openAs: `Open as ${LIN}`, download: "Download as .xlsx", shared: "Shared", trash: "In the trash" },
    ...{ reading: "Team scorecards: Lin Wei, as linwei", back: "Back to Sample shop", teamPay: "Team pay" },
    barred: "you do not have edit permission",
  },
  {
    language: "zh-CN",
    ...{ menu: "绩效工资", generate: "生成本月工资表", ok: "确定", yes: "是" },
    ...{ share: "分享给主管", file: "文件", drive: "云端硬盘中的文件", pay: "薪酬", close: "关闭" },
    ...{ openAs: `以 ${LIN} 的身份打开`, download: "下载为 .xlsx", shared: "已分享", trash: "在回收站中" },
    ...{ reading: `${LIN} 看到的“团队绩效：林薇”`, back: "返回“示例店铺”", teamPay: "团队工资" },
    barred: "目前无编辑权限",
  },
] as const;

type Text = (typeof TEXTS)[number];

let bench: WorkbenchPage;

afterEach(async () => {
  expect(bench.errors).toEqual([]);
  expect(bench.outside).toEqual([]);
  await bench.close();
});

/** Shares with both managers; those of these numbers see pay. */
async function share({ menu, share: entry, ok, yes }: Text, paid: string): Promise<void> {
  await bench.menu(menu, entry);
  await bench.reply(ok, paid);
  await bench.reply(yes);
  await bench.reply(ok);
  await bench.idle();
}

/** The tabs that the bar below the cells shows. */
function shownTabs(): Promise<string[]> {
  return bench.page.locator("[data-u-comp='slide-tab-item']").allInnerTexts();
}

describe.each(TEXTS)("Drive in $language", (text) => {
  it("shows what a manager gets, and keeps the view", async () => {
    bench = await openWorkbench({ language: text.language });
    const { page } = bench;
    await bench.menu(text.file, text.drive);
    expect(await bench.dialogText()).toContain(text.share);
    await bench.reply(text.close);
    await bench.menu(text.menu, text.generate);
    await bench.answer(text.ok, "2026-10");
    await bench.select(text.pay, "B2");
    await share(text, "1");
    expect((await bench.selection()).tab).toBe(text.pay);

    await bench.menu(text.file, text.drive);
    const rows = page.locator(".drive-files tr");
    const lin = rows.filter({ hasText: LIN });
    expect(await lin.innerText()).toContain(text.shared);
    expect(await rows.filter({ hasText: ZHAO }).count()).toBe(1);
    const downloading = page.waitForEvent("download");
    await lin.getByRole("button", { name: text.download }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await downloading).createReadStream()) chunks.push(chunk as Buffer);
    const names = (await readBook(Buffer.concat(chunks), { name: "shared" })).sheets.map(({ name }) => name);
    expect([names.length, names[2]]).toEqual([3, `${text.teamPay} 2026-10`]);

    await bench.menu(text.file, text.drive);
    await lin.getByRole("button", { name: text.openAs }).click();
    await page.getByText(text.reading).waitFor();
    await expect.poll(shownTabs).toEqual(names);
    // It cannot be typed into.
    await page.keyboard.type("8");
    await page.getByText(text.barred).waitFor();
    expect(await page.evaluate("workbench.typing()")).toBe(false);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: text.back }).click();
    await bench.type(text.pay, "Z3", "8");
    expect(await bench.cell(text.pay, "Z3")).toBe(8);

    // Pay is taken away: a new file, and the old one is in the trash.
    await share(text, "");
    await bench.menu(text.file, text.drive);
    expect(await rows.filter({ hasText: text.trash }).count()).toBe(1);
    expect(await rows.filter({ hasText: text.shared }).count()).toBe(2);
  });
});
