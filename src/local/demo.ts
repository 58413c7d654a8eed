/** Entry point of `npm run demo`: the sample shop's October, from an empty spreadsheet to payslips. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { runCli } from "./cli.ts";
import { projectRoot } from "./project.ts";

const terminal = { out: console.log, err: console.error };
const book = join(projectRoot, "out", "sample-shop.xlsx");
const result = join(projectRoot, "out", "sample-shop-2026-10.xlsx");

// `new` replaces no file; these two are the demo's own, from an earlier run.
for (const file of [book, result]) rmSync(file, { force: true });
const made = await runCli(["new", "--pack", "eight-part", "--sample", "--out", book], terminal);
process.exitCode =
  made === 0 ? await runCli(["payroll", book, "--month", "2026-10", "--out", result], terminal) : made;
