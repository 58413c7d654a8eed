import type { Exact } from "../exact";
import type { ChatSettingKey, ChatSettings } from "../settings-chats";

/** What the value cell of a setting says: a word, a number, or a list of texts. */
export interface TypedSetting {
  readonly value: string;
  readonly number: Exact | null;
  readonly list: readonly string[];
}

/** One setting of chats, as the Settings tab knows it. */
export interface ChatSettingSpec {
  readonly key: ChatSettingKey;
  /** Chinese key, accepted like the English one. */
  readonly zh: string;
  readonly standard: string;
  /** Allowed values; `number` stands for any number from 0 on, `text` for any text. */
  readonly allowed: readonly string[];
  readonly help: { readonly en: string; readonly zh: string };
  readonly apply: (settings: ChatSettings, typed: TypedSetting) => ChatSettings;
}

type FieldOf<T> = { [F in keyof ChatSettings]: ChatSettings[F] extends T ? F : never }[keyof ChatSettings];
type Words = readonly [key: ChatSettingKey, zh: string, en: string, help: string];

function spec(
  [key, zh, en, help]: Words,
  standard: string,
  allowed: readonly string[],
  apply: ChatSettingSpec["apply"],
): ChatSettingSpec {
  return { key, zh, standard, allowed, help: { en, zh: help }, apply };
}

/** A whole number of units, kept as so many times the unit; parts of the unit's seconds are cut off. */
function amount(words: Words, field: FieldOf<number>, standard: number, unit = 1): ChatSettingSpec {
  return spec(words, String(standard), ["number"], (settings, { number }) => ({
    ...settings,
    [field]: Math.floor((number?.toNumber() ?? standard) * unit),
  }));
}

/** A number that may be switched off. */
function limit(words: Words, field: FieldOf<number | null>): ChatSettingSpec {
  return spec(words, "none", ["none", "number"], (settings, { number }) => ({
    ...settings,
    [field]: number === null ? null : Math.floor(number.toNumber()),
  }));
}

function choice(words: Words, field: FieldOf<string>, allowed: readonly string[]): ChatSettingSpec {
  return spec(words, allowed[0] ?? "", allowed, (settings, { value }) => ({ ...settings, [field]: value }));
}

function list(words: Words, field: FieldOf<readonly string[]>): ChatSettingSpec {
  return spec(words, "none", ["none", "text"], (settings, typed) => ({ ...settings, [field]: typed.list }));
}

const RESPONSE_SPECS: readonly ChatSettingSpec[] = [
  amount(
    [
      "slow_seconds",
      "慢响应秒数",
      "A reply after so many seconds or more is slow.",
      "响应达到多少秒即为慢响应（含）。",
    ],
    "slowSeconds",
    100,
  ),
  amount(
    [
      "timeout_seconds",
      "超时秒数",
      "A reply after more seconds than this is a timeout.",
      "响应超过多少秒即为超时（不含）。",
    ],
    "timeoutSeconds",
    180,
  ),
  limit(
    [
      "response_cap",
      "响应封顶秒数",
      "Most seconds that one reply counts: 600 for the platform's own average.",
      "单次响应最多计多少秒；平台官方平响为 600。",
    ],
    "responseCap",
  ),
  choice(
    [
      "unanswered_rounds",
      "未回复回合",
      "A question that nobody answered: ignore leaves it out of response times, cap counts it with response_cap and as a timeout.",
      "无人回复的提问：ignore 不计响应时间；cap 按 response_cap 计，并计为超时。",
    ],
    "unansweredRounds",
    ["ignore", "cap"],
  ),
  amount(
    [
      "service_from",
      "服务开始时间",
      "Hour of the day from which questions count, 8 or 8.5; equal to service_to: all day.",
      "从几点起的提问计入，如 8 或 8.5；与结束时间相同为全天。",
    ],
    "serviceFrom",
    0,
    3600,
  ),
  amount(
    [
      "service_to",
      "服务结束时间",
      "Hour of the day before which questions count; 23 with service_from 8 is the platform's own time.",
      "到几点为止的提问计入；平台口径为 8 点至 23 点。",
    ],
    "serviceTo",
    0,
    3600,
  ),
  amount(
    [
      "chat_gap",
      "会话间隔分钟",
      "Minutes of silence after which the next line begins a new chat.",
      "静默多少分钟后的下一句算新会话。",
    ],
    "chatGap",
    30,
    60,
  ),
  list(
    [
      "auto_replies",
      "自动回复文本",
      "Texts of automatic replies, separated by ; (a line that begins with one is no human reply).",
      "自动回复的文本，用分号分隔；以其开头的消息不算人工回复。",
    ],
    "autoReplies",
  ),
  limit(
    [
      "auto_reply_seconds",
      "自动回复秒数",
      "A text of auto_replies is automatic only up to so many seconds after the question.",
      "自动回复文本在提问后多少秒内才算自动回复（含）。",
    ],
    "autoReplySeconds",
  ),
];

const FILTER_SPECS: readonly ChatSettingSpec[] = [
  choice(
    [
      "single_line_chats",
      "买家单句",
      "Buyers who wrote one line only: count, or leave_out.",
      "买家只说一句的接待：count 计入，leave_out 过滤。",
    ],
    "filterSingleLine",
    ["count", "leave_out"],
  ),
  choice(
    [
      "monologues",
      "客服自言自语",
      "Buyers who wrote nothing: leave_out, or count.",
      "买家没有说话的接待：leave_out 过滤，count 计入。",
    ],
    "filterMonologue",
    ["leave_out", "count"],
  ),
  list(
    [
      "ad_senders",
      "广告账号",
      "Accounts that send advertisements, separated by ; (their chats do not count).",
      "发广告的账号，用分号分隔，其接待不计。",
    ],
    "adSenders",
  ),
  list(
    [
      "ad_texts",
      "广告内容",
      "Texts of advertisements, separated by ; (a buyer whose line holds one does not count).",
      "广告内容，用分号分隔；买家消息含其一则该接待不计。",
    ],
    "adTexts",
  ),
  list(
    [
      "code_words",
      "暗语",
      "Code words of agents, separated by ; (a chat in which one was sent does not count).",
      "客服暗语，用分号分隔；发送过暗语的接待不计。",
    ],
    "codeWords",
  ),
  amount(
    ["code_word_times", "暗语次数", "How many times a code word must be sent.", "暗语至少发送多少次才过滤。"],
    "codeWordTimes",
    1,
  ),
  list(
    [
      "filtered_agents",
      "不计客服",
      "Agents' accounts whose chats do not count, separated by ;",
      "不计接待的客服账号，用分号分隔。",
    ],
    "filteredAgents",
  ),
  limit(
    [
      "forwarded_lines",
      "转出过滤句数",
      "Chats handed on with at most so many lines of the agent do not count for that agent.",
      "转出且客服说话不超过多少句的接待不计。",
    ],
    "forwardedLines",
  ),
];

/** Every setting of chats with its key, default and allowed values. */
export const CHAT_SETTING_SPECS: readonly ChatSettingSpec[] = [...RESPONSE_SPECS, ...FILTER_SPECS];
