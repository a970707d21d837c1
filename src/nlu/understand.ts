import type { Interpretation } from "../assistant/assistant.js";
import { traitsOf } from "../intents/index.js";
import type { Item } from "../plan/index.js";
import { classify } from "./classifier/index.js";
import { corrected } from "./correction.js";
import type { Meaning } from "./decide/alternatives.js";
import { isSure, lacksItem, showsDoubt } from "./decide/confidence.js";
import { decidable } from "./decide/decidable.js";
import { type Decided, decide } from "./decide/decide.js";
import type { Ground } from "./decide/ground.js";
import { isExampleOf } from "./example-said.js";
import { severalFigures } from "./figures-said/several.js";
import { withUnused } from "./figures-said/unused.js";
import { lettersIn, standsAlone } from "./pointing.js";
import { questionsIn } from "./questions-in.js";
import { readByRules } from "./read-by-rules.js";
import { reading, readingNamed, readingsAbout } from "./readings.js";
import { withReason } from "./reasoned.js";
import { type FrozenSaid, frozenSaid } from "./rules/frozen-rule.js";
import { subjectOf } from "./subject.js";
import { unknownQuarter } from "./unknown-quarter.js";
import { type Context, itemsIn, type Utterance, utteranceOf } from "./utterance.js";
import { whichPerson } from "./which-person.js";
import { plainWords, readLength } from "./words.js";

export type { Context } from "./utterance.js";

/** At most this many questions of one message are answered. */
const mostQuestions = 3;

/** What a text asks. */
export interface Understood {
  readings: Interpretation[];
  /** Whether that is beyond doubt; reckoned when it is asked. */
  isSure(): boolean;
}

/**
 * What a text asks: questions with their arguments, in order, or asking back with candidates, or that nothing fits.
 * Pure: the same text, context and day give the same readings. Source of the words' meaning: the rules of an action plan.
 */
export const understand = (text: string, given: Context): Interpretation[] => understood(text, given).readings;

/** `settle` stands in for deciding where something is learnt from what there is to decide. */
export function understood(text: string, given: Context, settle: (meaning: Meaning) => Decided = decide): Understood {
  const context = given.before.some(({ args }) => args.instead) ? { ...given, before: given.before.map(withoutOffers) } : given;
  const capitals = capitalsIn(text);
  const words = corrected(plainWords(text), context.planIndex.speller, { capitals, names: namesIn(text) });
  if (!words.length) return narrowly([reading("help")]);
  // Read from the text as it was typed, as a version is called what somebody calls it.
  const frozen = frozenSaid(text);
  if (frozen) return narrowly(ofFrozen(frozen, capitals, context));
  const sketched = (part: string) => utteranceOf(corrected(plainWords(part), context.planIndex.speller, { capitals }), capitals, { ...context, before: [] });
  const narrow = unknownQuarter(text, context) ?? severalFigures(text, sketched);
  if (narrow) return narrowly(narrow);
  const reasoned = withReason(text, capitals, context);
  if (reasoned) return narrowly(withUnused(text, reasoned, sketched));
  const readings: Interpretation[] = [];
  const all: Understood[] = [];
  for (const part of questionsIn(words).slice(0, mostQuestions)) {
    const one = readOne(part, capitals, { ...context, before: readings.length ? readings : context.before }, settle);
    readings.push(...one.readings);
    all.push(one);
  }
  return { readings: withUnused(text, worthSaying(readings), sketched), isSure: () => all.every((one) => one.isSure()) };
}

/** Read by a rule that takes nothing but what it is for. */
const narrowly = (readings: Interpretation[], leaning = false): Understood => ({
  readings,
  isSure: () => !leaning && !readings.some((one) => (one.question !== "unknown-id" && showsDoubt(one)) || lacksItem(one)),
});

/** What was offered beside an answer is no part of what was asked. */
const withoutOffers = ({ question, args: { instead: _, ...args } }: Interpretation): Interpretation => readingNamed(question, args);

const anyType: Item["type"][] = ["theme", "priority", "action", "measure"];

/** What is asked of versions of the plan, of the part of it that was said. */
function ofFrozen({ reading: asked, about }: FrozenSaid, capitals: ReadonlySet<string>, context: Context): Interpretation[] {
  if (!about) return [asked];
  const utterance = utteranceOf(corrected(plainWords(about), context.planIndex.speller), capitals, context);
  const subject = subjectOf(utterance, { types: anyType });
  // "the wording" is no part of the plan.
  if (subject.found === "nothing" && !subject.strange.length) return [asked];
  const { since, name = (since as { name?: string } | undefined)?.name } = asked.args;
  const version = name ? `version "${name}"` : "it was agreed";
  const says = (id: string) => (asked.question === "who-changed" ? `Who changed ${id} since ${version}?` : `What changed in ${id} since ${version}?`);
  return readingsAbout(
    utterance,
    subject,
    ({ id }) => reading(asked.question, { ...asked.args, scope: id }),
    says,
    () => asked,
  );
}

