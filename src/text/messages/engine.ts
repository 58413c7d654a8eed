import type { Messages } from "../message";

/** Messages of a month: names, targets, scores and pay. */
export const ENGINE_MESSAGES: Messages = {
  "unknown-name": {
    en: 'The name "{name}" is unknown.[[ Near: {near}.]] Add it to Metrics, or correct it.',
    zh: "未知名称“{name}”。[[相近的有：{near}。]]请在“指标”表中添加，或改正名称。",
  },
  "name-only-in-pay": { en: '"{name}" is known in Pay only.', zh: "“{name}”只能在“薪酬”表中使用。" },
  "component-below": {
    en: '"{component}" is a component of this row or below it. A row may name only those above.',
    zh: "“{component}”在本行或本行之下。公式只能引用上方的薪酬项。",
  },
  "component-cycle": {
    en: '"{component}" leads back to itself. Change one of the formulas.',
    zh: "“{component}”循环引用了自身。请修改其中一个公式。",
  },
  "argument-is-no-metric": {
    en: "{function} needs the name of a metric, and {argument} is none.",
    zh: "{function} 需要指标名称，而 {argument} 不是指标。",
  },
  "argument-is-no-table": {
    en: '{function} needs the name of a table in quotes, for example "commission"; found {argument}.',
    zh: '{function} 需要加引号的档位表名称，例如 "提成点"；现为 {argument}。',
  },
  "unknown-table": {
    en: 'Plan {plan} has no table "{table}" on Bands. Add it there, or correct the name.',
    zh: "方案 {plan} 在“档位”表中没有“{table}”。请添加，或改正名称。",
  },
  "team-average-of-quotient": {
    en: "{function} of {metric} would be a mean of means. Use {instead}({metric}).",
    zh: "{metric} 是比率，不能用 {function} 求平均。请改用 {instead}({metric})。",
  },
  "team-average-of-division": {
    en: "{function} of {argument} would be a mean of means. Make it a metric on Metrics and use {instead}.",
    zh: "{argument} 是比率，不能用 {function} 求平均。请在“指标”表中设为指标，再用 {instead}。",
  },
  "profile-without-items": {
    en: 'Plan {plan} has no rows on Scoring for the profile "{profile}", and none with a blank Profile. Add them.',
    zh: "方案 {plan} 在“评分”表中没有时期“{profile}”的行，也没有时期为空的行。请添加。",
  },
  "team-value-cycle": { en: "{figure} leads back to itself.", zh: "{figure} 循环引用了自身。" },
  "not-in-team-value": {
    en: '"{name}" belongs to one person and cannot be summed over a team.',
    zh: "“{name}”属于个人，不能按团队汇总。",
  },
  "team-value-leaves-cell-out": {
    en: '{figure} leaves this cell out: "{found}" cannot be read.',
    zh: "{figure} 未计入此单元格：“{found}”无法读取。",
  },
  "team-value-leaves-person-out": {
    en: "{figure} leaves {left} out, because of an error of theirs.",
    zh: "{figure} 未计入 {left}：其数据有错误。",
  },
  "previous-of-what": {
    en: "PREVIOUS takes a name, or TEAM.BEST or TEAM.SUM of a name; found {argument}.",
    zh: "PREVIOUS 的参数应为名称，或 TEAM.BEST、TEAM.SUM（名称）；现为 {argument}。",
  },
  "shop-measure-only": {
    en: "{measure} has no person column and belongs to the shop. Use SHOP.VALUE({measure}).",
    zh: "{measure} 没有员工列，属于全店。请使用 SHOP.VALUE({measure})。",
  },
  "month-total-for-part": {
    en: "{measure} comes as a total of the month and cannot be split at a change of plan or team. Paste daily rows.",
    zh: "{measure} 只有整月合计，无法在方案或团队变动处拆分。请粘贴每日数据。",
  },
  "empty-denominator": {
    en: "{person}: {metric} has an empty denominator and counts as no data.",
    zh: "{person}：{metric} 的分母为空，按暂无数据处理。",
  },
  "rate-over-uneven-days": {
    en: "{metric} of {person} divides sums over different days: {given} has {givenDays} days with data, {lacking} has {lackingDays} (none on {days}). The figure is computed all the same. Paste the final export again later, or leave those days out of the data.",
    zh: "{person} 的 {metric} 分子与分母的天数不同：{given} 有 {givenDays} 天数据，{lacking} 有 {lackingDays} 天（{days} 没有）。仍按现有数据计算。请待数据最终确定后重新粘贴导出表，或从数据中去掉这些日期。",
  },
  "day-count-from-calendar": {
    en: "{name} has no source and counts calendar days, while {other} comes from pasted data: do not divide one by the other. Add {name} to Sources, or use {other}.",
    zh: "{name} 没有数据源，按自然日计算，而 {other} 来自粘贴的数据：两者不可相除。请在“数据源”表中添加 {name}，或改用 {other}。",
  },
  "no-data-in-pay": {
    en: "There is no data for {names}. Paste it, or change the formula; it never counts as 0.",
    zh: "{names} 暂无数据。请粘贴数据或修改公式；不会按 0 计算。",
  },
  "amount-unlimited": {
    en: "{formula} gives an amount beyond any pay: a slip in a figure, or an attainment without limit (the actual is 0). Mend it, or use a table or MIN.",
    zh: "{formula} 的金额过大：数据有误，或达成率无上限（实际值为 0）。请改正，或使用档位表、MIN。",
  },
  "no-base-pay": {
    en: "{person} has neither base pay nor a grade. Fill one of them.",
    zh: "{person} 既没有底薪也没有等级。请填写其一。",
  },
  "unknown-grade": {
    en: '{person}: grade "{grade}" is not on Grades, and base pay is blank. Add the grade, or fill base pay.',
    zh: "{person}：“等级”表中没有“{grade}”，且底薪为空。请添加等级或填写底薪。",
  },
  "unknown-plan": {
    en: 'There is no plan "{plan}" in force on Pay. Add its rows, or correct the name.',
    zh: "“薪酬”表中没有生效的方案“{plan}”。请添加，或改正名称。",
  },
  "plan-without-pay": {
    en: 'Plan "{plan}" has no rows in force on Pay. Add one, for example base = base.',
    zh: "方案“{plan}”在“薪酬”表中没有生效的行。请添加，例如 base = base。",
  },
  "plan-without-scoring": {
    en: 'Plan "{plan}" has no rows on Scoring, so there is no score. Add items, or remove score from the formula.',
    zh: "方案“{plan}”在“评分”表中没有行，因此没有得分。请添加考核项，或从公式中去掉 score。",
  },
  "no-target": {
    en: "There is no target for {metric} in {month}. Add one on Targets, for the person[[, the team {team}]] or *.",
    zh: "{month} 没有 {metric} 的目标。请在“目标”表中为员工[[、团队 {team} ]]或 * 添加。",
  },
  "target-zero": {
    en: "A target of 0 gives no attainment. Type another, or remove the row.",
    zh: "目标为 0 无法计算达成率。请改正，或删除该行。",
  },
  "target-twice": {
    en: "{metric} has two targets for {appliesTo}; the other is in row {other}. Keep one.",
    zh: "{appliesTo} 的 {metric} 有两个目标，另一个在第 {other} 行。请保留一个。",
  },
  "target-cycle": {
    en: "The target of {metric} leads back to itself.",
    zh: "{metric} 的目标循环引用了自身。",
  },
  "target-without-data": {
    en: "{formula} has no data for {names}. Type a number until there is a closed month.",
    zh: "{formula} 缺少 {names} 的数据。在有已锁定月份之前，请直接填写数字。",
  },
  "manual-score-twice": {
    en: "{person} has two scores for {metric}; the other is in row {other}. Keep one.",
    zh: "{person} 的 {metric} 有两个分数，另一个在第 {other} 行。请保留一个。",
  },
  "no-item-has-data": {
    en: "{person}: no item of plan {plan} has data in {month}, so there is no score. [[Paste a table with rows of {person} and these columns: {columns}. ]][[Type on Manual scores: {rated}. ]]If the table is pasted already, see in Data whether its columns were found, and add its name for {person} to Accounts on Staff.",
    zh: "{person}：方案 {plan} 的考核项在 {month} 均暂无数据，没有得分。[[请粘贴含 {person} 的数据，所需的列：{columnsZh}。]][[请在“主管评分”表填写：{rated}。]]如已粘贴，请在“数据”中查看各列是否已识别，并在“员工”表的账号中补上 {person} 在该表里的名称。",
  },
  "item-without-data-rescale": {
    en: "{person}: {item} has no data ({names}) and is left out; the other weights are rescaled.",
    zh: "{person}：{item} 暂无数据（{names}），未计入，其余权重按比例放大。",
  },
  "item-without-data-zero": {
    en: "{person}: {item} has no data ({names}) and counts 0.",
    zh: "{person}：{item} 暂无数据（{names}），按 0 分计。",
  },
  "item-without-data-full": {
    en: "{person}: {item} has no data ({names}) and counts in full.",
    zh: "{person}：{item} 暂无数据（{names}），按满分计。",
  },
  "item-without-data-holds": {
    en: "{person}: {item} has no data ({names}). Paste it, or change the setting missing.",
    zh: "{person}：{item} 暂无数据（{names}）。请粘贴数据，或修改设置 missing。",
  },
  "gate-without-data": {
    en: "{person}: gate {item} has no data ({names}) and counts as not met.",
    zh: "{person}：门槛 {item} 暂无数据（{names}），按未达标处理。",
  },
  "warning-met": {
    en: "{person}: {item}[[ ({figures})]]. A reminder only: it changes neither score nor pay.",
    zh: "{person}：{item}[[（{figures}）]]。仅为提醒，不影响得分和工资。",
  },
  "warning-without-data": {
    en: "{person}: the reminder {item} has no data ({names}) and says nothing.",
    zh: "{person}：提醒“{item}”暂无数据（{names}），未作判断。",
  },
  "warning-not-computed": {
    en: "{person}: the reminder {item} cannot be computed[[, because of {cells}]]. Mend that first; score and pay do not need it.",
    zh: "{person}：提醒“{item}”无法计算[[，原因见 {cells}]]。请先改正；得分和工资不受影响。",
  },
  "total-below-minimum-wage": {
    en: "{person}: the total is below the minimum wage of {least} for {days} of {of} days. Check the plan or add a line on Adjustments; the limit is the setting minimum_wage.",
    zh: "{person}：应发合计低于最低工资 {least}（按 {days}/{of} 天计）。请检查方案，或在“调整”表补足；标准见设置“最低工资”。",
  },
  "deductions-above-limit": {
    en: "{person}: deductions are more than {limit} % of the positive lines. Spread them over months, or change the setting deduction_limit.",
    zh: "{person}：扣款超过应发项目的 {limit}%。请分摊到以后月份，或修改设置“扣款比例上限”。",
  },
  "probation-pay-low": {
    en: "{person}: base pay on probation is below {share} % of that of grade {grade}. Raise it in this row, or change the setting probation_pay.",
    zh: "{person}：试用期底薪低于等级 {grade} 底薪的 {share}%。请在此行提高底薪，或修改设置“试用期底薪比例”。",
  },
  "grade-promote": {
    en: "{person}: {met} of {counted} months met, grade {grade} moves up to {next}. To confirm it, add a row on Staff with From {from}.",
    zh: "{person}：{counted} 个月中 {met} 个月达标，等级由 {grade} 升为 {next}。确认后请在“员工”表添加一行，生效日期 {from}。",
  },
  "grade-hold": {
    en: "{person}: {met} of {counted} months met, grade {grade} stays.",
    zh: "{person}：{counted} 个月中 {met} 个月达标，等级 {grade} 不变。",
  },
  "grade-top": {
    en: "{person}: {met} of {counted} months met. {grade} is the highest grade and stays.",
    zh: "{person}：{counted} 个月中 {met} 个月达标。{grade} 已是最高等级，保持不变。",
  },
  "grade-demote": {
    en: "{person}: {met} of {counted} months met, grade {grade} moves down to {next}. To confirm it, add a row on Staff with From {from}.",
    zh: "{person}：{counted} 个月中 {met} 个月达标，等级由 {grade} 降为 {next}。确认后请在“员工”表添加一行，生效日期 {from}。",
  },
  "grade-pending": {
    en: "{person}: only {counted} months of the quarter count ({met} met). Grade {grade} stays until three do.",
    zh: "{person}：本季度只有 {counted} 个月可计（{met} 个月达标）。满三个月前，等级 {grade} 暂不变动。",
  },
  "grade-review": {
    en: "{person}: {met} of {counted} months met at grade {grade}. Somebody has to look at it; nothing is decided here.",
    zh: "{person}：等级 {grade}，{counted} 个月中 {met} 个月达标。请人工复核，系统不作任何决定。",
  },
  "grade-final-review": {
    en: "{person}: {met} of {counted} months met at {grade}, the lowest grade, which stays. Look at it before the next quarter ends.",
    zh: "{person}：{counted} 个月中 {met} 个月达标，{grade} 已是最低等级，保持不变。请在下季度结束前复核。",
  },
  "grade-part-month": {
    en: "{person}: {days} of {of} days of {month} employed, and attainment {attainment} is against the target of the whole month, so that the month counts as not met. Look at it before you accept the outcome on the grade review; nothing is pro-rated here.",
    zh: "{person}：{month} 在职 {days}/{of} 天，达成率 {attainment} 按整月目标计算，该月因此未达标。目标不按天折算，请在采纳等级评定结果之前先核实。",
  },
  "part-month-target": {
    en: "{person}: {days} of {of} days of {month} employed. The target of {metric} is for the whole month, so attainment is {attainment}; score or pay uses it. If these days have a target of their own, add a row for {person} on this tab.",
    zh: "{person}：{month} 在职 {days}/{of} 天。{metric} 的目标为整月目标，达成率因此为 {attainment}，并用于得分或工资。如这些天另有目标，请在本表为 {person} 添加一行。",
  },
  "total-below-zero": {
    en: "{person}: the total is below 0. Spread the deduction over months.",
    zh: "{person}：应发合计小于 0。请将扣款分摊到以后月份。",
  },
  "adjustment-for-nobody": {
    en: "{person} is not listed in {month}, so the adjustment reaches nobody. Correct the name or the month.",
    zh: "{month} 没有 {person}，该调整未计入任何人。请改正姓名或月份。",
  },
};
