import type { Messages } from "../message";
import { API_MESSAGES } from "./api";
import { CHAT_MESSAGES } from "./chat";
import { ENGINE_MESSAGES } from "./engine";
import { INGEST_MESSAGES } from "./ingest";
import { LIFE_MESSAGES } from "./life";
import { ORDERS_MESSAGES } from "./orders";
import { REPORT_MESSAGES } from "./report";
import { RULES_MESSAGES } from "./rules";
import { SHARE_MESSAGES } from "./share";
import { SPOKEN_MESSAGES } from "./spoken";

/** Every message of the product by its code. */
export const MESSAGES: Messages = {
  ...API_MESSAGES,
  ...CHAT_MESSAGES,
  ...SPOKEN_MESSAGES,
  ...ENGINE_MESSAGES,
  ...INGEST_MESSAGES,
  ...ORDERS_MESSAGES,
  ...LIFE_MESSAGES,
  ...REPORT_MESSAGES,
  ...RULES_MESSAGES,
  ...SHARE_MESSAGES,
};
