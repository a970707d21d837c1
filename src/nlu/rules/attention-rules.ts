/** What is asked in a few set words: a briefing, good news, who never reports, what to know before a day. */
import { reading, windowOf } from "../readings.js";
import { timeOf } from "../utterance.js";
import { personOf, type Rule } from "./rule.js";

const goodNews = /^(?:any |some |the |what is the |give (?:me|us) (?:some |the )?)?good news[ ?.!]*$/;
const neverReports = /^who (?:never|does not ever) reports?(?: figures| anything)?[ ?.!]*$/;
const beforeThen = /^(?:is there )?anything (?:i|we) (?:should|need to|must|ought to) know (?:for |by )?⟦\d+⟧[ ?.!]*$/;

const briefMe =
  /^(?:please )?(?:brief|prep|prepare) me (?:for|before) (?:the |my |our )?(?:next )?(?:\p{L}+ )?(?:committee|meeting|board|cabinet|scrutiny|panel)(?: on)?(?: ⟦\d+⟧)?[ ?.!]*$/u;

/** "any good news?", "who never reports", "anything I should know before Thursday" */
export const inSetWords: Rule = (utterance) => {
  const { line } = utterance;
  if (goodNews.test(line)) return [reading("good-news")];
  if (briefMe.test(line)) {
    const time = timeOf(utterance);
    return [reading("brief-me", { window: time && windowOf(time), committee: !/\bmeeting\b/.test(line) || undefined })];
  }
  if (neverReports.test(line)) return [reading("plan-alive")];
  return beforeThen.test(line) ? [reading("worry", { person: personOf(utterance) })] : undefined;
};
