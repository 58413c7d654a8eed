import type { PayLine } from "../engine/result";
import type { Lang } from "../text/labels";
import { explainLine } from "./explain";

/** A place in brackets at the end of a line, for example `(Bands!F37)`: of no use on paper. */
const PLACE = /\s*[(（][^()（）]*![^()（）]*[)）]$/;
/** Lines that paper keeps of an explanation: team values with their heads, bands and slices. */
const KEPT = /^(TEAM|SHOP)\.|→/;

/**
 * The arithmetic of a line of pay on one line, as it stands on paper: the sum, then team values
 * with their head count and the bands reached. Where there is none, the reason or the amount.
 */
export function slipWords(line: PayLine, tabs: readonly string[], lang: Lang): string {
  const words = explainLine(line, tabs, lang) || line.reason || line.amount.toFixed(2);
  const [sum = "", ...inputs] = words.split("\n");
  const kept = inputs.filter((input) => KEPT.test(input)).map((input) => input.replace(PLACE, ""));
  return [sum, ...kept].join(lang === "zh" ? "；" : "; ");
}
