import { describe, expect, it } from "vitest";
import { serialOf } from "../../src/local/serial.ts";
import { typeText } from "../../src/local/typing.ts";

const day = (year: number, month: number, date: number) =>
  serialOf({ year, month, day: date, hour: 0, minute: 0, second: 0 });

describe("a text typed into a cell without a format", () => {
  it.each<[string, unknown, string?]>([
    ["01234", 1234],
    ["22 34", 2234],
    ["-5", -5],
    ["(5)", -5],
    [".5", 0.5],
    ["1,234.5", 1234.5, "#,##0.00"],
    ["12%", 0.12, "0%"],
    ["46.12%", 0.4612, "0.00%"],
    ["$5", 5, '"$"#,##0'],
    ["¥1,200.50", 1200.5, '"¥"#,##0.00'],
    ["1e3", 1000, "0.00E+00"],
    ["TRUE", true],
    ["false", false],
    ["2026-10-01", day(2026, 10, 1), "m/d/yyyy"],
    ["10/2/2026", day(2026, 10, 2), "m/d/yyyy"],
    ["Oct 2, 2026", day(2026, 10, 2), "m/d/yyyy"],
    ["2-Oct-2026", day(2026, 10, 2), "m/d/yyyy"],
    ["9:05", 9 / 24 + 5 / 1440, "h:mm"],
    ["9:05 PM", 21 / 24 + 5 / 1440, "h:mm:ss am/pm"],
    ["30:00:00", 1.25, "[h]:mm:ss"],
    ["10/2/2026 12:00", day(2026, 10, 2) + 0.5, "m/d/yyyy h:mm:ss"],
  ])("%s becomes %s", (text, value, format) => {
    expect(typeText(text, "en_US")).toEqual(format === undefined ? { value } : { value, format });
  });

  it.each([
    "12,5",
    "1,23,456",
    "abc",
    "13/40/2026",
    "2026-02-30",
    "5 apples",
    "--",
    "1:75",
    "12:30 xm",
    "—",
  ])("%s stays text", (text) => expect(typeText(text, "en_US")).toEqual({ value: text }));

  it("makes formulas of a leading = and +", () => {
    expect(typeText("=1+1", "en_US")).toEqual({ formula: "=1+1" });
    expect(typeText("+1", "en_US")).toEqual({ formula: "=+1" });
    expect(typeText("=", "en_US")).toEqual({ value: "=" });
  });

  it("takes a leading apostrophe for text", () => {
    expect(typeText("'01", "en_US")).toEqual({ value: "01" });
  });
});

describe("a text typed into a text cell", () => {
  it.each(["01234", "=1+1", "+86 138", "12%", "2026-10-01", "TRUE"])("%s stays as it is", (text) => {
    expect(typeText(text, "en_US", "@")).toEqual({ value: text });
  });
});

describe("dates by locale", () => {
  it.each([
    ["en_US", day(2017, 3, 1)],
    ["en_GB", day(2017, 1, 3)],
    ["it_IT", day(2017, 1, 3)],
  ])("3/1/2017 in %s", (locale, value) => {
    expect(typeText("3/1/2017", locale).value).toBe(value);
  });

  it("leaves 3/1/2017 alone where the year comes first, and reads 2017年3月1日", () => {
    expect(typeText("3/1/2017", "zh_CN")).toEqual({ value: "3/1/2017" });
    expect(typeText("2017年3月1日", "zh_CN")).toEqual({ value: day(2017, 3, 1), format: "yyyy-mm-dd" });
  });
});
