import type { PayLine } from "../engine/result";
import { explainWord } from "../text/explain-words";
import type { Lang } from "../text/labels";
import { linesOfPay } from "./explain";

/**
 * The arithmetic of a line of pay on one line, as it stands on paper: the sum, then team values
 * with their head count and the bands reached. Where there is none, the reason or the amount.
 */
export function slipWords(line: PayLine, tabs: readonly string[], lang: Lang): string {
  const [sum, ...inputs] = linesOfPay(line, tabs, lang);
  const first = sum?.text || line.reason || line.amount.toFixed(2);
  return [first, ...inputs.flatMap(({ onPaper }) => onPaper ?? [])].join(explainWord("semicolon", lang));
}
