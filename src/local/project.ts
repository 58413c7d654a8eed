/** Where the project's own files lie. `page/project.ts` has them in a browser. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json, found upwards from this file, which may run bundled from .cache. */
export const projectRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(join(folder, "package.json")) && existsSync(join(folder, "appsscript.json"))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error("the project's package.json was not found");
  return findRoot(above);
}

/** The built files: Code.js, the HTML files by name without `.html`, the manifest's time zone. */
export interface BuiltFiles {
  readonly code: string;
  readonly htmlFiles: ReadonlyMap<string, string>;
  readonly timeZone: string;
}

/** Reads a built folder, the committed `dist` unless given. Throws when it was never built. */
export function readBuilt(folder = join(projectRoot, "dist")): BuiltFiles {
  const pages = readdirSync(folder).filter((file) => file.endsWith(".html"));
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  return {
    code: read("Code.js"),
    htmlFiles: new Map(pages.map((file) => [basename(file, ".html"), read(file)])),
    timeZone: manifestTimeZone(),
  };
}

/** The time zone of the manifest. */
export function manifestTimeZone(): string {
  const manifest = JSON.parse(readFileSync(join(projectRoot, "appsscript.json"), "utf8")) as {
    timeZone: string;
  };
  return manifest.timeZone;
}
