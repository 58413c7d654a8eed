/** The guide says what the product does: its words, figures, formulas and links. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { parseMonth } from "../src/engine/calendar";
import type { Grid, GridCell } from "../src/engine/grid";
import { SETTING_SPECS } from "../src/engine/setting-specs/index";
import { HISTORY_TAB } from "../src/life/history-rows";
import { QUESTIONS_TAB } from "../src/life/questions";
import { RUNS_TAB } from "../src/life/runs";
import { Book, type BookSheet } from "../src/local/book";
import { Host } from "../src/local/host";
import { pageWord } from "../src/local/page/words";
import { RULE_TABS } from "../src/rules/columns";
import { findPack, PACKS, packTabs } from "../src/rules/packs/index";
import { SHARES_TAB } from "../src/share/records";
import { WORDS as SIDE_WORDS } from "../src/sidebar/words";
import { LABEL_PHRASES } from "../src/text/labels";
import { MENU_WORDS } from "../src/text/menu";
import { MESSAGES } from "../src/text/messages/index";
import { reviewWord } from "../src/text/review-words";
import { CASE_FILES, ruleGrid } from "./engine/cases";
import { type GuideLanguage, guidePage, guideSection, guideSections, guideTables } from "./guide-pages";
import { computeMonth } from "./month";

const LANGUAGES: readonly GuideLanguage[] = ["en", "zh"];
const SYSTEMS = 2;
const FORMULAS = 3;
const TROUBLE = 8;
const INSTALLATION = 9;

/** What the product shows, in a language. Placeholders stay in it. */
function wordsOf(lang: GuideLanguage): Set<string> {
  const index = lang === "en" ? 0 : 1;
  const tabs = [...RULE_TABS, HISTORY_TAB, QUESTIONS_TAB, RUNS_TAB, SHARES_TAB];
  const page = (["file", "blank", "ok", "yes", "download", "drive", "local"] as const).map((key) =>
    pageWord(key, lang),
  );
  const pairs = [...Object.values(SIDE_WORDS), ...Object.values(MENU_WORDS)];
  return new Set([
    ...pairs.map((pair) => pair[index]),
    ...LABEL_PHRASES.filter((_, at) => at % 2 === index),
    ...tabs.map((tab) => tab[lang]),
    ...RULE_TABS.flatMap(({ columns }) => columns.map((column) => column[lang])),
    ...PACKS.map(({ label }) => label[lang]),
    reviewWord("accept", lang),
    ...page,
    "中|EN",
  ]);
}

/** Texts between double asterisks. */
function boldOf(text: string): string[] {
  return Array.from(text.matchAll(/\*\*([^*]+)\*\*/g), ([, words = ""]) => words);
}

describe.each(LANGUAGES)("the words of the guide (%s)", (lang) => {
  const page = guidePage(lang);

  test("in bold stand in the product, letter for letter", () => {
    const known = wordsOf(lang);
    const legend = lang === "en" ? "bold" : "粗体";
    expect(boldOf(page).filter((words) => words !== legend && !known.has(words))).toEqual([]);
  });

  test("name settings that exist, wherever code looks like one", () => {
    const keys = new Set(SETTING_SPECS.map(({ key, zh }) => (lang === "en" ? key : zh)));
    const form = lang === "en" ? /`([a-z]+_[a-z_]+)`/g : /`(\p{Script=Han}{2,})`/gu;
    const named = Array.from(page.matchAll(form), ([, name = ""]) => name);
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((name) => !keys.has(name))).toEqual([]);
  });

  test("show pictures that are there, and links that lead somewhere", () => {
    const folder = new URL("../guide/", import.meta.url);
    const anchors = new Set(Array.from(page.matchAll(/^#+ (.+)$/gm), ([, title = ""]) => anchorOf(title)));
    const links = Array.from(page.matchAll(/\]\(([^)]+)\)/g), ([, link = ""]) => link);
    expect(links.length).toBeGreaterThan(20);
    const broken = links.filter((link) =>
      link.startsWith("#") ? !anchors.has(link.slice(1)) : !existsSync(new URL(link, folder)),
    );
    expect(broken).toEqual([]);
  });
});

test("the README's pictures and links lead somewhere, into the guide too", () => {
  const root = new URL("../", import.meta.url);
  const links = Array.from(
    readFileSync(new URL("README.md", root), "utf8").matchAll(/\]\(([^)]+)\)/g),
    ([, link = ""]) => link,
  ).filter((link) => !link.startsWith("http"));
  const broken = links.filter((link) => {
    const [path = "", anchor = ""] = link.split("#");
    if (!existsSync(new URL(path, root))) return true;
    if (anchor === "") return false;
    const heads = readFileSync(new URL(path, root), "utf8").matchAll(/^#+ (.+)$/gm);
    return !Array.from(heads, ([, title = ""]) => anchorOf(title)).includes(anchor);
  });
  expect(links.filter((link) => link.startsWith("guide/")).length).toBeGreaterThan(5);
  expect(broken).toEqual([]);
});

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- ]/gu, "")
    .replace(/ /g, "-");
}

