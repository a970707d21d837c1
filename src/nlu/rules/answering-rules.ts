/** What a lead says back to a reminder: it is not theirs, or why it is late. */
import { itemsIn } from "../utterance.js";
import { aboutAction } from "./about-action.js";
import type { Rule } from "./rule.js";

const refuses =
  /«\d+».*\bnothing to do with me\b|\bi (?:was|am|have) never (?:been )?(?:the |a )?lead\b.*«|\bpass «\d+» (?:on )?to (?:someone|somebody) else\b|«\d+».*\bnot my (?:job|action|area|responsibility|thing)\b|«\d+».*\b(?:is|are|was|should) not (?:\S+ )?(?:mine|my (?:action|job|responsibility|one|area|work)|me|for me|with me|ours)\b|\bnot (?:mine|my action|my job|my responsibility|for me)\b.*«|\bi (?:do|am|can|will) not (?:\S+ )?(?:lead|leading|own|responsible for|the lead (?:of|for|on)|in charge of|doing|look after|looking after|do)\b.*«|\b(?:no longer|not any more|never) (?:mine|lead|my action|my job|leading)\b|\b(?:wrong person|somebody else|someone else|another person)\b.*«|«.*\b(?:wrong person|belongs? to (?:somebody|someone) else|(?:somebody|someone) else|not mine)\b|\b(?:reassign|take me off)\b.*«|^(?:it is |that is |this is )?not mine\b/;

/** "2.3.1 is not mine": a manager is asked to name somebody else. */
export const notMine: Rule = (utterance) => {
  const { line } = utterance;
  // With a name and without a refusal somebody else is to be named, not asked for.
  if (utterance.people.length && /\breassign\b/.test(line) && !/\bnot\b/.test(line)) return undefined;
  if (!refuses.test(line) || (/^(?:who|what|when|why|is|are|does)\b/.test(line) && !/\bnot (?:mine|my)\b/.test(line))) return undefined;
  return aboutAction(utterance, "reminders-not-mine", { person: utterance.people[0] }, (id) => `${id} is not mine`);
};

const answers =
  /\b(?:explain|answer|reply|respond|tell (?:the |my |a )?managers?|let (?:the )?managers? know|reason for|here is why|before (?:it|this|that) (?:goes|is passed|gets passed) (?:up|to))\b.*(?:«|\bit\b|\bthis\b)|«\d+».*\b(?:before it goes (?:up|to)|tell (?:the |my )?managers?|my answer)\b/;

/** "tell the managers about 2.3.1: …": what the lead says before an overdue item goes up. */
export const answer: Rule = (utterance) => {
  if (!answers.test(utterance.line) || utterance.isQuestion || !itemsIn(utterance).some(({ type }) => type === "action")) return undefined;
  return aboutAction(utterance, "reminders-answer", {}, (id) => `Answer for ${id}`);
};
