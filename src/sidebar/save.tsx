import { useState } from "preact/hooks";
import type { Conflict } from "../api/contract";
import { changesAsText } from "./changes";
import { usePage } from "./page-context";
import { Button, IconButton } from "./parts";
import type { Plans } from "./plans";
import { UNREACHABLE } from "./server";

/** The fixed foot: save, discard, undo, and how many changes there are. */
export function SaveFoot({ plans, back }: { plans: Plans; back?: () => void }) {
  const { t, locked } = usePage();
  const { changes, saving } = plans;
  const n = changes.length;
  const isSaving = saving.kind === "saving";
  const blocked = locked ?? (isSaving ? t("saving") : n === 0 ? t("nothingToSave") : null);
  return (
    <footer class="foot">
      <Button look="main" blocked={blocked} onClick={plans.save}>
        {isSaving ? t("saving") : t(back ? "saveThese" : "saveRules")}
      </Button>
      {back ? (
        <Button look="text" onClick={back}>
          {t("back")}
        </Button>
      ) : (
        n > 0 && (
          <Button look="text" onClick={plans.discard}>
            {t("discard")}
          </Button>
        )
      )}
      {plans.canUndo && <IconButton sign="↶" label={t("undo")} onClick={plans.undo} />}
      <output class="count">{n === 1 ? t("changes.one") : t("changes.many", { n })}</output>
      {locked !== null && <p class="hint">{locked}</p>}
    </footer>
  );
}

/** How the last save went, above the form: saved with undo, not saved, or changed by somebody else. */
export function SaveNotice({ plans }: { plans: Plans }) {
  const { t } = usePage();
  const { saving } = plans;
  if (saving.kind === "failed") return <NotSaved plans={plans} />;
  if (saving.kind === "conflict") return <ConflictBox plans={plans} conflict={saving.conflict} />;
  if (saving.kind !== "saved") return null;
  const { undo, message } = saving;
  return (
    <div class="box good">
      <p>
        <span aria-hidden="true">✓ </span>
        {message}
      </p>
      <div class="row">
        {undo && <Button onClick={() => plans.undoSave(undo)}>{t("undo")}</Button>}
        <Button look="text" onClick={plans.closeNotice}>
          {t("close")}
        </Button>
      </div>
    </div>
  );
}

function NotSaved({ plans }: { plans: Plans }) {
  const { t } = usePage();
  const { saving, changes, plan } = plans;
  if (saving.kind !== "failed") return null;
  const { refusal, again, what } = saving;
  return (
    <div class="box bad" role="alert">
      <p class="title">{t(what === "undo" ? "notUndone" : "notSaved")}</p>
      <p class="small">
        {refusal.code === UNREACHABLE ? `${t("unreachable")} (${refusal.error})` : refusal.error}
      </p>
      <div class="row wrap">
        <Button onClick={again}>{t("tryAgain")}</Button>
        {what === "save" && <CopyButton text={changesAsText(plan, changes)} />}
        {what === "undo" && (
          <Button look="text" onClick={plans.closeNotice}>
            {t("close")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Copies a text; where the browser forbids it, shows it to be copied by hand. */
function CopyButton({ text }: { text: string }) {
  const { t, announce } = usePage();
  const [byHand, setByHand] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      announce(t("copied"));
    } catch {
      setByHand(true);
    }
  };
  return (
    <>
      <Button onClick={copy}>{t("copy")}</Button>
      {byHand && (
        <textarea
          readOnly
          rows={5}
          aria-label={t("copyByHand")}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}

/** Somebody else changed the rules meanwhile: theirs, mine, or look at both first. */
function ConflictBox({ plans, conflict }: { plans: Plans; conflict: Conflict }) {
  const { t } = usePage();
  const [comparing, setComparing] = useState(false);
  return (
    <div class="box warn" role="alert">
      <p class="title">{t("conflict", { tabs: conflict.tabs.join(", ") })}</p>
      <p class="small">{t("conflict.kept")}</p>
      <div class="row wrap">
        <Button onClick={() => plans.takeTheirs(conflict)}>{t("keepTheirs")}</Button>
        <Button onClick={() => plans.takeMine(conflict)}>{t("keepMine")}</Button>
        <Button onClick={() => setComparing(!comparing)}>{t("compare")}</Button>
      </div>
      {comparing && <Comparison conflict={conflict} />}
    </div>
  );
}

function Comparison({ conflict }: { conflict: Conflict }) {
  const { t } = usePage();
  if (conflict.fields.length === 0) return <p class="small">{t("conflict.elsewhere")}</p>;
  return (
    <ul class="list small">
      {conflict.fields.map(({ label, field, base, theirs, mine, both }) => (
        <li key={field}>
          <strong>{label}</strong> {both && <span class="worse">{t("conflict.both")}</span>}
          <br />
          {t("conflict.line", { base: base || "–", theirs: theirs || "–", mine: mine || "–" })}
        </li>
      ))}
    </ul>
  );
}
