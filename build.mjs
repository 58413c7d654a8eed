/**
 * Builds dist/ for Apps Script, the code in two parts, because Sheets evaluates the whole
 * of Code.js afresh for each custom-function call:
 *
 * - Code.js: src/main.ts and everything it imports: the custom functions, the menu, and a
 *   real top-level function for each entry point;
 * - Month.html: src/commands.ts and everything it imports, as text that src/loader.ts
 *   evaluates when a menu item is chosen. What both need is in both;
 * - Sidebar.html: src/sidebar, the page at the right of the sheet, which calls Code.js's `api`.
 *
 *   node build.mjs [--out folder]
 *
 * Within Code.js, src/functions/functions.ts (KPISCORE and the others that read rule tabs) is text
 * too, evaluated at their first call: the other functions are ready in half the time. It shares
 * the modules that the rest of Code.js has anyway.
 *
 * Code.js is made in two steps:
 *
 * 1. Stubs. Sheets shows the help and the parameters of real top-level
 *    functions only. esbuild bundles the sources with their @preserve comments,
 *    and webpack with gas-webpack-plugin turns each
 *    `global.NAME = (a, b) => ...` into `function NAME(a, b) {}` with its JSDoc.
 * 2. Code. esbuild bundles again, as small as it can; what it calls parameters
 *    does not matter any more. At the start of every run this code puts the
 *    real functions in the place of the stubs.
 *
 * The same sources give the same bytes on every machine.
 */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import esbuild from "esbuild";
import GasPlugin from "gas-webpack-plugin";
import webpack from "webpack";

const root = dirname(fileURLToPath(import.meta.url));
const MAIN = "src/main.ts";
/** The part of Code.js that is text until one of its functions is called. */
const ON_DEMAND = "src/functions/functions.ts";

const COMMON = {
  absWorkingDir: root,
  bundle: true,
  // Google's V8 takes es2020, with ?. and ??, but rejects static and #private class fields: those
  // are younger and esbuild lowers them.
  target: "es2020",
  charset: "utf8",
  logLevel: "silent",
};

const EMPTY = { contents: "module.exports = {}", loader: "js" };

/** Files that name no entry point are left empty, so that the stubs are found faster. */
const entryPointsOnly = {
  name: "entry-points-only",
  setup(build) {
    build.onResolve({ filter: /^[@a-z]/ }, ({ kind, path }) => {
      return kind === "entry-point" ? undefined : { path, namespace: "package" };
    });
    build.onLoad({ filter: /.*/, namespace: "package" }, () => EMPTY);
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      return /\bglobal\.\w+\s*=/.test(readFileSync(path, "utf8")) ? undefined : EMPTY;
    });
  },
};

/** The top-level functions with their help, as text. */
async function buildStubs() {
  const work = realpathSync(mkdtempSync(join(tmpdir(), "kpi-build-")));
  try {
    const module = join(work, "bundle.mjs");
    await esbuild.build({
      ...COMMON,
      entryPoints: [MAIN],
      outfile: module,
      format: "esm",
      legalComments: "inline",
      minifySyntax: true,
      minifyWhitespace: true,
      plugins: [entryPointsOnly],
    });
    await wrap(module, work);
    const wrapped = readFileSync(join(work, "Code.js"), "utf8");
    return withoutPreserve(wrapped.slice(0, wrapped.search(/^\}?\/\*{6}\//m) + 1));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function wrap(entry, folder) {
  const compiler = webpack({
    mode: "none",
    context: dirname(entry),
    entry,
    target: ["web", "es2020"],
    output: { path: folder, filename: "Code.js", chunkFormat: false, iife: true },
    optimization: { minimize: false },
    // The default skips folders whose name starts with a dot, and then writes no stub at all.
    plugins: [new GasPlugin({ comment: true, include: [entry.replaceAll("\\", "/")] })],
    performance: false,
  });
  return new Promise((done, fail) => {
    compiler.run((error, stats) => {
      const problem = error ?? (stats.hasErrors() ? new Error(stats.toString("errors-only")) : null);
      compiler.close(() => (problem ? fail(problem) : done()));
    });
  });
}

/** Takes the word @preserve out of the comments, and the lines that it leaves empty. */
export function withoutPreserve(code) {
  return code
    .replace(/^[ \t]*\*[ \t]*@preserve[ \t]*\r?\n/gm, "")
    .replace(/(\/\*\*?|\*)[ \t]*@preserve\b[ \t]*/g, "$1 ")
    .replace(/[ \t]+@preserve\b/g, "")
    .replace(/[ \t]+$/gm, "");
}

/** A bundle as small as it can be, as text, and esbuild's account of it. */
async function bundle(options) {
  const { outputFiles, metafile } = await esbuild.build({
    ...COMMON,
    write: false,
    outfile: "bundle.js",
    format: "iife",
    legalComments: "none",
    minify: true,
    metafile: true,
    ...options,
  });
  return { code: outputFiles[0].text, inputs: Object.keys(metafile.inputs) };
}

/** Code.js without its stubs: three bundles, of which the last holds the second as text. */
async function buildCode(define) {
  const main = { entryPoints: [MAIN], define: { global: "globalThis", ...define } };
  const rest = await bundle({ ...main, plugins: [insteadOf(ON_DEMAND, "module.exports = {}")] });
  const exports = await exportsOf(rest.inputs.filter((file) => file.startsWith("src/")));
  const text = await bundle({
    entryPoints: [ON_DEMAND],
    globalName: "functions",
    plugins: [sharing(exports)],
  });
  const names = (await exportsOf([ON_DEMAND])).get(ON_DEMAND);
  const whole = await bundle({ ...main, plugins: [insteadOf(ON_DEMAND, standIn(text.code, names))] });
  return `${licencesOf([...text.inputs, ...whole.inputs])}${whole.code}`;
}

/** The names that each of these source files exports. */
async function exportsOf(files) {
  const { metafile } = await esbuild.build({
    ...COMMON,
    entryPoints: files,
    outdir: "exports",
    write: false,
    format: "esm",
    metafile: true,
  });
  return new Map(Object.values(metafile.outputs).map((output) => [output.entryPoint, output.exports]));
}

/** An esbuild plugin that answers imports of these files with other contents. */
function answering(namespace, isWanted, contentsOf) {
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        const file = relative(root, `${join(resolveDir, path)}.ts`).replaceAll("\\", "/");
        return isWanted(file) ? { path: file, namespace } : undefined;
      });
      build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        contents: contentsOf(path),
        resolveDir: root,
      }));
    },
  };
}

