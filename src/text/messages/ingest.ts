import type { Messages } from "../message";

/** Messages about pasted tabs. */
export const INGEST_MESSAGES: Messages = {
  "rate-without-percent": {
    en: '"{text}" may be {text}% or {text} times; other cells of the column have a percent sign. Type {text}% or {fraction}.',
    zh: "“{text}”可能是 {text}%，也可能是 {text} 倍；同列其他单元格带百分号。请填写 {text}% 或 {fraction}。",
  },
  "rate-column-unclear": {
    en: 'The rates of "{header}" are above 1.5 without a percent sign ("{text}"). Add % to them, or type fractions such as {fraction}.',
    zh: "“{header}”列中的比率大于 1.5 且没有百分号（“{text}”）。请加上 %，或填写 {fraction} 这样的小数。",
  },
  "account-of-nobody": {
    en: '"{account}" is nobody\'s account on Staff (rows left out: {count}). [[Names like it on Staff: {people}. ]]Add it under Accounts on Staff if it is one of your people.',
    zh: "“{account}”不是“员工”表中任何人的账号，已略过 {count} 行。[[“员工”表中相近的姓名：{people}。]]如属于您的员工，请填入“员工”表的“账号”列。",
  },
  "accounts-of-nobody": {
    en: "{accounts} accounts are nobody's on Staff (rows left out: {count}): {names} … Add those of your people under Accounts on Staff.",
    zh: "{accounts} 个账号不属于“员工”表中的任何人，已略过 {count} 行：{names} …… 如有您的员工，请填入“员工”表的“账号”列。",
  },
  "account-shared": {
    en: 'The account "{account}" belongs to {people} on the same days: they are held (rows left out: {count}). Give it to one of them on Staff, or set Hired and Left.',
    zh: "账号“{account}”在同一天属于 {people}，已略过 {count} 行并暂停其发放。请在“员工”表中只归一人，或填写入职、离职日期。",
  },
  "outside-employment": {
    en: "Rows of {person} dated outside employment are left out: {count}. Correct Hired or Left on Staff if they should count.",
    zh: "{person} 有 {count} 行数据不在任职期间，已略过。如应计入，请更正“员工”表的入职或离职日期。",
  },
  "rows-of-other-months": {
    en: "Rows of other months than {month}: {count}.[[ Read for locked months, which they may correct: {read}.]][[ Left out: {rest}.]]",
    zh: "{count} 行属于 {month} 以外的月份。[[已读入已锁定的月份，用于更正：{read}。]][[已略过：{rest} 行。]]",
  },
  "rows-without-date": {
    en: "Rows without a date belong to no month: {count}. Fill in the dates if they should count.",
    zh: "{count} 行没有日期，不属于任何月份。如应计入，请补填日期。",
  },
  "rows-without-person": {
    en: "Rows that name nobody are left out: {count}. Fill in the person if they should count.",
    zh: "{count} 行没有员工，已略过。如应计入，请补填员工。",
  },
  "rows-repeated": {
    en: "Rows that stand in this tab more than once are counted once: {count} (rows {rows} repeat earlier ones). Delete the repeats.[[ If each counts (two equal refunds, say), add a row on Sources for {sums} with How sum instead.]]",
    zh: "{count} 行与本表前面的行重复（第 {rows} 行），每行只计一次。请删除重复行。[[如每行都应计入（例如两笔相同的退款），请改在“数据源”表中为 {sums} 添加一行，汇总方式填“求和”。]]",
  },
  "rows-pasted-twice": {
    en: 'Rows equal to rows of "{other}" are counted once: {count} (rows {rows} here). Delete one of the two.',
    zh: "{count} 行（本表第 {rows} 行）与“{other}”中的行完全相同，只计一次。请删除其中一份。",
  },
  "rows-contradict": {
    en: '{person} {day}, "{header}": "{text}" here and "{otherText}" in {other}. Keep one of the two rows.[[ If both count (a list of single refunds, say, or two shops), add a row on Sources for {sums} with How sum instead, one for each measure: the sidebar offers the rows under Data.]][[ If both count (a list of single refunds, say), put their sum into the row that was there first and delete the other: Sources of {locked} is locked.]]',
    zh: "{person} {day}，“{header}”：此处为“{text}”，{other} 为“{otherText}”。请只保留一行。[[如两行都应计入（例如逐笔退款，或两家店铺），请勿删除，改在“数据源”表中为 {sums} 按计量各添加一行，汇总方式填“求和”：侧边栏“数据”中已备好，可一键添加。]][[如两行都应计入（例如逐笔退款），请将两行之和填入原有的一行，再删除后加的一行：{locked} 的“数据源”已锁定。]]",
  },
  "figures-contradict": {
    en: "{measure} of {person} {day} differs from {other}. Delete one of the two, or say on Sources which tab counts.",
    zh: "{person} {day} 的 {measure} 与 {other} 不一致。请删除其中一份，或在“数据源”表中指定以哪个表为准。",
  },
  "figures-twice": {
    en: '{measure} stands in "{other}" as well with the same figures ({count}); it is counted once.',
    zh: "{measure} 在“{other}”中也有相同数据（{count} 处），只计一次。",
  },
  "figures-twice-other-days": {
    en: '{measure} of {days} is the same here as in "{other}" for {otherDays} (figures: {count}): it is counted once. One of the two may be old: delete the one that should not count.',
    zh: "{measure}：此表 {days} 的数据与“{other}”{otherDays} 的数据相同（{count} 处），只计一次。其中一份可能不是最新，请删除不应计入的一份。",
  },
  "periods-overlap": {
    en: "{measure} of {person}: {day} here and {otherDay} in {other} have days in common, and a total cannot be split. Delete one of the two, or paste exports by day.",
    zh: "{person} 的 {measure}：此处为 {day}，{other} 为 {otherDay}，日期部分重叠，合计数无法拆分。请删除其中一份，或粘贴按天的导出表。",
  },
  "figures-not-ready": {
    en: "Figures not ready yet (延迟统计) count as missing: {count}. Paste the export again when they are.",
    zh: "{count} 个数据尚未出数（延迟统计），按缺失处理。出数后请重新粘贴。",
  },
  "recomputed-from-rate": {
    en: 'This export has only the rate or average "{header}"; {measures} are recomputed from it[[, weighted by "{weight}"]][[, weighted by "{receptions}", replied or not]].',
    zh: "此导出表只有比率或平均值“{header}”；{measures} 由其还原[[，以“{weight}”为权重]][[，以“{receptions}”为权重（含未回复的买家）]]。",
  },
  "data-ends-early": {
    en: "{tabs}: the data are of {days} only, while {other} has {otherDays}. Days without data: {count}. Paste the rest, unless there was nothing on those days.",
    zh: "{tabs} 的数据只有 {days}，而 {other} 有 {otherDays}，缺少 {count} 天的数据。请补贴其余数据；如当天确实没有数据，可忽略。",
  },
  "data-days-missing": {
    en: "No rows for {days}, though the days before and after have rows. Paste what is missing, unless the shop was closed.",
    zh: "{daysZh} 没有数据，而前后各天都有。请补贴缺少的数据；如当天店铺休息，可忽略。",
  },
  "data-reach": {
    en: "The pasted data reach to: {reach}. “Data as of” is the earliest of those that give figures of work, not of attendance.",
    zh: "各数据源截至：{reach}。“数据截至”取业绩数据源（不含考勤）中最早的一天。",
  },
  "data-of-part-month": {
    en: "All data are of {days}; {month} ends on {end}. Days without data: {count}. Paste the rest before you approve the month.",
    zh: "全部数据均为 {days}：{month}（至 {end}）有 {count} 天没有数据。请在审批之前补贴其余数据。",
  },
  "tab-without-date": {
    en: 'The tab "{tab}" does not say which month it is of: it has no date column and no date in its name. Rename it, for example to "{tab} {month}".',
    zh: "工作表“{tab}”没有日期列，名称中也没有日期，无法确定月份。请重命名，例如“{tab} {month}”。",
  },
  "tab-of-other-month": {
    en: "This tab is of {days}, not of {month}.[[ Read for locked months, which it may correct: {read}.]][[ Left out: {rest} rows.]]",
    zh: "此表为 {days}，不属于 {month}。[[已读入已锁定的月份，用于更正：{read}。]][[已略过 {rest} 行。]]",
  },
  "date-order-unsettled": {
    en: 'The dates of "{header}" do not say whether the day or the month comes first. Type them like 2026-10-03.',
    zh: "“{header}”列的日期无法判断日和月的先后。请按 2026-10-03 的格式填写。",
  },
  "date-order-contradictory": {
    en: 'Some dates of "{header}" have the month first and some the day. Type them like 2026-10-03.',
    zh: "“{header}”列的日期有的月在前，有的日在前。请按 2026-10-03 的格式填写。",
  },
  "header-twice": {
    en: 'The header "{header}" stands over columns {first} and {second}. Rename the one that should not count.',
    zh: "表头“{header}”同时出现在 {first} 列和 {second} 列。请重命名不计入的一列。",
  },
  "column-in-hours": {
    en: '"{header}" is in hours, and {measure} counts days. Export it in days, or read the table by rows on Sources.',
    zh: "“{header}”以小时计，而 {measure} 按天计。请按天导出，或在“数据源”表中指定取数方式。",
  },
  "judgement-rules-mixed": {
    en: 'This export is under the rule {rule}, but "{other}" is under {otherRule}. Figures of two rules do not add up: paste exports of one rule.',
    zh: "此导出表为“{rule}”，而“{other}”为“{otherRule}”。不同判定规则的数据不能混用，请使用同一规则的导出表。",
  },
  "long-number": {
    en: '"{header}" holds numbers of more than 15 digits, whose last digits a spreadsheet loses. Paste the column as text.',
    zh: "“{header}”列的数字超过 15 位，末尾数字会丢失。请以文本格式粘贴该列。",
  },
  "sources-tab-missing": {
    en: 'There is no tab "{tab}". Seen: {seen}. Correct the name.',
    zh: "没有名为“{tab}”的工作表。现有：{seen}。请更正名称。",
  },
  "sources-column-missing": {
    en: 'The tab "{tab}" has no column "{header}". Seen: {seen}. Correct the name.',
    zh: "工作表“{tab}”没有“{header}”列。现有：{seen}。请更正名称。",
  },
  "sources-column-twice": {
    en: 'The header "{header}" stands twice on the tab "{tab}", in {first} and {second}. Rename one of them.',
    zh: "工作表“{tab}”的表头“{header}”出现两次：{first} 和 {second}。请重命名其中一列。",
  },
  "sources-column-blank": {
    en: "{measure} needs a column to be measured. Name it under Column.",
    zh: "{measure} 需要取数列。请在“列”中填写表头。",
  },
  "sources-weight-missing": {
    en: "{measure} is a weighted average without weights. Name their column under Weight column.",
    zh: "{measure} 为加权平均，但没有权重。请在“权重列”中填写表头。",
  },
  "sources-measure-twice": {
    en: "{measure} has several rows, and with How {how} they cannot be added up. Keep one row, or use sum or count.",
    zh: "{measure} 有多行，而汇总方式 {how} 不能相加。请只保留一行，或改用求和、计数。",
  },
  "where-unknown-header": {
    en: 'The condition {formula} names "{name}", which is no header of the tab. Seen: {seen}. Correct the name; write headers with blanks as [Deal stage].',
    zh: "条件 {formula} 中的“{name}”不是该表的表头。现有：{seen}。请更正名称；带空格的表头请写成 [Deal stage]。",
  },
  "where-header-twice": {
    en: 'The condition {formula} names "{name}", and two columns have that header. Rename one of them.',
    zh: "条件 {formula} 中的“{name}”对应两列。请重命名其中一列。",
  },
  "where-not-a-condition": {
    en: 'The condition {formula} gives "{text}" instead of TRUE or FALSE. Compare it with something.',
    zh: "条件 {formula} 的结果为“{text}”，不是 TRUE 或 FALSE。请写成比较式。",
  },
  "tab-is-export": {
    en: "Read as figures of agents by {agent} (measures: {count}).",
    zh: "按“{agent}”识别为客服数据：{count} 项计量。",
  },
  "tab-is-attendance": {
    en: "Read as attendance, one column a day, by {agent}. Days on which anybody came: {days}. Where no day off is marked, those are the working days.",
    zh: "按“{agent}”识别为考勤表（每天一列）。有人出勤的日期共 {days} 天；表中未标休息日时，即以这些日期为工作日。",
  },
  "tab-is-punches": {
    en: "Read as punches, row by row, by {agent}. Days on which anybody came: {days}.",
    zh: "按“{agent}”识别为打卡明细（逐行）。有人出勤的日期共 {days} 天。",
  },
  "tab-in-sources": { en: "Read as Sources says.", zh: "按“数据源”表读取。" },
  "tab-unknown": {
    en: "Not read: no row among the first ten has a column of people and a column of known figures. Add rows to Sources to use it.",
    zh: "未读取：前十行中没有同时含员工列和已知计量列的表头。如需使用，请在“数据源”表中添加。",
  },
  "tab-sources-error": {
    en: "Not read: its row on Sources has an error. Mend that row.",
    zh: "未读取：“数据源”表中的对应行有错误，请更正该行。",
  },
  "tab-like-staff": {
    en: "Not read: it looks like a list of people ({headers}). Its place is Staff: copy the people with their teams and managers there.",
    zh: "未读取：看起来是人员名单（{headers}），应放在“员工”表：请把人员及其团队、主管复制过去。",
  },
  "tab-of-shop": {
    en: "Figures of the whole shop ({headers}), not of agents: they count for nobody. Peer rows are kept to compare with. To use a column, add a row to Sources without a person column.",
    zh: "全店数据（{headers}），不是客服数据，不计入任何人；同行行保留作对比。如需使用某列，请在“数据源”表中添加不含员工列的一行。",
  },
  "tab-of-events": {
    en: 'Not read: "{header}" shows a list of single events, not figures of agents. Add rows to Sources to use it.',
    zh: "未读取：含“{header}”列，是逐笔明细而非客服汇总。如需使用，请在“数据源”表中添加。",
  },
  "left-out-empty": { en: "Blank rows", zh: "空行" },
  "left-out-repeated-header": { en: "Repeated headers", zh: "重复表头" },
  "left-out-summary": { en: "Summary rows", zh: "汇总行" },
  "left-out-other-month": { en: "Rows of other months", zh: "其他月份" },
  "left-out-tab-of-other-month": { en: "Rows of a tab of another month", zh: "整表属于其他月份" },
  "left-out-undated": { en: "Rows of a tab without dates", zh: "整表没有日期" },
  "left-out-read-for": { en: "Read for {month}", zh: "读入 {month}" },
  "left-out-no-date": { en: "Rows without a date", zh: "没有日期" },
  "left-out-no-person": { en: "Rows without a person", zh: "没有员工" },
  "left-out-nobody": { en: "Rows of people not on Staff", zh: "不在员工表中" },
  "left-out-shared-account": { en: "Rows of a shared account", zh: "账号属于多人" },
  "left-out-not-employed": { en: "Rows outside employment", zh: "不在任职期间" },
  "left-out-of-shop": { en: "Rows of the whole shop", zh: "全店数据行" },
  "left-out-pasted-twice": { en: "Rows pasted twice", zh: "重复粘贴" },
  "left-out-contradicting": { en: "Rows that contradict another row", zh: "与另一行矛盾" },
};
