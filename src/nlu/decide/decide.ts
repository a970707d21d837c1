/** Which reading of a text is answered, which are offered beside it, and when to ask back: rules and classifier together. Pure. */
import type { Item } from "../../plan/index.js";
import type { Reading } from "../../questions/desk.js";
import type { Offer } from "../../request/args.js";
import { leastScore } from "../chunk-scores.js";
import { reading, readingNamed } from "../readings.js";
import { itemsIn, type Sketch } from "../sketch.js";
import { itemBefore } from "../subject.js";
import { searchTopics } from "../topics.js";
import { type Filled, fillArguments } from "./arguments.js";
import { byTopic } from "./by-topic.js";
import type { Candidate } from "./candidate.js";
import type { Decidable } from "./decidable.js";
import { offerOf } from "./offers.js";
import { type Ground, weighed } from "./weigh.js";

export interface Deciding {
  sketch: Sketch;
  /** Best first. */
  candidates: readonly Candidate[];
  ground: Ground;
  intentNamed(name: string): Decidable | undefined;
  /** What a text is read as by itself, to see whether the words of an offer are read as what it offers; without it nothing is offered. */
  readAgain?(text: string): Reading[];
}

/** From here on the kind of question is taken as certain. */
const SURE = { question: 0.78, command: 0.8 };
/** Below this a kind is not answered, only offered. */
const NEAR = 0.3;
/** Below this nobody is asked back about kinds alone. */
const ASKED = 0.15;
/** Below this a kind is not offered either. */
const POSSIBLE = 0.03;
/** A change is only offered where it may well be meant. */
const OFFERED_COMMAND = 0.2;
const MOST_OFFERS = 2;
const MOST_CHOICES = 3;

/** An offer with the id of what it is about. */
type Choice = Offer & { id?: string };

interface Prepared {
  p: number;
  intent: Decidable;
  filled: Filled;
}

/** `ruled`: what the rules read, in order; never empty. */
export function decide(ruled: readonly Reading[], deciding: Deciding): Reading[] {
  const { sketch, candidates, intentNamed } = deciding;
  const answers = ruled.filter(({ question }) => !intentNamed(question)?.fallback);
  const orders = !sketch.isQuestion && answers.some(({ question }) => intentNamed(question)?.command);
  const ground = orders && deciding.ground !== "follow-up" ? "command" : deciding.ground;
  const all = weighed(byTopic(candidates, sketch, intentNamed), answers, ground);
  const [best] = all;
  if (!best) return [...ruled];
  const read = answers.find(({ question }) => question === best.intent);
  if (read) {
    const closer = ground === "follow-up" ? undefined : closerPart(read, deciding);
    const instead = [read].flatMap((one) => offerOfReading(one, deciding) ?? []);
    if (closer?.clearly)
      return withOffers(
        ruled.map((one) => (one === read ? closer.part : one)),
        instead,
        deciding,
      );
    const parts = closer ? [closer.part].flatMap((one) => offerOfReading(one, deciding) ?? []) : [];
    const others = ground === "follow-up" ? [] : [...parts, ...otherItems(read, deciding)];
    const kinds = best.p >= SURE.question ? [] : offersOf(prepared(all.slice(1), deciding), deciding);
    return withOffers(
      ground === "follow-up" ? ruled : withItem(ruled, read, deciding),
      [...others.slice(0, kinds.length ? 1 : MOST_OFFERS), ...kinds],
      deciding,
    );
  }
  if (asksOf(ruled, best.intent, deciding)) return [...ruled];
  return byCandidates(prepared(all, deciding, carriedItem(answers, deciding)), answers, deciding) ?? [...ruled];
}

/** By how much better the words must fit an action than its priority's own title. */
const CLOSER = 0.12;

/** The same of the one action of a priority whose words were said, where the priority's own words were not. */
function closerPart(read: Reading, { sketch, intentNamed }: Deciding): { part: Reading; clearly: boolean } | undefined {
  const { scope, ...args } = read.args as Record<string, unknown>;
  const { guide } = sketch.context;
  const item = typeof scope === "string" ? guide.catalogue.find(scope) : undefined;
  if (item?.type !== "priority" || itemsIn(sketch).length || !intentNamed(read.question)?.about?.includes("action")) return undefined;
  const [best, second] = searchTopics(sketch.topic, guide, { types: ["action"] }).topics;
  if (best?.item.type !== "action" || best.item.priority.id !== item.id || best.score < leastScore) return undefined;
  const own = searchTopics(sketch.topic, guide, { types: ["priority"] }).topics.find((topic) => topic.item === item)?.score ?? 0;
  const alone = best.score - (second?.score ?? 0) >= CLOSER / 3;
  if (best.score < own) return undefined;
  return { part: readingNamed(read.question, { ...args, scope: best.item.id }), clearly: alone && best.score - own >= CLOSER };
}

