/** Global scopes in which the built file runs: contexts of Node. `page/sandbox.ts` has those of a browser. */
import vm from "node:vm";
import type { Realm } from "./guard.ts";

/** A text of code, compiled once. */
export class Program {
  readonly script: vm.Script;

  /** Throws a SyntaxError for a text that is no JavaScript. */
  constructor(text: string, filename: string) {
    this.script = new vm.Script(text, { filename });
  }
}

const CALL = new vm.Script("__call__()", { filename: "host" });

/** One global scope, with the globals of V8 and no others until some are defined. */
export class Sandbox {
  private readonly context = vm.createContext({});
  readonly realm = vm.runInContext("({ Date, Array, Error })", this.context) as Realm;

  /** Adds a global that loops over the globals do not show. */
  define(name: string, property: PropertyDescriptor): void {
    Object.defineProperty(this.context, name, { configurable: true, enumerable: false, ...property });
  }

  /** What a global holds. */
  get(name: string): unknown {
    return this.context[name];
  }

  /** Evaluates a program. Throws what it throws, and after `seconds`. */
  run({ script }: Program, seconds: number): void {
    script.runInContext(this.context, { timeout: seconds * 1000 });
  }

  /** Calls a function of this scope. Throws what it throws, and after `seconds`. */
  call(target: (...args: unknown[]) => unknown, args: readonly unknown[], seconds: number): unknown {
    this.define("__call__", { value: () => Reflect.apply(target, undefined, args) });
    return CALL.runInContext(this.context, { timeout: seconds * 1000 });
  }

  /** Gives the scope up. */
  close(): void {}
}

/**
 * Makes a Date's own methods follow a time zone, as in Apps Script they follow the manifest's, and
 * returns the zone that they follow.
 */
export function enterTimeZone(zone: string): string {
  process.env.TZ = zone;
  return zone;
}
