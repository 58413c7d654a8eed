/** The people one can be in the workbench: its owner, somebody with edit access, somebody who may only look. */
import type { Person } from "../world.ts";
import { byId } from "./screen.ts";
import { type PageLanguage, pageWord } from "./words.ts";

/** What somebody may do with the workbook. Google offers no add-on to those who may only look. */
export type Role = "owner" | "editor" | "viewer";

/** Somebody who can sit in front of the workbook. */
export interface Seat {
  readonly person: Person;
  readonly role: Role;
}

const OWNER: Seat = { person: { email: "hr@example.com", isOwner: true }, role: "owner" };

/** All of them; the owner is the first. */
export const SEATS: readonly [Seat, ...Seat[]] = [
  OWNER,
  { person: { email: "boss@example.com", isOwner: false }, role: "editor" },
  { person: { email: "viewer@example.com", isOwner: false }, role: "viewer" },
];

/** The seat of a number, as a list of choices or a kept workbook has it; the owner's for any other. */
export function seatAt(index: number): Seat {
  return SEATS[index] ?? OWNER;
}

/** Fills the page's list of people, in the language, with the one who sits there chosen. */
export function offerSeats(chosen: Seat, language: PageLanguage): void {
  const select = byId<HTMLSelectElement>("person");
  const options = SEATS.map(({ role, person: { email } }, index) => {
    return new Option(pageWord(role, language, { email }), String(index));
  });
  select.replaceChildren(...options);
  select.value = String(SEATS.indexOf(chosen));
  select.setAttribute("aria-label", pageWord("youAre", language));
}

/** Calls back with the number of whoever is chosen. */
export function listenToSeats(sit: (index: number) => void): void {
  const select = byId<HTMLSelectElement>("person");
  select.addEventListener("change", () => sit(Number(select.value)));
}
