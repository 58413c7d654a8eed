/** A measure that tables of attendance by day give, as the documentation prints it. */
export interface AttendanceDefinition {
  readonly measure: string;
  readonly en: string;
  readonly zh: string;
  /** Where the definition comes from. */
  readonly source: string;
}

/**
 * What each measure of attendance means where it is counted from days. A monthly summary's own
 * figures win over them; minutes late are no times late.
 */
export const ATTENDANCE_DEFINITIONS: readonly AttendanceDefinition[] = [
  {
    measure: "scheduled_days",
    en: "Days to be worked: those on which the person came, was on leave or absent, or a punch is missing. A blank counts where somebody came that day and no cell marks days off. A list of punches alone does not tell it.",
    zh: "应出勤天数：到岗、请假、旷工或缺卡的日子；未标休息日的表中，当天有人出勤的空白也算。只有打卡明细时不计。",
    source: "DOMAIN B.8 应出勤天数; READINGS 4.7",
  },
  {
    measure: "attended_days",
    en: "Days to be worked on which the person came, less leave: half a day of leave leaves half a day.",
    zh: "应出勤日中到岗的天数，扣除请假；请假半天计半天。",
    source: "DOMAIN B.8 出勤天数",
  },
  {
    measure: "late_count",
    en: "Times marked late (迟到, 严重迟到, 旷工迟到); a time of day alone says nothing of lateness.",
    zh: "标为迟到（含严重迟到、旷工迟到）的次数；只有打卡时间时不判断。",
    source: "DOMAIN B.8 迟到次数; A.8 (8)",
  },
  {
    measure: "early_count",
    en: "Times marked as left early (早退).",
    zh: "标为早退的次数。",
    source: "DOMAIN B.8 早退次数; A.8 (8)",
  },
  {
    measure: "absent_days",
    en: "Days to be worked that are marked absent without leave (旷工, 缺勤).",
    zh: "应出勤日中标为旷工（缺勤）的天数。",
    source: "DOMAIN B.8 旷工天数; A.8 (8)",
  },
  {
    measure: "leave_days",
    en: "Days of leave of any kind on days to be worked, halves among them.",
    zh: "应出勤日中各类请假的天数，含半天。",
    source: "DOMAIN B.8 事假, 病假, 年假, 调休",
  },
];
