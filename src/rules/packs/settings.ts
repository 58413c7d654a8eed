import { SETTING_SPECS } from "../../engine/setting-specs/index";
import type { SettingKey } from "../../engine/settings";
import type { PackRow } from "../pack";
import type { PackLanguage } from "./language";

/** The rows of the settings that a pack changes; Set up writes the others with their defaults. */
export function settingsWith(
  lang: PackLanguage,
  changes: Readonly<Partial<Record<SettingKey, string>>>,
): PackRow[] {
  return SETTING_SPECS.flatMap(({ key, zh }) => {
    const value = changes[key];
    return value === undefined ? [] : [{ setting: lang === "zh" ? zh : key, value }];
  });
}
