import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

interface Manifest {
  readonly oauthScopes: readonly string[];
  readonly dependencies: { readonly enabledAdvancedServices: readonly object[] };
}

const manifest = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../appsscript.json"), "utf8"),
) as Manifest;

it("asks for the least scopes: this file, the sidebar, own files, the address", () => {
  expect([...manifest.oauthScopes].sort()).toEqual(
    ["drive.file", "script.container.ui", "spreadsheets.currentonly", "userinfo.email"].map(
      (scope) => `https://www.googleapis.com/auth/${scope}`,
    ),
  );
});

it("names the two advanced services by the versions that the surface describes", () => {
  expect(manifest.dependencies.enabledAdvancedServices).toEqual([
    { userSymbol: "Drive", version: "v3", serviceId: "drive" },
    { userSymbol: "Sheets", version: "v4", serviceId: "sheets" },
  ]);
});
