/** What leads say of their actions in passing: "2.3.1 done", "2.3.1 isn't done after all", "2.3.2 needs another 3 months", "I have an update". */

import { type Item, leadersOf } from "../../plan/index.js";
import { shortened } from "../../shared/words.js";
import { reading, readingsAbout } from "../readings.js";
import { stageIn } from "../stage.js";
import { type Subject, subjectOf } from "../subject.js";
import { searchTopics } from "../topics.js";
import { itemsIn, timeOf, type Utterance } from "../utterance.js";
import type { Rule } from "./rule.js";

/** What fits less well than this share of the best is no alternative. */
const ALIKE = 0.85;

/** The one action that the line names. */
function actionIn(utterance: Utterance): (Item & { type: "action" }) | undefined {
  const [item, ...others] = itemsIn(utterance);
  return item?.type === "action" && !others.length ? item : undefined;
}

const bareDone =
  /^(?:done|finished|completed?)? ?«\d+» ?(?:(?:is |now |all )*(?:done|finished|completed?|closed)|(?:can|could|may|should|ready to|to) be closed)?[ .!]*$/;

/** From its lead a state and an id alone are news; others may be asking, so they are asked back. */
export const doneSaid: Rule = (utterance) => {
  const item = actionIn(utterance);
  if (
    !item ||
    utterance.isQuestion ||
    /\?/.test(utterance.line) ||
    !bareDone.test(utterance.ask) ||
    !/\b(?:done|finished|completed?|closed)\b/.test(utterance.ask)
  )
    return undefined;
  const { asker } = utterance.context;
  if (asker && leadersOf(item).includes(asker)) return [reading("change-status", { action: item.id, status: "complete" })];
  // "2.3.1 is done" says so; "2.3.1 done" may ask.
  if (/\b(?:is|now|can|could|may|should|ready)\b/.test(utterance.ask)) return undefined;
  const { id, action } = item;
  const name = `${id} ${shortened(action.text, 80)}`;
  return [
    reading("choose", {
      about: "",
      choices: [
        { id, says: `How is ${id} doing?`, label: `How is ${name} doing?` },
        { id, says: `Mark ${id} as done`, label: `Mark ${name} as done` },
      ],
    }),
  ];
};

const tickedOff = [
  /(?:^|[,;.] |\b(?:and|so|please|can you|now) )(?:tick|cross|mark|check|sign|put) (?:it|this|that|that one|this one) (?:off|down as|as|done|complete|finished)\b/,
  /(?:[,;] |\bso )(?:that|it|this) (?:one )?(?:is |has been )?(?:now |all )*(?:done|finished|complete|completed|ticked off)(?: now)?[ .!]*$/,
];

/** "business case went in this morning, tick it off": what was done stands before it. */
export const tickOffAsked: Rule = (utterance) => {
  if (!tickedOff.some((pattern) => pattern.test(utterance.ask)) || itemsIn(utterance).length || !utterance.topic.chunks.length) return undefined;
  if (!/\b(?:tick|cross|done|finished|completed?)\b/.test(utterance.ask)) return undefined;
  const { topics, fit } = searchTopics(utterance.topic, utterance.context.planIndex, { types: ["action"] });
  const [first, ...others] = topics;
  if (!first || fit === "none") return undefined;
  const near = others.filter(({ score }) => score >= first.score * ALIKE).map(({ item }) => item);
  const label = stageIn(utterance);
  const make = ({ id }: Item) => reading("mark-done", { action: id, label });
  const subject: Subject = fit === "sure" || !near.length ? { found: "items", items: [first.item] } : { found: "several", items: [first.item, ...near] };
  return readingsAbout(utterance, subject, make, (id) => `Mark ${id} as done`);
};

const takenBack =
  /\bnot (?:really |actually |yet )*(?:done|complete|completed|finished)\b.*\bafter all\b|^(?:please |can you |could you |can i |i (?:want|need) to )*(?:undo|unmark|untick|uncomplete|reverse|revert|take back)\b/;

/** "2.3.1 is not done after all" */
export const takeBack: Rule = (utterance) => {
  if (!takenBack.test(utterance.ask)) return undefined;
  const item = actionIn(utterance);
  return item && [reading("change-status", { action: item.id })];
};

const delayed = /\b(?:is|are|has been|have been|will be|running|gone)\b.*\b(?:delayed|late|held up|slipping|behind|stuck)\b/;

