/** The guide's first month, click by click, in the workbench: what it tells people to press is there. */
import { describe, expect, it } from "vitest";
import { type PageLanguage, pageWord } from "../../src/local/page/words";
import { say } from "../../src/sidebar/words";
import { type LabelKey, label } from "../../src/text/labels";
import { guideSection, guideTables } from "../guide-pages";
import { openWorkbench } from "./workbench";

/** Rows as a clipboard holds them. */
function clipboard(rows: readonly string[][]): string {
  return rows.map((row) => row.join("\t")).join("\n");
}

describe.each<PageLanguage>(["en", "zh"])("the first month of the guide in %s", (lang) => {
  it("pays what the guide says", async () => {
    const first = guideSection(lang, 0);
    const [staff = [], raw = [], paid = []] = guideTables(first);
    const word = (key: LabelKey) => label(key, lang);
    const staffTab = lang === "en" ? "Staff" : "员工";
    const bench = await openWorkbench({ language: lang === "en" ? "en-US" : "zh-CN" });
    const side = bench.page.frameLocator("#side iframe");
    bench.page.setDefaultTimeout(15_000);

    await bench.menu(pageWord("file", lang), pageWord("blank", lang));
    await bench.idle();
    await bench.menu(word("product"), word("settings"));
    await side.getByRole("button", { name: say(lang, "first.own") }).click();
    await side.getByLabel(say(lang, "first.system")).selectOption("simple-reception");
    await side.getByLabel(say(lang, "first.month")).fill("2026-10");
    await side.getByRole("button", { name: say(lang, "first.setUp"), exact: true }).click();
    await expect.poll(() => bench.tabs(), { timeout: 20_000 }).toContain(staffTab);
    await bench.idle();
    await bench.paste(staffTab, "A2", clipboard(staff.slice(1)));

    const before = await bench.tabs();
    await bench.page.locator('[data-u-comp="sheet-bar-append-button"]').first().click();
    await bench.idle();
    const added = (await bench.tabs()).find((tab) => !before.includes(tab)) ?? expect.fail("no new tab");
    await bench.paste(added, "A1", clipboard(raw));

    await bench.menu(word("product"), word("generatePayroll"));
    await bench.answer(pageWord("ok", lang));
    const payroll = `${word("tab.payroll")} 2026-10`;
    const columns = [..."ABCDEFGHIJKLMNOPQRSTUV"];
    const rowOf = async (row: number) =>
      Promise.all(columns.map((column) => bench.cell(payroll, `${column}${row}`)));
    const header = await rowOf(4);
    for (const [index, [person, ...amounts]] of paid.slice(1).entries()) {
      const row = await rowOf(5 + index);
      const shown = (paid[0] ?? []).map((name) => row[header.indexOf(name)]);
      expect(shown).toEqual([person, ...amounts.map(Number)]);
    }
    for (const state of ["checked", "approved", "paid"] as const) {
      await bench.menu(word("product"), word("approve"));
      // The run goes on only after both questions: nothing is idle between them.
      await bench.page
        .locator("dialog[open]")
        .getByRole("button", { name: pageWord("ok", lang) })
        .click();
      await bench.answer(pageWord("yes", lang));
      expect(String(await bench.cell(payroll, "A2"))).toContain(word(state));
    }
    expect([bench.errors, bench.outside]).toEqual([[], []]);
    await bench.close();
  }, 90_000);
});
