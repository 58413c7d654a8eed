import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { CellLink, Refusal } from "../api/contract";
import type { Lang } from "../text/template";
import { isGood } from "./asking";
import { DataPane } from "./data-pane";
import { useLooking } from "./looking";
import { isOld, PANES, type Page, PageContext, type Pane, usePage } from "./page-context";
import { RefusalBox } from "./parts";
import { type Plans, usePlans } from "./plans";
import { RulesPane } from "./rules-pane";
import { RunPane } from "./run-pane";
import { askThrough, type GoogleScript, startEntry } from "./server";
import { type Keeper, keep, recall } from "./session";
import { WhatIfPane } from "./what-if-pane";
import { say } from "./words";
import { useWorkbook } from "./workbook";
import { keptDrafts } from "./works";

interface Props {
  readonly script: GoogleScript;
  readonly keeper: Keeper | null;
  /** Language of the browser, until the workbook or the person says another. */
  readonly lang: Lang;
}

/** The sidebar: four panes under one head, over one workbook. */
export function App({ script, keeper, lang: browserLang }: Props) {
  const kept = useMemo(() => recall(keeper), [keeper]);
  const [lang, setLang] = useState<Lang | null>(langOf(kept?.lang));
  const [pane, showPane] = useState<Pane>(PANES.find((each) => each === kept?.pane) ?? "rules");
  const [spoken, announce] = useState("");
  const [month, setMonth] = useState("");
  const [given, giveMonth] = useState(kept?.given ?? "");
  const shownLang = lang ?? browserLang;
  const newest = useRef(shownLang);
  newest.current = shownLang;
  const ask = useMemo(() => askThrough(script, () => newest.current), [script]);
  const workbook = useWorkbook(ask, shownLang, given);
  const { state, refusal, sight } = workbook;
  const page: Page = {
    lang: shownLang,
    ask,
    t: (key, values) => say(shownLang, key, values),
    state,
    month: month || (state?.month ?? given),
    setMonth,
    giveMonth,
    locked: state?.readOnly ?? null,
    revision: workbook.revision,
    touched: workbook.touched,
    stepped: workbook.stepped,
    lookAgain: workbook.lookAgain,
    sight,
    showPane,
    start: (entry) => startEntry(script, entry),
    goTo: (link) => void goTo(page, script, link),
    announce: (text) => announce((before) => (before === text ? `${text} ` : text)),
  };
  const plans = usePlans(page, kept);
  useUndoKeys(pane, plans);
  useLooking(pane, { look: workbook.lookAgain, rest: workbook.rest, mark: state?.mark ?? "" });
  useBrowserLanguage(setLang);
  useEffect(() => {
    document.documentElement.lang = shownLang === "zh" ? "zh-CN" : "en";
  }, [shownLang]);
  useEffect(() => {
    keep(keeper, { lang: lang ?? "", pane, given, drafts: keptDrafts(plans.works) });
  }, [keeper, lang, pane, given, plans.works]);
  return (
    <PageContext.Provider value={page}>
      <Head pane={pane} setLang={setLang} />
      <main class={isOld(sight) ? "old" : ""}>
        {PANES.map((each) => (
          <Panel key={each} pane={each} shown={each === pane}>
            {state || !refusal ? (
              <PaneOf pane={each} plans={plans} shown={each === pane} />
            ) : (
              <div class="body">
                <RefusalBox refusal={refusal} again={page.touched} />
              </div>
            )}
          </Panel>
        ))}
      </main>
      <output class="sr">{spoken}</output>
    </PageContext.Provider>
  );
}

/** The browser's language, in which the page begins and which it follows when it changes. */
export function browserLanguage(): Lang {
  return navigator.language.startsWith("zh") ? "zh" : "en";
}

/** Of the page's own switch and the browser's language the one that changed last holds. */
function useBrowserLanguage(setLang: (lang: Lang) => void): void {
  useEffect(() => {
    const follow = () => setLang(browserLanguage());
    window.addEventListener("languagechange", follow);
    return () => window.removeEventListener("languagechange", follow);
  }, [setLang]);
}

/** Ctrl+Z and Ctrl+Y over the whole draft: a field's own undo would not know of the other fields. */
function useUndoKeys(pane: Pane, plans: Plans): void {
  useEffect(() => {
    if (pane !== "rules" && pane !== "whatIf") return;
    const onKeyDown = (event: KeyboardEvent) => {
      const step = undoStep(event);
      if (step === null) return;
      event.preventDefault();
      plans[step]();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [pane, plans]);
}

function undoStep(event: KeyboardEvent): "undo" | "redo" | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "y" || (key === "z" && event.shiftKey)) return "redo";
  return key === "z" ? "undo" : null;
}

