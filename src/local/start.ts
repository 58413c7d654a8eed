/** Entry point of `npm start`: prints the address of the workbench, and opens it where there is a browser. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "./project.ts";
import { serve } from "./serve.ts";
import { prepareSite } from "./site.ts";

const PORT = 8046;

const { values } = parseArgs({
  options: { port: { type: "string" }, "no-open": { type: "boolean" }, out: { type: "string" } },
});

/** The command that opens an address on this machine; undefined where nobody would see it. */
function opener(): readonly string[] | undefined {
  if (values["no-open"] || process.env.CI) return undefined;
  if (process.platform === "darwin") return ["open"];
  if (process.platform === "win32") return ["cmd", "/c", "start", ""];
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ["xdg-open"] : undefined;
}

function openBrowser(address: string): void {
  const [command, ...args] = opener() ?? [];
  if (command === undefined) return;
  const child = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  // The address is printed; a person opens it.
  child.on("error", () => undefined);
  child.unref();
}

const folder = values.out ?? join(projectRoot, ".cache", "workbench");
const files = await prepareSite(folder);
if (values.out !== undefined) {
  console.log(`The page: ${folder}`);
} else {
  const { address } = await serve(files, Number(values.port ?? PORT));
  console.log(`KPI Payroll workbench: ${address}  (Ctrl+C ends it)`);
  openBrowser(address);
}
