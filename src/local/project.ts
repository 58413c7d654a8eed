/** Where the project's own files lie. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json, found upwards from this file, which may run bundled from .cache. */
export const projectRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(join(folder, "package.json")) && existsSync(join(folder, "appsscript.json"))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error("the project's package.json was not found");
  return findRoot(above);
}
