import type { CellStyle } from "./tab";

/** Colours of the output tabs. All texts keep a contrast of at least 4.5 on their background. */
export const COLORS = {
  ink: "#202124",
  muted: "#5f6368",
  action: "#0b57d0",
  error: "#b3261e",
  good: "#137333",
  warn: "#8a4b00",
  header: "#e8eef9",
  band: "#f6f8fc",
  total: "#eceff3",
  cream: "#fff8e1",
  creamHeader: "#ffecb3",
  errorFill: "#fce8e6",
  warnFill: "#fef0dc",
} as const;

/**
 * Colours of charts: figures in blue, a second part of them in a grey whose contrast on white is 3.7, what
 * only stands behind them pale. None is a verdict.
 */
export const CHART_COLORS = { figure: "#0b57d0", second: "#80868b", pale: "#bdc1c6" } as const;

/** Number formats. They hold no text and no currency sign; the unit stands in the title. */
export const FORMATS = {
  money: "#,##0.00",
  /** With a gap of a bracket's width behind, where a column of words follows. */
  moneyGap: "#,##0.00_)",
  pointsGap: "0.00_)",
  percent: "0.00%",
  points: "0.00",
  whole: "#,##0",
  wholeGap: "#,##0_)",
  date: "yyyy-mm-dd",
} as const;

const HEADER = { bold: true, color: COLORS.ink, background: COLORS.header, wrap: true } as const;

/** Shared looks of the output tabs. */
export const LOOKS = {
  title: { bold: true, size: 14, color: COLORS.ink },
  subtitle: { color: COLORS.muted },
  section: { bold: true, size: 12, color: COLORS.action },
  sectionWrapped: { bold: true, size: 12, color: COLORS.action, wrap: true },
  header: { ...HEADER, align: "left" },
  headerRight: { ...HEADER, align: "right" },
  headerCenter: { ...HEADER, align: "center" },
  creamHeader: { ...HEADER, background: COLORS.creamHeader, align: "right" },
  creamHeaderLeft: { ...HEADER, background: COLORS.creamHeader, align: "left" },
  creamGroup: { bold: true, color: COLORS.ink, background: COLORS.creamHeader, align: "left" },
  group: { bold: true, color: COLORS.action, background: COLORS.header, align: "left" },
  text: { color: COLORS.ink },
  wrapped: { color: COLORS.ink, wrap: true },
  center: { color: COLORS.ink, align: "center" },
  strong: { bold: true, color: COLORS.ink },
  strongWrapped: { bold: true, color: COLORS.ink, wrap: true },
  muted: { color: COLORS.muted },
  mutedRight: { color: COLORS.muted, align: "right" },
  money: { format: FORMATS.money, align: "right", color: COLORS.ink },
  moneyLast: { format: FORMATS.moneyGap, align: "right", color: COLORS.ink, bold: true },
  pointsLast: { format: FORMATS.pointsGap, align: "right", color: COLORS.ink },
  stateCenter: { color: COLORS.ink, align: "center", wrap: true },
  warnCenter: { color: COLORS.warn, align: "center", wrap: true },
  errorCenter: { color: COLORS.error, bold: true, align: "center", wrap: true },
  moneyStrong: { format: FORMATS.money, align: "right", color: COLORS.ink, bold: true },
  creamMoney: { format: FORMATS.money, align: "right", color: COLORS.ink, background: COLORS.cream },
  creamText: { color: COLORS.ink, background: COLORS.cream, wrap: true },
  points: { format: FORMATS.points, align: "right", color: COLORS.ink },
  pointsStrong: { format: FORMATS.points, align: "right", color: COLORS.ink, bold: true },
  percent: { format: FORMATS.percent, align: "right", color: COLORS.ink },
  whole: { format: FORMATS.whole, align: "right", color: COLORS.ink },
  wholeLast: { format: FORMATS.wholeGap, align: "right", color: COLORS.ink },
  total: { bold: true, color: COLORS.ink, background: COLORS.total },
  totalCenter: { bold: true, color: COLORS.ink, background: COLORS.total, align: "center" },
  totalMoney: {
    bold: true,
    color: COLORS.ink,
    background: COLORS.total,
    format: FORMATS.money,
    align: "right",
  },
  totalMoneyLast: {
    bold: true,
    color: COLORS.ink,
    background: COLORS.total,
    format: FORMATS.moneyGap,
    align: "right",
  },
  totalPointsLast: {
    bold: true,
    color: COLORS.ink,
    background: COLORS.total,
    format: FORMATS.pointsGap,
    align: "right",
  },
  totalHeld: { bold: true, color: COLORS.error, background: COLORS.total, align: "center", wrap: true },
  totalPoints: {
    bold: true,
    color: COLORS.ink,
    background: COLORS.total,
    format: FORMATS.points,
    align: "right",
  },
  error: { color: COLORS.error, bold: true },
  errorText: { color: COLORS.error },
  errorWrapped: { color: COLORS.error, wrap: true },
  good: { color: COLORS.good },
  warn: { color: COLORS.warn },
  warnWrapped: { color: COLORS.warn, wrap: true },
  weak: {
    color: COLORS.warn,
    background: COLORS.warnFill,
    format: FORMATS.pointsGap,
    align: "right",
    bold: true,
  },
  weakText: { color: COLORS.warn, background: COLORS.warnFill },
} as const satisfies Record<string, CellStyle>;

/** Colours of the tabs themselves. */
export const TAB_COLORS = {
  scorecard: "#0b57d0",
  dashboard: "#0b57d0",
  payroll: "#137333",
  payslips: "#5f6368",
  statements: "#5f6368",
  checks: "#b06000",
} as const;
