import { useId, useState } from "preact/hooks";
import type { DataAnswer, DataTab, SavedAnswer, UndoToken } from "../api/contract";
import { AddUp } from "./add-up";
import { isGood, useAsk } from "./asking";
import { Mapping } from "./mapping";
import { MonthField } from "./month-field";
import { usePage } from "./page-context";
import { Button, CellButton, Mark, RefusalBox, Section, Waiting } from "./parts";
import { ProblemGroups } from "./problem-groups";

/** What each pasted tab was taken for, what is wrong with it, and the mapping of unknown tables. */
export function DataPane({ shown }: { shown: boolean }) {
  const { t, state, month, touched } = usePage();
  const [mapped, setMapped] = useState<string | null>(null);
  const [saved, setSaved] = useState<SavedAnswer | null>(null);
  const request = shown && month !== "" ? { month } : null;
  const { answer, refusal, busy, again } = useAsk("data", request);
  const finish = (done: SavedAnswer | null) => {
    setMapped(null);
    setSaved(done);
    if (done) touched();
  };
  if (mapped !== null) return <Mapping key={mapped} tab={mapped} finish={finish} />;
  return (
    <>
      <div class="body" aria-busy={busy}>
        {saved && <MappingSaved saved={saved} close={() => setSaved(null)} />}
        {refusal && <RefusalBox refusal={refusal} again={again} />}
        {answer && request && <Tabs answer={answer} acts={{ map: setMapped, added: finish }} />}
        {!answer && !refusal && (state && month === "" ? <NoMonth /> : <Waiting lines={6} />)}
      </div>
      <footer class="foot">
        <Button
          look="main"
          blocked={busy && answer ? t("checking") : null}
          onClick={request ? again : touched}
        >
          {t("checkData")}
        </Button>
        {busy && answer && (
          <output class="row small muted">
            <span class="spinner" aria-hidden="true" /> {t("checking")}
          </output>
        )}
      </footer>
    </>
  );
}

function MappingSaved({ saved, close }: { saved: SavedAnswer; close: () => void }) {
  const { t, ask, touched, announce } = usePage();
  const [failure, setFailure] = useState("");
  const undo = async (token: UndoToken) => {
    const answer = await ask("undoSave", { undo: token });
    if (!isGood(answer)) return setFailure((answer as { error: string }).error);
    announce(answer.message);
    close();
    touched();
  };
  const { undo: token } = saved;
  return (
    <div class="box good">
      <output>
        <span aria-hidden="true">✓ </span>
        {saved.message}
      </output>
      {failure !== "" && <p class="error">✕ {failure}</p>}
      <div class="row">
        {token && <Button onClick={() => undo(token)}>{t("undo")}</Button>}
        <Button look="text" onClick={close}>
          {t("close")}
        </Button>
      </div>
    </div>
  );
}

function NoData() {
  const { t } = usePage();
  return (
    <div class="box">
      <p class="title">{t("noData")}</p>
      <p>{t("noData.help")}</p>
    </div>
  );
}

/** Nothing is pasted into an empty workbook; any other may hold data without a date. */
function NoMonth() {
  const { state } = usePage();
  return state?.workbook === "empty" ? <NoData /> : <MonthField path="data/month" />;
}

/** What the reader can do about a tab. */
interface Acts {
  readonly map: (tab: string) => void;
  readonly added: (saved: SavedAnswer) => void;
}

function Tabs({ answer, acts }: { answer: DataAnswer; acts: Acts }) {
  const { t } = usePage();
  const others = answer.tabs.filter((tab) => !isOfMonth(tab));
  if (answer.tabs.length === 0 && answer.problems.length === 0) return <NoData />;
  return (
    <>
      <TabList tabs={answer.tabs.filter((tab) => isOfMonth(tab))} acts={acts} />
      {answer.problems.length > 0 && (
        <Section title={t("ruleProblems")} side={String(answer.problems.length)} bad open>
          <ProblemGroups groups={answer.problems} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t("otherMonths")} side={String(others.length)}>
          <TabList tabs={others} acts={acts} />
        </Section>
      )}
    </>
  );
}

