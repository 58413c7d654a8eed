import { metricsRows } from "../catalogue";
import type { Pack, Words } from "../pack";
import { type DraftComponent, FIXED, payRows } from "./language";
import { MORE_FIXED, type ScoringDraft, scorecardRows } from "./scorecard";

const PLAN: Words = { en: "Six data points", zh: "六项数据" };

// Points fall below the weight where the person is behind the team. The comparison comes first, so
// that nothing is divided by a team value of 0, and no data stays no data (MIN would skip it).
function higher(item: Words, metric: string, weight: number, team: string): ScoringDraft {
  const formula = `=${weight}*IF(${metric}>=${team},1,${metric}/${team})`;
  return { item, kind: FIXED.points, metric, weight, method: FIXED.formula, formula };
}

function lower(item: Words, metric: string, weight: number, team: string): ScoringDraft {
  const formula = `=${weight}*IF(${metric}<=${team},1,${team}/${metric})`;
  return { item, kind: FIXED.points, metric, weight, method: FIXED.formula, formula };
}

function sign(item: Words, metric: string, formula: string): ScoringDraft {
  return { item, kind: MORE_FIXED.gate, metric, method: FIXED.formula, formula };
}

const ITEMS: readonly ScoringDraft[] = [
  higher({ en: "Conversion", zh: "咨询转化率" }, "conversion", 30, "TEAM.VALUE(conversion)"),
  higher({ en: "Orders landed", zh: "订单数量" }, "orders", 15, "TEAM.AVERAGE(orders)"),
  higher({ en: "Sales", zh: "销售金额" }, "sales", 20, "TEAM.AVERAGE(sales)"),
  lower({ en: "Order loss rate", zh: "订单流失率" }, "loss_rate", 15, "TEAM.VALUE(loss_rate)"),
  lower({ en: "Average response", zh: "平均响应时间" }, "avg_response", 10, "TEAM.VALUE(avg_response)"),
  lower({ en: "Buyers not answered", zh: "咨询未回复数" }, "unanswered", 10, "TEAM.AVERAGE(unanswered)"),
  sign({ en: "Enough inquiries", zh: "咨询量足够" }, "inquirers", "=inquirers>=80%*TEAM.AVERAGE(inquirers)"),
  sign(
    { en: "Sells as the team does", zh: "成交能力达到团队水平" },
    "conversion",
    "=conversion>=80%*TEAM.VALUE(conversion)",
  ),
  sign(
    { en: "Amount lost below a quarter", zh: "金额流失低于四分之一" },
    "loss_rate_amount",
    "=loss_rate_amount<25%",
  ),
];

const PAY: readonly DraftComponent[] = [["base", { en: "Base pay", zh: "底薪" }, "=base"]];

/** Six core data points against the team, with three signs of what is wrong; nothing but the base is paid. */
export const SIX_POINTS: Pack = {
  name: "six-points",
  label: { en: "Six data points, diagnosis only", zh: "六项核心数据，仅供诊断" },
  help: {
    en: "Six data points of each agent against the team: full points where the agent is at the team's level or better, else in proportion. Counts and amounts are compared with a whole head, so that part months look low. Three signs stand below, none of which changes pay: too few inquiries (below 80 % of the team), weak selling (conversion below 80 % of the team's), a quarter or more of the amount lost. Pay is the base. A weight stands twice, in Weight and at the start of its Formula: change both. For buyers received instead of inquirers write conversion_received for conversion. Without amounts of closed orders the third sign stays open, with a warning.",
    zh: "逐人对比团队的六项数据：达到或好于团队水平得满分，否则按比例得分。数量和金额与团队每人平均相比，不足月的员工会偏低。下方另有三个提示，均不影响工资：咨询量过少（低于团队的 80%）、成交能力弱（转化率低于团队的 80%）、金额流失达到四分之一。工资只有底薪。权重写在“权重”列和公式开头两处，修改时请一并修改。如按接待人数计算转化，请把 conversion 改为 conversion_received。没有关闭订单金额时，第三个提示视为未达到并给出提醒。",
  },
  source: {
    en: "The six data points, diagnosis without pay and the quarter: a published article on service performance pay (000). The pack's own choice: the comparison with the team, the weights 30/15/20/15/10/10 and the 80 % of the signs.",
    zh: "六项数据、只诊断不计薪以及“四分之一”：公开文章（000，客服绩效）。本方案自定：与团队相比的计分、权重 30/15/20/15/10/10 和提示用的 80%。",
  },
  tabs: (lang) => ({
    metrics: metricsRows(),
    scoring: scorecardRows(lang, PLAN, ITEMS),
    pay: payRows(lang, PLAN, PAY),
  }),
};