/** Whether the rules ask back with choices of that very intent. */
function asksOf([first]: readonly Reading[], intent: string, { readAgain }: Deciding): boolean {
  if (first?.question !== "choose" || !readAgain) return false;
  const [choice] = first.args.choices;
  return choice !== undefined && readAgain(choice.says)[0]?.question === intent;
}

/** What the rules read of the whole plan, of the part that the words surely name. */
function withItem(ruled: readonly Reading[], read: Reading, { sketch, intentNamed }: Deciding): Reading[] {
  const { scope, person, ...args } = read.args as Record<string, unknown>;
  const intent = intentNamed(read.question);
  if (!intent?.argumentNames.includes("scope") || intent.command || (scope !== undefined && scope !== "plan") || person !== undefined) return [...ruled];
  const filled = fillArguments(intent, sketch);
  if (filled.found !== "arguments" || !filled.sure || !filled.item || filled.all.length > 1) return [...ruled];
  const made = readingNamed(read.question, { ...args, scope: filled.item.id });
  return ruled.map((one) => (one === read ? made : one));
}

/** The same asked of items that fit the words nearly as well; none where an item is named by its id or surely meant. */
function otherItems(read: Reading, deciding: Deciding): Choice[] {
  const intent = deciding.intentNamed(read.question);
  const filled = intent && !intent.command ? fillArguments(intent, deciding.sketch) : undefined;
  if (!intent || filled?.found !== "arguments" || filled.sure) return [];
  const own = offerOfReading(read, deciding)?.says;
  return offersFor(intent, [...filled.all, ...filled.others], deciding).filter(({ says }) => says !== own);
}

/** What the rules took over from the turn before. */
function carriedItem(answers: readonly Reading[], { sketch }: Deciding): Item | undefined {
  const carried = answers.find(({ args }) => args.carried);
  return carried && itemBefore([carried], sketch);
}

/** `about`: the item that the rules found, for who says nothing of one. */
const prepared = (candidates: readonly Candidate[], { sketch, intentNamed }: Deciding, about?: Item): Prepared[] =>
  candidates.slice(0, 5).flatMap(({ intent: name, p }) => {
    const intent = p >= POSSIBLE ? intentNamed(name) : undefined;
    return intent && !intent.fallback ? [{ p, intent, filled: fillArguments(intent, sketch, about) }] : [];
  });

/** What the candidates say, beside what the rules read; nothing when none of them can be answered or offered. */
function byCandidates(all: readonly Prepared[], answers: readonly Reading[], deciding: Deciding): Reading[] | undefined {
  const complete = all.filter(({ filled }) => filled.found !== "incomplete");
  const [first, ...rest] = complete;
  if (!first) return undefined;
  const { intent, filled } = first;
  const p = first.p / (1 - all.filter((one) => !complete.includes(one)).reduce((sum, one) => sum + one.p, 0));
  const offers = [...answers.flatMap((one) => offerOfReading(one, deciding) ?? []), ...offersOf(rest, deciding)];
  if (filled.found === "unknown") return [reading("unknown-id", { id: filled.id })];
  const sure = first.p >= (intent.command ? SURE.command : SURE.question);
  if (p >= NEAR && filled.found === "arguments" && (sure || !intent.command)) {
    const others = offersFor(intent, filled.others, deciding);
    const asked = filled.faint && asking([...offersFor(intent, filled.all, deciding), ...others, ...offers]);
    if (asked) return asked;
    const made = filled.all.map((args) => readingNamed(intent.name, args));
    const beside = sure ? others : [...others.slice(0, 1), ...offers, ...others.slice(1)];
    return beside.length
      ? withOffers(
          made.map((one) => assumed(one, deciding)),
          beside,
          deciding,
        )
      : made;
  }
  if (p >= NEAR && filled.found === "several")
    return asking([...answers.flatMap((one) => offerOfReading(one, deciding) ?? []), ...offersFor(intent, filled.all, deciding)]) ?? asking(offers);
  const whole = p >= ASKED ? asking([...offersOf([first], deciding), ...offers]) : undefined;
  return byItem(complete, deciding) ?? whole ?? askingByItem(complete, deciding);
}

