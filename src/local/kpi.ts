/** Entry point of `npm run kpi`. */
import { runCli } from "./cli.ts";

// A reader such as `head` may leave early. The files are written by then, so that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await runCli(process.argv.slice(2), { out: console.log, err: console.error });
