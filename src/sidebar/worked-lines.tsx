import type { WorkedAnswer } from "../api/contract";
import { useAsk } from "./asking";
import { forServer } from "./draft";
import type { Editing } from "./editing";
import { usePage } from "./page-context";
import { showMoney, showSize, signOf } from "./typed";

/** Milliseconds without a key after which the thresholds are worked anew. */
const PAUSE = 350;

/** Both sides of every threshold in money, for the chosen person; a fall is named. */
export function WorkedLines({ editing, table }: { editing: Editing; table: string }) {
  const { month } = usePage();
  const { answer } = useAsk(
    "worked",
    { month, draft: forServer(editing.draft), table, person: editing.person },
    PAUSE,
  );
  if (!answer || answer.steps.length === 0) return null;
  return (
    <ul class="worked">
      {answer.steps.map((step) => (
        <WorkedLine key={step.threshold.text} answer={answer} step={step} />
      ))}
    </ul>
  );
}

function WorkedLine({ answer, step }: { answer: WorkedAnswer; step: WorkedAnswer["steps"][number] }) {
  const { t } = usePage();
  const sides = `${step.below.at.text} ${showMoney(step.below.amount)}, ${step.at.at.text} ${showMoney(step.at.amount)}`;
  const sign = signOf(step.jump);
  return (
    <li>
      {answer.person}: {sides} {sign > 0 && <span class="better num">▲ {showSize(step.jump)}</span>}
      {sign < 0 && (
        <span class="worse">
          <span class="num">▼ {showSize(step.jump)}</span> {t("paysLess")}
        </span>
      )}
    </li>
  );
}
