import { LOOKS } from "./looks";
import type { CellStyle } from "./tab";

/** Points of the Payroll tab's letters: the smaller where the sheet is else wider than a landscape page. */
export type PaySize = 9 | 8;

function looksOf(size: PaySize) {
  const sized = (look: CellStyle): CellStyle => ({ ...look, size });
  // A header's fill tells it from the rows: letters that are not bold leave room for its words.
  const head = ({ bold: _bold, ...look }: CellStyle): CellStyle => sized(look);
  return {
    header: head(LOOKS.header),
    headerRight: head(LOOKS.headerRight),
    headerCenter: head(LOOKS.headerCenter),
    creamHeader: head(LOOKS.creamHeader),
    creamHeaderLeft: head(LOOKS.creamHeaderLeft),
    center: sized(LOOKS.center),
    strong: sized(LOOKS.strong),
    strongWrapped: sized(LOOKS.strongWrapped),
    text: sized(LOOKS.text),
    wrapped: sized(LOOKS.wrapped),
    whole: sized(LOOKS.whole),
    points: sized(LOOKS.points),
    money: sized(LOOKS.money),
    moneyStrong: sized(LOOKS.moneyStrong),
    moneyLast: sized(LOOKS.moneyLast),
    moneyMuted: sized({ ...LOOKS.money, color: LOOKS.muted.color }),
    creamMoney: sized(LOOKS.creamMoney),
    creamText: sized(LOOKS.creamText),
    stateCenter: sized(LOOKS.stateCenter),
    warnCenter: sized(LOOKS.warnCenter),
    errorCenter: sized(LOOKS.errorCenter),
    errorText: sized(LOOKS.errorText),
    total: sized(LOOKS.total),
    totalMoney: sized(LOOKS.totalMoney),
    totalMoneyLast: sized(LOOKS.totalMoneyLast),
    totalHeld: sized(LOOKS.totalHeld),
  } as const;
}

/** Looks of Payroll and Payslips. */
export type PayLooks = ReturnType<typeof looksOf>;

/** Looks in the usual size, each made once. */
export const PAY_LOOKS: PayLooks = looksOf(9);

const SMALLER: PayLooks = looksOf(8);

/** The looks of a size; equal looks are one object. */
export function payLooks(size: PaySize): PayLooks {
  return size === 8 ? SMALLER : PAY_LOOKS;
}