describe("the two languages", () => {
  const heads = (lang: GuideLanguage) =>
    Array.from(guidePage(lang).matchAll(/^(#+) (\d*)/gm), ([head]) => head);

  test("have the same headings in the same order", () => {
    expect(heads("zh")).toEqual(heads("en"));
    expect(heads("en").length).toBeGreaterThan(30);
  });

  test("have the same figures in every chapter", () => {
    const figures = (text: string) =>
      Array.from(
        text.replace(/\]\([^)]*\)|\*\*[^*]*\*\*/g, "").matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g),
        ([figure]) => figure,
      ).sort();
    const [en, zh] = LANGUAGES.map((lang) => guideSections(lang).map(figures));
    expect(zh).toEqual(en);
  });

  test("show the same pictures", () => {
    const shown = (lang: GuideLanguage) =>
      Array.from(guidePage(lang).matchAll(/pictures\/([\w-]+)-(?:en|zh)\.png/g), ([, name]) => name);
    expect(shown("zh")).toEqual(shown("en"));
    const files = readdirSync(new URL("../guide/pictures/", import.meta.url)).sort();
    expect(files).toEqual(
      shown("en")
        .flatMap((name) => [`${name}-en.png`, `${name}-zh.png`])
        .sort(),
    );
  });
});

/** A block of the guide as cells: numbers as numbers, the rest as text, as typing gives it. */
function typed(rows: readonly string[][]): GridCell[][] {
  return rows.map((row) => row.map((cell) => (/^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)));
}

describe.each(LANGUAGES)("the first month (%s)", (lang) => {
  test("pays what the guide says", () => {
    const [staff = [], raw = [], paid = []] = guideTables(guideSection(lang, 0));
    const pack = findPack("simple-reception") ?? expect.fail("no pack");
    const rules = Object.entries(packTabs(pack, lang)).map(([kind, rows]) =>
      ruleGrid(kind as (typeof RULE_TABS)[number]["kind"], rows ?? []),
    );
    const pasted: Grid[] = [
      { name: "Staff", rows: typed(staff) },
      { name: "Sheet1", rows: typed(raw) },
    ];
    const october = parseMonth("2026-10") ?? expect.fail("no October");
    const { result } = computeMonth([...rules, ...pasted], october, lang);
    expect(result.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    const people = result.people.map(({ person, score, pay, total }) => [
      person,
      score?.toFixed(2),
      ...pay.map(({ amount }) => amount.toFixed(2)),
      total?.toFixed(2),
    ]);
    expect(people).toEqual(paid.slice(1));
  });
});

describe.each(LANGUAGES)("the systems (%s)", (lang) => {
  const systems = guideSection(lang, SYSTEMS).split(/^### /m).slice(1);

  test("are all there, in the order of Set up, by their own names", () => {
    expect(systems.map((text) => text.split("\n")[0])).toEqual(
      PACKS.map(({ name }, index) => `${index + 1}. ${name}`),
    );
    expect(systems.map((text) => boldOf(text)[0])).toEqual(PACKS.map(({ label }) => label[lang]));
  });

  test.each(PACKS.map((pack, index) => ({ pack, index })))("$pack.name names its own metrics", ({
    pack,
    index,
  }) => {
    const tabs = packTabs(pack, lang);
    const known = new Set([
      ...(tabs.metrics ?? []).map(({ metric }) => String(metric)),
      ...(tabs.scoring ?? []).map(({ metric }) => String(metric)),
    ]);
    const named = Array.from((systems[index] ?? "").matchAll(/`([a-z]+)`/g), ([, name = ""]) => name);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  test.each(PACKS.map(({ name }, index) => ({ name, index })))("$name has the sum of one of its cases", ({
    name,
    index,
  }) => {
    const match = /(\d+\.\d\d(?: \+ \d+\.\d\d)*) = (\d+\.\d\d)/.exec(systems[index] ?? "");
    const [, sum = "", total] = match ?? expect.fail(`${name} has no example`);
    const lines = sum.split(" + ");
    const cents = lines.map((amount) => Math.round(Number(amount) * 100));
    expect(cents.reduce((all, amount) => all + amount, 0)).toBe(Math.round(Number(total) * 100));
    const cases = CASE_FILES.find(({ pack }) => pack === name)?.cases ?? [];
    const people = cases.flatMap(({ expect: wanted }) => Object.values(wanted.people));
    const paid = people.map(({ pay = {}, score }) => ({
      lines: Object.values(pay).filter((amount) => amount !== "0.00"),
      score,
    }));
    const same = paid.filter((person) => person.lines.join() === lines.join());
    expect(same, "no case pays these lines").not.toEqual([]);
    const points = /(\d+\.\d\d) (?:points|分)/.exec(systems[index] ?? "")?.[1];
    if (points) expect(same.map(({ score }) => score)).toContain(points);
  });
});

describe.each(LANGUAGES)("the formulas (%s)", (lang) => {
  const [block = [], examples = []] = guideTables(guideSection(lang, FORMULAS));
  const rows = examples.slice(1).map(([formula = "", shown = ""], index) => ({ formula, shown, index }));
  const book = Book.blank("guide");
  const blank = rows.length;

  beforeAll(async () => {
    const [sheet] = book.sheets;
    if (!sheet) throw new Error("a new book has a tab");
    rows.forEach(({ formula, index }) => {
      sheet.formulas.set(index + 1, 1, formula);
    });
    sheet.formulas.set(blank + 1, 1, "=CONVRATE(5,0)");
    fill(book.addSheet("Example"), typed(block.slice(1).map((row) => row.slice(1))));
    await new Host({ book, userLocale: lang }).calculate();
  });

  test.each(rows)("$formula", ({ shown, index }) => {
    const value = book.sheets[0]?.values.get(index + 1, 1);
    const text = typeof value === "boolean" ? String(value).toUpperCase() : String(value);
    expect(text.replaceAll("\n", " ")).toBe(shown);
  });

  test("an empty denominator shows nothing", () => {
    expect(book.sheets[0]?.values.get(blank + 1, 1)).toBeUndefined();
  });

  test("every function of the shipped file has an example, and no other is named", () => {
    const code = readFileSync(new URL("../dist/Code.js", import.meta.url), "utf8");
    const shipped = code.match(/@customfunction/g)?.length;
    const named = new Set(rows.map(({ formula }) => /^=([A-Z]+)/.exec(formula)?.[1]));
    expect(named.size).toBe(shipped);
    for (const name of named) expect(code).toContain(`function ${name}(`);
  });
});

function fill(sheet: BookSheet, rows: readonly GridCell[][]): void {
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      if (typeof value === "number" || (typeof value === "string" && value !== "")) {
        sheet.values.set(r + 1, c + 1, value);
      }
    });
  });
}

