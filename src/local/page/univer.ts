/** Univer in the page: its plugins, its words, the add-on's functions. */
import * as univerCore from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalEn from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import conditionalZh from "@univerjs/preset-sheets-conditional-formatting/locales/zh-CN";
import * as core from "@univerjs/preset-sheets-core";
import coreEn from "@univerjs/preset-sheets-core/locales/en-US";
import coreZh from "@univerjs/preset-sheets-core/locales/zh-CN";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import noteEn from "@univerjs/preset-sheets-note/locales/en-US";
import noteZh from "@univerjs/preset-sheets-note/locales/zh-CN";
import type { EntryPoint } from "../code.ts";
import { type Bridge, type Engine, functionClass } from "../function-bridge.ts";
import { describeFunction } from "./function-help.ts";
import type { PageLanguage } from "./words.ts";

/** Univer's formula package, as the bridge to custom functions wants it. */
export const engine = core as unknown as Engine;

const { ICommandService, LocaleType, LogLevel, Univer } = univerCore;
const LOCALES = { en: LocaleType.EN_US, zh: LocaleType.ZH_CN } as const;

/** What the page uses of Univer. */
export interface UniverParts {
  readonly univer: univerCore.Univer;
  readonly api: FUniver;
  readonly commands: univerCore.ICommandService;
}

/** What Univer is made with. */
export interface UniverOptions {
  readonly container: HTMLElement;
  readonly language: PageLanguage;
  readonly functions: readonly EntryPoint[];
  readonly bridge: Bridge;
}

/** Starts Univer in an element. Custom functions have to be there before the first workbook. */
export function startUniver({ container, language, functions, bridge }: UniverOptions): UniverParts {
  const univer = new Univer({
    locale: LOCALES[language],
    locales: {
      [LocaleType.EN_US]: { ...coreEn, ...conditionalEn, ...noteEn },
      [LocaleType.ZH_CN]: { ...coreZh, ...conditionalZh, ...noteZh },
    },
    logLevel: LogLevel.ERROR,
  });
  const presets = [
    core.UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      disableAutoFocus: true,
      formula: {
        function: functions.map((entry) => [functionClass(bridge, entry), entry.name]) as never,
        description: functions.map(describeFunction),
        initialFormulaComputing: core.CalculationMode.FORCED,
      },
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsNotePreset(),
  ];
  for (const { plugins } of presets) {
    for (const plugin of plugins) {
      if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
      else univer.registerPlugin(plugin);
    }
  }
  const commands = univer.__getInjector().get(ICommandService);
  return { univer, api: FUniver.newAPI(univer), commands };
}

/** Changes the language of Univer's own words. */
export function setUniverLanguage({ univer }: UniverParts, language: PageLanguage): void {
  univer.setLocale(LOCALES[language]);
}

export { core, univerCore };
