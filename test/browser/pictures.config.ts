/** `npm run pictures`: draws the pictures of the guide, in the browser and over the server of the tests. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/browser/pictures.ts"],
    globalSetup: "test/browser/setup.ts",
    pool: "forks",
    testTimeout: 180_000,
  },
});
