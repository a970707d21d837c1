/** Turns that lean on the one before: "and 2.4?", "what about Place?", "in year 5?", "the second one". */

import type { Interpretation } from "../assistant/assistant.js";
import { traitsOf } from "../intents/index.js";
import { type Item, periodAt, periodBefore, periodInWords } from "../plan/index.js";
import type { Window } from "../request/args.js";
import { ofMeasure } from "./measure-follow-up.js";
import { reading, readingsAbout, windowOf } from "./readings.js";
import { subjectOf } from "./subject.js";
import type { Time } from "./times/time.js";
import { itemsIn, timeOf, type Utterance } from "./utterance.js";

const leansOn =
  /^(?:and|just|only|what about|how about|what of|ok and|so|then|or|also|same (?:again|for|with|question)|the same|idem|ditto|now|but|ok|okay|what|how|plus|as well as|likewise|similarly|(?:sorry|oops|no|wait)\b.*\b(?:meant|mean|not)|i (?:meant|mean)|make that|rather|instead)\b/;

/** A reading, or words to be read instead. */
type Followed = Interpretation | { says: string };

/** Reads a turn as the question before with something exchanged; nothing when it stands by itself. */
export function followUp(utterance: Utterance): Followed[] | undefined {
  const last = utterance.context.before.at(-1);
  if (!last) return undefined;
  return chosen(utterance, last) ?? listedOut(utterance, last) ?? whoseAreThey(utterance, last) ?? ofMeasure(utterance) ?? exchanged(utterance, last);
}

const places: Record<string, number> = {
  first: 0,
  "1": 0,
  "1st": 0,
  one: 0,
  second: 1,
  "2": 1,
  "2nd": 1,
  two: 1,
  third: 2,
  "3": 2,
  "3rd": 2,
  three: 2,
  fourth: 3,
  "4": 3,
  "4th": 3,
  four: 3,
};

/** The answer to asking back. The assistant reads the choice's own words then. */
function chosen(utterance: Utterance, last: Interpretation): Followed[] | undefined {
  if (last.question !== "choose") return undefined;
  const { choices } = last.args;
  const item = itemsIn(utterance)[0];
  if (everyOne.test(utterance.ask)) return choices.map(({ says }) => ({ says }));
  const choice =
    choices.find(({ id }) => id !== undefined && id === (item && namedAlone(utterance) ? idAmong(item, choices) : undefined)) ??
    byPlace(utterance.ask, choices);
  return choice && [{ says: choice.says }];
}

const everyOne = /^(?:all|both|each|every)(?: (?:of )?(?:them|these|one|two|three|four))?[ .!?]*$/;

/** The answer is hardly more than the id. */
const namedAlone = ({ ask }: Utterance): boolean => ask.replace(/«\d+»/, "").split(" ").filter(Boolean).length <= 4;

/** The choice that is the item, or the only one that stands under it. */
function idAmong(item: Item, choices: { id?: string }[]): string | undefined {
  const under = choices.filter(({ id }) => id?.startsWith(`${item.id}.`));
  return choices.some(({ id }) => id === item.id) ? item.id : under.length === 1 ? under[0]?.id : undefined;
}

const placePattern =
  /^(?:the |number |option |i mean |i meant )*(first|second|third|fourth|1st|2nd|3rd|4th|last|[1-4]|one|two|three|four)(?: one| option)?[ .!?]*$/;

function byPlace<T>(ask: string, choices: T[]): T | undefined {
  const place = placePattern.exec(ask)?.[1];
  return place === "last" ? choices.at(-1) : choices[places[place ?? ""] ?? -1];
}

/** "which ones?" after a number. */
function listedOut({ ask }: Utterance, last: Interpretation): Interpretation[] | undefined {
  if (
    last.question !== "count" ||
    !/^(?:and |so |ok )*(?:which|what|who|list|show|name)(?: are| is)?(?: (?:ones?|they|those|them|it|these))*[ ?.!]*$/.test(ask)
  )
    return undefined;
  return [reading("count", { ...last.args, list: true })];
}

/** "who leads them?" of a list: its rows name the leads. */
function whoseAreThey({ ask }: Utterance, last: Interpretation): Interpretation[] | undefined {
  if (!traitsOf(last.question).namesLeads || !/^(?:and |so )?(?:who|whose)\b.*\b(?:they|them|those|these)\b/.test(ask)) return undefined;
  return [reading(last.question, { ...last.args, carried: "The lead stands with each." })];
}

const workTypes: readonly Item["type"][] = ["theme", "priority", "action"];

/** True when the words ask nothing of themselves: only a subject, a time or a person. */
function asksNothing({ ask }: Utterance): boolean {
  const left = ask
    .replace(/«\d+»|⟦\d+⟧|‹\d+›|¤/g, " ")
    .replace(
      /\b(?:and|what|how|about|of|ok|okay|so|then|or|also|same|again|idem|ditto|likewise|sorry|oops|no|wait|i|we|me|meant|mean|make|rather|instead|just|only|please|question|lot|stuff|bits?|ones?|for|now|but|the|in|on|a|is|with|theme|priority|action|measure|plus|as|well|by|due|at|that|it|s)\b|[?.!,:;-]/g,
      " ",
    );
  return left.trim() === "";
}

