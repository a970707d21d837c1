/** What leads and managers want changed beside a status: milestones done, more time, who leads, who is a manager, committee dates. */

import type { Interpretation } from "../../assistant/assistant.js";
import type { Item } from "../../plan/index.js";
import { handedOver, isHandedOver } from "../handed-over.js";
import { reading, readingsAbout } from "../readings.js";
import { stemsOf } from "../stem.js";
import { type Subject, subjectOf } from "../subject.js";
import { itemsIn, timeOf, type Utterance } from "../utterance.js";
import { changeStatus } from "./commands.js";
import type { Rule } from "./rule.js";

/** The label of an action's milestone that the words name. */
function labelIn({ ask }: Utterance, item: Item): string | undefined {
  if (item.type !== "action") return undefined;
  const said = new Set(stemsOf(ask));
  const milestones = item.action.milestones ?? [];
  const place = Number(/\bdate (\d{1,2})\b/.exec(ask)?.[1] ?? 0);
  const unlabelled = milestones.length > 1 && place && milestones[place - 1]?.label === undefined && place <= milestones.length ? `date ${place}` : undefined;
  return milestones.flatMap(({ label }) => (label && stemsOf(label).every((word) => said.has(word)) ? [label] : []))[0] ?? unlabelled;
}

/** The day that is said, when it is one. */
function dayIn(utterance: Utterance): string | undefined {
  const time = timeOf(utterance);
  return time && time.from === time.to ? time.to : undefined;
}

/** A change of status, or of a milestone where one is named: "mark the pilot of 1.1.2 complete". */
export const change: Rule = (utterance) => {
  // "my actions that are at risk" is a list.
  if (utterance.mine && /\bmy (?:\S+ )?actions\b/.test(utterance.ask)) return undefined;
  return (
    milestoneMet(utterance) ??
    changeStatus(utterance)?.map((it): Interpretation => {
      const { action, status } = it.args;
      if (it.question !== "change-status" || typeof action !== "string") return it;
      const item = utterance.context.planIndex.catalogue.find(action);
      const label = item && labelIn(utterance, item);
      if (status !== "complete" || (!label && !/\bmilestones?\b/.test(utterance.ask))) return it;
      const { note, carried } = it.args;
      return reading("mark-done", { action, note, carried, label, day: dayIn(utterance) });
    })
  );
};

/** "the spokes milestone of 2.3.1 was met on 3 March" */
function milestoneMet(utterance: Utterance): Interpretation[] | undefined {
  if (utterance.isQuestion || !/\bmilestones?\b.*\b(?:met|reached|hit|passed|achieved)\b/.test(utterance.ask)) return undefined;
  const subject = subjectOf(utterance, { types: ["action"] });
  const make = (item: Item) =>
    item.type === "action" ? reading("mark-done", { action: item.id, label: labelIn(utterance, item), day: dayIn(utterance) }) : undefined;
  const found = readingsAbout(utterance, subject, make, (id) => `Mark a milestone of ${id} as done`);
  return found.length ? found : undefined;
}

const wantsTime =
  /\bmore time\b|\bextensions?\b|\bneeds? longer\b|\b(?:later|new|another|different) (?:date|deadline|due date)\b|\b(?:extend|postpone|push|pushed|pushing|put|move|delay|shift|slip)\b.*(?:\b(?:back|out|date|dates|deadline|deadlines)\b|⟦)/;
const asksOfTime = /^(?:and |so |but )*(?:who|when|what|how|which|why|has|have|did|is|are|was|were|does|do)\b/;

/** "more time for 2.3.2 until June" */
export const moreTime: Rule = (utterance) => {
  const { ask } = utterance;
  if (!wantsTime.test(ask) || asksOfTime.test(ask) || (/\brequests?\b/.test(ask) && !itemsIn(utterance).length)) return undefined;
  const subject = subjectOf(utterance, { types: ["action"] });
  const moving = /\b(?:push|pushed|pushing|put|move|shift|slip|extend|postpone|delay)\b/.test(ask);
  // "put 2.5.2 to off track" names a status, not a date.
  if (utterance.states.length && !timeOf(utterance) && !/\b(?:time|longer|dates?|deadlines?|extensions?)\b/.test(ask)) return undefined;
  if (moving && subject.found !== "items" && subject.found !== "several") return undefined;
  // "put 2.3.1 back to green"
  if (moving && utterance.states.some((state) => state !== "overdue") && !timeOf(utterance)) return undefined;
  if (subject.found === "nothing" && !subject.strange.length) return [reading("more-time", {})];
  const time = timeOf(utterance);
  const make = (item: Item) =>
    item.type === "action"
      ? reading("more-time", { action: item.id, label: labelIn(utterance, item), due: time?.to })
      : item.type === "measure"
        ? undefined
        : reading("actions", { scope: item.id });
  const found = readingsAbout(utterance, subject, make, (id) => `More time for ${id}${time ? ` until ${time.label}` : ""}`);
  return found.length ? found : undefined;
};

