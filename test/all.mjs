/**
 * `npm test`: types, lint, and every test, on the built file as well.
 * The last line is plain: `N passed, N failed`. The exit code is 1 when anything failed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const cache = join(root, ".cache");
const report = join(cache, "vitest.json");

/** Runs a tool of node_modules with its output shown; true when it ended well. */
function run(title, script, args) {
  console.log(`\n== ${title}`);
  const { status } = spawnSync(process.execPath, [join(root, "node_modules", script), ...args], {
    cwd: root,
    stdio: "inherit",
    // Logs are read as plain text.
    env: process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: "1" },
  });
  return status === 0;
}

/** Counts of the vitest report; a test file that could not even be loaded is one failure. */
function readReport() {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  const cases = testResults.flatMap((file) => file.assertionResults);
  const broken = testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every((c) => c.status !== "failed"),
  );
  return {
    passed: cases.filter((c) => c.status === "passed").length,
    failed: cases.filter((c) => c.status === "failed").length + broken.length,
  };
}

mkdirSync(cache, { recursive: true });
rmSync(report, { force: true });
const checks = [
  run("types", "typescript/bin/tsc", ["-b"]),
  run("lint and format", "@biomejs/biome/bin/biome", ["check"]),
];
const tested = run("tests", "vitest/vitest.mjs", [
  "run",
  "--reporter=dot",
  "--reporter=json",
  `--outputFile=${report}`,
]);
const tests = readReport();
const passed = tests.passed + checks.filter(Boolean).length;
// A run that ends badly without a failed test (an unhandled error) counts as one failure.
const failed = Math.max(tests.failed, tested ? 0 : 1) + checks.filter((ok) => !ok).length;
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
