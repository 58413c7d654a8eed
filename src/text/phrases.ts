import { ADVICE_TOPICS, adviceText } from "./diagnosis-advice";
import { diagnosisSentences } from "./diagnosis-words";
import { EXPLAIN_PHRASES } from "./explain-words";
import { LABEL_PHRASES } from "./labels";
import { SHARE_PHRASES } from "./share-words";

/** All that the product itself writes into scorecards and dashboards, in both languages, as one text. */
export function ownPhrases(): string {
  const advice = ADVICE_TOPICS.flatMap((topic) => [adviceText(topic, "en"), adviceText(topic, "zh")]);
  const diagnoses = diagnosisSentences().flatMap(({ words }) => words);
  return [...LABEL_PHRASES, ...EXPLAIN_PHRASES, ...SHARE_PHRASES, ...advice, ...diagnoses].join("\n");
}
