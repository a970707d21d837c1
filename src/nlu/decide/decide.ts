/** Which of all that a text may mean is answered, what is offered beside it, and when to ask back. Pure. */

import type { Interpretation } from "../../assistant/assistant.js";
import { traitsOf } from "../../intents/index.js";
import { reading, readingNamed } from "../readings.js";
import type { Meaning } from "./alternatives.js";
import { type Choice, choiceOf, distinct } from "./choices.js";
import { type Ranked, ranked } from "./rank.js";

/** From here on a question is answered and nothing is offered beside it. */
const CERTAIN = 0.95;
/** From here on it is not said what the question was taken for. */
const SURE = 0.8;
/** Below this it is asked back; what a rule read as well needs less. */
const ANSWERED = { byExamples: 0.42, byRule: 0.3 };
const COMMAND_SURE = 0.75;
/** Shares of the first. */
const NEARLY = { question: 0.3, asking: 0.7 };
/** Below this the rules' own asking back is no worse. */
const HALF = 0.5;
/** What is less likely is not offered. */
const OFFERED = 0.03;
/** Where all that could be offered is less likely than that together, nothing was understood. */
const UNDERSTOOD = 0.3;
const MOST_OFFERS = 2;
const MOST_CHOICES = 3;

export interface Decided {
  readings: Interpretation[];
  /** How likely the first alternative is; 0 where there was none. */
  share: number;
}

/** The interpretations of a text, or the choices to ask back with; `share` is how likely the first is among all, 0 to 1. */
export function decide(meaning: Meaning): Decided {
  const all = ranked(meaning);
  return { readings: readingsOf(all, meaning), share: all[0]?.share ?? 0 };
}

/**
 * A command needs more certainty than a question: where a question is nearly as likely, it is answered. Where several parts of the plan
 * share the words and none is likelier than not, the rules' asking back stands.
 */
function safest([first, ...others]: readonly Ranked[]): Ranked | undefined {
  if (!first) return undefined;
  const nearly = (share: number, of: number) => share >= first.share * of;
  if (first.intent.command && !first.ruled && first.share < COMMAND_SURE)
    return others.find(({ intent, share, asks }) => !intent.command && !asks && nearly(share, NEARLY.question)) ?? first;
  if (!first.asks && first.share < HALF) return others.find(({ asks, share }) => asks && nearly(share, NEARLY.asking)) ?? first;
  return first;
}

function readingsOf(ranking: readonly Ranked[], meaning: Meaning): Interpretation[] {
  const best = safest(ranking);
  const all = best ? [best, ...ranking.filter((one) => one !== best)] : ranking;
  if (!best || isGibberish(meaning)) return [...meaning.ruled];
  if (best.asks) return [...best.readings];
  const { readings, share, intent, ruled, option } = best;
  // What is named by its id is what is meant, whatever is asked of it: its card leads on.
  const named = option.by === "id" && !intent.command;
  if (share >= (ruled === "exactly" || named ? ANSWERED.byRule : ANSWERED.byExamples)) return answered(best, all, meaning);
  const choices = distinct(offered(all, meaning), MOST_CHOICES);
  const together = all.filter((one) => one.share >= OFFERED).reduce((sum, one) => sum + one.share, 0);
  if (choices.length > 1 && together >= UNDERSTOOD) return [reading("choose", { about: "", choices })];
  return share >= UNDERSTOOD && !intent.command ? assumed(readings, meaning) : [...meaning.ruled];
}

/** No rule read it, and most of what it speaks of are no words at all. */
function isGibberish({ ruled, utterance: { topic, context } }: Meaning): boolean {
  const words = topic.chunks.flat();
  const none = topic.strange.filter((word) => !context.planIndex.isWord(word));
  return none.length > 1 && none.length * 2 > words.length && ruled.every(({ question }) => traitsOf(question).unanswered);
}

function answered({ readings, share, intent, option }: Ranked, all: readonly Ranked[], meaning: Meaning): Interpretation[] {
  // A form says itself what it is of, and is only pressed when that is right; a greeting needs no other reading.
  if (share >= CERTAIN || intent.command || intent.smallTalk) return [...readings];
  const made = share >= SURE ? [...readings] : assumed(readings, meaning);
  const own = new Set(readings.flatMap((one) => choiceOf(one, meaning)?.says ?? []));
  const instead = distinct(
    offered(all.slice(1), meaning).filter(({ says }) => !own.has(says)),
    MOST_OFFERS,
  ).map(({ label, says }) => ({ label, says }));
  const [last] = made.slice(-1);
  // With no part of the plan assumed and nothing else to offer, it would only say the question again.
  if (!instead.length && option.by !== "words") return [...readings];
  return last && instead.length ? [...made.slice(0, -1), readingNamed(last.question, { ...last.args, instead })] : made;
}

/** Every single reading that is likely enough and can be said on a button. */
const offered = (all: readonly Ranked[], meaning: Meaning): Choice[] =>
  all
    .filter(({ share, asks, readings }) => share >= OFFERED && !asks && readings.length)
    .flatMap(({ readings }) => readings.slice(0, 2).flatMap((one) => choiceOf(one, meaning) ?? []));

/** Says what the words were taken for. */
const assumed = (readings: readonly Interpretation[], meaning: Meaning): Interpretation[] =>
  readings.map((one) => {
    const choice = one.args.carried ? undefined : choiceOf(one, meaning);
    return choice ? readingNamed(one.question, { ...one.args, carried: `Taken as "${choice.label}"` }) : one;
  });
