/**
 * Builds dist/ for Apps Script: src/main.ts and everything it imports in one
 * Code.js, with a real top-level function for each entry point.
 *
 *   node build.mjs [--out folder] [--entry file]
 *
 * 1. esbuild bundles to one ES module. It drops ordinary comments but keeps
 *    those with @preserve, so the help of custom functions survives.
 * 2. webpack with gas-webpack-plugin turns each `global.NAME = (a, b) => ...`
 *    into `function NAME(a, b)` with its JSDoc, which is what Sheets reads.
 * 3. The word @preserve is taken out again, and so is the help's second copy in the bundle.
 *
 * The same sources give the same bytes on every machine.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import esbuild from "esbuild";
import GasPlugin from "gas-webpack-plugin";
import webpack from "webpack";

const root = dirname(fileURLToPath(import.meta.url));

/** Bundles the sources to one module that an old parser can read. */
async function bundle(entry, outfile) {
  await esbuild.build({
    entryPoints: [entry],
    outfile,
    absWorkingDir: root,
    bundle: true,
    format: "esm",
    // Google rejects static and #private class fields: es2019 lowers them. BigInt is there, V8 has it.
    target: "es2019",
    supported: { bigint: true },
    charset: "utf8",
    legalComments: "inline",
    // Not minifyIdentifiers: it would rename the parameters that the help of a custom function shows.
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: "silent",
  });
}

/** Wraps the module and writes the stubs. */
function wrap(entry, outfile) {
  const compiler = webpack({
    mode: "none",
    context: dirname(entry),
    entry,
    target: ["web", "es2019"],
    output: { path: dirname(outfile), filename: "Code.js", chunkFormat: false, iife: true },
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

/** Takes @preserve out of the comments, and the second copy of each stub's help out of the bundle. */
export function tidy(code) {
  return code
    .replace(/\/\*\*(?:(?!\*\/)[\s\S])*\*\/(?=__webpack_require__\.g\.)/g, "")
    .replace(/^\}\/\*{6}\//m, "}\n/******/")
    .replace(/^[ \t]*\*[ \t]*@preserve[ \t]*\r?\n/gm, "")
    .replace(/(\/\*\*?|\*)[ \t]*@preserve\b[ \t]*/g, "$1 ")
    .replace(/[ \t]+@preserve\b/g, "")
    .replace(/[ \t]+$/gm, "");
}

/**
 * Builds into `outDir` and returns the size of Code.js in bytes.
 * Throws with the compiler's own words when a source does not compile.
 */
export async function build(outDir = join(root, "dist"), entry = join(root, "src/main.ts")) {
  const work = realpathSync(mkdtempSync(join(tmpdir(), "kpi-build-")));
  try {
    const module = join(work, "bundle.mjs");
    await bundle(entry, module);
    await wrap(module, join(work, "out", "Code.js"));
    const code = tidy(readFileSync(join(work, "out", "Code.js"), "utf8"));
    mkdirSync(outDir, { recursive: true });
    writeFileSync(join(outDir, "Code.js"), code);
    copyFileSync(join(root, "appsscript.json"), join(outDir, "appsscript.json"));
    return Buffer.byteLength(code);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
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
