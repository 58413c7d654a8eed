/**
 * Loads the menu side on demand. Sheets evaluates Code.js afresh for every custom-function call,
 * so the code that reads, computes and writes a month lies in Month.html, as text, and is
 * evaluated in the runs that need it only.
 */
import type * as commands from "./commands";
import { userLang } from "./menu";
import type { Services } from "./sheets/surface";
import { menuWord } from "./text/menu";

/** Everything that the menu side can do. Only services and plain values cross this border. */
export type Commands = typeof commands;

/** Put in by build.mjs: marks the Month.html that was built with this Code.js. */
declare const MONTH_STAMP: string;

const NAME = "Month";
const FILE = `${NAME}.html`;

const SIDEBAR = "Sidebar";

/** Opens the sidebar; without its page tells the person how to add it. */
export function showSidebar(services: Services): void {
  const lang = userLang(services);
  const ui = services.SpreadsheetApp.getUi();
  try {
    const page = services.HtmlService.createHtmlOutputFromFile(SIDEBAR);
    ui.showSidebar(page.setTitle(menuWord("product", lang)));
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const values = { file: `${SIDEBAR}.html`, name: SIDEBAR, found };
    ui.alert(menuWord("product", lang), menuWord("monthFileMissing", lang, values), ui.ButtonSet.OK);
  }
}

/** Loads the menu side and runs a command of it; without a fitting Month.html tells the person so. */
export function runCommand<Result>(
  services: Services,
  command: (commands: Commands, services: Services) => Result,
): Result | string {
  const loaded = loadCommands(services);
  if (typeof loaded !== "string") return command(loaded, services);
  const ui = services.SpreadsheetApp.getUi();
  ui.alert(menuWord("product", userLang(services)), loaded, ui.ButtonSet.OK);
  return errorJson(loaded);
}

/** Answers a request as JSON text; without a fitting Month.html the answer says so. */
export function answerWith(services: Services, request: unknown): string {
  const loaded = loadCommands(services);
  return typeof loaded === "string" ? errorJson(loaded) : loaded.answerRequest(services, request);
}

function errorJson(error: string): string {
  return JSON.stringify({ error });
}

/** The commands, or a text that says what is wrong with Month.html and how to mend it. */
function loadCommands(services: Services): Commands | string {
  const lang = userLang(services);
  const page = readPage(services);
  if (page instanceof Error) {
    return menuWord("monthFileMissing", lang, { file: FILE, name: NAME, found: page.message });
  }
  const code = codeIn(page);
  return code === null ? menuWord("monthFileOther", lang, { file: FILE }) : evaluate(code);
}

function readPage(services: Services): string | Error {
  try {
    return services.HtmlService.createHtmlOutputFromFile(NAME).getContent();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The code in the page's script element; null for another version's and for half a page. */
function codeIn(page: string): string | null {
  const [opening, closing] = [`id="${MONTH_STAMP}">`, "</script>"];
  const [start, end] = [page.indexOf(opening), page.lastIndexOf(closing)];
  return start < 0 || end < start ? null : page.slice(start + opening.length, end);
}

function evaluate(code: string): Commands {
  return new Function(code)() as Commands;
}
