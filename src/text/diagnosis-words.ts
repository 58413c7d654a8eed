import { sayingOf, type WordTable } from "./template";

/** Sentences about what a person's figures say, with {placeholders}. They name no colleague. */
const WORDS = {
  title: ["What the figures say", "诊断与建议"],
  lost: ["Most points lost: {items}", "失分最多：{items}"],
  lostItem: ["{item} {lost} of {weight} ({value})", "{item} 失 {lost} 分（满分 {weight}，实际 {value}）"],
  lostUnmeasured: ["{item} {lost} of {weight}", "{item} 失 {lost} 分（满分 {weight}）"],
  behind: ["Furthest behind the team: {items}", "与团队差距最大：{items}"],
  "behind.higher": [
    "{item} {value}, team {team} ({distance} below it)",
    "{item} {value}，团队 {team}（相对低 {distance}）",
  ],
  "behind.lower": [
    "{item} {value}, team {team} ({distance} above it)",
    "{item} {value}，团队 {team}（相对高 {distance}）",
  ],
  "selling.few": [
    "Too few inquiries: {people} against {teamPeople}; conversion is not below the team's: {conversion}",
    "询单偏少：{people}，{teamPeople}；转化率不低于团队：{conversion}",
  ],
  "selling.weak": [
    "Weak selling: {conversion}; inquiries are not fewer than the team's: {people} against {teamPeople}",
    "销售转化偏弱：{conversion}；询单不少于团队：{people}，{teamPeople}",
  ],
  "selling.both": [
    "Too few inquiries and weak selling: {people} against {teamPeople}; {conversion}",
    "询单偏少，销售转化也偏弱：{people}，{teamPeople}；{conversion}",
  ],
  "selling.neither": [
    "Neither too few inquiries nor weak selling: {people} against {teamPeople}; {conversion}",
    "询单与转化均不低于团队：{people}，{teamPeople}；{conversion}",
  ],
  "people.inquirers": ["{n} inquirers", "询单 {n} 人"],
  "people.received": ["{n} buyers received", "接待 {n} 人"],
  teamPeople: ["the team's {n} a head", "团队人均 {n} 人"],
  teamPeoplePart: [
    "the team's {n} a head for the same share of the month",
    "团队人均（按相同天数折算）{n} 人",
  ],
  "conversion.inquirers": ["{own} of inquirers paid, in the team {team}", "询单转化率 {own}，团队 {team}"],
  "conversion.received": [
    "{own} of those received bought, in the team {team}",
    "接待转化率 {own}，团队 {team}",
  ],
  losses: [
    "Orders lost above the team's: {losses}. See the follow-up of unpaid orders and the handling of after-sale problems: is it ability or attitude?",
    "订单流失高于团队：{losses}。请查看未付款订单的跟进和售后问题的处理，是能力问题还是态度问题。",
  ],
  "loss.count": ["by count {rate}{counts}, team {team}", "按笔数 {rate}{counts}，团队 {team}"],
  "loss.amount": ["by amount {rate}{counts}, team {team}", "按金额 {rate}{counts}，团队 {team}"],
  lossCounts: [" ({closed} of {whole})", "（{whole} 中关闭 {closed}）"],
  promotion: [
    "Promotion days ({promotionDays}): {perPromotionDay} a day, conversion {promotionConversion}; other days ({otherDays}): {perOtherDay} a day, conversion {otherConversion}. More came and a smaller share bought: practise selling and recommending.",
    "大促 {promotionDays} 天：日均{perPromotionDay}，转化率 {promotionConversion}；其余 {otherDays} 天：日均{perOtherDay}，转化率 {otherConversion}。来客增加而转化下降，请练习销售与推荐技巧。",
  ],
  scores: ["Score by month: {line} {scores} · {change}", "各月得分：{line} {scores} · {change}"],
  monthScore: ["{month} {score}", "{month} {score}"],
  "change.better": ["▲ better by {size}", "▲ 变好 {size}"],
  "change.worse": ["▼ worse by {size}", "▼ 变差 {size}"],
  "change.same": ["unchanged", "持平"],
  "since.better": ["▲ better by {size} since {month}", "▲ 比 {month} 变好 {size}"],
  "since.worse": ["▼ worse by {size} since {month}", "▼ 比 {month} 变差 {size}"],
  "since.same": ["unchanged since {month}", "与 {month} 持平"],
  "moves.better": ["▲ better since {month}: {items}", "▲ 比 {month} 变好：{items}"],
  "moves.worse": ["▼ worse since {month}: {items}", "▼ 比 {month} 变差：{items}"],
  move: ["{item} {before} → {now}", "{item} {before} → {now}"],
  training: ["To practise ({item}): {advice}", "训练建议（{item}）：{advice}"],
  seconds: ["{n} s", "{n} 秒"],
  days: ["{n} days", "{n} 天"],
  noData: ["no data", "暂无数据"],
  teamAverage: ["Team average", "团队平均"],
  teamHeads: ["{n} people", "{n} 人"],
  teamFigures: ["Team: {items}", "团队数据：{items}"],
  aHead: ["{item} {value} a head", "{item} 人均 {value}"],
  together: ["{item} {value}", "{item} {value}"],
  comma: ["; ", "；"],
  middle: [" · ", " · "],
} as const satisfies WordTable;

/** The name of a sentence of the diagnosis. */
export type DiagnosisWord = keyof typeof WORDS;

/** A sentence of the diagnosis in a language, with its placeholders filled. */
export const diagnosisWord = sayingOf(WORDS);

/** Every sentence in both languages, for checks of the words. */
export function diagnosisSentences(): readonly { readonly key: string; readonly words: readonly string[] }[] {
  return Object.entries(WORDS).map(([key, words]) => ({ key, words }));
}
