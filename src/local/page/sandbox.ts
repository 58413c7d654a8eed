/**
 * Global scopes in which the built file runs, in a browser: hidden frames of the page's own origin.
 * Takes the place of `../sandbox.ts` in the page. A frame's own globals are taken away, but for the
 * few that a browser does not let go (`window`, `document`, `location`, `top`); no run is cut off.
 */
import type { Realm } from "../guard.ts";

/** The globals of the language itself, which Apps Script has too. */
const LANGUAGE = new Set(
  (
    "Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date " +
    "Promise RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError " +
    "globalThis JSON Math Intl ArrayBuffer Atomics Uint8Array Int8Array Uint16Array Int16Array Uint32Array " +
    "Int32Array Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt " +
    "Set WeakMap WeakSet WeakRef FinalizationRegistry Proxy Reflect SharedArrayBuffer decodeURI " +
    "decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN Iterator WebAssembly"
  ).split(" "),
);

/** A text of code. */
export class Program {
  constructor(
    readonly text: string,
    readonly filename: string,
  ) {}
}

type Scope = Record<string, unknown> & { eval(code: string): unknown };

/** One global scope, with the globals of the language and no others until some are defined. */
export class Sandbox {
  private readonly frame: HTMLIFrameElement;
  private readonly scope: Scope;
  readonly realm: Realm;

  constructor() {
    this.frame = document.createElement("iframe");
    this.frame.hidden = true;
    document.body.append(this.frame);
    this.scope = this.frame.contentWindow as unknown as Scope;
    this.realm = this.scope.eval("({ Date, Array, Error })") as Realm;
    for (const name of namesOf(this.scope)) if (!LANGUAGE.has(name)) Reflect.deleteProperty(this.scope, name);
  }

  /** Adds a global that loops over the globals do not show. */
  define(name: string, property: PropertyDescriptor): void {
    Object.defineProperty(this.scope, name, { configurable: true, enumerable: false, ...property });
  }

  /** What a global holds. */
  get(name: string): unknown {
    return this.scope[name];
  }

  /** Evaluates a program. Throws what it throws. */
  run({ text, filename }: Program, _seconds: number): void {
    this.scope.eval(`${text}\n//# sourceURL=${filename}`);
  }

  /** Calls a function of this scope. Throws what it throws. */
  call(target: (...args: unknown[]) => unknown, args: readonly unknown[], _seconds: number): unknown {
    return Reflect.apply(target, undefined, args);
  }

  /** Gives the scope up. */
  close(): void {
    this.frame.remove();
  }
}

/** The globals of a scope, those that it inherits too. */
function namesOf(scope: object): string[] {
  const names: string[] = [];
  for (let level: object | null = scope; level; level = Reflect.getPrototypeOf(level)) {
    if (Object.hasOwn(level, "hasOwnProperty")) break;
    names.push(...Object.getOwnPropertyNames(level));
    if (level !== scope) for (const name of names) Reflect.deleteProperty(level, name);
  }
  return names;
}

/**
 * Returns the time zone that a Date's own methods follow: in a browser that is the reader's, and
 * nothing can change it.
 */
export function enterTimeZone(_zone: string): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
