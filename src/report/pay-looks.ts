import { LOOKS } from "./looks";
import type { CellStyle } from "./tab";

/** Points of the Payroll tab: the whole sheet fits the width of a landscape page in letters that are read. */
const SIZE = 9;

const small = (look: CellStyle): CellStyle => ({ ...look, size: SIZE });

/** A header's fill tells it from the rows: letters that are not bold leave room for its words. */
const head = ({ bold: _bold, ...look }: CellStyle): CellStyle => small(look);

/** Looks of the Payroll tab, each made once. */
export const PAY_LOOKS = {
  header: head(LOOKS.header),
  headerRight: head(LOOKS.headerRight),
  headerCenter: head(LOOKS.headerCenter),
  creamHeader: head(LOOKS.creamHeader),
  creamHeaderLeft: head(LOOKS.creamHeaderLeft),
  center: small(LOOKS.center),
  strong: small(LOOKS.strong),
  strongWrapped: small(LOOKS.strongWrapped),
  text: small(LOOKS.text),
  wrapped: small(LOOKS.wrapped),
  whole: small(LOOKS.whole),
  points: small(LOOKS.points),
  money: small(LOOKS.money),
  moneyStrong: small(LOOKS.moneyStrong),
  moneyLast: small(LOOKS.moneyLast),
  moneyMuted: small({ ...LOOKS.money, color: LOOKS.muted.color }),
  creamMoney: small(LOOKS.creamMoney),
  creamText: small(LOOKS.creamText),
  stateCenter: small(LOOKS.stateCenter),
  warnCenter: small(LOOKS.warnCenter),
  errorCenter: small(LOOKS.errorCenter),
  errorText: small(LOOKS.errorText),
  total: small(LOOKS.total),
  totalMoney: small(LOOKS.totalMoney),
  totalMoneyLast: small(LOOKS.totalMoneyLast),
  totalHeld: small(LOOKS.totalHeld),
} as const;
