/** The names that Google calls: menu, triggers and requests. Wiring only. */
import { answerWith, runCommand } from "./loader";
import { buildMenu } from "./menu";
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
global.setUpWorkbook = () =>
  runCommand(googleServices(), (commands, services) => commands.askAndSetUp(services));

/**
 * Menu: asks for a month and writes its Checks tab only.
 * @preserve
 */
global.checkData = () =>
  runCommand(googleServices(), (commands, services) =>
    commands.askAndGenerate(services, ["checks"], "checks"),
  );

/**
 * Menu: asks for a month and writes its Scorecard and Checks tabs.
 * @preserve
 */
global.generateScorecards = () =>
  runCommand(googleServices(), (commands, services) =>
    commands.askAndGenerate(services, ["scorecard", "checks"], "scorecard"),
  );

/**
 * Menu: asks for a month and writes its Scorecard, Payroll, Payslips and Checks tabs.
 * Returns the result as JSON text, which the command line reads.
 * @preserve
 */
global.generateMonthlyPayroll = () =>
  runCommand(googleServices(), (commands, services) =>
    commands.askAndGenerate(services, ["scorecard", "payroll", "payslips", "checks"], "payroll"),
  );

/**
 * Menu: fills an empty workbook with the sample shop.
 * @preserve
 */
global.loadSampleData = () =>
  runCommand(googleServices(), (commands, services) => commands.loadSample(services));

/**
 * Menu: shows the steps.
 * @preserve
 */
global.showHelp = () => runCommand(googleServices(), (commands, services) => commands.showSteps(services));

/**
 * One entry for requests as JSON text: packs, setUp, checkData, generate.
 * @param {string} request the request as JSON text
 * @return {string} the answer as JSON text
 * @preserve
 */
global.api = (request: unknown) => answerWith(googleServices(), request);
