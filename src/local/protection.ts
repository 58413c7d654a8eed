/** Protected ranges and tabs. */
import type { ProtectionSurface, RangeSurface, UserSurface } from "../sheets/surface.ts";
import { type Area, areaName, parseArea } from "./a1.ts";
import type { BookSheet, Protection } from "./book.ts";
import { enumeration } from "./enumeration.ts";
import { Modelled, ServiceError } from "./guard.ts";
import type { Person, World } from "./world.ts";

/** The model of Google's ProtectionType. */
export const PROTECTION_TYPE = enumeration("RANGE", "SHEET");

/** The model of Google's User. */
export class LocalUser extends Modelled implements UserSurface {
  readonly modelled = "User";

  constructor(private readonly email: string) {
    super();
  }

  getEmail(): string {
    return this.email;
  }
}

/** The model of Google's Protection. */
export class LocalProtection extends Modelled implements ProtectionSurface {
  readonly modelled = "Protection";

  constructor(
    private readonly world: World,
    private readonly sheet: BookSheet,
    private protection: Protection,
  ) {
    super();
  }

  getDescription(): string {
    return this.live().description;
  }

  setDescription(description: string): LocalProtection {
    return this.change({ description });
  }

  isWarningOnly(): boolean {
    return this.live().warningOnly;
  }

  /** A protection with a warning only has no editors. */
  setWarningOnly(warningOnly: boolean): LocalProtection {
    return this.change({ warningOnly, ...(warningOnly && { editors: null }) });
  }

  canEdit(): boolean {
    return mayEdit(this.live(), this.world.person);
  }

  getEditors(): LocalUser[] {
    const { editors } = this.live();
    return (editors ?? [this.world.person.email]).map((email) => new LocalUser(email));
  }

  addEditor(emailAddress: string): LocalProtection {
    const editors = this.live().editors ?? [this.world.person.email];
    return this.change({ editors: [...new Set([...editors, emailAddress])] });
  }

  /** Whoever runs the script stays an editor. */
  removeEditors(emailAddresses: string[]): LocalProtection {
    const { email } = this.world.person;
    const rest = (this.live().editors ?? [email]).filter((editor) => !emailAddresses.includes(editor));
    return this.change({ editors: [...new Set([email, ...rest])] });
  }

  setUnprotectedRanges(ranges: RangeSurface[]): LocalProtection {
    if (this.live().range !== null)
      throw new ServiceError("Only the protection of a sheet has unprotected ranges.");
    return this.change({ unprotected: ranges.map((range) => range.getA1Notation()) });
  }

  remove(): void {
    const { protections } = this.sheet;
    this.sheet.protections = protections.filter((other) => other !== this.live());
  }

  private change(change: Partial<Protection>): LocalProtection {
    const old = this.live();
    this.protection = { ...old, ...change };
    this.sheet.protections = this.sheet.protections.map((other) => (other === old ? this.protection : other));
    return this;
  }

  private live(): Protection {
    if (!this.sheet.protections.includes(this.protection))
      throw new ServiceError("The protection was removed.");
    return this.protection;
  }
}

/** A new protection, kept on its tab. `range` is null for the whole tab, whose older one it replaces. */
export function protect(world: World, sheet: BookSheet, range: string | null): LocalProtection {
  const made = { range, description: "", warningOnly: false, editors: null, unprotected: [] };
  const others = sheet.protections.filter((other) => range !== null || other.range !== null);
  sheet.protections = [...others, made];
  return new LocalProtection(world, sheet, made);
}

/** The owner edits everything; without a list of editors, or with a warning only, everybody does. */
function mayEdit({ editors, warningOnly }: Protection, { email, isOwner }: Person): boolean {
  return isOwner || warningOnly || editors === null || editors.includes(email);
}

/** True where a protection keeps the person from editing a part of an area. */
export function isBarred(person: Person, sheet: BookSheet, area: Area): boolean {
  return sheet.protections.some((protection) => {
    if (mayEdit(protection, person)) return false;
    const inside = protection.unprotected.some((range) => holds(parseArea(range), area));
    return !inside && (protection.range === null || touches(parseArea(protection.range), area));
  });
}

/** Throws where a protection keeps the person from editing a part of an area. */
export function requireEditable({ person }: World, sheet: BookSheet, area: Area): void {
  if (!isBarred(person, sheet, area)) return;
  throw new ServiceError(
    "You are trying to edit a protected cell or object. " +
      `Please contact the spreadsheet owner to remove protection if you need to edit. (${areaName(area)})`,
  );
}

function holds(outer: Area | undefined, inner: Area): boolean {
  if (!outer) return false;
  const rows = outer.top <= inner.top && inner.bottom <= outer.bottom;
  return rows && outer.left <= inner.left && inner.right <= outer.right;
}

function touches(one: Area | undefined, other: Area): boolean {
  if (!one) return false;
  const rows = one.top <= other.bottom && other.top <= one.bottom;
  return rows && one.left <= other.right && other.left <= one.right;
}
