/** What Checks says of the data as a whole: silent orders, and months that the data do not fill. */
import { describe, expect, it } from "vitest";
import { describeChecks } from "../../src/report/checks";
import { rosterOf, run, tab } from "../ingest/workbook";
import { CHECKED, shop, view } from "./fixtures";

const CHATS = tab("chats", "buyer|agent|time", "b1|小雨|2026-10-03 10:00:00");
const HEAD = "订单编号|买家会员名|买家实际支付金额|订单创建时间|订单付款时间|订单状态";
/** b1 bought from 小雨; b2 and b3 never chatted; b4 did not pay; b5 paid in September. */
const ORDERS = tab(
  "orders",
  HEAD,
  "1|b1|80|2026-10-03 11:00:00|2026-10-03 11:01:00|交易成功",
  "2|b2|19.9|2026-10-04 11:00:00|2026-10-04 11:01:00|交易成功",
  "3|b3|100|2026-10-05 11:00:00|2026-10-05 11:01:00|交易成功",
  "4|b4|7|2026-10-05 11:00:00||交易关闭",
  "5|b5|9|2026-09-05 11:00:00|2026-09-05 11:01:00|交易成功",
);

function words(lang: "en" | "zh", orders = ORDERS): string[] {
  const { facts } = run({ roster: rosterOf(["小雨"]), grids: [CHATS, orders] });
  const described = describeChecks(view(shop(), lang, { facts }));
  return described.rows.flat().map((cell) => String(cell?.value ?? ""));
}

describe("silent orders", () => {
  it("are told with number and amount: 19.90 + 100.00", () => {
    expect(words("en").find((text) => text.startsWith("Silent orders"))).toMatch(
      /in time\): 2, 119\.90 in all\./,
    );
    expect(words("zh").find((text) => text.startsWith("静默订单"))).toContain("共 2 笔，金额 119.90，");
  });

  it("are not mentioned where there are none", () => {
    const none = tab("orders", HEAD, "1|b1|80|2026-10-03 11:00:00|2026-10-03 11:01:00|交易成功");
    expect(words("en", none).some((text) => text.startsWith("Silent orders"))).toBe(false);
  });
});

describe("data of a part of the month", () => {
  const note = (firstDay: number, lastDay: number) => {
    const described = describeChecks({ ...view(shop(), "en"), checked: [{ ...CHECKED, firstDay, lastDay }] });
    const texts = described.rows.flat().map((cell) => String(cell?.value ?? ""));
    return texts.find((text) => text.startsWith("All data are of"));
  };
  const first = 46_296;

  it.each([
    ["the whole month", first, first + 30, undefined],
    [
      "a day short",
      first,
      first + 29,
      "All data are of 2026-10-01 – 2026-10-30; 2026-10 ends on 2026-10-31. Days without data: 1. Paste the rest before you approve the month.",
    ],
    [
      "one day",
      first + 1,
      first + 1,
      "All data are of 2026-10-02; 2026-10 ends on 2026-10-31. Days without data: 30. Paste the rest before you approve the month.",
    ],
  ])("%s", (_name, from, to, expected) => {
    expect(note(from, to)).toBe(expected);
  });
});

describe("how far each source reaches", () => {
  const first = 46_296;
  const notes = (lastOfOrders: number) => {
    const attendance = {
      ...CHECKED,
      tab: "考勤",
      as: "attendance",
      columns: [],
      firstDay: first,
      lastDay: first + 30,
    };
    const orders = {
      ...CHECKED,
      tab: "订单",
      as: "orders",
      firstDay: first,
      lastDay: first + lastOfOrders - 1,
    };
    const described = describeChecks({ ...view(shop(), "en"), checked: [attendance, orders] });
    return described.rows.flat().map((cell) => String(cell?.value ?? ""));
  };

  it("is told where they differ, and the title has the earliest of the figures of work", () => {
    const texts = notes(12);
    expect(texts.find((text) => text.includes("Draft"))).toMatch(/Data as of 2026-10-12$/);
    expect(texts.find((text) => text.startsWith("The pasted data reach to"))).toContain(
      "考勤 2026-10-31; 订单 2026-10-12.",
    );
  });

  it("is not told where they are alike", () => {
    expect(notes(31).some((text) => text.startsWith("The pasted data reach to"))).toBe(false);
  });
});
