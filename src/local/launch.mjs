/**
 * Runs a TypeScript file with Node: `node src/local/launch.mjs <file.ts> [arguments]`.
 *
 * The sources are bundled into .cache (packages stay outside), which takes
 * some 50 ms, so nothing has to be built by hand after `npm ci`.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import esbuild from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Bundles one entry and returns the path of the result, which is named by its content. */
function compile(entry) {
  const { outputFiles } = esbuild.buildSync({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    charset: "utf8",
    logLevel: "error",
    define: { "process.env.KPI_ROOT": JSON.stringify(root) },
  });
  const code = outputFiles[0].contents;
  const folder = join(root, ".cache", "run");
  const file = join(folder, `${createHash("sha256").update(code).digest("hex").slice(0, 16)}.mjs`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    // Written beside and renamed, so that two runs at once never read half a file.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, code);
    renameSync(draft, file);
  }
  return file;
}

const [entry, ...rest] = process.argv.slice(2);
if (entry === undefined) {
  console.error("usage: node src/local/launch.mjs <file.ts> [arguments]");
  process.exit(2);
}
const file = compile(resolve(entry));
process.argv = [process.argv[0], file, ...rest];
await import(pathToFileURL(file).href);
