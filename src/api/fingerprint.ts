/** Fingerprints of tabs, by which a save notices that somebody changed a tab meanwhile. */
import { fingerprintGrid } from "../life/fingerprint";
import type { Fingerprints } from "./contract";
import type { OpenRules } from "./open";

/** Fingerprints of every rule tab, by kind. Names and positions of tabs do not count, contents do. */
export function fingerprintRules(rules: OpenRules): Fingerprints {
  return Object.fromEntries([...rules.tabs].map(([kind, { grid }]) => [kind, fingerprintGrid(grid)]));
}
