/** Who leads and reports what, what somebody leads, and what nobody does. */
import type { ArgsOf } from "../../intents/index.js";
import type { Item } from "../../plan/index.js";
import { asksReporter } from "../aspects.js";
import { reading, readingsAbout } from "../readings.js";
import { subjectOf } from "../subject.js";
import { itemsIn, timeOf, type Utterance } from "../utterance.js";
import { nounOf, personOf, type Rule, workTypes } from "./rule.js";

/** "which actions have no lead" */
export const unled: Rule = ({ ask }) =>
  /\b(?:no|without(?: an?| any)?|lacks?|lacking|missing|needs?|not got|not have|have not got)(?: a| an| any| named)* (?:leads?|owners?|reporters?|lead officers?)\b|\b(?:unassigned|not assigned|unowned|orphan(?:ed)?|unled|who has nothing|not (?:got |have )?(?:any ?one|anybody)\b.*\b(?:lead|leads|leading|own|owning)|nobody (?:leads|owns|leading|is leading|in charge)|no one (?:leads|owns|is leading|leading|responsible)|who has no(?:thing| work))\b/.test(
    ask,
  )
    ? [reading("unled", { what: unledWhat(ask) })]
    : undefined;

const unledWhat = (ask: string): ArgsOf<"unled">["what"] =>
  /\breporters?\b/.test(ask) ? "measures" : (["priorities", "actions", "measures"] as const).find((noun) => nounOf(ask) === noun);

const EVERYBODY =
  /^(?:please |can i |let me |i want to )?(?:who(?: i|'?)s who\b(?! in charge)|name (?:all |all of )?the (?:other )?(?:leads|reporters|people)\b)/;
const PEOPLE_TO_ROLES = /\b(?:match|map|link|assign|put)\b.{0,40}\b(?:job titles?|roles?)\b/;

/** Saying once who is meant by leads that the plan names in words. */
export const whoIsWho: Rule = (utterance) =>
  !itemsIn(utterance).length && !utterance.people.length && (EVERYBODY.test(utterance.line) || PEOPLE_TO_ROLES.test(utterance.line))
    ? [reading("who-is-who")]
    : undefined;

const BRINGING_IN = /^(?:(?:how|where) (?:do|can|would|should) (?:i|we) )?(?:import|upload|replace)(?: (?:a|the|our|my|another)(?: new)? (?:plan|file))?$/;

/** How a plan comes in. */
export const importAsked: Rule = ({ line }) => (BRINGING_IN.test(line) ? [reading("import-help")] : undefined);

const leadWords =
  "(?:leads?|leading|led|owns?|owned|owner|owners|responsible|accountable|in charge|charge|looks? after|looking after|runs?|running|handles?|handling|dealing with|deals with|manages?|managing|contact|contacts|speak to|talk to|speak with|talk to|ask about|heads?|heading|drives?|driving|delivers|delivering|working on|works on|doing|person for|officer|sponsors?|on point|chase|email|belongs? to|point of contact|assigned to|name)";

const reporterWords = /\b(?:reports?|reporting|reporter|reporters|provides?|supplies|submits?|gives?|collects?|enters?|records?|sends?|fills? in|inputs?)\b/;

const leading = new RegExp(`\\b${leadWords}\\b`);
const holdsSomething = new RegExp(
  `\\b${leadWords}\\b|\\b(?:have|has|got|plate|working|doing|down for|responsibilities|portfolio|remit|assigned|actions?|priorities|measures?|stuff|work|list|things|items|everything|mine|tasks?|report|reports|reporting)\\b`,
);

/** "who leads 2.3" */
export const leads: Rule = (utterance) => {
  const { ask } = utterance;
  const who = /\b(?:who|whom|whose|which (?:officer|person|manager|member of staff|lead))\b/.test(ask);
  const noun =
    /\b(?:leads?|owners?|lead officer|named lead|contact|responsible officer|person responsible|reporter) (?:for|of|on|is|in)\b|\b(?:leads?|owner|lead officer|reporter) ?\??$/.test(
      ask,
    ) && !/\b(?:do|does|did|i|they) (?:\S+ )?(?:lead|own)\b/.test(ask);
  if (!who && (!noun || utterance.mine || utterance.people.length || /\bactions\b/.test(ask))) return undefined;
  if (who && !/^(?:and |so |also )*(?:who|whose|whom)\b/.test(ask) && !leading.test(ask) && !reporterWords.test(ask)) return undefined;
  if (/\b(?:last )?(?:changed|updated|edited|reported last|said|entered|latest figure)\b|\blast put in\b/.test(ask)) return undefined;
  const reporter = (reporterWords.test(ask) || asksReporter(ask)) && !/\blead\b/.test(ask);
  // "the health lead" asked about with "who" is a subject, not a person known by name.
  const unnamed: Utterance = utterance.byAddress ? utterance : { ...utterance, people: [] };
  const subject = subjectOf(unnamed, { types: reporter ? ["measure"] : workTypes, throughParts: !reporter });
  const make = (item: Item) => reading("leads", { scope: item.id });
  if (subject.found === "nothing" && !subject.strange.length) return [reading("leads", { scope: "plan" })];
  return readingsAbout(
    utterance,
    subject,
    make,
    (id) => `Who ${reporter ? "reports" : "leads"} ${id}?`,
    () => reading("leads", { scope: "plan" }),
  );
};

/** "what does Business Lead lead", "what's mine" */
export const held: Rule = (utterance) => {
  const { ask, people } = utterance;
  const person = personOf(utterance);
  if (person === undefined || utterance.states.length || timeOf(utterance) || itemsIn(utterance).length) return undefined;
  const onlyPerson = people.length > 0 && !utterance.topic.chunks.length;
  const has = holdsSomething.test(ask);
  if (!onlyPerson && !has) return undefined;
  if (/\bmeasures?|figures?\b/.test(ask) && /\b(?:report|reports|reporting)\b/.test(ask) && !utterance.mine && !onlyPerson) return undefined;
  return [reading("held", { person })];
};
