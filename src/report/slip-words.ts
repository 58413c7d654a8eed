import type { PayLine } from "../engine/result";
import { explainWord } from "../text/explain-words";
import type { Lang } from "../text/labels";
import { linesOfPay } from "./explain";

/**
 * The arithmetic of a line of pay on one line, as it stands on paper: the sum with the name of each value, how
 * values that are computed come about, team values with their head count, and the bands reached. Where there is
 * no sum, the reason or the amount.
 */
export function slipWords(line: PayLine, tabs: readonly string[], lang: Lang): string {
  const [sum, ...inputs] = linesOfPay(line, tabs, lang);
  const first = sum?.onPaper || sum?.text || line.reason || line.amount.toFixed(2);
  const rest = inputs.flatMap(({ onPaper }) => onPaper ?? []).filter((words) => !first.includes(words));
  return [first, ...rest].join(explainWord("semicolon", lang));
}
