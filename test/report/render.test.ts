import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { fillTemplate } from "../../src/text/labels";
import { MESSAGES } from "../../src/text/messages/index";
import { renderIssue } from "../../src/text/render";

describe("renderIssue", () => {
  it("puts the place in front and fills the values", () => {
    expect(renderIssue({ code: "run.bad-month", tab: "Raw", cell: "F14", found: "Octember" }, "en")).toBe(
      'Raw!F14: "Octember" is not a month. Type it like 2026-10.',
    );
    expect(renderIssue({ code: "run.bad-month", tab: "Raw", cell: "14:14", found: "x" }, "zh")).toBe(
      "Raw 第 14 行：“x”不是月份。请按 2026-10 的格式填写。",
    );
  });

  it("gives an unknown code as it is, or lets the caller decide", () => {
    expect(renderIssue({ code: "no-such" }, "en")).toBe("no-such");
    const strict = (code: string): string => {
      throw new Error(code);
    };
    expect(() => renderIssue({ code: "no-such" }, "en", strict)).toThrow("no-such");
  });

  it("cuts a value that would bury the mend", () => {
    const values = { tabs: "x".repeat(50_000) };
    const said = renderIssue({ code: "setup.exists", values }, "en");
    expect(said.length).toBeLessThan(1200);
    expect(said).toMatch(/x…\. They were kept as they are\. Delete or rename/);
  });

  it("leaves names without a value, and is not fooled by inherited ones", () => {
    expect(fillTemplate("{a} {constructor} {b}", { a: 1 })).toBe("1 {constructor} {b}");
  });
});

describe("the messages", () => {
  const placeholders = (text: string) =>
    [...new Set((text.match(/\{\w+\}/g) ?? []).map((name) => name.replace(/Zh\}$/, "}")))].sort();

  it.each(Object.entries(MESSAGES))("%s names the same values in both languages", (_code, { en, zh }) => {
    expect(placeholders(zh)).toEqual(placeholders(en));
  });

  it.each(Object.entries(MESSAGES))("%s keeps the house style", (_code, { en, zh }) => {
    expect(en + zh).not.toMatch(/[!！—]/);
    expect(zh).not.toMatch(/[你]/);
    expect(zh.replace(/\{[^}]*\}/g, "")).not.toMatch(/[\u4e00-\u9fff][,;:?]/);
  });
});

describe("the codes", () => {
  const src = resolve(import.meta.dirname, "../../src");
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const sources = files.map((name) => readFileSync(join(src, name), "utf8"));
  const literal = /\b(?:issueAt\(\s*"(?:error|warning|info)",\s*|failure\(\s*|\bcode: )"([a-z][\w.-]*)"/g;
  const codes = new Set(sources.flatMap((text) => [...text.matchAll(literal)].map(([, code]) => code ?? "")));

  it("are found in the sources", () => {
    expect(codes.size).toBeGreaterThan(50);
  });

  // "custom" is the code of the schema library's own refinements.
  it("have words", () => {
    expect([...codes].filter((code) => code !== "custom" && !Object.hasOwn(MESSAGES, code))).toEqual([]);
  });
});
