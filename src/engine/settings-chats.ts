/** The switches of how pasted chats become measures. Every one has a documented default. */
export interface ChatSettings {
  /** A reply after so many seconds or more is slow. */
  readonly slowSeconds: number;
  /** A reply after more seconds than this is a timeout. */
  readonly timeoutSeconds: number;
  /** Most seconds that one reply counts; null: as many as it took. */
  readonly responseCap: number | null;
  /** A question that nobody answered is left out of response times, or counts with the cap. */
  readonly unansweredRounds: "ignore" | "cap";
  /** First and last second of the day within which questions count; equal: all day. */
  readonly serviceFrom: number;
  readonly serviceTo: number;
  /** After so many seconds of silence the next line begins a new chat. */
  readonly chatGap: number;
  /** Texts that mark an automatic reply, besides the marks that exports write. */
  readonly autoReplies: readonly string[];
  /** A text of `autoReplies` is automatic only up to so many seconds after the question; null: always. */
  readonly autoReplySeconds: number | null;
  /** Receptions that do not count (无效接待). */
  readonly filterSingleLine: "count" | "leave_out";
  readonly filterMonologue: "count" | "leave_out";
  readonly adSenders: readonly string[];
  readonly adTexts: readonly string[];
  readonly codeWords: readonly string[];
  readonly codeWordTimes: number;
  readonly filteredAgents: readonly string[];
  /** Receptions that were handed on with at most so many lines of the agent; null: all count. */
  readonly forwardedLines: number | null;
}

/** Keys of the settings of chats. */
export type ChatSettingKey =
  | "slow_seconds"
  | "timeout_seconds"
  | "response_cap"
  | "unanswered_rounds"
  | "service_from"
  | "service_to"
  | "chat_gap"
  | "auto_replies"
  | "auto_reply_seconds"
  | "single_line_chats"
  | "monologues"
  | "ad_senders"
  | "ad_texts"
  | "code_words"
  | "code_word_times"
  | "filtered_agents"
  | "forwarded_lines";

/** What holds where the Settings tab says nothing. */
export const DEFAULT_CHAT_SETTINGS: ChatSettings = {
  slowSeconds: 100,
  timeoutSeconds: 180,
  responseCap: null,
  unansweredRounds: "ignore",
  serviceFrom: 0,
  serviceTo: 0,
  chatGap: 1800,
  autoReplies: [],
  autoReplySeconds: null,
  filterSingleLine: "count",
  filterMonologue: "leave_out",
  adSenders: [],
  adTexts: [],
  codeWords: [],
  codeWordTimes: 1,
  filteredAgents: [],
  forwardedLines: null,
};
