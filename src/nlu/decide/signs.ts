/** What speaks for and against an alternative, as numbers that are weighed. Pure. */
import type { Item } from "../../plan/index.js";
import { lettersIn } from "../pointing.js";
import { nearestTopics, searchTopics } from "../topics.js";
import { itemsIn, type Utterance } from "../utterance.js";
import { mentionsWholePlan, saysWholePlan } from "../whole-plan.js";
import type { Alternative, Meaning } from "./alternatives.js";
import { saysNoTopic, topicFor, withoutSubject } from "./phrasing.js";

export type Sign = readonly [name: string, value: number];

const EVERY_TYPE: readonly Item["type"][] = ["theme", "priority", "action", "measure"];
/** What a rule read is never ruled out by examples alone. */
const LEAST = { likely: 1e-3, ruled: 0.03 };

/** Of items that are only the nearest. */
const WEAK_FIT = 0.35;

/** What holds of the text, whatever it means. */
export interface TopicFits {
  /** How well each item fits the words by itself. */
  fits: ReadonlyMap<Item, number>;
  best: number;
}

/** How well the words of a text fit each item, searched once for all alternatives. */
export function topicFitsOf({ topic, context: { planIndex } }: Utterance): TopicFits {
  const found = searchTopics(topic, planIndex, { types: EVERY_TYPE }).topics;
  const topics = found.length ? found : nearestTopics(topic, planIndex, { types: EVERY_TYPE });
  return { fits: new Map(topics.map(({ item, score }) => [item, score])), best: topics[0]?.score ?? 0 };
}

/** What speaks for and against one alternative, each sign with its strength. */
export function signsOf(one: Alternative, { utterance, ground, candidates }: Meaning, around: TopicFits): Sign[] {
  const { intent, p, option, asks } = one;
  const signs: Sign[] = [["likely", Math.log(Math.max(p, one.ruled === "exactly" ? LEAST.ruled : LEAST.likely))]];
  const add = (name: string, value: number | boolean) => {
    const worth = Number(value);
    if (worth) signs.push([name, worth]);
  };
  const whole = utterance.topic.strange.length ? "" : ", all words known";
  if (one.ruled) add(`${one.ruled}, ${asks ? "asks, " : ""}${ground}`, 1);
  if (one.ruled === "exactly") add(`ruled, ${ground}${lettersIn(utterance.ask) <= 4 ? ", short" : ""}${whole}`, 1);
  if (one.ruled === "exactly") add(`ruled, ${ground}, by ${option.by}`, 1);
  if (one.ruled === "exactly") add(`ruled, of the text ${intent.command ? "command" : "question"}`, 1);
  // Where the examples are of many minds, rules know best.
  if (one.ruled === "exactly") add(`ruled${asks ? ", asks" : ""}, likeliest`, Math.log(Math.max(candidates[0]?.p ?? 0, LEAST.likely)));
  add("asks", asks);
  add("command", intent.command);
  add("command, asked", intent.command && utterance.isQuestion);
  add("out of plan", intent.outOfPlan);
  add("small talk, words left", intent.smallTalk && utterance.topic.chunks.length > 0);
  add("out of plan, fit", intent.outOfPlan ? around.best : 0);
  add("out of plan, id", intent.outOfPlan && option.by === "id");
  add("out of plan, strange words", intent.outOfPlan && utterance.topic.strange.length > 0);
  add("command, of what others lead", intent.command && isOfOthers(option.item, utterance));
  add("command, fit", intent.command && option.by === "words" ? option.score : 0);
  const unnamed = option.by === "whole plan" || option.by === "turn before" || option.by === "no subject";
  add("no subject, as usual", unnamed ? withoutSubject(intent.name) : 0);
  add("subject, as seldom", unnamed ? 0 : withoutSubject(intent.name));
  add(`subject by ${option.by}`, 1);
  add(`${intent.name}, about ${option.item?.type ?? "no part"}`, 1);
  subjectSigns(one, utterance, around, add);
  unusedSigns(one, utterance, add);
  return signs;
}