describe("troubleshooting", () => {
  /** Codes of the messages that hold a quoted text; the menu's own are named by their key. */
  function codesOf(quote: string, lang: GuideLanguage): string[] {
    const all = [
      ...Object.entries(MESSAGES).map(([code, words]) => [code, words[lang]] as const),
      ...Object.entries(MENU_WORDS).map(([code, pair]) => [code, pair[lang === "en" ? 0 : 1]] as const),
    ];
    return all.filter(([, text]) => exampleOf(text).includes(quote)).map(([code]) => code);
  }

  /** A message as people read it, where the guide shows figures of its own. */
  function exampleOf(text: string): string {
    return text.replaceAll("{decimal}", "12.5").replaceAll("{whole}", "125");
  }

  const quotes = (lang: GuideLanguage) =>
    (guideTables(guideSection(lang, TROUBLE))[0] ?? [])
      .slice(1)
      .map(([says = ""]) => /^[“「](.+)[”」]$/.exec(says)?.[1])
      .filter((quote) => quote !== undefined);

  const rows = quotes("en").map((en, index) => ({ en, zh: quotes("zh")[index] ?? "" }));

  test.each(rows)("$en is a text of the product, and its row in Chinese the same", ({ en, zh }) => {
    expect(codesOf(en, "en")).not.toEqual([]);
    expect(codesOf(zh, "zh")).toEqual(expect.arrayContaining(codesOf(en, "en").slice(0, 1)));
  });

  test("has as many rows in both languages", () => {
    expect(quotes("zh").length).toBe(quotes("en").length);
    expect(quotes("en").length).toBeGreaterThan(20);
  });

  test("lists every message in both languages (vitest -u writes the page anew)", async () => {
    const shown = (text: string) => text.replaceAll("[[", "").replaceAll("]]", "").replaceAll("|", "\\|");
    const lines = Object.values(MESSAGES).map(({ en, zh }) => `| ${shown(en)} | ${shown(zh)} |`);
    const head = [
      "# Messages 消息",
      "",
      "Every text with which the product says that something is wrong, or what it did, with the mend. What stands in { } is filled in. [Guide](en.md)",
      "",
      "产品的全部提示及改法，{ } 中的内容会被替换。[使用说明](zh.md)",
      "",
      "| English | 中文 |",
      "|---|---|",
    ];
    await expect([...head, ...lines, ""].join("\n")).toMatchFileSnapshot("../guide/messages.md");
  });
});

describe.each(LANGUAGES)("installation (%s)", (lang) => {
  test("names the files of dist, all of them", () => {
    const files = readdirSync(new URL("../dist/", import.meta.url)).sort();
    const line = guideSection(lang, INSTALLATION).split("\n")[2] ?? "";
    const named = Array.from(line.matchAll(/`([\w.]+\.\w+)`/g), ([, name]) => name).sort();
    expect(named).toEqual(files);
  });

  test("names the placeholder of .clasp.json", () => {
    const clasp = readFileSync(new URL("../.clasp.json", import.meta.url), "utf8");
    const [id = expect.fail("no script id")] = /PASTE\w+/.exec(clasp) ?? [];
    expect(guideSection(lang, INSTALLATION)).toContain(id);
  });
});
