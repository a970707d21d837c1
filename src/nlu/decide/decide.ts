/** Which reading of a text is answered, which are offered beside it, and when to ask back: rules and classifier together. Pure. */
import type { Item } from "../../plan/index.js";
import type { Reading } from "../../questions/desk.js";
import type { Offer } from "../../request/args.js";
import { reading, readingNamed } from "../readings.js";
import type { Sketch } from "../sketch.js";
import { type Filled, fillArguments } from "./arguments.js";
import type { Candidate } from "./candidate.js";
import type { Decidable } from "./decidable.js";
import { offerOf } from "./offers.js";

export interface Deciding {
  sketch: Sketch;
  /** Best first. */
  candidates: readonly Candidate[];
  intentNamed(name: string): Decidable | undefined;
  /** What the rules read of a text by itself. */
  readAgain(text: string): Reading[];
}

/** From here on the kind of question is taken as certain. */
const SURE = { question: 0.7, command: 0.85 };
/** Below this a kind is not answered, only offered. */
const NEAR = 0.4;
/** Below this a kind is not offered either. */
const POSSIBLE = 0.04;
const MOST_OFFERS = 2;
const MOST_CHOICES = 3;

interface Prepared {
  p: number;
  intent: Decidable;
  filled: Filled;
}

/** `ruled`: what the rules read, in order; never empty. */
export function decide(ruled: readonly Reading[], deciding: Deciding): Reading[] {
  const { candidates, intentNamed } = deciding;
  const [best] = candidates;
  const intent = best && intentNamed(best.intent);
  if (!best || !intent || ruled.some(({ question }) => question === best.intent)) return [...ruled];
  const answered = ruled.some(({ question }) => !intentNamed(question)?.fallback);
  const certain = best.p >= (intent.command ? SURE.command : SURE.question);
  if (answered && !certain) return withOffers(ruled, offersOf(prepared(deciding), deciding));
  return byCandidates(ruled, deciding) ?? [...ruled];
}

const prepared = ({ sketch, candidates, intentNamed }: Deciding): Prepared[] =>
  candidates.slice(0, 5).flatMap(({ intent: name, p }) => {
    const intent = p >= POSSIBLE ? intentNamed(name) : undefined;
    return intent ? [{ p, intent, filled: fillArguments(intent, sketch) }] : [];
  });

/** What the candidates say, beside what the rules read; nothing when none of them can be answered or offered. */
function byCandidates(ruled: readonly Reading[], deciding: Deciding): Reading[] | undefined {
  const all = prepared(deciding);
  const [first] = all;
  if (!first) return undefined;
  const { intent, filled, p } = first;
  const offers = [...ruled.flatMap((one) => offerOfReading(one, deciding) ?? []), ...offersOf(all.slice(1), deciding)];
  if (p >= NEAR && filled.found === "unknown") return [reading("unknown-id", { id: filled.id })];
  if (p >= NEAR && filled.found === "arguments") {
    const made = readingNamed(intent.name, filled.args);
    return p >= SURE.question ? [made] : withOffers([assumed(made, deciding)], offers);
  }
  if (p >= NEAR && filled.found === "several") return asking(choicesAmong(intent, filled, deciding)) ?? asking(offers);
  return asking(offersOf(all, deciding));
}

/** Every reading that can be said on a button, of every item that fits. */
const offersOf = (all: readonly Prepared[], deciding: Deciding): Offer[] =>
  all.flatMap(({ intent, filled }) => {
    if (filled.found === "several") return choicesAmong(intent, filled, deciding).slice(0, 2);
    return filled.found === "arguments" ? (offerOfReading(readingNamed(intent.name, filled.args), deciding) ?? []) : [];
  });

const choicesAmong = (intent: Decidable, { items, argument, args }: Filled & { found: "several" }, deciding: Deciding): Offer[] =>
  items.slice(0, MOST_CHOICES).flatMap((item: Item) => offerOfReading(readingNamed(intent.name, { ...args, [argument]: item.id }), deciding) ?? []);

/** Only what is read back as the same is offered. */
function offerOfReading(one: Reading, { intentNamed, sketch, readAgain }: Deciding): Offer | undefined {
  const offer = offerOf(one, intentNamed(one.question)?.phrase, sketch.context.guide.catalogue);
  if (!offer) return undefined;
  const [again, ...more] = readAgain(offer.says);
  return again?.question === one.question && !more.length ? offer : undefined;
}

function distinct(offers: readonly Offer[], most: number): Offer[] {
  const seen = new Set<string>();
  return offers.filter(({ says }) => !seen.has(says) && seen.add(says)).slice(0, most);
}

/** Asks back with whole readings; nothing when there is only one or none to offer. */
function asking(offers: readonly Offer[]): Reading[] | undefined {
  const choices = distinct(offers, MOST_CHOICES);
  return choices.length > 1 ? [reading("choose", { about: "", choices })] : undefined;
}

/** Says what the words were taken for. */
function assumed(made: Reading, deciding: Deciding): Reading {
  const offer = offerOfReading(made, deciding);
  const { carried } = made.args;
  return offer && !carried ? reading(made.question, { ...made.args, carried: `Taken as "${offer.label}"` }) : made;
}

/** The other readings stand on buttons beside the answer. */
function withOffers(readings: readonly Reading[], offers: readonly Offer[]): Reading[] {
  const [last] = readings.slice(-1);
  const instead = distinct(offers, MOST_OFFERS);
  if (!last || !instead.length) return [...readings];
  return [...readings.slice(0, -1), reading(last.question, { ...last.args, instead })];
}