function insteadOf(file, contents) {
  return answering(
    "instead",
    (path) => path === file,
    () => contents,
  );
}

/** What the rest of Code.js has is asked of the function `shared`, name by name. */
function sharing(exports) {
  const contentsOf = (file) =>
    exports.get(file).map((name) => `export const ${name} = /* @__PURE__ */ shared("${file}:${name}");`);
  return answering(
    "shared",
    (file) => exports.has(file),
    (file) => contentsOf(file).join("\n"),
  );
}

/** A module with the exports of ON_DEMAND, each of which evaluates the text at the first call. */
function standIn(code, names) {
  const imports = [];
  const numbered = code.replace(/\bshared\("([^":]+):(\w+)"\)/g, (_whole, file, name) => {
    const n = imports.push({ file, name }) - 1;
    return `shared[${n}]`;
  });
  if (numbered.includes("shared(")) throw new Error(`${ON_DEMAND}: a shared name was not found in the text`);
  const text = JSON.stringify(`${numbered}return functions;\n//# sourceURL=functions.js`);
  return [
    ...imports.map(({ file, name }, n) => `import { ${name} as s${n} } from "./${file}";`),
    `const load = () => new Function("shared", ${text})([${imports.map((_, n) => `s${n}`)}]);`,
    "let loaded;",
    ...names.map((name) => `export const ${name} = (...a) => (loaded ??= load()).${name}(...a);`),
  ].join("\n");
}

/**
 * The menu side: the stamp by which the loader knows it, and the page. The code is the body of a
 * function that returns what src/commands.ts exports.
 */
async function buildMonth() {
  const { code, inputs } = await bundle({ entryPoints: ["src/commands.ts"], globalName: "commands" });
  const body = inHtml(`${licencesOf(inputs)}${code}return commands;\n//# sourceURL=Month.js\n`);
  const stamp = `month-${createHash("sha256").update(body).digest("hex").slice(0, 12)}`;
  return { stamp, page: `<script type="text/plain" id="${stamp}">${body}</script>\n` };
}

/** The sidebar's page: one file with its style and code inline, so that it needs no network. */
export async function buildSidebar() {
  const folder = join(root, "src/sidebar");
  const read = (name) => readFileSync(join(folder, name), "utf8");
  const { code, inputs } = await bundle({
    entryPoints: ["src/sidebar/main.tsx"],
    tsconfig: join(folder, "tsconfig.json"),
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const { code: style } = await esbuild.transform(read("style.css"), { loader: "css", minify: true });
  const script = inHtml(`${licencesOf(inputs)}${code}`);
  return read("page.html")
    .replace("/* style.css */", () => style.trim())
    .replace("/* main.tsx */", () => script.trim());
}

/** Code in which nothing can end or hide a script element. Both occur in texts and patterns only. */
export function inHtml(code) {
  return code.replace(/<(?=\/script|!--)/gi, "\\x3C");
}

function licencesOf(inputs) {
  const names = inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  const lines = [...new Set(names)].sort().map((name) => {
    const { version, license } = JSON.parse(
      readFileSync(join(root, "node_modules", name, "package.json"), "utf8"),
    );
    return `${name} ${version} (${license})`;
  });
  return lines.length === 0 ? "" : `/* With ${lines.join(", ")}. */\n`;
}

/**
 * Builds into `outDir` and returns the files with their sizes in bytes.
 * Throws with the compiler's own words when a source does not compile.
 */
export async function build(outDir = join(root, "dist")) {
  const [stubs, { stamp, page }, sidebar] = await Promise.all([buildStubs(), buildMonth(), buildSidebar()]);
  const code = await buildCode({ MONTH_STAMP: JSON.stringify(stamp) });
  const files = {
    "Code.js": `${stubs}\n/******/\n${code}`,
    "Month.html": page,
    "Sidebar.html": sidebar,
    "appsscript.json": readFileSync(join(root, "appsscript.json"), "utf8"),
  };
  mkdirSync(outDir, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(outDir, name), text);
  return Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.byteLength(text) }));
}

async function main() {
  const { values } = parseArgs({ options: { out: { type: "string" } } });
  const started = performance.now();
  const files = await build(resolve(values.out ?? join(root, "dist")));
  const ms = Math.round(performance.now() - started);
  const sizes = files.map(({ name, bytes }) => `${name} ${(bytes / 1024).toFixed(1)} KB`);
  console.log(`${sizes.join(", ")}, in ${ms} ms`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
