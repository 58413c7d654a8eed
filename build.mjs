/**
 * Builds dist/ for Apps Script: src/main.ts and everything it imports in one
 * Code.js, with a real top-level function for each entry point.
 *
 *   node build.mjs [--out folder] [--entry file]
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
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import esbuild from "esbuild";
import GasPlugin from "gas-webpack-plugin";
import webpack from "webpack";

const root = dirname(fileURLToPath(import.meta.url));

const COMMON = {
  absWorkingDir: root,
  bundle: true,
  // Google rejects static and #private class fields: es2019 lowers them. BigInt is there, V8 has it.
  target: "es2019",
  supported: { bigint: true },
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
async function buildStubs(entry) {
  const work = realpathSync(mkdtempSync(join(tmpdir(), "kpi-build-")));
  try {
    const module = join(work, "bundle.mjs");
    await esbuild.build({
      ...COMMON,
      entryPoints: [entry],
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
    target: ["web", "es2019"],
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

/** The code itself, and the licences of the packages in it. */
async function buildCode(entry) {
  const { outputFiles, metafile } = await esbuild.build({
    ...COMMON,
    entryPoints: [entry],
    write: false,
    outfile: "Code.js",
    format: "iife",
    define: { global: "globalThis" },
    legalComments: "none",
    minify: true,
    metafile: true,
  });
  return { code: outputFiles[0].text, licences: licencesOf(Object.keys(metafile.inputs)) };
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
 * Builds into `outDir` and returns the size of Code.js in bytes.
 * Throws with the compiler's own words when a source does not compile.
 */
export async function build(outDir = join(root, "dist"), entry = join(root, "src/main.ts")) {
  const [stubs, { code, licences }] = await Promise.all([buildStubs(entry), buildCode(entry)]);
  const text = `${stubs}\n/******/\n${licences}${code}`;
  mkdirSync(outDir, { recursive: true });
  writeFileSync(join(outDir, "Code.js"), text);
  copyFileSync(join(root, "appsscript.json"), join(outDir, "appsscript.json"));
  return Buffer.byteLength(text);
}

async function main() {
  const { values } = parseArgs({ options: { out: { type: "string" }, entry: { type: "string" } } });
  const out = resolve(values.out ?? join(root, "dist"));
  const started = performance.now();
  const bytes = await build(out, values.entry === undefined ? undefined : resolve(values.entry));
  const ms = Math.round(performance.now() - started);
  console.log(`dist/Code.js: ${(bytes / 1024).toFixed(1)} KB in ${ms} ms`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
