/** The actions under something, and how anything stands: what is left when nothing narrower was asked. */

import type { Interpretation } from "../../assistant/assistant.js";
import type { ArgsOf } from "../../intents/index.js";
import type { Item } from "../../plan/index.js";
import type { State } from "../../request/args.js";
import { aspectOf } from "../aspects.js";
import { mostChoices, reading, readingsAbout } from "../readings.js";
import { type Subject, subjectOf } from "../subject.js";
import { findTopics } from "../topics.js";
import { itemsIn, type Utterance } from "../utterance.js";
import { saysWholePlan } from "../whole-plan.js";
import { areaTypes, personOf, type Rule, saysAction, statesAsked, workTypes } from "./rule.js";

/** "what actions are in People" */
export const actions: Rule = (utterance) => {
  const { ask } = utterance;
  const plural = /\b(?:actions|tasks|activities|steps|to dos?|projects|deliverables)\b/.test(ask);
  const doing =
    /\bwhat (?:are|is|do|have) (?:we|you|they|being|the council|the service|there) (?:actually )?(?:doing|done|planning|planned|going to do|to do|being done|plan to do|committed|promised|in there)\b|\bwhat (?:is|are) (?:being done|planned|in|involved|under|inside|included)\b|\bwhat (?:sits|comes|falls|is there) (?:in|under|within|inside)\b|\bbreak ?down\b|\bwhat does «\d+» (?:involve|include|cover|contain|consist)\b|^(?:list|show|outline|display|what is in|contents of) \b/.test(
      ask,
    );
  if (!plural && !doing) return undefined;
  if (/\b(?:status|rag|progress|how)\b/.test(ask) && !/\b(?:list|which|what|show|all)\b/.test(ask)) return undefined;
  const person = personOf(utterance);
  const states = statesAsked(utterance.states);
  if (person !== undefined) return [reading("actions", { scope: "plan", states, person })];
  if (/\b(?:priorities|themes)\b/.test(ask) && !plural) return undefined;
  const subject = subjectOf(utterance, { types: areaTypes, throughParts: true });
  if (subject.found === "nothing" && subject.strange.length && !plural) return undefined;
  if (subject.found === "nothing" && !subject.strange.length) return plural ? [reading("actions", { scope: "plan", states })] : undefined;
  return readingsAbout(
    utterance,
    subject,
    (item) => (item.type === "action" || item.type === "measure" ? undefined : reading("actions", { scope: item.id, states })),
    (id) => `List the actions in ${id}`,
    () => reading("actions", { scope: "plan", states }),
  );
};

const standingWords =
  /\b(?:how|hows|list|status|state|rag|rating|doing|going|progress|progressing|track|up to|up to date|where|update|getting on|coming along|coming on|faring|look|looking|finished|complete|completed|done|started|begun|begin|colour|red|amber|green|blue|why|reason|reasons|position|health|shape|performing|performance|things|stand|standing|stands|overview|summary|summarise|tell|about|explain|detail|details|cancelled|late|behind|risk|good|ok|okay|fine|happening|latest|news|any|is|are|has|have|headway|well|closed|under way|underway|ready|met|whats|what|show|give|changed|updated)\b/;

/** Words that ask how something stands and nothing else: without them, a word that the plan does not have may be what was asked about. */
const surelyStatus =
  /\b(?:how|status|state|rag|doing|going|progress\w*|track|up to|update|getting|coming|faring|position|health\w*|perform\w*|colour|red|amber|green|blue|why|complete\w*|finished|done|started|begun|overdue|late|behind|risk|ok|okay|good|fine|target|happening|latest|news|movement|stand|score|story|where|tell me about|headlines?|line|briefing|brief|summary|overview|gist|para|paragraph|note|course|trouble|problems?)\b/;

const askedOf: Partial<Record<State, ArgsOf<"standing">["asked"]>> = {
  complete: "complete",
  green: "on-track",
  amber: "at-risk",
  red: "off-track",
  "not-started": "not-started",
  cancelled: "cancelled",
};