/** Somebody else is named for it. */
function isOfOthers(item: Item | undefined, { context: { asker } }: Utterance): boolean {
  if (!item || item.type === "theme" || !asker) return false;
  const named = item.type === "measure" ? item.measure.reporter : item.type === "action" ? (item.action.lead ?? item.priority.lead) : item.priority.lead;
  return named !== undefined && named !== asker;
}

type Add = (name: string, value: number | boolean) => void;

function subjectSigns({ option: { by, item, score, behind }, intent }: Alternative, utterance: Utterance, { fits, best }: TopicFits, add: Add): void {
  const topic = topicFor(utterance.topic, intent.name);
  const open = topic.chunks.length > 0 && !saysNoTopic(topic, intent.name);
  const known = topic.chunks.flat().some((word) => !topic.strange.includes(word));
  if (!item || by === "turn before") {
    add("words without subject", open);
    add("known words without subject", open && known && !intent.outOfPlan);
    add("best fit without subject", open && !intent.outOfPlan ? best : 0);
  }
  const ofPlan = mentionsWholePlan(utterance.ask);
  add("whole plan, mentioned", ofPlan && (by === "whole plan" || by === "no subject"));
  add("whole plan, said", saysWholePlan(utterance.ask) && (by === "whole plan" || by === "no subject"));
  add("part, plan mentioned", ofPlan && by === "words");
  if (!item) return;
  add(`about ${item.type}`, 1);
  if (by !== "words") return;
  add("fit", score);
  add("weak fit", score < WEAK_FIT);
  add("behind", behind);
  add("not the best", behind > 0);
  add("no topic", !open);
  const own = fits.get(item) ?? 0;
  add("own fit behind", best - own);
  add("own fit not the best", best - own > 0.001);
  add(`own fit behind, ${item.type}`, best - own);
  add("strange words", topic.strange.length > 0);
  if (item.type === "priority") {
    const parts = [...fits].filter(([other, fit]) => "priority" in other && other.priority === item.priority && other !== item && fit >= best * 0.9);
    add("one part fits", parts.length === 1);
    add("several parts fit", parts.length > 1);
  }
  add("theme, said", item.type === "theme" && /\btheme\b/.test(utterance.ask));
}

/** What the text says that the answer would not heed. */
function unusedSigns({ readings, option }: Alternative, utterance: Utterance, add: Add): void {
  const used = new Set(readings.flatMap(({ args }) => Object.keys(args)));
  const any = (...names: string[]) => names.some((name) => used.has(name));
  add(
    "time unused",
    utterance.times.length > 0 && !any("window", "soon", "until", "from", "year", "quarter", "day", "at", "date", "due", "back", "since", "for", "step"),
  );
  add("time used", utterance.times.length > 0 && any("window"));
  add("person unused", utterance.people.length > 0 && !any("person", "people", "to", "name", "cover", "by"));
  add("person used", utterance.people.length > 0 && any("person"));
  add("own unused", utterance.mine && !any("person", "people"));
  add("own used", utterance.mine && any("person"));
  add("status unused", utterance.states.length > 0 && !any("states", "status", "asked", "end"));
  add("status used", utterance.states.length > 0 && any("states"));
  add("ids unused", itemsIn(utterance).length > 0 && option.by !== "id" && !any("scopes", "ids"));
  add("reason asked", any("why"));
  add("reason unheeded", /^(?:and |but |so )?(?:why|how come)\b/.test(utterance.ask) && !any("why"));
  add("several subjects used", any("scopes"));
  add("unknown id unheeded", utterance.unknown.length > 0 && option.by !== "unknown id");
  add("figure unused", /(?<![\p{L}\d«‹⟦.])£?\d[\d,]*(?![\d»›⟧.]|\p{L})/u.test(utterance.ask) && !any("value", "text", "quarter", "year"));
}