/** "what requests are waiting" */
export const requests: Rule = (utterance) =>
  !itemsIn(utterance).length &&
  /^(?:(?:any|are there|which|what|show|the|me|all) )*requests? (?:(?:are|is|still) )*(?:waiting|open|pending|outstanding)\b|^what (?:is|are) (?:still )?waiting(?: for me)?[ ?.]*$|\b(?:requests?|asks?|asked|asking|applications?) (?:for |of )?(?:an? )?(?:more time|extensions?)\b|\b(?:extension|time) requests?\b|\b(?:waits?|waiting|pending|open) (?:for |on )?(?:me|us|my|a manager|managers|approval|decisions?|agreement)\b|\bwhat (?:do i|is there) (?:need |have )?to (?:agree|decide|approve)\b|\bneeds? (?:my|our|a manager's) (?:approval|decision|agreement|answer)\b|\bextensions?\b.*\b(?:wait|waits|waiting|pending|open|outstanding|undecided|unanswered|to (?:agree|approve|decide))\b|\b(?:waiting|pending|open|outstanding|undecided|unanswered) extensions?\b|^(?:(?:any|the|all|list|show|me|which|what|are|there) )*extensions?[ ?.!]*$/.test(
    utterance.ask,
  )
    ? [reading("requests", {})]
    : undefined;

/** "show me my actions" */
export const myActions: Rule = ({ ask }) =>
  /^(?:(?:show|list|see|open|update|change|edit|all|what|are|me|which|the|i) )*my (?:own )?actions?[ ?.!]*$/.test(ask)
    ? [reading("my-actions", {})]
    : undefined;

const roleWords: [RegExp, "deputy" | "reporter" | "lead"][] = [
  [/\b(?:deputy|deputies|stand in|stands in|cover|covers|covering)\b/, "deputy"],
  [/\b(?:reporter|reports|report|reporting)\b/, "reporter"],
  [/\b(?:leads?|owner|owns|responsible officer|lead officer|in charge)\b/, "lead"],
];
const naming =
  /\b(?:make|making|name|naming|set|appoint|assign|reassign|put|change|add|give|hand|pass|remove|take|drop|replace|nominate|becomes?|takes over|will be|is now|is the new|now leads|now reports|should be|should lead|should report|to lead|to report)\b/;

/** "name the lead of 2.3.1", "make Anna the lead of 2.3.1": the card asks who. */
const namesNobodyKnown =
  /^(?:please )?(?:(?:name|set|change|appoint|assign|add|nominate|remove) (?:a |an |the |another |new )*(?:leads?|deputy|deputies|reporter|owner)\b|(?:make|appoint|name|put|nominate) .{2,40}\b(?:lead|deputy|reporter|owner) (?:of|for|on)\b)/;

/** "make a@example.org the lead of 2.3.1", "name the lead of 1.5", "remove b@example.org as deputy of 2.3" */
/** "a@example.org leads 2.3 now", "2.3 is now led by a@example.org", "a@example.org no longer reports 2.3.m1" */
const namedInPassing =
  /‹\d+› (?:(?:is|now|will|to|be|no longer|does not|any more|from now on|going) )*(?:leads?|leading|reports?|reporting|covers?|covering|(?:the )?(?:new )?(?:leads?|reporter|deputy) (?:of|for)) (?:the |action |priority |measure )*«|«\d+» (?:(?:is|now|will|to|be) )*(?:led|reported|covered) by ‹/;
const noLonger = /\b(?:no longer|not (?:lead|report|cover)\w* .*any ?more|does not (?:lead|report))\b/;

/** "‹0› takes over the bike counters", of one thing and not of all that somebody has. */
const takesOver = /‹\d+› (?:(?:is|will|to|should|can|could|be) )*(?:takes?|taking) (?:over|on) (?!everything|all|from)/;

/** What somebody is named for by its words: "make ‹0› the lead for river health". */
function namedByWords(utterance: Utterance, role: string | undefined): Subject | undefined {
  if (!utterance.people.length || utterance.unknown.length || !utterance.topic.chunks.length) return undefined;
  const types: Item["type"][] = role === "reporter" ? ["measure"] : ["priority", "action"];
  const subject = subjectOf(utterance, { types, throughParts: role !== "reporter" });
  return subject.found === "items" || subject.found === "several" ? subject : undefined;
}

