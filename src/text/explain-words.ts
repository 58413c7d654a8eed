import type { Lang } from "./labels";

/** Words of the explanations of scores and pay, with {placeholders}. */
const WORDS = {
  cells: ["from {first} and {more} more cells", "取自 {first} 等 {more} 个以上单元格"],
  cell: ["from {first}", "取自 {first}"],
  members: ["over {count} people", "共 {count} 人"],
  heads: ["over {count} people, who count as {heads} heads", "共 {count} 人，按在职天数折合 {heads} 人"],
  reached: [
    "{table}: {condition} → {result}, reached by {value}",
    "{table}：{condition} → {result}，实际为 {value}",
  ],
  reachedBy: [
    "{table}: {condition} → {result}, reached by {value}",
    "{table}：{condition} → {result}，实际为{value}",
  ],
  decided: [
    "{table}: {condition} → {result}, because {because}",
    "{table}：{condition} → {result}，因{because}",
  ],
  slice: [
    "{table}: {from} to {to} → {size} × {rate} = {amount}",
    "{table}：{from} 至 {to} → {size} × {rate} = {amount}",
  ],
  is: ["{name}: {value}", "{name}：{value}"],
  otherwise: ["otherwise", "其余"],
  at: ["({place})", "（{place}）"],
  rounded: ["rounded from {value}", "由 {value} 取整"],
  notDue: ["0.00, because this is not met: {condition}", "0.00，因未满足条件：{condition}"],
  weightNote: [
    "weight {own} counts as {weight}, because items without data are left out",
    "权重 {own} 按 {weight} 计，因有考核项暂无数据未计入",
  ],
  noData: ["no data, left out; the other weights count more", "暂无数据，未计入；其余权重按比例放大"],
  noDataCounts: ["no data, counts as {points}", "暂无数据，按 {points} 分计"],
  capped: ["limited to {value}", "按 {value} 封顶或保底"],
  ofWeight: ["{percent}% of weight {weight}", "权重 {weight} 的 {percent}%"],
  met: ["met", "达标"],
  notMet: ["not met", "未达标"],
  adjustment: ["adjustment: {reason}", "调整：{reason}"],
  corrected: [
    "late data of {month}: {line} was {was}, comes out as {now}",
    "{month} 迟到数据更正：{line} 原为 {was}，现为 {now}",
  ],
  correctedMore: [
    "late data of {month}: {line} was {was}, comes out as {now}; {posted} already; {sum}",
    "{month} 迟到数据更正：{line} 原为 {was}，现为 {now}；此前已计入：{posted}；{sum}",
  ],
  undone: [
    "the correction of {posted} is {returned}, as {line} of {month} comes out as {was} again, as it was paid; {sum}",
    "冲回此前计入的更正（{posted}）：{month} 的{line} 仍为当时所发的 {was}；{sum}",
  ],
  reopenedWith: [
    "the correction of {posted} is {returned}, as {month} was reopened and approved anew with it: {line} {first} → {was}; {sum}",
    "冲回此前计入的更正（{posted}）：{month} 已解除锁定，并按更正后的数据重新审批，{line} {first} → {was}；{sum}",
  ],
  reopenedSince: [
    "the correction of {posted} is {returned}, as {month} was reopened and approved anew: {line} {first} → {was}; late data since: it comes out as {now}; {sum}",
    "冲回此前计入的更正（{posted}）：{month} 已解除锁定并重新审批，{line} {first} → {was}；此后又有迟到数据，现为 {now}；{sum}",
  ],
  postedIn: ["{amount} posted in {month}", "{month} 计入 {amount}"],
  givenBack: ["given back", "冲回"],
  takenBack: ["taken back", "冲回"],
  carried: ["; {amount} more to be taken back in a later month", "；另有 {amount} 结转下月追回"],
  limited: [
    "; {open} is open, {posted} now, the most that may be taken back: {sum}",
    "；尚有 {open} 未结清，本月 {posted}，追回上限：{sum}",
  ],
  settled: [
    "; {amount} of it settled by hand ({reason}[[, {by}]][[, {on}]])",
    "；其中 {amount} 已另行结清（{reason}[[，{by}]][[，{on}]]）",
  ],
  waived: [
    "; {amount} of it not taken back ({reason}[[, {by}]][[, {on}]])",
    "；其中 {amount} 不再追回（{reason}[[，{by}]][[，{on}]]）",
  ],
  setOff: ["{amount} set off", "抵扣 {amount}"],
  takenBefore: ["{amount} for other lines", "其他项已用 {amount}"],
  changedFrom: ["{name}: {was} → {now}", "{name}：{was} → {now}"],
  "at least": ["at least {threshold}", "至少 {threshold}"],
  above: ["above {threshold}", "高于 {threshold}"],
  "up to": ["up to {threshold}", "不超过 {threshold}"],
  below: ["below {threshold}", "低于 {threshold}"],
  // Names of formulas without a label of their own
  "name.score": ["score", "绩效得分"],
  "name.base": ["base pay", "底薪"],
  "name.grade": ["grade", "等级"],
  "name.probation": ["probation", "试用期"],
  "name.gates": ["all gates met", "门槛全部达标"],
  // What functions give, of the name that they are asked for
  target: ["target of {name}", "{name}目标"],
  "call.TARGET": ["target of {name}", "{name}目标"],
  "call.ATTAINMENT": ["attainment of {name}", "{name}达成率"],
  "call.PREVIOUS": ["{name} of the month before", "上月{name}"],
  "call.TEAM.AVERAGE": ["team average of {name}", "团队人均{name}"],
  "call.TEAM.SUM": ["team total of {name}", "团队{name}合计"],
  "call.TEAM.BEST": ["best {name} of the team", "团队最好{name}"],
  "call.TEAM.VALUE": ["{name} of the team", "团队{name}"],
  "call.TEAM.RANK": ["rank in the team by {name}", "{name}团队名次"],
  "call.TEAM.COUNT": ["people of the team with {name}", "团队有{name}的人数"],
  "call.SHOP.AVERAGE": ["shop average of {name}", "全店人均{name}"],
  "call.SHOP.SUM": ["shop total of {name}", "全店{name}合计"],
  "call.SHOP.BEST": ["best {name} of the shop", "全店最好{name}"],
  "call.SHOP.VALUE": ["{name} of the shop", "全店{name}"],
  "call.SHOP.RANK": ["rank in the shop by {name}", "{name}全店名次"],
  "call.SHOP.COUNT": ["people of the shop with {name}", "全店有{name}的人数"],
  // Values with their units and names
  "unit.s": ["{n} s", "{n} 秒"],
  "unit.day": ["{n} day", "{n} 天"],
  "unit.days": ["{n} days", "{n} 天"],
  "unit.points": ["{n} points", "{n} 分"],
  attained: ["attainment {value}", "达成率 {value}"],
  actual: ["actual {value}", "实际值 {value}"],
  targeted: ["target {value}", "目标值 {value}"],
  weighed: ["{value} × weight {weight}", "{value} × 权重 {weight}"],
  // Signs between parts of a sentence
  and: [" and ", " 且 "],
  or: [" or ", " 或 "],
  not: ["not ({condition})", "非（{condition}）"],
  comma: [", ", "，"],
  semicolon: ["; ", "；"],
  colon: ["{what}: {value}", "{what}：{value}"],
  yes: ["yes", "是"],
  no: ["no", "否"],
} as const satisfies Record<string, readonly [string, string]>;

/** The name of a template of the explanations. */
export type ExplainWord = keyof typeof WORDS;

/** Every word of explanations in both languages, with its placeholders. */
export const EXPLAIN_PHRASES: readonly string[] = Object.values(WORDS).flat();

const BY_KEY: ReadonlyMap<string, readonly [en: string, zh: string]> = new Map(Object.entries(WORDS));

/** A template under a key that is only known at run time; undefined where there is none. */
export function findExplainWord(key: string, lang: Lang): string | undefined {
  return BY_KEY.get(key)?.[lang === "en" ? 0 : 1];
}

/** A template of the explanations in one language. */
export function explainWord(key: ExplainWord, lang: Lang): string {
  return WORDS[key][lang === "en" ? 0 : 1];
}
