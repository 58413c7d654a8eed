import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDateFormat, serialOf, TimeZone } from "../../src/local/serial.ts";

const at = (year: number, month: number, day: number, hour = 0, minute = 0, second = 0) =>
  serialOf({ year, month, day, hour, minute, second });

describe("serials", () => {
  it("count from 1899-12-30", () => {
    expect(at(1899, 12, 30)).toBe(0);
    expect(at(1900, 1, 1)).toBe(2);
    expect(at(2026, 10, 1)).toBe(46296);
    expect(at(2026, 10, 1, 12)).toBe(46296.5);
  });
});

describe("a time zone", () => {
  it.each([
    ["Asia/Shanghai", at(2026, 10, 1), "2026-09-30T16:00:00.000Z"],
    ["America/New_York", at(2026, 7, 1), "2026-07-01T04:00:00.000Z"],
    ["America/New_York", at(2026, 1, 1), "2026-01-01T05:00:00.000Z"],
    ["Asia/Kolkata", at(2026, 1, 1, 9, 30), "2026-01-01T04:00:00.000Z"],
    // A time alone is a moment of 1899, when Shanghai kept its own mean time.
    ["Asia/Shanghai", 0.375, "1899-12-30T00:54:17.000Z"],
  ])("%s shows serial %s at %s", (name, serial, moment) => {
    expect(new Date(new TimeZone(name).toMoment(serial)).toISOString()).toBe(moment);
  });

  it("gives back every serial of whole seconds", () => {
    const zone = new TimeZone("Asia/Shanghai");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80_000 * 86_400 }), (seconds) => {
        const serial = seconds / 86_400;
        expect(Math.round(zone.toSerial(zone.toMoment(serial)) * 86_400)).toBe(seconds);
      }),
    );
  });
});

describe("date formats", () => {
  it.each([
    "yyyy-mm-dd",
    "h:mm:ss",
    "[h]:mm",
    "[mm]:ss",
    'yyyy"年"m"月"',
    "m/d/yy h:mm",
    "[$-804]mmm d",
  ])("%s is one", (format) => expect(isDateFormat(format)).toBe(true));
  it.each([
    "General",
    "@",
    "0.00",
    "0%",
    "#,##0.00",
    '"¥"#,##0',
    '0"days"',
    "0.00E+00",
    "[Red]0.0",
    undefined,
  ])("%s is none", (format) => expect(isDateFormat(format)).toBe(false));
});
