/** Generates a month's tabs and says, stage by stage, what took how long. */
import { ALL_KINDS, advance } from "../advance";
import { withEdited } from "../edited-tabs";
import type { Grid } from "../engine/grid";
import { countIssues } from "../report/reasons";
import type { OutputKind } from "../report/tab";
import type { Services } from "../sheets/surface";
import type { CommitOutcome } from "../sheets/writer";
import { answerWord } from "../text/answers";
import { renderIssue } from "../text/render";
import type { Lang } from "../text/template";
import type { Refusal, RunAnswer, RunStage } from "./contract";
import { groupProblems } from "./data";
import { isRefusal, openDesk, refusal } from "./desk";

/** Milliseconds of a clock; only differences are used. */
export type Clock = () => number;

/** Reads, computes and writes a month. */
export function runRequest(
  services: Services,
  read: () => readonly Grid[],
  request: { readonly month: string; readonly kinds: readonly OutputKind[]; readonly lang: Lang },
  clock: Clock,
): RunAnswer | Refusal {
  const stages = new Stages(clock, request.lang);
  const grids = read();
  stages.done("stageRead", grids.length);
  const desk = openDesk(grids, request.month, request.lang);
  if (isRefusal(desk)) return desk;
  const { data } = desk.prepared;
  stages.done("stageData", data.tabs.length);
  const closing = withEdited(services, grids, desk.closing);
  const { result, lang } = closing.view;
  stages.done("stageCompute", result.people.length);
  const kinds = request.kinds.length > 0 ? request.kinds : ALL_KINDS;
  const active = kinds.includes("payroll") ? "payroll" : (kinds[0] ?? "checks");
  const wanted = { step: "generate", reason: "", lang: request.lang, kinds, active } as const;
  const advanced = advance(services, grids, closing, wanted);
  if (!advanced.ok) return refusal(advanced.told, request.lang);
  const { tabs, outcome } = advanced;
  stages.done("stageWrite", tabs.length);
  const { errors, warnings } = countIssues(result.issues);
  return {
    ok: true,
    month: result.month.text,
    state: "draft",
    stages: stages.list,
    people: result.people.length,
    held: result.people.filter(({ held }) => held).length,
    total: result.total.toFixed(2),
    errors,
    warnings,
    problems: groupProblems(
      result.issues.filter(({ severity }) => severity !== "info"),
      request.lang,
    ),
    written: tabs.map(({ name }) => name),
    notice: noticeOf(outcome, lang),
  };
}

/** What is said about people for whom HR had typed something and who are not paid now; blank for nobody. */
export function noticeOf(outcome: CommitOutcome, lang: Lang): string {
  if (outcome.kind !== "done" || outcome.dropped.length === 0) return "";
  const people = outcome.dropped.join(lang === "zh" ? "、" : ", ");
  return renderIssue({ code: "write.typed-dropped", values: { people } }, lang);
}

class Stages {
  readonly list: RunStage[] = [];
  private since: number;

  constructor(
    private readonly clock: Clock,
    private readonly lang: Lang,
  ) {
    this.since = clock();
  }

  done(word: "stageRead" | "stageData" | "stageCompute" | "stageWrite", n: number): void {
    const now = this.clock();
    const seconds = (Math.max(0, now - this.since) / 1000).toFixed(1);
    this.list.push({ text: answerWord(word, this.lang, { n }), seconds });
    this.since = now;
  }
}
