/** The names that Google calls: menu, triggers and requests. Wiring only. */
import { answerWith, runCommand, showSidebar } from "./loader";
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
 * Menu: opens the sidebar.
 * @preserve
 */
global.showSettings = () => showSidebar(googleServices());

/**
 * Menu: asks for a month and writes its Checks tab only.
 * @preserve
 */
global.checkData = () =>
  runCommand(googleServices(), (commands, services) =>
    commands.askAndGenerate(services, ["checks"], "checks"),
  );

/**
 * Menu: asks for a month and writes its Scorecard, Dashboard (without pay) and Checks tabs.
 * @preserve
 */
global.generateScorecards = () =>
  runCommand(googleServices(), (commands, services) =>
    commands.askAndGenerate(services, ["scorecard", "dashboard", "checks"], "scorecard"),
  );

/**
 * Menu: asks for a month and writes its Scorecard, Dashboard, Payroll, Payslips, Statements and Checks tabs.
 * Returns the result as JSON text, which the command line reads.
 * @preserve
 */
global.generateMonthlyPayroll = () =>
  runCommand(googleServices(), (commands, services) =>
    commands.askAndGenerate(
      services,
      ["scorecard", "dashboard", "payroll", "payslips", "statements", "checks"],
      "payroll",
    ),
  );

/**
 * Menu: shows where a month stands and takes its next step: checked, approved and locked, paid, reopened.
 * @preserve
 */
global.approveMonth = () =>
  runCommand(googleServices(), (commands, services) => commands.askAndAdvance(services));

/**
 * Menu: shows who would get which file, asks who may see pay, and shares.
 * @preserve
 */
global.shareWithManagers = () =>
  runCommand(googleServices(), (commands, services) => commands.askAndShare(services));

/**
 * Menu: reviews grades at the end of a quarter.
 * @preserve
 */
global.reviewGrades = () =>
  runCommand(googleServices(), (commands, services) => commands.askAndReview(services));

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
 * One entry for requests as JSON text: those of the sidebar, packs, setUp, checkData, generate.
 * @param {string} request the request as JSON text
 * @return {string} the answer as JSON text
 * @preserve
 */
global.api = (request: unknown) => answerWith(googleServices(), request);
