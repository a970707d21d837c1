/** Greetings, and what the bot can do. */
import { reading } from "../readings.js";
import type { Rule } from "./rule.js";

const help =
  /^(?:help|menu|start|commands?|what next|hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening)|morning|afternoon|thanks?|thank you|cheers|ta|great|ok|okay)?(?: (?:there|all|waymark|bot|you|very much|so much|a lot|me|please))*[ !?.,]*$|\b(?:what|which things|what sort of things|what kind of questions) (?:can|could|do|should|may) (?:you|i|we) (?:do|ask|know|say|answer|help)\b|\bhow (?:do|does|can|should) (?:you|i|we|this|it) (?:work|use|talk|ask)\b|\b(?:what are you|what is this|who are you|how to use|what do you do|can you help|need (?:some )?help|list (?:of )?commands|examples?)\b/;

/** Things no plan says: the time of day, somebody's opinion. */
export const notAsked: Rule = ({ ask, topic }) =>
  /\bwhat time\b|\bwhat (?:do|would) you think\b|^(?:delete|erase|wipe)\b/.test(ask)
    ? [reading("not-understood", { words: topic.strange.slice(0, 5) })]
    : undefined;

/** Speaks of reminders in words that are not known: the card of one's own shows what there is. */
export const aboutReminders: Rule = ({ line }) =>
  /\b(?:reminders?|reminding|nudges|nudging|snooze|snoozing)\b/.test(line) ? [reading("reminders-own")] : undefined;

/** "what can you do" */
export const askHelp: Rule = ({ ask, line, items, times }) =>
  !items.length && !times.length && (help.test(ask) || help.test(line)) ? [reading("help")] : undefined;
