/** The menu, which Google builds with few rights each time a file is opened: nothing else is loaded. */
import type { Services } from "./sheets/surface";
import { menuWord } from "./text/menu";
import type { Lang } from "./text/template";

/** The person's language: Chinese where the account's locale is, else English. */
export function userLang(services: Services): Lang {
  return /^zh/i.test(services.Session.getActiveUserLocale()) ? "zh" : "en";
}

/** Builds the add-on's menu, in the person's language. It touches nothing of the file. */
export function buildMenu(services: Services): void {
  const lang = userLang(services);
  services.SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem(menuWord("setUp", lang), "setUpWorkbook")
    .addItem(menuWord("settings", lang), "showSettings")
    .addItem(menuWord("checkData", lang), "checkData")
    .addSeparator()
    .addItem(menuWord("generateScorecards", lang), "generateScorecards")
    .addItem(menuWord("generatePayroll", lang), "generateMonthlyPayroll")
    .addItem(menuWord("approve", lang), "approveMonth")
    .addSeparator()
    .addItem(menuWord("share", lang), "shareWithManagers")
    .addItem(menuWord("gradeReview", lang), "reviewGrades")
    .addItem(menuWord("loadSample", lang), "loadSampleData")
    .addItem(menuWord("help", lang), "showHelp")
    .addToUi();
}
