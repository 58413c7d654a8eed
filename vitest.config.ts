import { defineConfig } from "vitest/config";

const BROWSER = "test/browser/**/*.test.ts";

export default defineConfig({
  test: {
    // The local host sets the process's time zone, so tests need processes, not threads.
    pool: "forks",
    // The default leaves one core idle, which is half of a small machine.
    maxWorkers: "100%",
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: "node", include: ["test/**/*.test.ts"], exclude: [BROWSER] } },
      // One browser and one server for all of them; started only where one of them runs.
      {
        extends: true,
        test: {
          name: "browser",
          include: [BROWSER],
          globalSetup: "test/browser/setup.ts",
          testTimeout: 60_000,
        },
      },
    ],
  },
});
