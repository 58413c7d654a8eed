/** The custom functions by the names that cells use. Help texts are English, then Chinese. */
import type { SheetArgument } from "./arguments";
import { kpiExplain, kpiScore, nextGrade, weakPoint } from "./functions";
import { attainment, gate, parseNumbers, parseSeconds, quotient, teamBestValue } from "./rates";
import { bandResults, commissions, isMarginal, readTable } from "./tiers";

declare const global: Record<string, unknown>;

/**
 * Conversion rate: buyers ÷ inquiries. Blank without inquiries. 转化率＝付款人数÷询单人数；无询单时为空。
 * @param {number} buyers people who paid, one cell or a column. 付款人数
 * @param {number} inquiries people who inquired, same size. 询单人数
 * @return {number} a share, 0.35 is 35%. 比率
 * @customfunction
 * @preserve
 */
global.CONVRATE = (buyers: SheetArgument, inquiries: SheetArgument) =>
  quotient({ name: "buyers", value: buyers }, { name: "inquiries", value: inquiries });

/**
 * Average order value: sales ÷ buyers. Blank without buyers. 客单价＝销售额÷付款人数；无付款人数时为空。
 * @param {number} sales amount sold, one cell or a column. 销售额
 * @param {number} buyers people who paid, same size. 付款人数
 * @return {number} money per buyer. 每人金额
 * @customfunction
 * @preserve
 */
global.AOV = (sales: SheetArgument, buyers: SheetArgument) =>
  quotient({ name: "sales", value: sales }, { name: "buyers", value: buyers });

/**
 * Reply rate: replied ÷ received. Blank without anybody received. 回复率＝回复人数÷接待人数；无接待时为空。
 * @param {number} replied people answered, one cell or a column. 回复人数
 * @param {number} received people received, same size. 接待人数
 * @return {number} a share. 比率
 * @customfunction
 * @preserve
 */
global.REPLYRATE = (replied: SheetArgument, received: SheetArgument) =>
  quotient({ name: "replied", value: replied }, { name: "received", value: received });

/**
 * Order-loss rate: closed ÷ placed orders. Blank without orders. 订单流失率＝关闭笔数÷下单笔数；无订单时为空。
 * @param {number} closed orders closed, one cell or a column. 关闭笔数
 * @param {number} placed orders placed, same size. 下单笔数
 * @return {number} a share. 比率
 * @customfunction
 * @preserve
 */
global.LOSSRATE = (closed: SheetArgument, placed: SheetArgument) =>
  quotient({ name: "closed", value: closed }, { name: "placed", value: placed });

/**
 * Average response: seconds ÷ replies. Blank without replies. 平均响应＝响应总秒数÷回复次数；无回复时为空。
 * @param {number} seconds seconds waited in all, one cell or a column. 响应总秒数
 * @param {number} replies number of replies, same size. 回复次数
 * @return {number} seconds per reply. 每次秒数
 * @customfunction
 * @preserve
 */
global.AVGRESPONSE = (seconds: SheetArgument, replies: SheetArgument) =>
  quotient({ name: "seconds", value: seconds }, { name: "replies", value: replies });

/**
 * Refund rate: refunds ÷ sales. Blank without sales. 退款率＝退款金额÷销售额；无销售额时为空。
 * @param {number} refunds amount refunded, one cell or a column. 退款金额
 * @param {number} sales amount sold, same size. 销售额
 * @return {number} a share. 比率
 * @customfunction
 * @preserve
 */
global.REFUNDRATE = (refunds: SheetArgument, sales: SheetArgument) =>
  quotient({ name: "refunds", value: refunds }, { name: "sales", value: sales });

/**
 * Attainment of a target: actual ÷ target, or target ÷ actual where lower is better. 达成率＝实际÷目标；越低越好时为目标÷实际。
 * @param {number} actual what was reached, one cell or a column. 实际值
 * @param {number} target what was aimed at, one cell or same size. 目标值
 * @param {string} better "higher" (also when left out) or "lower". 方向：higher（默认）或 lower
 * @return {number} a ratio, 1.2 is 120%. 比率
 * @customfunction
 * @preserve
 */
global.ATTAINMENT = (actual: SheetArgument, target: SheetArgument, better: SheetArgument) =>
  attainment(actual, target, better);

/**
 * The points of the band that a value reaches. Blank below the lowest threshold. 数值达到的档位得分；低于最低档时为空。
 * @param {number} value one cell or a column. 数值
 * @param {range} bands two columns, threshold and result, or the Bands tab's columns of one table. 档位：阈值和结果两列，或“档位”表的列
 * @return {number} the band's result. 档位结果
 * @customfunction
 * @preserve
 */
global.BANDPOINTS = (value: SheetArgument, bands: SheetArgument) =>
  bandResults({ name: "value", value }, readTable({ name: "bands", value: bands }));

/**
 * The rate of the tier that a value reaches. Blank below the lowest threshold. 数值达到的提成点；低于最低档时为空。
 * @param {number} value one cell or a column. 数值
 * @param {range} tiers two columns, threshold and rate. 提成档：阈值和提成点两列
 * @return {number} the tier's rate. 提成点
 * @customfunction
 * @preserve
 */
global.TIERRATE = (value: SheetArgument, tiers: SheetArgument) =>
  bandResults({ name: "value", value }, readTable({ name: "tiers", value: tiers }));

