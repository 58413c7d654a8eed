/** What kind of leak was found. */
export type LeakKind =
  | "unknown-field"
  | "formula"
  | "hidden"
  | "secret"
  | "reference"
  | "address"
  | "content"
  | "name"
  | "permission"
  | "record";

/** A leak: where in the JSON, and of what kind. The text itself is never repeated. */
export interface Leak {
  readonly path: string;
  readonly kind: LeakKind;
}

/** A leak at a path. */
export function leak(path: string, kind: LeakKind): Leak {
  return { path, kind };
}

/** Leaks for all fields of an object but the known ones. */
export function unknownFields(object: object, known: readonly string[], path: string): Leak[] {
  return Object.entries(object)
    .filter(([name, value]) => value !== undefined && !known.includes(name))
    .map(([name]) => leak(path === "" ? name : `${path}.${name}`, "unknown-field"));
}
