import type { Exact } from "../exact";

/** An operator of a formula; `negate` and `plus` are the signs before a value, `%` stands after it. */
export type Operator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "^"
  | "%"
  | "&"
  | "="
  | "<>"
  | "<"
  | "<="
  | ">"
  | ">="
  | "negate"
  | "plus";

/** A call; `name` is in capitals. */
export interface CallNode {
  readonly kind: "call";
  readonly name: string;
  readonly operands: readonly FormulaNode[];
  /** The call in one plain form, for messages and for telling calls apart. */
  readonly text: string;
}

/** A name of a metric, a measure, a component, a header; as written, brackets removed. */
export interface NameNode {
  readonly kind: "name";
  readonly name: string;
  readonly key: string;
}

/** A parsed formula. */
export type FormulaNode =
  | { readonly kind: "number"; readonly value: Exact; readonly text: string }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "operator"; readonly operator: Operator; readonly operands: readonly FormulaNode[] }
  | NameNode
  | CallNode;
