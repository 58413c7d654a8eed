import type { MonthContext } from "./context";
import { Exact } from "./exact";
import { evaluate, trace } from "./formula/evaluate";
import { asCondition, asNumber } from "./formula/operate";
import { Failure, failure, Nothing, type Value } from "./formula/value";
import { failureFrom, placed } from "./ledger";
import { nameKey } from "./name";
import { meaningOf } from "./names";
import type { FormulaCell, PayRow } from "./plan";
import type { PayLine } from "./result";
import { SubjectScope, UNLIMITED } from "./scope";
import type { Earnings, Subject } from "./subject";

/** Larger than any month's pay; a product of an unlimited attainment is refused, not paid. */
const LARGEST_AMOUNT = UNLIMITED.over(Exact.integer(1000));

/** Stands for a line whose formula is being computed: whoever asks for it meanwhile asks in a circle. */
const UNDER_WAY = Symbol("under way");

/** The lines of one plan for one subject, computed when asked for, each once. */
export class PaySheet {
  private readonly amounts: (PayLine | Failure | typeof UNDER_WAY | undefined)[] = [];
  private readonly indexes = new Map<string, number>();

  /** @param known score and gates of the subject; components come from this sheet. */
  constructor(
    private readonly context: MonthContext,
    private readonly subject: Subject,
    private readonly rows: readonly PayRow[],
    private readonly known: Pick<Earnings, "score" | "gates">,
  ) {
    for (const [index, row] of rows.entries()) this.indexes.set(nameKey(row.component), index);
  }

  /** Every line in the order of Pay; a failure where it cannot be computed. */
  lines(): (PayLine | Failure)[] {
    return this.rows.map((_, index) => this.line(index));
  }

  /** The rounded amount of a component; null where this plan has none of the name. */
  component(key: string): Value | null {
    const index = this.indexes.get(key);
    return index === undefined ? null : amountOf(this.line(index));
  }

  private line(index: number): PayLine | Failure {
    const known = this.amounts[index];
    const row = this.rows[index];
    if (!row) throw new Error(`no pay row ${index}`);
    if (known === UNDER_WAY) return cycleOf(row);
    if (known) return known;
    this.amounts[index] = UNDER_WAY;
    const line = this.compute(row, index);
    this.amounts[index] = line;
    return line;
  }

  private compute(row: PayRow, index: number): PayLine | Failure {
    if (row.problems.length > 0) return failureFrom(row.problems);
    const scope = new SubjectScope(this.context, this.subjectAt(index));
    const due = row.onlyIf ? this.condition(row.onlyIf, scope) : true;
    if (due instanceof Failure) return due;
    const value = due ? this.amount(row.formula, scope) : Exact.ZERO;
    if (value instanceof Failure) return value;
    const amount = value.round(row.step, row.rounding);
    return {
      component: row.component,
      label: row.label,
      amount,
      from: "plan",
      due,
      reason: "",
      plan: this.subject.plan,
      place: row.place,
      trace: () => (row.formula.node && due ? trace(row.formula.node, scope) : null),
      conditionTrace: () => (row.onlyIf?.node ? trace(row.onlyIf.node, scope) : null),
      unrounded: value.equals(amount) ? null : value,
    };
  }

  private condition(cell: FormulaCell, scope: SubjectScope): boolean | Failure {
    if (!cell.node) return failureFrom(cell.problems);
    const condition = asCondition(evaluate(cell.node, scope));
    return typeof condition === "boolean" ? condition : settled(condition, cell);
  }

  private amount(cell: FormulaCell, scope: SubjectScope): Exact | Failure {
    if (!cell.node) return failureFrom(cell.problems);
    const value = evaluate(cell.node, scope);
    const number = value instanceof Failure || value instanceof Nothing ? value : asNumber(value);
    if (!(number instanceof Exact)) return settled(number, cell);
    if (number.abs().compare(LARGEST_AMOUNT) < 0) return number;
    return placed(failure("amount-unlimited", {}), cell.place, cell.text);
  }

  /** The subject with what a row may name: score, gates, and the components above it. */
  private subjectAt(index: number): Subject {
    const component = (key: string): Value | null => {
      const other = this.indexes.get(key);
      if (other === undefined) return null;
      if (other < index) return this.component(key);
      const elsewhere = meaningOf(this.context.book, key, null).kind !== "unknown";
      return elsewhere ? null : failure("component-below", { component: this.rows[other]?.component ?? key });
    };
    return { ...this.subject, earnings: { ...this.known, component } };
  }
}

function cycleOf({ component, formula }: PayRow): Failure {
  return placed(failure("component-cycle", { component }), formula.place, formula.text);
}

function amountOf(line: PayLine | Failure): Value {
  return line instanceof Failure ? line : line.amount;
}

/** No data in Pay is an error that names what has none (READINGS 4.2). */
function settled(value: Failure | Nothing, cell: FormulaCell): Failure {
  if (value instanceof Failure) return placed(value, cell.place, cell.text);
  return placed(failure("no-data-in-pay", { names: value.names.join(", ") }), cell.place, cell.text);
}
