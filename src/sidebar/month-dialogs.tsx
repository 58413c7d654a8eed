import { useState } from "preact/hooks";
import type { Refusal } from "../api/contract";
import { usePage } from "./page-context";
import { Button, RefusalBox, Section } from "./parts";
import type { MenuEntry } from "./server";

const ENTRIES = ["shareWithManagers", "reviewGrades"] as const satisfies readonly MenuEntry[];

/** Sharing and the grade review: weighty choices, which the menu's own dialogs ask (UX.md, pattern 1). */
export function MonthDialogs() {
  const { t, start, touched } = usePage();
  const [running, setRunning] = useState<MenuEntry | null>(null);
  const [refused, setRefused] = useState<{ entry: MenuEntry; refusal: Refusal } | null>(null);
  const begin = async (entry: MenuEntry) => {
    setRunning(entry);
    const failed = await start(entry);
    setRunning(null);
    setRefused(failed && { entry, refusal: failed });
    if (!failed) touched();
  };
  return (
    <Section title={t("entries")}>
      {ENTRIES.map((entry) => (
        <div key={entry} class="stack tight">
          <div class="row">
            <Button blocked={running === null ? null : t("entries.open")} onClick={() => void begin(entry)}>
              {t(`entries.${entry}`)}
            </Button>
          </div>
          <p class="hint">{t(`entriesHelp.${entry}`)}</p>
        </div>
      ))}
      {running !== null && <output class="small muted">{t("entries.open")}</output>}
      {refused && (
        <RefusalBox
          refusal={refused.refusal}
          again={() => void begin(refused.entry)}
          help={{ words: t("close"), take: () => setRefused(null) }}
        />
      )}
    </Section>
  );
}
