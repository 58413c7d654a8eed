/** The page's own small parts: words, numbers, sliders, picture, colours, storage, mapping, requests. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  addMeasure,
  changeMeasure,
  confirmMeasure,
  gapOf,
  lettersOf,
  rowsOfMap,
  startMap,
} from "../../src/sidebar/map-draft";
import { drawSteps, HEIGHT, WIDTH } from "../../src/sidebar/picture";
import { askThrough, type Runner, startEntry, UNREACHABLE } from "../../src/sidebar/server";
import { keep, recall } from "../../src/sidebar/session";
import { positionOf, rangeAround, textAt, weightRange } from "../../src/sidebar/slider";
import { parseFrom, parseTyped, showLike, showMoney } from "../../src/sidebar/typed";
import { say, showMonth, WORDS, type WordKey } from "../../src/sidebar/words";
import { PROPOSAL } from "../browser/sidebar-answers";

describe("words", () => {
  const entries = Object.entries(WORDS);
  const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

  it("says everything in both languages, with the same values", () => {
    for (const [key, [en, zh]] of entries) {
      expect([key, en.length > 0 && zh.length > 0]).toEqual([key, true]);
      // The Chinese unit slip names the text found twice: in the question and in its mend.
      expect([key, [...new Set(holes(zh))]]).toEqual([key, [...new Set(holes(en))]]);
    }
  });

  it("keeps the style: no exclamation marks, full-width marks in Chinese", () => {
    for (const [key, [en, zh]] of entries) {
      expect([key, /[!！]/.test(en + zh)]).toEqual([key, false]);
      expect([key, /[\u4e00-\u9fff][,;:?]|[,;:?][\u4e00-\u9fff]/.test(zh)]).toEqual([key, false]);
    }
  });

  it("uses every word", () => {
    const folder = join(import.meta.dirname, "../../src/sidebar");
    const files = readdirSync(folder).filter((name) => /\.tsx?$/.test(name) && !name.startsWith("words"));
    const code = files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
    const templates = [...code.matchAll(/`([\w.]+\.)\$\{/g)].map(([, start = ""]) => start);
    const isUsed = (key: string) =>
      code.includes(`"${key}"`) || templates.some((start) => key.startsWith(start));
    expect(entries.map(([key]) => key).filter((key) => !isUsed(key))).toEqual([]);
  });

  it.each([
    ["2026-10", "en", "Oct 2026"],
    ["2026-01", "zh", "2026年1月"],
    ["x", "en", "x"],
  ] as const)("shows %s", (month, lang, text) => expect(showMonth(month, lang)).toBe(text));

  it("fills values as text", () => {
    expect(say("en", "removeRow" satisfies WordKey, { n: "<b>" })).toBe("Remove row <b>");
  });
});

describe("typed values", () => {
  it.each([
    ["120 %", "1.2", true],
    ["120%", "1.2", true],
    ["１２０％", "1.2", true],
    ["1,200", "1200", false],
    ["0.004", "0.004", false],
    ["-5", "-5", false],
  ])("%s is %s", (text, value, percent) => {
    const typed = parseTyped(text);
    expect(typed.kind === "number" && [typed.value.toText(), typed.percent]).toEqual([value, percent]);
  });

  it.each(["12,5", "x", "1.2.3", "3分"])("%s is no number", (text) =>
    expect(parseTyped(text).kind).toBe("unreadable"));

  it("shows money and numbers in their dress", () => {
    const value = parseTyped("115%");
    expect(value.kind === "number" && showLike(value.value, "120%")).toBe("115%");
    expect(value.kind === "number" && showLike(value.value, "1.2")).toBe("1.15");
    expect([showMoney("9999999.99"), showMoney("2464"), showMoney("-0.005"), showMoney("–")]).toEqual([
      "9,999,999.99",
      "2,464.00",
      "-0.01",
      "–",
    ]);
  });

  it.each([
    ["2026-11", "2026-11-01"],
    ["202611", "2026-11-01"],
    ["2026/1/5", "2026-01-05"],
    ["2026年11月", "2026-11-01"],
    ["", null],
    ["2026-00", undefined],
    ["2026-04-31", undefined],
    ["November", undefined],
  ])("begins on %j: %s", (text, day) => expect(parseFrom(text)).toBe(day));
});

describe("sliders", () => {
  it.each([
    { text: "120%", low: "60%", high: "180%", middle: "120%" },
    { text: "30", low: "15", high: "45", middle: "30" },
    { text: "5,000", low: "2500", high: "7500", middle: "5000" },
    { text: "0.4", low: "0.2", high: "0.6", middle: "0.4" },
  ])("around $text from $low to $high", ({ text, low, high, middle }) => {
    const range = rangeAround(text);
    if (!range) throw new Error("no range");
    expect([
      textAt(0, range, text),
      textAt(range.last, range, text),
      textAt(positionOf(text, range), range, text),
    ]).toEqual([low, high, middle]);
  });

  it("has none for 0, a blank and a text", () => {
    expect(["0", "", "x", "-5"].map(rangeAround)).toEqual([null, null, null, null]);
  });

  it("keeps the dress of a weight", () => {
    expect([textAt(25, weightRange("20"), "20"), textAt(25, weightRange("20%"), "20%")]).toEqual([
      "25",
      "25%",
    ]);
  });
});

describe("the step picture", () => {
  const steps = [
    { from: null, result: 0.001, fromText: "", resultText: "0.1%" },
    { from: 1, result: 0.002, fromText: "100%", resultText: "0.2%" },
    { from: 1.2, result: 0.004, fromText: "120%", resultText: "0.4%" },
  ];

  it("rises from step to step, and stays inside", () => {
    const picture = drawSteps(steps, [
      { person: "a", value: 99, chosen: false },
      { person: "b", value: 1.2, chosen: true },
    ]);
    const numbers = [...(picture?.path.matchAll(/[MHV]([\d.]+)(?: ([\d.]+))?/g) ?? [])];
    expect(numbers).toHaveLength(6);
    expect(picture?.dots.every(({ x }) => x > 0 && x < WIDTH)).toBe(true);
    expect(picture?.dots[1]?.x).toBe(picture?.risers[1]);
    expect(picture?.yMarks.map(({ text }) => text)).toEqual(["0.4%", "0.2%", "0.1%"]);
    expect(picture?.xMarks.every(({ y }) => y < HEIGHT)).toBe(true);
  });

  it("leaves out labels that would cover each other", () => {
    const close = [1, 1.001, 1.002].map((from) => ({
      from,
      result: from,
      fromText: `${from * 100}%`,
      resultText: "x",
    }));
    expect(
      drawSteps([...close, { from: 9, result: 9, fromText: "900%", resultText: "9" }], [])?.xMarks,
    ).toHaveLength(2);
  });

  it("draws nothing without a threshold", () => expect(drawSteps(steps.slice(0, 1), [])).toBeNull());
});

describe("colours", () => {
  const css = readFileSync(join(import.meta.dirname, "../../src/sidebar/style.css"), "utf8");
  const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1] ?? "";
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: string, other: string) => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  it("knows black on white", () => expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5));

  it.each([
    ["ink", "paper"],
    ["ink", "wash"],
    ["ink", "action-wash"],
    ["ink", "good-wash"],
    ["ink", "warn-wash"],
    ["ink", "error-wash"],
    ["muted", "paper"],
    ["muted", "wash"],
    ["muted", "action-wash"],
    ["action", "paper"],
    ["action", "wash"],
    ["action", "good-wash"],
    ["action", "warn-wash"],
    ["action", "error-wash"],
    ["error", "paper"],
    ["error", "error-wash"],
    ["error", "wash"],
    ["good", "paper"],
    ["good", "good-wash"],
    ["warn", "warn-wash"],
    ["warn", "paper"],
    ["better", "paper"],
    ["worse", "paper"],
    ["worse", "wash"],
    ["worse", "warn-wash"],
  ])("text %s on %s is at least 4.5 : 1", (text, ground) => {
    expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ["faint", "paper"],
    ["action", "paper"],
    ["error", "paper"],
  ])("edge %s on %s is at least 3 : 1", (edge, ground) => {
    expect(contrast(token(edge), token(ground))).toBeGreaterThanOrEqual(3);
  });

  it("has no text under 12 px", () => {
    const sizes = [...css.matchAll(/font(?:-size)?:\s*(?:\d+ )?(\d+)px/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });
});

describe("what outlives a reload", () => {
  const kept = { lang: "zh", pane: "data", drafts: {} };

  it("comes back", () => {
    const store = new Map<string, string>();
    const keeper = {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, text: string) => void store.set(key, text),
    };
    keep(keeper, kept);
    expect(recall(keeper)).toEqual(kept);
  });

  it.each(["", "{", "null", "7", '{"drafts":1}'])("is nothing for %j", (text) => {
    expect(recall({ getItem: () => text, setItem: () => undefined })).toBeNull();
  });

  it("survives a storage that refuses", () => {
    const refuse = () => {
      throw new Error("denied");
    };
    keep({ getItem: refuse, setItem: refuse }, kept);
    expect(recall({ getItem: refuse, setItem: refuse })).toBeNull();
    expect(recall(null)).toBeNull();
  });
});

describe("mapping", () => {
  const start = startMap(PROPOSAL);

  it("waits for the guess on money", () => {
    expect(gapOf(start, PROPOSAL.known)).toBe("guess");
    expect(gapOf(confirmMeasure(start, "C"), PROPOSAL.known)).toBeNull();
  });

  it.each([
    ["person", { ...start, person: "" }],
    ["measure", changeMeasure(start, "C", { ignored: true })],
    ["column", changeMeasure(start, "C", { letters: "" })],
    ["name", changeMeasure(start, "C", { measure: " " })],
    ["badName", changeMeasure(start, "C", { measure: "Orders made" })],
    ["badName", changeMeasure(start, "C", { measure: "2月金额" })],
    ["badName", changeMeasure(start, "C", { measure: "SKU100" })],
  ])("names the gap: %s", (gap, draft) => expect(gapOf(draft, PROPOSAL.known)).toBe(gap));

  it("writes rows by header", () => {
    expect(rowsOfMap(confirmMeasure(start, "C"), PROPOSAL)).toEqual(PROPOSAL.rows);
  });

  it.each([
    ["Orders paid", "paid_orders"],
    ["付款笔数", "paid_orders"],
    [" orders  PAID ", "paid_orders"],
    ["成交笔数", "paid_orders"],
    ["paid_orders", "paid_orders"],
    ["接待人数", "received"],
    ["返现金额", "返现金额"],
  ])("takes %s for %s, and writes that name", (typed, name) => {
    const draft = changeMeasure(start, "C", { measure: typed });
    expect(gapOf(draft, PROPOSAL.known)).toBeNull();
    expect(rowsOfMap(draft, PROPOSAL).map(({ measure }) => measure)).toEqual([name]);
  });

  it("adds a column that was left out, and ignores one", () => {
    const [, , , remark] = PROPOSAL.columns;
    if (!remark) throw new Error("no column");
    const draft = changeMeasure(addMeasure(start, remark), "C", { ignored: true });
    expect(rowsOfMap(draft, PROPOSAL).map(({ measure, column, how }) => [measure, column, how])).toEqual([
      ["备注", "备注", "sum"],
    ]);
  });

  it.each([
    ["F14", "F"],
    ["AB3", "AB"],
    ["14:14", ""],
  ])("column of %s is %s", (cell, letters) => expect(lettersOf(cell)).toBe(letters));
});

describe("requests", () => {
  /** A host that answers with a text, fails, or throws at once. */
  const host = (how: (text: string) => { answer?: unknown; fails?: Error }) => {
    const make = (done: (answer: unknown) => void, failed: (error: unknown) => void): Runner => {
      const call = (text: string) => {
        const { answer, fails } = how(text);
        if (fails) failed(fails);
        else done(answer);
      };
      return {
        withSuccessHandler: (handler) => make(handler, failed),
        withFailureHandler: (handler) => make(done, handler),
        api: call,
        shareWithManagers: () => call("shareWithManagers"),
        reviewGrades: () => call("reviewGrades"),
      };
    };
    const none = () => undefined;
    return { run: make(none, none), host: { editor: { focus: none } } };
  };

  it("are JSON text with action and language", async () => {
    let sent = "";
    const ask = askThrough(
      host((text) => {
        sent = text;
        return { answer: '{"ok":true,"at":null}' };
      }),
      () => "zh",
    );
    expect(await ask("goTo", { tab: "A", cell: "B2" })).toEqual({ ok: true, at: null });
    expect(JSON.parse(sent)).toEqual({ lang: "zh", tab: "A", cell: "B2", action: "goTo" });
  });

  it("start an entry of the menu, and tell what failed on the way", async () => {
    const called: string[] = [];
    const how = (text: string) => {
      called.push(text);
      return text === "reviewGrades" ? { fails: new Error("no right") } : { answer: "{}" };
    };
    expect(await startEntry(host(how), "shareWithManagers")).toBeNull();
    expect(await startEntry(host(how), "reviewGrades")).toEqual({ error: "no right", code: UNREACHABLE });
    expect(called).toEqual(["shareWithManagers", "reviewGrades"]);
  });

  it.each([
    ["a failure", () => ({ fails: new Error("timed out") }), "timed out"],
    ["no JSON", () => ({ answer: "<html>" }), "Unexpected token"],
    ["null", () => ({ answer: null }), "null"],
    ["a number", () => ({ answer: "7" }), "7"],
  ])("never reject: %s", async (_name, how, error) => {
    const answer = await askThrough(host(how), () => "en")("selection", {});
    expect(answer).toMatchObject({ code: UNREACHABLE, error: expect.stringContaining(error) });
  });
});
