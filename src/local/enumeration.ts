/** Values of Google's enumerations. */

/** A value of an enumeration: one object each, which prints its name. */
export interface EnumValue {
  toString(): string;
}

/** An enumeration with these names. */
export function enumeration<Name extends string>(...names: Name[]): Readonly<Record<Name, EnumValue>> {
  const values: Partial<Record<Name, EnumValue>> = {};
  for (const name of names) values[name] = Object.freeze({ toString: () => name });
  return Object.freeze(values as Record<Name, EnumValue>);
}

/** The name of a value of an enumeration; undefined for anything else. */
export function nameIn<Name extends string>(
  values: Readonly<Record<Name, EnumValue>>,
  value: unknown,
): Name | undefined {
  const names = Object.keys(values) as Name[];
  return names.find((name) => values[name] === value);
}
