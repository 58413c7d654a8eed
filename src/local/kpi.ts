/** Entry point of `npm run kpi`. */
import { runCli } from "./cli.ts";

process.exitCode = await runCli(process.argv.slice(2), { out: console.log, err: console.error });
