/** The built files, as they are committed and as Google will see them. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findEntryPoints } from "../src/local/code.ts";
import { MESSAGES } from "../src/text/messages/index";
import { SPOKEN_MESSAGES } from "../src/text/messages/spoken";

const root = resolve(import.meta.dirname, "..");
const dist = join(root, "dist");
const code = readFileSync(join(dist, "Code.js"), "utf8");
const page = readFileSync(join(dist, "Month.html"), "utf8");
const entryPoints = findEntryPoints(code);

/** The parts of Month.html: opening tag, code, closing tag. */
const [, stamp = "", month = ""] =
  /^<script type="text\/plain" id="(month-[0-9a-f]{12})">([\s\S]*)<\/script>\n$/.exec(page) ?? [];

/** Globals of browsers and Node that Apps Script lacks. */
const ABSENT = [
  ...[
    "setTimeout",
    "setInterval",
    "setImmediate",
    "fetch",
    "URL",
    "URLSearchParams",
    "TextEncoder",
    "TextDecoder",
  ],
  ...[
    "atob",
    "btoa",
    "crypto",
    "performance",
    "process",
    "structuredClone",
    "queueMicrotask",
    "Buffer",
    "require",
  ],
  ...["window", "document", "navigator", "module", "exports", "AbortController", "Blob", "MessageChannel"],
];

const CUSTOM_FUNCTIONS = [
  ...[
    "CONVRATE",
    "AOV",
    "REPLYRATE",
    "LOSSRATE",
    "AVGRESPONSE",
    "REFUNDRATE",
    "ATTAINMENT",
    "BANDPOINTS",
    "TIERRATE",
  ],
  ...[
    "COMMISSION",
    "KPISCORE",
    "KPIEXPLAIN",
    "GATE",
    "NEXTGRADE",
    "TEAMBEST",
    "WEAKPOINT",
    "PARSENUM",
    "PARSETIME",
  ],
];

const MENU_FUNCTIONS = [
  ...["onOpen", "onInstall", "setUpWorkbook", "checkData", "generateScorecards", "generateMonthlyPayroll"],
  ...["showSettings", "approveMonth", "shareWithManagers", "reviewGrades"],
  ...["loadSampleData", "showHelp", "api"],
];

describe("dist is fresh", () => {
  let built = "";
  beforeAll(() => {
    built = realpathSync(mkdtempSync(join(tmpdir(), "kpi-dist-")));
    execFileSync(process.execPath, [join(root, "build.mjs"), "--out", built], { cwd: root, stdio: "pipe" });
  });
  afterAll(() => rmSync(built, { recursive: true, force: true }));

  it.each([
    "Code.js",
    "Month.html",
    "Sidebar.html",
    "appsscript.json",
  ])("%s is what `npm run build` writes", (file) => {
    const same = readFileSync(join(dist, file)).equals(readFileSync(join(built, file)));
    expect(same, `dist/${file} is stale: run npm run build`).toBe(true);
  });
});

describe("Code.js", () => {
  it("is at most 150 KB", () => {
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(150 * 1024);
  });

  it("evaluates with nothing but what V8 gives, and touches no service while loading", () => {
    const context = vm.createContext({});
    vm.runInContext(code, context);
    const missing = ABSENT.filter((name) => vm.runInContext(`typeof ${name}`, context) !== "undefined");
    expect(missing).toEqual([]);
    for (const { name } of entryPoints) expect(typeof context[name], name).toBe("function");
  });

  it("has its custom functions in itself, those that are text until they are called as well", () => {
    const context = vm.createContext({});
    vm.runInContext(code, context);
    const grades = `[["Grade", "Base pay", "3 met"], ["A1", 2000, "A2"], ["A2", 2500, "A2"]]`;
    expect(vm.runInContext(`CONVRATE(28, 80)`, context)).toBe(0.35);
    expect(vm.runInContext(`NEXTGRADE("A1", 3, ${grades})`, context)).toBe("A2");
    expect(() => vm.runInContext(`NEXTGRADE("B1", 3, ${grades})`, context)).toThrow(
      'grade: "B1" is no grade of this tab and not review. “B1”不是本表的等级，也不是 review。',
    );
  });

  it("has words for every message that its code can give", () => {
    const unspoken = Object.keys(MESSAGES).filter((key) => !(key in SPOKEN_MESSAGES));
    expect(unspoken.length).toBeGreaterThan(50);
    expect(unspoken.filter((key) => new RegExp(`["'\`]${key}\\\\?["'\`]`).test(code))).toEqual([]);
  });

  it("knows the Month.html that was built with it", () => {
    expect(code).toContain(`"${stamp}"`);
  });
});

