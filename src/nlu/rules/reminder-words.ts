/** The words that reminders are spoken of with. */
import { addDays } from "../../plan/index.js";
import { lengthIn } from "../clock-words.js";
import { nameSaid } from "../name-said.js";
import { timeOf, type Utterance } from "../utterance.js";

export const noun = "(?:reminders?|nudges?|digests?|notifications?|alerts?|nags?|pings?|prompts?|chasers?)";
export const doing =
  "(?:remind(?:s|ing)?|nudg(?:e|es|ing)|nag(?:s|ging)?|pester(?:s|ing)?|bug(?:s|ging)?|poke|prod|chas(?:e|es|ing)|ping(?:s|ing)?|prompt(?:s|ing)?|bother(?:s|ing)?|messag(?:e|es|ing))";
export const done = "(?:reminded|nudged|nagged|chased|pinged|prompted|sent|messaged)";
export const ofReminders = new RegExp(`\\b(?:${noun}|${doing}|snooz(?:e|es|ed|ing)|muted?|muting|unmute)\\b`);
/** Whoever says "you" means the bot; "who do I chase" does not. */
export const me = "(?:me|my|mine|myself)";

/** The person who is named: by an address that the plan knows, or by words that it does not. */
export const whoIs = (utterance: Utterance): { person?: string; name?: string } => {
  const [person] = utterance.people;
  return person ? { person } : { name: nameSaid(utterance) };
};

/** The last day that is said: "until 12 May", "for two weeks". */
export const lastDay = (utterance: Utterance): string | undefined => {
  const time = timeOf(utterance);
  return (time && time.to < "9000" ? time.to : undefined) ?? lengthIn(utterance.said, utterance.context.today);
};

/** The last day of a stretch that is said by its length, the first day counted: "from Monday for two weeks" ends on a Sunday. */
export function lastDayOf(utterance: Utterance, first: string | undefined): string | undefined {
  const end = lengthIn(utterance.said, first ?? utterance.context.today);
  return end ? addDays(end, -1) : undefined;
}

/** The first day of a stretch with both its ends. */
export function firstDay(utterance: Utterance): string | undefined {
  const time =
    utterance.times.find(
      ({ from, step }) => step === undefined && from > utterance.context.today && /\b(?:from|starting|beginning|as of)\b/.test(utterance.said),
    ) ?? timeOf(utterance);
  return time && !time.label.startsWith("by ") && time.from > utterance.context.today && time.from <= time.to ? time.from : undefined;
}

export const everybody =
  /\b(?:everyone|everybody|all(?: of (?:us|them))?|the (?:whole )?(?:team|council|organisation|department|service|library|libraries|place|school)|staff|people|leads|anyone|anybody|us)\b/;
