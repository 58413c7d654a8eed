import { useState } from "preact/hooks";
import type { Refusal, SavedAnswer, SourceRowModel } from "../api/contract";
import { isGood } from "./asking";
import { usePage } from "./page-context";
import { Button, RefusalBox } from "./parts";

/** One press that adds rows to Sources by which rows of a tab that contradict each other add up. */
export function AddUp({
  rows,
  done,
}: {
  rows: readonly SourceRowModel[];
  done: (saved: SavedAnswer) => void;
}) {
  const { t, ask, lang } = usePage();
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [saving, setSaving] = useState(false);
  const save = async () => {
    if (saving) return;
    setSaving(true);
    const saved = await ask("saveMapping", { rows });
    setSaving(false);
    if (isGood(saved)) done(saved);
    else setRefused(saved as Refusal);
  };
  const tabs = [...new Set(rows.map(({ tab }) => tab))];
  const columnsOf = (name: string) => rows.filter(({ tab }) => tab === name).map(({ column }) => column);
  return (
    <div class="stack">
      <p class="small">{t("addUp.help")}</p>
      {tabs.map((tab) => (
        <p key={tab} class="small muted">
          {t("addUp.rows", { tab, columns: columnsOf(tab).join(lang === "zh" ? "、" : ", ") })}
        </p>
      ))}
      {refused && <RefusalBox refusal={refused} again={save} />}
      <p>
        <Button blocked={saving ? t("saving") : null} onClick={save}>
          {t("addUp", { n: rows.length })}
        </Button>
      </p>
    </div>
  );
}
