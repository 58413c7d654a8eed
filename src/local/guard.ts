/**
 * What stands between a script and the modelled services: every call is
 * checked against its signature and the execution's rights, counted, and can
 * be made to fail. A member that is not in the signatures throws by name.
 */
/** What a script may do, as in Apps Script: `none` before first use, `custom` in a custom function. */
export type AuthMode = "none" | "limited" | "full" | "custom";

/** The script's own constructors. Its `instanceof` must see what the services give it. */
export interface Realm {
  readonly Date: DateConstructor;
  readonly Array: ArrayConstructor;
  readonly Error: ErrorConstructor;
}

/** A call that is about to happen. `index` counts the calls of this host from 1. */
export interface Call {
  readonly index: number;
  /** `Range.setValues` */
  readonly name: string;
  /** The range's place, as `Tab!A1:B2`, for calls on ranges. */
  readonly where: string | undefined;
}

/** An order to fail. */
export interface Failure {
  /** The number of the call, or a test of it. */
  readonly at: number | ((call: Call) => boolean);
  /** Before the call had its effect, or after it. */
  readonly when: "before" | "after";
  /** `once`: only that call fails. `dead`: it and all that follow, as when the run is cut off. */
  readonly then: "once" | "dead";
}

/** Signatures by class and method: the kinds of the parameters, in order, separated by blanks. */
export type Signatures = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Kinds of parameters. A `?` after the kind allows null. */
const KINDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  int: (value) => typeof value === "number" && Number.isInteger(value),
  number: (value) => typeof value === "number" && Number.isFinite(value),
  text: (value) => typeof value === "string",
  bool: (value) => typeof value === "boolean",
  grid: (value) => Array.isArray(value) && value.every((row) => Array.isArray(row)),
  list: (value) => Array.isArray(value),
  any: () => true,
};

const WRITES =
  /^(set|insert|delete|copy|hide|show|clear|move|rename|protect|remove|activate|add(?!Item|Separator|ToUi))/;

/** An exception that Google's services throw at a script. */
export class ServiceError extends Error {
  /** What an advanced service's error carries besides its message. */
  readonly details: object | undefined = undefined;
}

/** An object of the model. Scripts see it only through a guard. */
export abstract class Modelled {
  /** Google's name of the class: `Range`. */
  abstract readonly modelled: string;

  /** Where it lies in the spreadsheet, for those that lie somewhere: `Tab!A1:B2`. */
  place(): string | undefined {
    return undefined;
  }
}

/** Wraps service objects and keeps the account of their calls. */
export class Guard {
  /** Calls so far, by `Class.method`. */
  readonly counts: Record<string, number> = {};
  total = 0;
  mode: AuthMode = "full";
  failure: Failure | undefined;
  /** True while `dead` holds: the run was cut off. */
  dead = false;
  private readonly wrapped = new WeakMap<Modelled, object>();
  private readonly bare = new WeakMap<object, Modelled>();

  constructor(
    private readonly signatures: Signatures,
    readonly realm: () => Realm,
  ) {}

  /** Forgets counts and failures. */
  reset(): void {
    for (const name of Object.keys(this.counts)) delete this.counts[name];
    this.total = 0;
    this.failure = undefined;
    this.dead = false;
  }

  /** The face that a script sees of a service object. One object has one face. */
  wrap(target: Modelled): object {
    const className = target.modelled;
    const known = this.wrapped.get(target);
    if (known) return known;
    const face = new Proxy(Object.create(null) as object, {
      get: (_, member) => this.member(target, member),
      set: (_, member) => this.fail(`${className}.${String(member)} cannot be assigned`),
      has: (_, member) => typeof member === "string" && member in (this.signatures[className] ?? {}),
      ownKeys: () => Object.keys(this.signatures[className] ?? {}),
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    });
    this.wrapped.set(target, face);
    this.bare.set(face, target);
    return face;
  }

