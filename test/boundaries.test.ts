/** Who may import whom. A forbidden edge or a cycle fails. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const src = resolve(import.meta.dirname, "../src");

/**
 * What each folder may import besides itself. `file` narrows it to one file;
 * `types` allows `import type` only.
 */
const ALLOWED: Readonly<
  Record<string, readonly { readonly to: string; readonly file?: RegExp; readonly types?: true }[]>
> = {
  engine: [],
  text: [],
  rules: [{ to: "engine" }, { to: "text" }],
  ingest: [{ to: "engine" }, { to: "text" }, { to: "rules", types: true }],
  report: [{ to: "engine" }, { to: "text" }, { to: "rules", types: true }],
  functions: [{ to: "engine" }, { to: "text" }, { to: "rules" }, { to: "ingest" }, { to: "report" }],
  // The sidebar's requests over the workbook; month.ts lies beside the folders.
  api: [
    { to: "engine" },
    { to: "text" },
    { to: "rules" },
    { to: "ingest" },
    { to: "report" },
    { to: "sheets" },
    { to: "life" },
    { to: "", file: /^(month|closing|advance|steps|quarter-review|edited-tabs)\.ts$/ },
  ],
  life: [{ to: "engine" }, { to: "text" }, { to: "ingest", types: true }],
  sample: [{ to: "engine" }, { to: "text" }, { to: "rules", types: true }],
  share: [
    { to: "engine" },
    { to: "text" },
    { to: "report" },
    { to: "life", file: /^record-tab\.ts$/ },
    { to: "sheets", file: /^surface\.ts$/, types: true },
  ],
  sheets: [
    { to: "report", file: /^tab\.ts$/, types: true },
    { to: "engine", file: /^grid\.ts$/ },
  ],
  sidebar: [
    { to: "api", file: /^contract\.ts$/, types: true },
    { to: "engine" },
    { to: "text" },
    { to: "report", file: /^amounts\.ts$/ },
  ],
  local: [{ to: "sheets", file: /^surface\.ts$/, types: true }],
};
/** Packages that the built file may contain. */
const PACKAGES = new Set(["zod", "zod/mini", "@borgar/fx", "fraction.js", "preact", "preact/hooks"]);

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listFiles(path);
    return /\.(tsx?|mts|mjs)$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}

const files = listFiles(src);
const known = new Set(files);

/** The source file that a relative import means, or the path with a question mark. */
function resolveImport(from: string, specifier: string): string {
  const base = resolve(dirname(from), specifier);
  const candidates = [
    base,
    `${base}.ts`,
    `${base}.tsx`,
    base.replace(/\.js$/, ".ts"),
    join(base, "index.ts"),
  ];
  return candidates.find((path) => known.has(path)) ?? `${base}?`;
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\bfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

/** Names in braces that are all marked `type` make the import vanish as well. */
function isTypeOnly(statement: string, marked: boolean): boolean {
  const braces = /\{([^}]*)\}\s*from/.exec(statement)?.[1];
  if (marked) return true;
  if (braces === undefined || /^\s*import\s+\w/.test(statement)) return false;
  const names = braces.split(",").filter((name) => name.trim() !== "");
  return names.length > 0 && names.every((name) => /^\s*type\s/.test(name));
}

function importsOf(file: string) {
  const text = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  return Array.from(text.matchAll(IMPORT), ([statement, type, plain, dynamic]) => ({
    specifier: plain ?? dynamic ?? "",
    typeOnly: isTypeOnly(statement, type !== undefined),
  }));
}

const edges: Edge[] = files.flatMap((from) =>
  importsOf(from)
    .filter(({ specifier }) => specifier.startsWith("."))
    .map(({ specifier, typeOnly }) => ({
      from: relative(src, from),
      to: relative(src, resolveImport(from, specifier)),
      typeOnly,
    })),
);

const folderOf = (file: string) => (file.includes("/") ? file.slice(0, file.indexOf("/")) : "");

function isAllowed({ from, to, typeOnly }: Edge): boolean {
  const [source, target] = [folderOf(from), folderOf(to)];
  // Files beside the folders wire them together; no folder imports those.
  if (source === "") return target !== "local";
  if (source === target && source !== "") return true;
  return (ALLOWED[source] ?? []).some(
    (rule) =>
      rule.to === target &&
      (!rule.types || typeOnly) &&
      (!rule.file || rule.file.test(target === "" ? to : to.slice(target.length + 1))),
  );
}

/** One cycle of files, as a path that ends where it began; undefined when there is none. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const state = new Map<string, "open" | "done">();
  const visit = (file: string, path: string[]): string[] | undefined => {
    if (state.get(file) === "done") return undefined;
    if (state.get(file) === "open") return [...path.slice(path.indexOf(file)), file];
    state.set(file, "open");
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle) return cycle;
    }
    state.set(file, "done");
    return undefined;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}

function graphOf(list: readonly Edge[]): Map<string, string[]> {
  const graph = new Map<string, string[]>();
  for (const { from, to } of list) graph.set(from, [...(graph.get(from) ?? []), to]);
  return graph;
}

/** Every file that one file brings in, itself included. */
function reachable(graph: ReadonlyMap<string, readonly string[]>, start: string): string[] {
  const reached = new Set([start]);
  for (const file of reached) for (const next of graph.get(file) ?? []) reached.add(next);
  return [...reached];
}

describe("boundaries", () => {
  it("finds the imports at all", () => {
    expect(edges.length).toBeGreaterThan(50);
  });

  it("finds a source file behind each of them", () => {
    expect(edges.filter(({ to }) => to.endsWith("?"))).toEqual([]);
  });

  it("has no forbidden edge", () => {
    const forbidden = edges.filter((edge) => !isAllowed(edge));
    expect(forbidden.map(({ from, to, typeOnly }) => `${from} -> ${to}${typeOnly ? " (type)" : ""}`)).toEqual(
      [],
    );
  });

  it("has no cycle, types included", () => {
    expect(findCycle(graphOf(edges))).toBeUndefined();
  });

  it("keeps the menu side out of Code.js", () => {
    const graph = graphOf(edges.filter(({ typeOnly }) => !typeOnly));
    const reached = reachable(graph, "main.ts");
    expect(reached).toContain("functions/entry.ts");
    const heavy =
      /^(?:ingest|report|sample|sheets)\/|^(?:commands|month|setup)\.ts$|^text\/(?:labels|render)\.ts$/;
    const light = ["report/amounts.ts", "report/beside.ts", "sheets/surface.google.ts"];
    expect(reached.filter((file) => heavy.test(file) && !light.includes(file))).toEqual([]);
  });

  it("lets no file of a folder import the folder's own index", () => {
    const own = edges.filter(({ from, to }) => to.endsWith("/index.ts") && dirname(from) === dirname(to));
    expect(own).toEqual([]);
  });

  it("bundles known packages only", () => {
    const shipped = files.filter((file) => folderOf(relative(src, file)) !== "local");
    const foreign = shipped.flatMap((file) =>
      importsOf(file)
        .filter(
          ({ specifier, typeOnly }) => !specifier.startsWith(".") && !typeOnly && !PACKAGES.has(specifier),
        )
        .map(({ specifier }) => `${relative(src, file)} -> ${specifier}`),
    );
    expect(foreign).toEqual([]);
  });

  it("has no file called utils", () => {
    expect(files.filter((file) => /\butils?\b/i.test(relative(src, file)))).toEqual([]);
  });
});

describe("the cycle finder", () => {
  it("finds a cycle of three and gives its path", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", ["b"]],
    ]);
    expect(findCycle(graph)).toEqual(["b", "c", "b"]);
  });
});
