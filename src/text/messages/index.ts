import type { Messages } from "../message";
import { ENGINE_MESSAGES } from "./engine";
import { INGEST_MESSAGES } from "./ingest";
import { REPORT_MESSAGES } from "./report";
import { RULES_MESSAGES } from "./rules";
import { SPOKEN_MESSAGES } from "./spoken";

/** Every message of the product by its code. */
export const MESSAGES: Messages = {
  ...SPOKEN_MESSAGES,
  ...ENGINE_MESSAGES,
  ...INGEST_MESSAGES,
  ...REPORT_MESSAGES,
  ...RULES_MESSAGES,
};