function exchanged(utterance: Utterance, last: Interpretation): Interpretation[] | undefined {
  const { ask } = utterance;
  const bare = asksNothing(utterance);
  const leaning = leansOn.test(ask);
  const time = timeOf(utterance);
  const onlyTopic =
    leaning &&
    !/\b(?:who|when|why|which|status|due|overdue|doing|list|many|lead|leads|trend|target|baselines?|history|reports?|reporter|measures?|figures?|actions?|late|missing|going|chang\w*|updated|happened|different|new|committee|answer|answered|unanswered|charts?|graphs?|timelines?)\b/.test(
      ask,
    );
  if (
    utterance.mine &&
    traitsOf(last.question).followUp?.includes("person") &&
    /^(?:(?:and|just|only|what about|how about|ok|for|my|mine|me|ones?|own|the|is|are) ?)+[?.! ]*$/.test(ask)
  )
    return [
      reading(last.question, {
        ...last.args,
        scope: last.question === "actions" ? "plan" : undefined,
        person: utterance.context.asker ?? "",
        carried: "The same question, only yours.",
      }),
    ];
  if (!bare && !onlyTopic) return undefined;
  if (time && !itemsIn(utterance).length && !utterance.topic.chunks.length) return otherTime(utterance, last);
  if (utterance.people[0] && traitsOf(last.question).followUp?.includes("person"))
    return [reading(last.question, { ...last.args, person: utterance.people[0], carried: "The same question for another person." })];
  if (!leaning) return undefined;
  return otherSubject(utterance, last, time);
}

type ReadingOf<Name extends Interpretation["question"]> = Extract<Interpretation, { question: Name }>;

/** The figure of another period: one that is named, or the one before or after. */
function otherPeriod(utterance: Utterance, { args: last }: ReadingOf<"figure">, time: Time): Interpretation {
  const args = { ...last, carried: `Still about ${last.measure}.` };
  if (time.step === undefined) return reading("figure", { ...args, window: windowOf(time), back: undefined });
  const shown = last.window && periodShown(utterance, last.measure, last.window, time.step);
  if (shown) return reading("figure", { ...args, window: shown });
  return reading("figure", { ...args, window: undefined, back: Math.max(0, (last.back ?? 0) + time.step) || undefined });
}

function otherTime(utterance: Utterance, last: Interpretation): Interpretation[] | undefined {
  const time = timeOf(utterance);
  if (!time) return undefined;
  if (last.question === "figure") return [otherPeriod(utterance, last, time)];
  if (last.question === "due") {
    const { scope } = last.args;
    const carried = scope && time.step === undefined ? `Still about ${scope}.` : "Still about what is due.";
    const window = time.step === undefined ? windowOf(time) : windowBeside(utterance, last.args.window, time.step);
    return window && [reading("due", { ...last.args, window, soon: time.soon, carried })];
  }
  if (time.step !== undefined) return undefined;
  if (last.question === "missing") return [reading("missing", { ...last.args, window: windowOf(time), carried: "Still about missing figures." })];
  if (last.question === "calendar") return [reading("calendar", { ...last.args, year: time.year, quarter: time.quarter, carried: undefined })];
  return undefined;
}

function otherSubject(utterance: Utterance, last: Interpretation, time: ReturnType<typeof timeOf>): Interpretation[] | undefined {
  if (!itemsIn(utterance).length && !utterance.topic.chunks.length && !utterance.unknown.length) return undefined;
  const { carried: _, ...args } = last.args;
  const { subjects = workTypes, followUp = [], bareSubject } = traitsOf(last.question);
  // Of several types a measure is only meant where nothing else can be.
  const types = subjects.length === 1 ? subjects : workTypes;
  const subject = subjectOf(utterance, { types, throughParts: !types.includes("measure") });
  const window = time ? { window: windowOf(time) } : {};
  const make = (item: Item): Interpretation | undefined => {
    if (last.question === "figure")
      return item.type === "measure"
        ? reading("figure", { ...last.args, carried: undefined, measure: item.id, ...window })
        : item.type === "action"
          ? undefined
          : reading("measures", { scope: item.id });
    if (item.type === "measure") return reading("figure", { measure: item.id, ...window });
    if (followUp.includes("scope"))
      return reading(last.question, {
        ...args,
        scope: item.id,
        label: undefined,
        unknown: undefined,
        asked: undefined,
        ...(followUp.includes("window") && window),
      });
    if (bareSubject === "status") return reading("standing", { scope: item.id });
    return undefined;
  };
  const made = readingsAbout(utterance, subject, make, (id) => `How is ${id} doing?`);
  return made.length ? made : undefined;
}

/** The period before or after the one that was asked about, by the measure's own frequency. */
function periodShown({ context: { plan, planIndex } }: Utterance, measure: string, { from }: Window, step: number): Window | undefined {
  const item = planIndex.catalogue.find(measure);
  if (item?.type !== "measure") return undefined;
  const period = periodBefore(plan, periodAt(plan, item.measure.frequency ?? "quarterly", from), step);
  return { from: period.from, to: period.to, label: periodInWords(period) };
}

/** The same stretch one further on (or back): the quarter after a quarter, the month after a month. */
function windowBeside({ context: { plan } }: Utterance, { from, to }: Window, step: number): Window | undefined {
  const period = (["monthly", "quarterly", "yearly"] as const)
    .map((frequency) => periodAt(plan, frequency, from))
    .find((it) => it.from === from && it.to === to);
  const beside = period && periodBefore(plan, period, step);
  return beside && { from: beside.from, to: beside.to, label: periodInWords(beside) };
}
