import type { Messages } from "../message";
import { CELL_MESSAGES } from "./cell";
import { ENGINE_MESSAGES } from "./engine";
import { FUNCTION_MESSAGES } from "./functions";
import { INGEST_MESSAGES } from "./ingest";
import { REPORT_MESSAGES } from "./report";
import { RULES_MESSAGES } from "./rules";

/** Every message of the product by its code. */
export const MESSAGES: Messages = {
  ...CELL_MESSAGES,
  ...ENGINE_MESSAGES,
  ...FUNCTION_MESSAGES,
  ...INGEST_MESSAGES,
  ...REPORT_MESSAGES,
  ...RULES_MESSAGES,
};