function langOf(text: string | undefined): Lang | null {
  return text === "en" || text === "zh" ? text : null;
}

async function goTo(page: Page, script: GoogleScript, link: CellLink): Promise<void> {
  const answer = await page.ask("goTo", link);
  if (!isGood(answer)) return page.announce((answer as Refusal).error);
  try {
    script.host.editor.focus();
  } catch {
    // Not every host can move the focus; the cell is selected all the same.
  }
  page.announce(page.t("went", { place: `${link.tab}!${link.cell}` }));
}

function PaneOf({ pane, plans, shown }: { pane: Pane; plans: Plans; shown: boolean }) {
  if (pane === "rules") return <RulesPane plans={plans} />;
  if (pane === "whatIf") return <WhatIfPane plans={plans} shown={shown} />;
  return pane === "data" ? <DataPane shown={shown} /> : <RunPane shown={shown} />;
}

/** A pane stays in the page once it was shown, so that nothing typed in it is lost. */
function Panel({ pane, shown, children }: { pane: Pane; shown: boolean; children: ComponentChildren }) {
  const wasShown = useRef(shown);
  wasShown.current ||= shown;
  return (
    <div class="panel" role="tabpanel" id={`panel-${pane}`} aria-labelledby={`tab-${pane}`} hidden={!shown}>
      {wasShown.current && children}
    </div>
  );
}

function Head({ pane, setLang }: { pane: Pane; setLang: (lang: Lang) => void }) {
  const { t } = usePage();
  return (
    <header class="head">
      <h1 class="sr">{t("product")}</h1>
      <div class="head-row">
        <Tabs pane={pane} />
        <LanguageSwitch setLang={setLang} />
      </div>
      <Chip />
    </header>
  );
}

/** The four tabs; arrow keys, Home and End move between them. */
function Tabs({ pane }: { pane: Pane }) {
  const { t, showPane } = usePage();
  const onKeyDown = (event: KeyboardEvent) => {
    const at = PANES.indexOf(pane);
    const last = PANES.length - 1;
    const to: Record<string, number> = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    };
    const next = PANES[to[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    showPane(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={t("panes")} onKeyDown={onKeyDown}>
      {PANES.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          class="tab"
          id={`tab-${each}`}
          aria-selected={each === pane}
          aria-controls={`panel-${each}`}
          tabIndex={each === pane ? 0 : -1}
          onClick={() => showPane(each)}
        >
          {t(`pane.${each}`)}
        </button>
      ))}
    </div>
  );
}

function LanguageSwitch({ setLang }: { setLang: (lang: Lang) => void }) {
  const { lang, t } = usePage();
  return (
    <button
      type="button"
      class="lang"
      aria-label={t("switchLanguage")}
      onClick={() => setLang(lang === "en" ? "zh" : "en")}
    >
      {lang === "zh" ? <b>中</b> : "中"}|{lang === "en" ? <b>EN</b> : "EN"}
    </button>
  );
}

/** The smallest gap on the way to a payroll, on every pane; one click leads to it. */
function Chip() {
  const { state, t, showPane, sight, lookAgain, goTo: select } = usePage();
  if (sight === "resting") return <RestingChip text={t("resting")} wake={lookAgain} />;
  const readiness = sight === "reading" ? undefined : state?.readiness;
  const level = readiness?.level ?? "wait";
  // Before anything was pasted nothing is wrong yet, unless a cell of the rules is.
  const isBegun = state?.steps.data || state?.steps.staff || readiness?.at;
  const shown = level === "need" && !isBegun ? "begin" : level;
  const look = { ready: "good", need: "bad", warning: "warn", wait: "wait", begin: "wait" }[shown];
  const sign = { ready: "✓", need: "✕", warning: "⚠", wait: "…", begin: "○" }[shown];
  return (
    <output class={`chip ${look}`} title={readiness?.detail}>
      <span class="sign" aria-hidden="true">
        {sign}
      </span>
      {readiness && readiness.level !== "ready" ? (
        <button
          type="button"
          class="link"
          onClick={() => {
            showPane(readiness.pane);
            if (readiness.at) select(readiness.at);
          }}
        >
          {readiness.text}
        </button>
      ) : (
        <span>{readiness?.text ?? t("loading")}</span>
      )}
    </output>
  );
}

/** Where nobody was for long: what is in view may be old, and one click reads it. */
function RestingChip({ text, wake }: { text: string; wake: () => void }) {
  return (
    <output class="chip wait">
      <span class="sign" aria-hidden="true">
        …
      </span>
      <button type="button" class="link" onClick={wake}>
        {text}
      </button>
    </output>
  );
}