/** "3.1.2 is delayed because …": the status is for the lead to say. Only where a reason is given; else it may ask. */
export const delaySaid: Rule = (utterance) => {
  const item = actionIn(utterance);
  return item && !utterance.isQuestion && delayed.test(utterance.ask) ? [reading("change-status", { action: item.id, status: "at-risk" })] : undefined;
};

/** "2.3.1: the adviser starts in May", once the words after the colon are taken off. */
export const noteSaid: Rule = (utterance) => {
  const item = actionIn(utterance);
  return item && /^(?:mark )?(?:(?:an )?(?:update|news|progress) (?:on|for|about) )?(?:action )?«\d+»[ .:]*$/.test(utterance.ask)
    ? [reading("change-status", { action: item.id })]
    : undefined;
};

const hasNews =
  /^(?:(?:i|we|would|like|want|need|have|to|can|could|let|me|please|how|do) )*(?:(?:report|record|update|enter|give|add|submit|log|file) (?:(?:my|our|some|the|a|an) )*(?:progress|update|updates|actions?)|(?:got )?(?:an|some) updates?)(?: (?:on|for|of) (?:my|our|the) actions?)?[ .!?]*$/;

/** "I have an update on my actions" */
export const newsOffered: Rule = (utterance) => (hasNews.test(utterance.ask) && !itemsIn(utterance).length ? [reading("my-actions", {})] : undefined);

const longer =
  /\b(?:extend|extended|needs?|wants?|another|extra|further|give)\b.*\b(?:another|extra|further|more|by)\b.*(?:\b(?:days?|weeks?|months?|years?|quarters?)\b|⟦)|\breschedul\w*\b|\b(?:will|can|could) not (?:be (?:done|finished|complete|completed|ready)|make|meet|hit)\b.*(?:\b(?:deadline|date|until|before|by|time)\b|⟦)|\bwill miss\b.*\b(?:deadline|date)\b|\b(?:change|alter|amend|revise|update|set) (?:the )?(?:due date|deadline|end date|target date)\b|\b(?:get|have|need|want|like|request|ask for) (?:an? )?(?:extensions?|later date)\b/;

/** More time, in other words than "more time". */
export const longerSaid: Rule = (utterance) => {
  const { ask } = utterance;
  if (!longer.test(ask) || /^(?:and |so |but )*(?:who|when|what|which|why|how|has|have|did|is|are|was|were|does)\b/.test(ask)) return undefined;
  const items = itemsIn(utterance);
  if (!items.length && !utterance.topic.chunks.flat().some((word) => !/^extensions?$/.test(word)))
    return /\bextensions?\b/.test(ask) ? [reading("more-time", {})] : undefined;
  const item = actionIn(utterance);
  if (!item) return undefined;
  const time = timeOf(utterance);
  const due = time && time.step === undefined && time.to > utterance.context.today && !/\b(?:another|extra|further|by)\b/.test(ask) ? time.to : undefined;
  return [reading("more-time", { action: item.id, due })];
};

/** "How often has 2.3.2 slipped", "what was its date originally": both dates stand with the deadline. */
export const slipsAsked: Rule = (utterance) => {
  const { ask } = utterance;
  const often =
    /\b(?:how (?:often|many times)|ever|times has)\b.*\b(?:slip\w*|moved|extended|postponed|put back|changed)\b/.test(ask) &&
    /\b(?:dates?|deadlines?|slip\w*|moved|extended|postponed|put back)\b/.test(ask);
  if (!often) return undefined;
  const subject = subjectOf(utterance, { types: ["action", "priority"] });
  if (subject.found !== "items") return undefined;
  const found = readingsAbout(
    utterance,
    subject,
    (item) => (item.type === "measure" ? undefined : reading("deadline", { scope: item.id })),
    (id) => `When is ${id} due?`,
  );
  return found.length ? found : undefined;
};

/** A milestone may be called "Funding plan agreed". */
const answering =
  /\b(?:approve|approving|agree|agreed(?! (?:milestone|date)s?\b)|agreeing|refuse|refusing|reject|rejecting|decline|grant|allow|say (?:yes|no)|turn down|decide)\b/;

/** A manager answers a request: the card of that action's. */
export const answerSaid: Rule = (utterance) => {
  const { ask } = utterance;
  if (!answering.test(ask) || utterance.isQuestion) return undefined;
  const item = actionIn(utterance);
  if (item) return [reading("requests", { action: item.id })];
  return /\b(?:extensions?|requests?|more time)\b/.test(ask) ? [reading("requests", {})] : undefined;
};
