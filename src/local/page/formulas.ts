/** Takes the place of `../formulas.ts` in the page, where the grid itself computes. */

/** The page's books are computed by its grid; nothing asks for this. */
export async function calculateBook(): Promise<void> {
  throw new Error("in the page the grid computes");
}