/** No kind is near, but an item is: the card of how it stands has most of what may be meant. */
function byItem(all: readonly Prepared[], deciding: Deciding): Reading[] | undefined {
  const about = all.filter(({ intent, filled }) => !intent.command && filled.found === "arguments" && filled.item);
  const [first] = about;
  if (first?.filled.found !== "arguments") return undefined;
  const share = about.reduce((sum, { p }) => sum + p, 0);
  if (share < NEAR) return undefined;
  const made = first.filled.all.map((args) => assumed(readingNamed(first.intent.name, args), deciding));
  const others = all.filter((one) => one !== first);
  return withOffers(made, [...offersFor(first.intent, first.filled.others, deciding), ...offersOf(others, deciding)], deciding);
}

/** Something of the plan is near in meaning, and nothing tells what is asked of it: how each of the nearest stands. */
function askingByItem(all: readonly Prepared[], deciding: Deciding): Reading[] | undefined {
  if (all[0]?.intent.outOfPlan) return undefined;
  const { topics } = searchTopics(deciding.sketch.topic, deciding.sketch.context.guide, {
    types: ["theme", "priority", "action", "measure"],
    throughParts: true,
  });
  const made = topics
    .filter(({ score }) => score >= leastScore)
    .slice(0, MOST_CHOICES)
    .map(({ item }) => (item.type === "measure" ? reading("figure", { measure: item.id }) : reading("standing", { scope: item.id })));
  return asking(made.flatMap((one) => offerOfReading(one, deciding) ?? []));
}

/** Every reading that can be said on a button, of every item that fits. */
const offersOf = (all: readonly Prepared[], deciding: Deciding): Choice[] =>
  all.flatMap(({ intent, filled, p }) => {
    if (intent.command && p < OFFERED_COMMAND) return [];
    return filled.found === "several" || filled.found === "arguments" ? offersFor(intent, filled.all.slice(0, 2), deciding) : [];
  });

const offersFor = (intent: Decidable, all: readonly Record<string, unknown>[], deciding: Deciding): Choice[] =>
  all.flatMap((args) => offerOfReading(readingNamed(intent.name, args), deciding) ?? []);

/** Only what is read back as the same is offered. */
function offerOfReading(one: Reading, { intentNamed, sketch, readAgain }: Deciding): Choice | undefined {
  const offer = readAgain && offerOf(one, intentNamed(one.question)?.phrase, sketch.context.guide.catalogue);
  if (!offer) return undefined;
  const [again, ...more] = readAgain(offer.says);
  if (!again || more.length) return undefined;
  // Near commands on the same thing open cards that lead to each other.
  const alike = Boolean(intentNamed(one.question)?.command && intentNamed(again.question)?.command && about(one).id === about(again).id);
  return again.question === one.question || alike ? { ...offer, ...about(one) } : undefined;
}

/** Its id said alone picks a choice. */
function about({ args }: Reading): { id?: string } {
  const { measure, action, scope } = args as Record<string, unknown>;
  const id = [measure, action, scope].find((it) => typeof it === "string" && it !== "plan");
  return typeof id === "string" ? { id } : {};
}

function distinct<T extends Offer>(offers: readonly T[], most: number): T[] {
  const seen = new Set<string>();
  return offers.filter(({ says }) => !seen.has(says) && seen.add(says)).slice(0, most);
}

/** Asks back with whole readings; nothing when there is only one or none to offer. */
function asking(offers: readonly Choice[]): Reading[] | undefined {
  const choices = distinct(offers, MOST_CHOICES);
  return choices.length > 1 ? [reading("choose", { about: "", choices })] : undefined;
}

/** Says what the words were taken for. */
function assumed(made: Reading, deciding: Deciding): Reading {
  const offer = offerOfReading(made, deciding);
  const { carried } = made.args;
  return offer && !carried ? readingNamed(made.question, { ...made.args, carried: `Taken as "${offer.label}"` }) : made;
}

/** The other readings stand on buttons beside the answer. */
function withOffers(readings: readonly Reading[], offers: readonly Choice[], { intentNamed }: Deciding): Reading[] {
  const [last] = readings.slice(-1);
  // A form says itself what it is of, and is only pressed when that is right; a greeting needs no other reading.
  const intent = last && intentNamed(last.question);
  if (intent?.command || intent?.smallTalk) return [...readings];
  const instead = distinct(offers, MOST_OFFERS).map(({ label, says }) => ({ label, says }));
  if (!last || !instead.length) return [...readings];
  return [...readings.slice(0, -1), readingNamed(last.question, { ...last.args, instead })];
}
