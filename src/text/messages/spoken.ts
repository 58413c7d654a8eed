import type { Messages } from "../message";
import { CELL_MESSAGES } from "./cell";
import { FORMULA_MESSAGES } from "./formula";
import { FUNCTION_MESSAGES } from "./functions";
import { SCORING_MESSAGES } from "./scoring";

/**
 * Every message that a custom function can give, by its code. Apart from the others, because
 * Sheets evaluates this part afresh for each call.
 */
export const SPOKEN_MESSAGES: Messages = {
  ...CELL_MESSAGES,
  ...FORMULA_MESSAGES,
  ...FUNCTION_MESSAGES,
  ...SCORING_MESSAGES,
};
