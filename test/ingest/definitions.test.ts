/** The page of measures, `src/ingest/README.md`: every measure has one definition, and the page is not stale. */
import { expect, test } from "vitest";
import { ATTENDANCE_DEFINITIONS } from "../../src/ingest/attendance/definitions";
import { CHAT_DEFINITIONS } from "../../src/ingest/chat/definitions";
import { STATED_DEFINITIONS } from "../../src/ingest/definitions";
import { MEASURE_HEADERS } from "../../src/ingest/fields";
import { ORDER_DEFINITIONS } from "../../src/ingest/orders/definitions";
import { MEASURES, METRICS } from "../../src/rules/catalogue";
import { rosterOf, run, tab } from "./workbook";

/** Inquirers are told better by orders: their definition there is the one in force beside chats. */
const SHARED = new Set(["inquirers"]);
const COUNTED = [...CHAT_DEFINITIONS, ...ORDER_DEFINITIONS, ...ATTENDANCE_DEFINITIONS];

test("every measure of the catalogue is defined, once, and nothing else is", () => {
  const names = [...COUNTED, ...STATED_DEFINITIONS].map(({ measure }) => measure);
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  expect(twice).toEqual([...SHARED]);
  expect([...new Set(names)].sort()).toEqual(MEASURES.map(({ name }) => name).sort());
});

test("every definition has both languages and a source", () => {
  for (const { measure, en, zh, source } of [...COUNTED, ...STATED_DEFINITIONS]) {
    expect(en, measure).toMatch(/^[A-Z].*\.$/);
    expect(zh, measure).toMatch(/\p{Script=Han}.*。$/u);
    expect(source, measure).toMatch(/DOMAIN|READINGS/);
  }
});

test("tables of attendance give the measures that are defined, and no others", () => {
  const grid = tab("考勤 2026-10", "姓名|1|2|3|4|5", "小雨|正常|迟到|休|请假|正常");
  const { facts } = run({ roster: rosterOf(["小雨"]), grids: [grid] });
  const defined = ATTENDANCE_DEFINITIONS.map(({ measure }) => measure);
  expect([...facts.measures.keys()].sort()).toEqual(defined.sort());
});

const MEASURE = new Map(MEASURES.map((measure) => [measure.name, measure]));
const DAYS = { inquiry: "the inquiry", order: "the order", rule: "the judgement rule", refund: "the refund" };

/** A table of Markdown. */
function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(headers), line(headers.map(() => "---")), ...rows.map(line)].join("\n");
}

interface Definition {
  readonly measure: string;
  readonly en: string;
  readonly zh: string;
  readonly source: string;
  readonly day?: keyof typeof DAYS;
}

function definitions(all: readonly Definition[]): string {
  return table(
    ["Measure", "中文", "Definition", "定义", "Source"],
    all.map(({ measure, en, zh, source, day }) => [
      `\`${measure}\``,
      MEASURE.get(measure)?.zh ?? "",
      day ? `${en} Dated by ${DAYS[day]}.` : en,
      zh,
      source,
    ]),
  );
}

const page = `# Ingest: what is read, and what each measure means

Pasted tabs become facts: a number for a person, a day (or a month) and a measure. Each kind of table has a folder or a file of its own; \`ingest.ts\` brings them together, \`tabs.ts\` and \`recognised.ts\` say what a tab was taken for, \`coverage.ts\` warns of data that end early, \`gaps.ts\` of days that are missing in the middle.

| What is pasted | Where |
| --- | --- |
| exports of figures by agent | \`header.ts\`, \`fields.ts\`, \`columns.ts\`, \`outputs.ts\`, \`exports.ts\`, \`export-reader.ts\` |
| chats, as tables or as copied text | \`chat/\` |
| orders, refunds, goods, bindings | \`orders/\` |
| attendance by day | \`attendance/\` |
| any other table, by the Sources tab | \`sources.ts\`, \`source-*.ts\`, \`where.ts\`; \`propose.ts\` guesses the rows, \`sums.ts\` offers those that add up rows of one person and day |

This page is printed from the definitions in the code. A test fails when it is stale; \`npx vitest run test/ingest/definitions.test.ts -u\` prints it anew. 本页由代码中的定义生成；内容过期时测试不通过。

DOMAIN and READINGS are the project's pages on the field and on the contract.

## From chats · 聊天记录

A chat is a run of lines of one customer and one agent without a long silence (setting \`chat_gap\`). A question that nobody answered yet keeps it open until the answer, within a day; what a buyer adds after an answer (好的谢谢) does not keep it open for the buyer's next line. All of it counts on the day of its first line. A buyer counts once a person and day. In copied text a buyer's lines are of the agent who answers in the same chat, those after the last answer of the agent before them; a question that nobody answers is with whom the chat was handed to last (由 … 转交给 …).

${definitions(CHAT_DEFINITIONS)}

## From orders and refunds · 订单与退款

${definitions(ORDER_DEFINITIONS)}

## From attendance by day · 考勤

${definitions(ATTENDANCE_DEFINITIONS)}

## Stated by exports or other tables · 由导出表直接给出

${definitions(STATED_DEFINITIONS)}

## Headers of exports · 导出表表头

A header matches after trim, NFKC, and without blanks, brackets and units; Traditional forms match like Simplified ones. The most exact comes first. The labels of a measure are headers too.

${table(
  ["Measure", "English", "中文", "Headers · 表头"],
  MEASURES.map(({ name, en, zh }) => [
    `\`${name}\``,
    en,
    zh,
    (MEASURE_HEADERS[name] ?? "").split(" ").join(", "),
  ]),
)}

## Metrics of the catalogue · 指标

Set up writes them into the Metrics tab, where users change them and add their own.

${table(
  ["Metric", "English", "中文", "Formula · 公式", "Unit", "Better"],
  METRICS.map(({ name, en, zh, formula, unit, better }) => [
    `\`${name}\``,
    en,
    zh,
    `\`${formula}\``,
    unit,
    better,
  ]),
)}
`;

test("the page is not stale", async () => {
  await expect(page).toMatchFileSnapshot("../../src/ingest/README.md");
});