/** Words typed in capitals; none when all is. */
function capitalsIn(text: string): ReadonlySet<string> {
  const start = text.slice(0, readLength);
  if (!/\p{Ll}/u.test(start)) return new Set();
  return new Set([...start.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{Ll}])/gu)].map(([word]) => word.toLowerCase()));
}

/** Words that begin with a capital inside a sentence. */
const namesIn = (text: string): ReadonlySet<string> =>
  new Set([...text.slice(0, readLength).matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}+/gu)].map(([word]) => word.toLowerCase()));

function readOne(words: string[], capitals: ReadonlySet<string>, given: Context, settle: (meaning: Meaning) => Decided): Understood {
  const first = utteranceOf(words, capitals, given);
  // What stands by itself is never bent to what was spoken of before.
  const context = given.before.length && standsAlone(first) ? { ...given, before: [] } : given;
  const utterance = context === given ? first : utteranceOf(words, capitals, context);
  const { ruled, ground: found } = readByRules(utterance, context, understand);
  const orders = !utterance.isQuestion && ruled.some(({ question }) => decidable(question)?.command);
  const ground = orders && found !== "follow-up" ? "command" : found;
  if (
    isTold({ utterance, ruled, ground, orders }) ||
    found === "bare" ||
    plainStatus.test(utterance.ask) ||
    isExampleOf(ruled[0]?.question ?? "", words.join(" "))
  )
    return narrowly(whichPerson(ruled, utterance), ground === "follow-up" && ruled.some(({ args }) => args.carried));
  const readAgain = context.alone ? undefined : (text: string) => understand(text, { ...context, before: [], alone: true });
  const meaning: Meaning = { utterance, ruled, ground, candidates: classify(utterance), intentNamed: decidable, ...(readAgain && { readAgain }) };
  const decided = settle(meaning);
  const readings = whichPerson(decided.readings, utterance);
  return { readings, isSure: () => isSure(readings, decided, meaning) };
}

/**
 * What a rule reads so narrowly that nothing else can be meant, and no vector is needed: an id with what is to be done with it or a few plain words, an id that
 * the plan lacks, which of those just listed, two things compared by their names, somebody's by their status.
 */
function isTold({
  utterance,
  ruled: [first],
  ground,
  orders,
}: {
  utterance: Utterance;
  ruled: readonly Interpretation[];
  ground: Ground;
  orders: boolean;
}): boolean {
  // Who is a manager, and which rule reads that, leaves nothing open.
  if (!first || first.question === "unknown-id" || "change" in first.args) return Boolean(first);
  const letters = lettersIn(utterance.ask);
  const explained = ground === "explained";
  if (ground === "follow-up") return letters <= 7;
  if (explained && ("scopes" in first.args || ("states" in first.args && "person" in first.args && utterance.people.length))) return true;
  if (first.question === "standing" && first.args.scope === "plan" && plainPlanStatus.test(utterance.ask)) return true;
  if (explained && "person" in first.args && letters <= 5 && ofSomebody.test(utterance.ask)) return true;
  if (orders && letters <= 5) return true;
  return itemsIn(utterance).length > 0 && (orders || first.question === "choose" || (explained && letters <= 4));
}

/** "what else does she have" */
const ofSomebody = /\b(?:she|he|her|his|him)\b/;

/** "how is 2.3 doing", "status of 2.3" */
const plainStatus = /^(?=.*«)(?:how is|what is|status|rag|of|the|on|for|doing|going|getting|coming|along|please|«\d+»|[?.!]| )+$/;

/** "how is the plan doing", "status of the whole strategy" */
const plainPlanStatus =
  /^(?=.*\b(?:plan|strategy|programme)\b)(?:how is|what is|status|rag|of|the|our|whole|entire|overall|plan|strategy|programme|doing|going|getting|coming|along|on|please|[?.!]| )+$/;

/** What could not be understood is only said when nothing else was, and the same thing is said once. */
function worthSaying(readings: Interpretation[]): Interpretation[] {
  if (readings.length === 1) return readings;
  const seen = new Set<string>();
  const once = readings.filter((it) => {
    const key = JSON.stringify({ ...it, args: { ...it.args, carried: undefined } });
    return !seen.has(key) && Boolean(seen.add(key));
  });
  const useful = once.filter(({ question }) => !traitsOf(question).lastResort);
  return (useful.length ? useful : once.slice(0, 1)).slice(0, 4);
}
