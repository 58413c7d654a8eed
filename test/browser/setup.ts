/** Starts one browser and one server of the workbench for all browser tests. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserServer, chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { projectRoot } from "../../src/local/project.ts";
import { serve } from "../../src/local/serve.ts";
import { prepareSite } from "../../src/local/site.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where tests connect to the browser. */
    browserEndpoint: string;
    /** Where the workbench is served. */
    workbenchAddress: string;
  }
}

/** Keeps the browser quiet where there is no network. */
const FLAGS = [
  ...["--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
];
const OWN = ["/usr/bin/google-chrome", "/usr/bin/chromium"];

/** A browser of this machine, else the one that comes with the test packages (Linux), else Chrome's channel. */
async function launchServer(): Promise<BrowserServer> {
  const args = [...FLAGS, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  if (process.platform !== "linux") return chromium.launchServer({ channel: "chrome", args });
  // The package looks for this before it unpacks the libraries that a bare Linux lacks.
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs20.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  const executablePath = OWN.find((path) => existsSync(path)) ?? (await packaged.executablePath());
  // The package brings Latin letters only; the machine's own fonts may have Chinese.
  const { FONTCONFIG_PATH: _packaged, ...env } = process.env;
  return chromium.launchServer({ executablePath, args, env: env as Record<string, string> });
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dist = await buildDist();
  const server = await serve(await prepareSite(join(projectRoot, ".cache", "workbench"), dist), 0);
  const browser = await launchServer();
  project.provide("workbenchAddress", server.address);
  project.provide("browserEndpoint", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
    rmSync(dist, { recursive: true, force: true });
  };
}

/** The add-on as the sources have it now, in a folder of its own. */
async function buildDist(): Promise<string> {
  // A path in a variable: the build has no types.
  const path = "../../build.mjs";
  const { build } = (await import(path)) as { build: (folder: string) => Promise<unknown> };
  const folder = mkdtempSync(join(tmpdir(), "kpi-dist-"));
  await build(folder);
  return folder;
}