/** "make a@example.org the lead of 1.5" */
export const namePerson: Rule = (utterance) => {
  const { ask, people } = utterance;
  const role = roleWords.find(([pattern]) => pattern.test(ask))?.[1];
  const items = itemsIn(utterance);
  const passing = utterance.byAddress && namedInPassing.test(ask);
  if (utterance.isQuestion || (!naming.test(ask) && !passing && !takesOver.test(ask))) return undefined;
  const assigned = people.length > 0 && (/\b(?:assign|reassign|give|hand|pass)\b|\btake\b.*\boff\b/.test(ask) || takesOver.test(ask));
  if (!role && !assigned && !passing) return undefined;
  if (!people.length && !namesNobodyKnown.test(ask)) return undefined;
  const taken = /\b(?:remove|take|drop)\b/.test(ask) || noLonger.test(ask);
  const make = (item: Item) => {
    if (item.type === "theme") return undefined;
    const fits = item.type === "measure" ? (role === "lead" ? "reporter" : role) : role === "reporter" ? "lead" : role;
    const wanted = fits ?? (item.type === "measure" ? "reporter" : "lead");
    return reading("name-person", { scope: item.id, role: taken ? (wanted === "deputy" ? "no-deputy" : "nobody") : wanted, person: people[0] });
  };
  const subject = items.length ? ({ found: "items", items } as const) : namedByWords(utterance, role);
  const found = subject ? readingsAbout(utterance, subject, make, (id) => `Make ${people[0]} the ${role ?? "lead"} of ${id}`) : [];
  return found.length ? found : undefined;
};

/** "hand over everything of a@example.org to b@example.org" */
export const handOver: Rule = (utterance) =>
  isHandedOver(utterance) && !itemsIn(utterance).length ? [reading("hand-over", handedOver(utterance))] : undefined;

/** "who are the managers", "make a@example.org a manager" */
export const managersNamed: Rule = ({ ask, people }) => {
  const one = /\b(?:a|an|as|another|the|new|no longer a?) ?managers?\b|\bmanager (?:rights|role)\b/.test(ask);
  const list =
    /^am i (?:a|the) manager\b|\b(?:who are|who is|list|show|which|what are|all) (?:me )?(?:the |our |a )*managers?\b|^(?:the )?managers?[ ?.!]*$/.test(ask);
  if (
    !list &&
    !(
      (one || /^(?:please )?(?:add|make|appoint|remove) (?:the )?manager ‹|\b(?:an )?admin(?:istrator)?\b.*$/.test(ask)) &&
      people.length + Number(one) > 0 &&
      /\b(?:make|add|give|name|appoint|remove|take|drop|no longer|stop|is not|not be)\b/.test(ask)
    )
  )
    return undefined;
  const remove = /\b(?:remove|take|drop|no longer|stop|is not|not be)\b/.test(ask) || undefined;
  return [reading("managers", list && !people.length ? {} : { person: people[0], change: true, remove })];
};

const committee = "(?:committee|board|cabinet|council|scrutiny|panel)";
const changedSince = /\b(?:changed|changes|new|happened|updated)\b/;

/** "the committee met on 12 October", "committee dates" */
export const committeeDate: Rule = (utterance) => {
  const { ask } = utterance;
  if (changedSince.test(ask) || !new RegExp(`\\b${committee}\\b`).test(ask)) return undefined;
  const dates = new RegExp(
    `\\b${committee} (?:meeting )?(?:dates?|days?|meetings?)\\b|\\b(?:dates?|days?|meetings?) of the ${committee}\\b|\\bwhen (?:is|was|does|did) the (?:next |last )?${committee}\\b`,
  ).test(ask);
  const takesBack = new RegExp(`\\b(?:remove|delete|cancel|take away|drop)\\b.*\\b${committee}\\b`).test(ask);
  const meets =
    takesBack ||
    new RegExp(`^(?:the )?(?:next|last|previous) ${committee}(?: meeting)?(?: ?[:-])? ⟦\\d+⟧[ .!]*$`).test(ask) ||
    (new RegExp(`\\b${committee}\\b.*\\b(?:met|meets|meeting|sat|sits|is|was|on)\\b`).test(ask) && timeOf(utterance) !== undefined && !utterance.isQuestion);
  if (!dates && !meets) return undefined;
  return [reading("committee", { day: utterance.isQuestion ? undefined : dayIn(utterance) })];
};