/** "how is 2.3 doing", "why is it red" */
export const standing: Rule = (utterance) => {
  const { ask, states } = utterance;
  const actionMeant = saysAction(utterance);
  const why =
    /\bwhy\b|\bholdup\b|\bhold(?:ing|s)? (?:\w+ )?up\b|\bheld up\b|\bblock(?:er|ers|ed|ing)\b|\breasons?\b|\bexplain\b|\bcause\b|\bhow come\b/.test(ask) ||
    undefined;
  const asked =
    /\b(?:started|begun|under way|underway|kicked off)\b/.test(ask) && !states.includes("not-started")
      ? "started"
      : states.length === 1
        ? askedOf[states[0] as State]
        : undefined;
  const make = (scope: string, unknown?: string[]) => reading("standing", { scope, asked, why, unknown: unknown?.length ? unknown : undefined });
  const plan = () => make("plan");
  const measured = actionMeant || itemsIn(utterance).length || utterance.unknown.length ? undefined : measureMeant(utterance);
  if (measured) return measured;
  const subject = actionMeant
    ? subjectOf(utterance, { types: ["action", "priority", "theme"] })
    : byPriority(subjectOf(utterance, { types: workTypes, throughParts: true }), utterance);
  if (subject.found === "nothing") {
    if (subject.strange.length || !standingWords.test(ask) || utterance.topic.chunks.length) return undefined;
    return saysWholePlan(utterance.ask) || /\b(?:status|progress|overview|summary|how are (?:we|things)|how is (?:it|everything)|priorities|themes)\b/.test(ask)
      ? [plan()]
      : undefined;
  }
  if (subject.found !== "plan" && !itemsIn(utterance).length && utterance.topic.strange.length && !surelyStatus.test(ask)) return undefined;
  const unknown = subject.found === "items" && itemsIn(utterance).length ? attributeAsked(utterance) : undefined;
  return readingsAbout(
    utterance,
    subject,
    (item) => (item.type === "measure" ? reading("figure", { measure: item.id }) : make(item.id, unknown)),
    (id) => `How is ${id} doing?`,
    plan,
  );
};

/** "how are school visits doing": the words of a measure, and hardly of anything else. */
function measureMeant(utterance: Utterance): Interpretation[] | undefined {
  const { planIndex } = utterance.context;
  const best = findTopics(utterance.topic, planIndex, { types: ["measure"] })[0];
  if (
    !best ||
    best.score < 0.85 ||
    utterance.topic.chunks.flat().length < 2 ||
    findTopics(utterance.topic, planIndex, { types: workTypes }).some(({ score }) => score >= 0.6)
  )
    return undefined;
  const subject = subjectOf(utterance, { types: ["measure"] });
  return readingsAbout(
    utterance,
    subject,
    (item) => reading("figure", { measure: item.id, aspect: aspectOf(utterance.ask) }),
    (id) => `Latest figure for ${id}`,
  );
}

/** Actions that fit alike are asked about themselves; with anything else among them, or many, by their priorities. */
function byPriority(subject: Subject, { context: { planIndex } }: Utterance): Subject {
  if (subject.found !== "several") return subject;
  if (subject.items.length <= mostChoices && subject.items.every(({ type }) => type === "action")) return subject;
  const items = [...new Set(subject.items.map((item) => ("priority" in item ? (planIndex.catalogue.find(item.priority.id) as Item) : item)))];
  return items.length === 1 ? { found: "items", items } : { found: "several", items };
}

/** "what is the budget for 2.3": words asked about that the plan knows nothing of. */
function attributeAsked({ ask, topic }: Utterance): string[] | undefined {
  if (
    /\bholdup\b|\bhold\w* up\b/.test(ask) ||
    !/\b(?:what|how much|how many|which|where)\b/.test(ask) ||
    /\b(?:status|rag|progress|doing|going|happening)\b/.test(ask)
  )
    return undefined;
  return topic.strange.length ? topic.strange.slice(0, 3) : undefined;
}