/**
 * Commission on an amount, to the cent. 提成金额，保留到分。
 * @param {number} amount one cell or a column. 金额
 * @param {range} tiers two columns, threshold and rate. 提成档：阈值和提成点两列
 * @param {string} mode "whole" (also when left out): the whole amount at the rate it reaches; "marginal": each slice at its own. 方式：whole 整额按此档（默认），marginal 分段计算
 * @return {number} money. 金额
 * @customfunction
 * @preserve
 */
global.COMMISSION = (amount: SheetArgument, tiers: SheetArgument, mode: SheetArgument) =>
  commissions(
    { name: "amount", value: amount },
    readTable({ name: "tiers", value: tiers }),
    isMarginal(mode),
  );

/**
 * KPI score of each row, to 2 decimals. Items without data are left out and the others count more. 每行的绩效得分，保留两位小数；无数据的考核项不计，其余按比例放大。
 * @param {range} values one row a person, one column a metric. 数值：每人一行，每个指标一列
 * @param {range} headers names of the metrics; "sales target" beside "sales" gives attainment. 表头：指标名称；“销售额”旁加“销售额目标”即按达成率
 * @param {range} scoring the Scoring tab's rows of one plan, with its header. “评分”表中一个方案的行，含表头
 * @param {range} bands the Bands tab, with its header. “档位”表，含表头
 * @return {number} one score a row. 每行一个得分
 * @customfunction
 * @preserve
 */
global.KPISCORE = (
  values: SheetArgument,
  headers: SheetArgument,
  scoring: SheetArgument,
  bands: SheetArgument,
) => kpiScore(values, headers, scoring, bands);

/**
 * KPI score of each row in words: each value, the threshold it reached, its points. 用文字说明每行得分：数值、达到的阈值、得分。
 * @param {range} values one row a person, one column a metric. 数值：每人一行，每个指标一列
 * @param {range} headers names of the metrics. 表头：指标名称
 * @param {range} scoring the Scoring tab's rows of one plan, with its header. “评分”表中一个方案的行，含表头
 * @param {range} bands the Bands tab, with its header. “档位”表，含表头
 * @return {string} one text a row. 每行一段文字
 * @customfunction
 * @preserve
 */
global.KPIEXPLAIN = (
  values: SheetArgument,
  headers: SheetArgument,
  scoring: SheetArgument,
  bands: SheetArgument,
) => kpiExplain(values, headers, scoring, bands);

/**
 * Whether every value of a row reaches its minimum. For a maximum pass both as negative values. 每行各项是否都达到最低值；上限请将两者取负数。
 * @param {range} values one row a person. 数值：每人一行
 * @param {range} minimums one row of minimums; a blank is no gate. 最低值一行；空白表示不设门槛
 * @return {boolean} TRUE or FALSE a row. 每行 TRUE 或 FALSE
 * @customfunction
 * @preserve
 */
global.GATE = (values: SheetArgument, minimums: SheetArgument) => gate(values, minimums);

/**
 * The grade after a quarter. 季度后的等级。
 * @param {string} grade the grade now, one cell or a column. 当前等级
 * @param {number} months_met months with the target met, 0 to 3. 达标月数 0 至 3
 * @param {range} grades the Grades tab, with its header. “等级”表，含表头
 * @return {string} the next grade, or review. 新等级，或 review（待人事复核）
 * @customfunction
 * @preserve
 */
global.NEXTGRADE = (grade: SheetArgument, months_met: SheetArgument, grades: SheetArgument) =>
  nextGrade(grade, months_met, grades);

/**
 * Target from the best of a team plus an uplift. 以团队最高值加幅度作为目标。
 * @param {range} values the team's values. 团队各人的数值
 * @param {number} uplift for example 5%. 幅度，例如 5%
 * @param {string} mode "points" (also when left out) adds, "relative" multiplies. 方式：points 加百分点（默认），relative 按比例
 * @return {number} the target. 目标值
 * @customfunction
 * @preserve
 */
global.TEAMBEST = (values: SheetArgument, uplift: SheetArgument, mode: SheetArgument) =>
  teamBestValue(values, uplift, mode);

/**
 * The metric on which each row loses most against the team: weight × shortfall. 每行相对团队失分最多的指标：权重×差距。
 * @param {range} values one row a person, one column a metric. 数值：每人一行，每个指标一列
 * @param {range} headers names of the metrics. 表头：指标名称
 * @param {range} team the team's values, one row. 团队数值一行
 * @param {range} scoring the Scoring tab's rows of one plan, with its header. “评分”表中一个方案的行，含表头
 * @return {string} a header; blank where nothing falls short. 表头；没有差距时为空
 * @customfunction
 * @preserve
 */
global.WEAKPOINT = (
  values: SheetArgument,
  headers: SheetArgument,
  team: SheetArgument,
  scoring: SheetArgument,
) => weakPoint(values, headers, team, scoring);

/**
 * A number from pasted text such as ¥1,234.50, 98％ or 1.2万. 从粘贴的文本中读取数字。
 * @param {string} text one cell or a column. 文本
 * @return {number} the number; blank for a blank, - or 暂无数据. 数字；空白或缺失标记为空
 * @customfunction
 * @preserve
 */
global.PARSENUM = (text: SheetArgument) => parseNumbers(text);

/**
 * Seconds from pasted text such as 1分20秒 or 00:01:20. 从粘贴的文本中读取秒数。
 * @param {string} text one cell or a column. 文本
 * @return {number} seconds; blank for a blank, - or 暂无数据. 秒数；空白或缺失标记为空
 * @customfunction
 * @preserve
 */
global.PARSETIME = (text: SheetArgument) => parseSeconds(text);