  /** Throws an error of the script's own realm. */
  fail(message: string, details?: object): never {
    const error = new (this.realm().Error)(message);
    throw details ? Object.assign(error, { details }) : error;
  }

  private member(target: Modelled, member: string | symbol): unknown {
    const className = target.modelled;
    if (typeof member === "symbol") return undefined;
    if (member === "toString") return () => className;
    const signature = this.signatures[className]?.[member];
    if (signature === undefined) this.fail(`${className}.${member} is not modelled by the local host`);
    const method: unknown = Reflect.get(target, member);
    if (method instanceof Modelled) return this.wrap(method);
    if (typeof method !== "function") return method;
    return (...given: unknown[]) => {
      const args = given.map((value) => this.unwrap(value));
      this.checkArguments(`${className}.${member}`, signature, args);
      return this.call(target, member, () => Reflect.apply(method, target, args));
    };
  }

  private call(target: Modelled, member: string, effect: () => unknown): unknown {
    const name = `${target.modelled}.${member}`;
    this.checkRights(target.modelled, member, name);
    this.total += 1;
    this.counts[name] = (this.counts[name] ?? 0) + 1;
    const call = { index: this.total, name, where: target.place() };
    const fails = this.dead || this.isDue(call);
    if (fails && (this.dead || this.failure?.when === "before")) this.breakDown(name);
    const result = this.attempt(effect);
    if (fails) this.breakDown(name);
    return this.face(result);
  }

  /** Host errors become errors of the script's realm, so `instanceof Error` holds there. */
  private attempt(effect: () => unknown): unknown {
    try {
      return effect();
    } catch (error) {
      if (error instanceof ServiceError) this.fail(error.message, error.details);
      throw error;
    }
  }

  private isDue(call: Call): boolean {
    const at = this.failure?.at;
    return typeof at === "function" ? at(call) : at === call.index;
  }

  private breakDown(name: string): never {
    if (this.failure?.then === "dead") this.dead = true;
    else this.failure = undefined;
    return this.fail(`Service Spreadsheets failed in ${name} (ordered by the local host).`);
  }

  private checkRights(className: string, member: string, name: string): void {
    if (this.mode === "full") return;
    const isMenu = className === "Menu" || name === "SpreadsheetApp.getUi" || name === "Ui.createAddonMenu";
    const isSession = className === "Session";
    const forbidden = {
      none: !isMenu && !isSession,
      limited: className === "Ui" && !isMenu,
      custom:
        className === "Ui" || className === "Menu" || name === "SpreadsheetApp.getUi" || WRITES.test(member),
    }[this.mode];
    if (forbidden) this.fail(`You do not have permission to call ${name}.`);
  }

  private checkArguments(name: string, signature: string, args: readonly unknown[]): void {
    const kinds = signature === "" ? [] : signature.split(" ");
    const fits = kinds.length === args.length && kinds.every((kind, index) => this.fits(kind, args[index]));
    if (fits) return;
    const seen = args.map((value) =>
      value === null ? "null" : Array.isArray(value) ? "Array" : typeof value,
    );
    this.fail(`The parameters (${seen.join(",")}) don't match the method signature for ${name}.`);
  }

  private fits(kind: string, value: unknown): boolean {
    // Apps Script takes undefined for null.
    if (value === null || value === undefined) return kind === "any" || kind.endsWith("?");
    const plain = kind.replace("?", "");
    const check = KINDS[plain];
    return check ? check(value) : value instanceof Modelled && value.modelled === plain;
  }

  private unwrap(value: unknown): unknown {
    if (Array.isArray(value)) return value.some(isObject) ? value.map((item) => this.unwrap(item)) : value;
    return isObject(value) ? (this.bare.get(value) ?? value) : value;
  }

  /** Only objects of the model get a face; grids and enumerations pass as they are. */
  private face(value: unknown): unknown {
    if (value instanceof Modelled) return this.wrap(value);
    if (!Array.isArray(value) || !(value[0] instanceof Modelled)) return value;
    return this.realm().Array.from(value, (item) => this.face(item));
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
