/** The built file, as it is committed and as Google will see it. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import vm from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findEntryPoints } from "../src/local/code.ts";

const root = resolve(import.meta.dirname, "..");
const dist = join(root, "dist");
const code = readFileSync(join(dist, "Code.js"), "utf8");
const entryPoints = findEntryPoints(code);

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
  ...["loadSampleData", "showHelp", "api"],
];

describe("dist is fresh", () => {
  let built = "";
  beforeAll(() => {
    built = realpathSync(mkdtempSync(join(tmpdir(), "kpi-dist-")));
    execFileSync(process.execPath, [join(root, "build.mjs"), "--out", built], { cwd: root, stdio: "pipe" });
  });
  afterAll(() => rmSync(built, { recursive: true, force: true }));

  it.each(["Code.js", "appsscript.json"])("%s is what `npm run build` writes", (file) => {
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

  it("has no class syntax that Google rejects", () => {
    expect(code).not.toMatch(/\bstatic\s+[\w$]+\s*[=;]|\bstatic\s*\{/);
    expect(code).not.toMatch(/[\s{;.]#[a-z_$][\w$]*\s*[=;(]/i);
  });

  it("holds no import, export or top-level await", () => {
    expect(code).not.toMatch(/^\s*(?:import|export)\s/m);
    expect(code).not.toMatch(/^await\s/m);
  });

  it("keeps @preserve to the build", () => {
    expect(code).not.toContain("@preserve");
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
