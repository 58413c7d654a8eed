/** The names that Google calls: menu, triggers and requests. Wiring only. */
import { answerRequest, askAndGenerate, askAndSetUp, buildMenu, loadSample, showSteps } from "./commands";
import { googleServices } from "./sheets/surface.google";
import "./functions/entry";

declare const global: Record<string, unknown>;

/**
 * Builds the menu when a spreadsheet is opened.
 * @preserve
 */
global.onOpen = (_event: unknown) => buildMenu(googleServices());

/**
 * Builds the menu right after installing.
 * @preserve
 */
global.onInstall = (_event: unknown) => buildMenu(googleServices());

/**
 * Menu: asks for a system and writes the rule tabs that the workbook lacks.
 * @preserve
 */
global.setUpWorkbook = () => askAndSetUp(googleServices());

/**
 * Menu: asks for a month and writes its Checks tab only.
 * @preserve
 */
global.checkData = () => askAndGenerate(googleServices(), ["checks"], "checks");

/**
 * Menu: asks for a month and writes its Scorecard and Checks tabs.
 * @preserve
 */
global.generateScorecards = () => askAndGenerate(googleServices(), ["scorecard", "checks"], "scorecard");

/**
 * Menu: asks for a month and writes its Scorecard, Payroll, Payslips and Checks tabs.
 * Returns the result as JSON text, which the command line reads.
 * @preserve
 */
global.generateMonthlyPayroll = () =>
  askAndGenerate(googleServices(), ["scorecard", "payroll", "payslips", "checks"], "payroll");

/**
 * Menu: fills an empty workbook with the sample shop.
 * @preserve
 */
global.loadSampleData = () => loadSample(googleServices());

/**
 * Menu: shows the steps.
 * @preserve
 */
global.showHelp = () => showSteps(googleServices());

/**
 * One entry for requests as JSON text: packs, setUp, checkData, generate.
 * @param {string} request the request as JSON text
 * @return {string} the answer as JSON text
 * @preserve
 */
global.api = (request: unknown) => answerRequest(googleServices(), request);