describe("Month.html", () => {
  it("is one script element with nothing in it that could end or hide it", () => {
    expect(month).not.toBe("");
    expect(month).not.toMatch(/<\/script|<!--/i);
    expect(month.trimEnd()).toMatch(/\n\/\/# sourceURL=Month\.js$/);
  });

  it("evaluates with nothing but what V8 gives, and gives the commands", () => {
    const context = vm.createContext({ code: month });
    const commands = vm.runInContext("new Function(code)()", context) as Record<string, unknown>;
    const names = [
      ...["answerRequest", "askAndAdvance", "askAndGenerate", "askAndReview", "askAndSetUp", "askAndShare"],
      ...["loadSample", "showSteps"],
    ];
    expect(Object.keys(commands).sort()).toEqual(names);
    for (const name of names) expect(typeof commands[name], name).toBe("function");
  });
});

describe("inHtml", () => {
  it("changes nothing that texts and patterns mean", async () => {
    const { inHtml } = (await import(pathToFileURL(join(root, "build.mjs")).href)) as {
      inHtml(code: string): string;
    };
    const source = `["</script>", '<!-- a -->', \`</SCRIPT\`, /^<!--$/.test("<!--"), 1 < 2]`;
    const escaped = inHtml(source);
    expect(escaped).not.toMatch(/<\/script|<!--/i);
    expect(vm.runInNewContext(escaped)).toEqual(["</script>", "<!-- a -->", "</SCRIPT", true, true]);
  });
});

describe.each([
  ["Code.js", code],
  ["Month.html", month],
])("the code of %s", (_name, text) => {
  it("has no class syntax that Google rejects", () => {
    expect(text).not.toMatch(/\bstatic\s+[\w$]+\s*[=;]|\bstatic\s*\{/);
    expect(text).not.toMatch(/[\s{;.]#[a-z_$][\w$]*\s*[=;(]/i);
  });

  it("holds no import, export or top-level await", () => {
    expect(text).not.toMatch(/^\s*(?:import|export)\s/m);
    expect(text).not.toMatch(/^await\s/m);
  });

  it("keeps @preserve to the build", () => {
    expect(text).not.toContain("@preserve");
  });
});

describe("entry points", () => {
  const names = entryPoints.map(({ name }) => name);

  it("are the menu's functions and the custom functions, and no others", () => {
    expect([...names].sort()).toEqual([...MENU_FUNCTIONS, ...CUSTOM_FUNCTIONS].sort());
  });

  it.each(CUSTOM_FUNCTIONS)("%s has parameters, each with help, and the tag", (name) => {
    const entry = entryPoints.find((item) => item.name === name);
    expect(entry?.isCustomFunction).toBe(true);
    expect(entry?.parameters.length).toBeGreaterThan(0);
    for (const parameter of entry?.parameters ?? []) {
      expect(parameter).toMatch(/^[a-z]\w*$/i);
      expect(entry?.help, `help of ${parameter}`).toMatch(
        new RegExp(`@param\\s+\\{[^}]+\\}\\s+\\[?${parameter}\\b.*\\S`),
      );
    }
    expect(entry?.help).toMatch(/@returns?\s/);
    expect(entry?.help, "Chinese help").toMatch(/\p{Script=Han}/u);
  });

  it.each(MENU_FUNCTIONS)("%s says what it does", (name) => {
    expect(entryPoints.find((item) => item.name === name)?.help).toMatch(/\S/);
  });
});

describe("clasp", () => {
  it("would push exactly the files of dist", () => {
    const script = join(root, "node_modules/@google/clasp/build/src/index.js");
    const output = execFileSync(process.execPath, [script, "show-file-status", "--json"], {
      cwd: root,
      encoding: "utf8",
    });
    const { filesToPush } = JSON.parse(output) as { filesToPush: string[] };
    const files = readdirSync(dist).map((file) => `dist/${file}`);
    expect(filesToPush.map((file) => file.replace(/^\.\//, "")).sort()).toEqual(files.sort());
  });
});
