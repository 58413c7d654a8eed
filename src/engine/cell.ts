/** Readers of single cells: numbers, durations, dates and months (DOMAIN B.10). */
export {
  type DateOrder,
  type DateReading,
  type DayRange,
  dateOrder,
  readDate,
  readMonth,
  readRange,
} from "./cell-date";
export { readNumber } from "./cell-number";
export type { MissingReading, Reading, UnreadableReading, ValueReading } from "./cell-reading";
export { type ClockForm, isTimeCell, readSeconds, type SecondsForm } from "./cell-seconds";