/** Tabs with nothing for the month stand apart: last month's pastes are in nobody's way. */
function isOfMonth({ rows, state }: DataTab): boolean {
  return rows > 0 || state !== "ok";
}

function TabList({ tabs, acts }: { tabs: readonly DataTab[]; acts: Acts }) {
  return (
    <ul class="list">
      {tabs.map((tab) => (
        <Tab key={tab.tab} tab={tab} acts={acts} />
      ))}
    </ul>
  );
}

const LEVEL = { ok: "good", problems: "bad", unknown: "warn" } as const;

function Tab({ tab, acts }: { tab: DataTab; acts: Acts }) {
  const { t } = usePage();
  const [open, setOpen] = useState(false);
  const id = useId();
  const isUnknown = tab.state === "unknown";
  const errors = tab.problems.filter(({ severity }) => severity === "error").length;
  const toLookAt = tab.problems.filter(({ severity }) => severity !== "info").length;
  const level = tab.state === "problems" && errors === 0 ? "warn" : LEVEL[tab.state];
  return (
    <li>
      <div class="line tab-line">
        <Mark level={level} />
        <div class="grow">
          <button
            type="button"
            class="opener"
            style={{ width: "100%" }}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            <strong class="name" title={tab.tab}>
              {tab.tab}
            </strong>
            <span class="method">
              {toLookAt > 0 && t("problemsN", { n: toLookAt })}{" "}
              <span aria-hidden="true">{open ? "▾" : "›"}</span>
            </span>
          </button>
          <p class="small muted">{isUnknown ? t("notRecognised") : summaryOf(tab, t)}</p>
          {isUnknown && (
            <p>
              <Button onClick={() => acts.map(tab.tab)}>{t("map")}</Button>
            </p>
          )}
          {tab.sums.length > 0 && <AddUp rows={tab.sums} done={acts.added} />}
        </div>
      </div>
      <div id={id} class="details" hidden={!open}>
        {open && <TabDetails tab={tab} />}
      </div>
    </li>
  );
}

function summaryOf(tab: DataTab, t: ReturnType<typeof usePage>["t"]): string {
  const dates =
    tab.firstDay === null
      ? ""
      : tab.firstDay === tab.lastDay
        ? tab.firstDay
        : `${tab.firstDay} – ${tab.lastDay}`;
  const counts = t("rowsAndPeople", { rows: tab.rows, people: tab.people });
  return [tab.as, dates, counts].filter((part) => part !== "").join(" · ");
}

function TabDetails({ tab }: { tab: DataTab }) {
  const { t } = usePage();
  return (
    <>
      {tab.problems.length > 0 && <ProblemGroups groups={tab.problems} />}
      {tab.why !== "" && <p class="small">{tab.why}</p>}
      {tab.columns.length > 0 && (
        <table class="map small" style={{ width: "100%" }}>
          <thead>
            <tr>
              <th>{t("yourColumn")}</th>
              <th>{t("becomes")}</th>
              <th>{t("sample")}</th>
            </tr>
          </thead>
          <tbody>
            {tab.columns.map(({ header, becomes, samples }) => (
              <tr key={`${header} ${becomes}`}>
                <td>{header}</td>
                <td>{becomes}</td>
                <td class="muted">{samples.join(", ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {tab.ignored.length > 0 && (
        <p class="small muted">{t("ignored", { columns: tab.ignored.join(", ") })}</p>
      )}
      {tab.readFor.map(({ month, count }) => (
        <p key={month} class="small muted">
          {t("readFor", { n: count, month })}
        </p>
      ))}
      {tab.leftOut.map(({ reason, count }) => (
        <p key={reason} class="small muted">
          {t("leftOut", { n: count, reason })}
        </p>
      ))}
      <p class="small">
        <CellButton link={{ tab: tab.tab, cell: "A1" }} text={t("openTab")} />
      </p>
    </>
  );
}
