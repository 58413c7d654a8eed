import type { Messages } from "../message";
import { REPORT_MESSAGES } from "./report";

/** Every message of the product by its code. */
export const MESSAGES: Messages = {
  ...REPORT_MESSAGES,
};
