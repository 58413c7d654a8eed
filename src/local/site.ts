/**
 * The files of the workbench's page: bundled from `page/`, with the built add-on beside them. They are
 * all that a static host needs, too.
 */
import { createHash, randomUUID } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import esbuild from "esbuild";
import { projectRoot, readBuilt } from "./project.ts";

/** Modules of Node's host; the page has one of the same name for each. */
const OF_NODE = ["sandbox.ts", "project.ts", "formulas.ts"];

const source = (...parts: string[]) => join(projectRoot, "src", "local", ...parts);

const browserModules: esbuild.Plugin = {
  name: "browser-modules",
  setup(build) {
    build.onResolve({ filter: /^\.\.?\/\w+\.ts$/ }, ({ path, resolveDir }) => {
      const name = OF_NODE.find((file) => source(file) === resolve(resolveDir, path));
      return name === undefined ? undefined : { path: source("page", name) };
    });
  },
};

/** Bundles the page into a folder. */
async function buildSite(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await esbuild.build({
    entryPoints: [
      { in: source("page", "main.ts"), out: "workbench" },
      { in: source("page", "page.css"), out: "page" },
    ],
    outdir: folder,
    absWorkingDir: projectRoot,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    loader: { ".woff": "dataurl", ".woff2": "dataurl", ".ttf": "dataurl", ".svg": "dataurl" },
    logLevel: "error",
    plugins: [browserModules],
  });
  for (const file of ["index.html", "frame.html"]) copyFileSync(source("page", file), join(folder, file));
}

/** The page of these sources in a folder: bundled where it is not there yet, with the add-on as it is now. */
export async function prepareSite(folder: string, dist?: string): Promise<ReadonlyMap<string, Buffer>> {
  const stamp = stampOf(source());
  const mark = join(folder, "stamp");
  if (!existsSync(mark) || readFileSync(mark, "utf8") !== stamp) {
    rmSync(mark, { force: true });
    await buildSite(folder);
    writeFileSync(mark, stamp);
  }
  writeProject(folder, dist);
  return readSite(folder);
}

/** Changes with any source of the page and with any version of a package. */
function stampOf(folder: string): string {
  const hash = createHash("sha256").update(readFileSync(join(projectRoot, "package-lock.json")));
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  for (const name of names) {
    if (/\.(?:ts|css|html)$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest("hex");
}

/**
 * Puts the built add-on beside the page; `dist` is the committed one unless given. A workbook that a page
 * kept over a reload is shown again only where `run` is still the same.
 */
function writeProject(folder: string, dist?: string): void {
  const { code, htmlFiles, timeZone } = readBuilt(dist);
  const project = { code, htmlFiles: Object.fromEntries(htmlFiles), timeZone, run: randomUUID() };
  writeFileSync(join(folder, "project.json"), JSON.stringify(project));
}

/** The files of the page by their names, for the server. */
function readSite(folder: string): ReadonlyMap<string, Buffer> {
  const names = ["index.html", "frame.html", "workbench.js", "page.css", "project.json"];
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}
