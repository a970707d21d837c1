/** What is asked of the bot's own sending: what goes out and went out, who cannot be reached; sending now, asking a lead, one's own list. */
import type { Item } from "../../plan/index.js";
import { reading, windowOf } from "../readings.js";
import { searchTopics } from "../topics.js";
import { itemsIn, timeOf, type Utterance } from "../utterance.js";
import { doing, done, everybody, me, noun, whoIs } from "./reminder-words.js";
import type { Rule } from "./rule.js";

const asksAhead = new RegExp(
  [
    `\\bwhat(?: is| are| will| do| would| s)?\\b.*\\b(?:will you|would you|you|going to|gets?|be|goes|going|comes|coming)\\b.*\\b(?:send|sending|sent|go(?:es|ing)? out|out|${doing})\\b`,
    `\\b(?:who|whom)\\b.*\\b(?:will|going to|gets?|getting|would|are you|do you)\\b.*\\b(?:${noun}|${doing}|reminded|chased|nudged|messages? from you)\\b`,
    `\\b(?:which|what|show|list|preview|any|see|tomorrow|next|coming|planned|upcoming)\\b.*\\b${noun}\\b.*\\b(?:out|going|go|due|planned|next|coming|scheduled|⟦\\d+⟧|will|be)\\b`,
    `^(?:and |so |show |list |see |give |me |us |the |what are |what is )*(?:⟦\\d+⟧|next|upcoming|coming|planned)(?: s)? (?:${noun}|messages)\\b|\\b${noun} (?:for|of|on|due)? ?(?:⟦\\d+⟧|tomorrow)`,
    `\\b(?:will|am|do|does|is|are|would)\\b.*\\b(?:get|gets|getting|receive|be|have)\\b.*\\b(?:${noun}|reminded|nudged|chased)\\b`,
    "\\bwhat (?:will|does|is) (?:‹\\d+›|\\S+) (?:get|getting|receive|going to get)\\b.*(?:⟦|from you)",
    `\\b(?:when|what time|what day)\\b.*\\b(?:next|will you|do you)\\b.*\\b(?:${noun}|${doing}|send)\\b`,
    `\\b(?:preview|dry run|forecast)\\b`,
    "\\bwhat(?: is| are)? (?:you )?(?:sending|going out|planning to send)\\b",
    "\\bhears? from (?:you|the bot|waymark)\\b|\\bscheduled to (?:be sent|go)\\b|\\b(?:coming|heading) (?:my|our|their) way\\b",
    `\\b(?:will|are|would) you\\b.*\\b${doing}\\b`,
    "\\b(?:lined up|on your list|in the pipeline)\\b|\\b(?:get|gets|getting|hear|receive)\\b.*\\bfrom you\\b",
    `\\bheads up\\b.*\\b${noun}\\b`,
  ].join("|"),
);

const asksBack = new RegExp(
  [
    `\\b(?:have|has|did|had|was|were|when|who|what|which|why|any|ever)\\b.*\\b${done}\\b`,
    `\\b(?:did|have|has|was|were)\\b.*\\b(?:you|waymark|the bot|i|we|‹\\d+›|\\S+|anyone|somebody|everyone)\\b.*\\b(?:${noun}|${doing}|send|message|write to)\\b`,
    `\\b(?:last|past|previous|earlier|sent|old|history of|log of|record of) (?:\\S+ ){0,2}(?:${noun}|messages)\\b`,
    `\\b${noun} (?:sent|so far|you sent|you have sent|went out|that went out|history|log)\\b`,
    `\\b${noun}\\b.*\\b(?:have|did|had) (?:i|we|you|‹\\d+›)\\b`,
    "\\b(?:did|has|have|was|were)\\b.*\\b(?:go|gone) out\\b|\\b(?:has|have|was|were)\\b.*\\bbeen (?:told|informed|notified)\\b|\\byou (?:have )?sent\\b|\\blast (?:hear|heard|get|got|have|had)\\b.*\\bfrom you\\b",
    `\\bwhat went out\\b|\\bwho (?:got|has had|had|received)\\b.*\\b(?:${noun}|message)`,
  ].join("|"),
);
/** Has to speak of the bot's own sending: "who sent in the figures" does not. */
const ofSending = new RegExp(
  `\\b(?:${noun}|${doing}|reminded|nudged|nagged|chased|pinged|messaged)\\b|\\b(?:you|waymark|bot)\\b.*\\b(?:send|sent|sending)\\b|\\b(?:go|goes|going|went|gone) out\\b|\\bbeen (?:told|informed|notified)\\b|\\bon your list\\b|\\bbe sent\\b|\\bfrom (?:you|the bot)\\b`,
);
const isGone = /\b(?:did|have you|has|have i|was|were|already|last|past|previous|sent|reminded me|yesterday|so far|went|got|received|ever|history|log)\b/;

const isToCome = (utterance: Utterance): boolean =>
  /\b(?:will|going to|next|about to|planning)\b/.test(utterance.line) || (timeOf(utterance)?.from ?? "") > utterance.context.today;

/** "what will you send tomorrow", "who gets reminded on Monday", "will Jo be chased" */
export const ahead: Rule = (utterance) => {
  const { line } = utterance;
  if (!ofSending.test(line) && !/\b(?:dry run|from you)\b/.test(line)) return undefined;
  if (!asksAhead.test(line) || (isGone.test(line) && !isToCome(utterance))) return undefined;
  const own = new RegExp(`\\b(?:i|${me})\\b`).test(line.replace(/^.*?\b(?:tell|show|let|give) me\b/, "")) && !utterance.people.length;
  const time = timeOf(utterance);
  return [
    reading("reminders-ahead", { ...whoIs(utterance), ...(own && { person: utterance.context.asker ?? "", name: undefined }), window: time && windowOf(time) }),
  ];
};

/** "what have you sent me", "was Jo reminded", "who was reminded of 2.3.1" */
export const sent: Rule = (utterance) => {
  const { line } = utterance;
  if (!ofSending.test(line) || !asksBack.test(line) || (isToCome(utterance) && asksAhead.test(line))) return undefined;
  const [item] = itemsIn(utterance);
  const own = new RegExp(`\\b(?:i|${me})\\b`).test(line.replace(/^.*?\b(?:tell|show|let|give) me\b/, "")) && !utterance.people.length;
  const time = utterance.gone ?? timeOf(utterance);
  return [
    reading("reminders-sent", {
      ...whoIs(utterance),
      ...(own && { person: utterance.context.asker ?? "", name: undefined }),
      scope: item?.id,
      window: time && time.from <= utterance.context.today ? windowOf(time) : undefined,
    }),
  ];
};

const unreached =
  /\b(?:(?:can not|could not|not|never|un) ?(?:you |i |we |be )?(?:reach(?:ed|able)?|write to|contact|message|get through to|deliver(?:ed)?|get hold of)|unreachable|undeliver(?:ed|able)|bounced|not (?:been )?delivered|(?:failed|lost|returned|blocked) (?:messages?|reminders?|deliver\S*)|(?:messages?|reminders?) (?:that |which |did |have |has |were )*(?:failed|fail|bounce|bounced|not arrive|not arrived|not get through|got lost)|(?:never|not) (?:yet )?(?:met|meet|said hello to|talked to|spoken to|installed|added|used|opened) (?:the bot|you|waymark)|who blocked (?:you|the bot)|not (?:got|have|having) (?:the bot|you|waymark)|fail(?:ed|s|ing)? to (?:send|arrive|go|be sent|be delivered)|out of (?:your )?reach)\b/;

/** "who cannot be reached" */
export const unreachable: Rule = ({ line }) =>
  unreached.test(line) && !/\b(?:target|goal|milestones?|deadlines?|figures?|actions?|priorit\S+|measures?)\b/.test(line)
    ? [reading("reminders-unreachable", {})]
    : undefined;

const sendsNow = new RegExp(
  `^(?:please |can you |could you |go ahead and |just |now )*(?:send|run|fire off|issue|push|start|get)\\b(?: \\S+){0,3}? (?:${noun}|them|digest)\\b.*\\b(?:now|out|today|straight away|immediately|right away|this minute)\\b|^(?:please |can you |could you |go ahead and )*(?:send|run) (?:all |out )?(?:the |today s |todays |your )*${noun}[ .!?]*$|^(?:please |can you |could you |now )*(?:remind|nudge|chase|prompt) (?:everyone|everybody|all|them|people|the leads|leads|the reporters|staff|‹\\d+›|\\S+)(?: \\S+){0,3}?(?: (?:now|today|straight away|right now|immediately|please))+[ .!?]*$|\\bdo not wait\\b.*\\bsend\\b`,
);

/** "send reminders now" */
export const now: Rule = (utterance) =>
  sendsNow.test(utterance.line) && !itemsIn(utterance).length && !/\b(?:remind|nudge|chase) (?:me|my)\b/.test(utterance.line)
    ? [reading("reminders-now", {})]
    : undefined;

const asksFor =
  /^(?:please |can you |could you |would you |will you |can we |now |go and |i want you to |just )*(?:ask|chase|nudge|remind|prompt|message|ping|poke|prod|bug|chivvy|hurry|get on to|check with|get|give (?=\S+ (?:\S+ )?an? (?:\w+ )?(?:nudge|poke|prod|ping|shout|reminder|kick)))(?: up)?(?:\b|(?<= ))(?! ?(?:me|us|my)\b)/;

/** "nudge Priya about the footpaths": what the words surely mean. */
function saidAbout(utterance: Utterance): Item | undefined {
  const about = /\b(?:about|on|regarding|re|with|over) (.+)$/.exec(utterance.line)?.[1];
  if (!about || itemsIn(utterance).length || utterance.unknown.length) return undefined;
  const words = new Set(about.split(" "));
  const chunks = utterance.topic.chunks.map((chunk) => chunk.filter((word) => words.has(word))).filter(({ length }) => length);
  const { topics, fit } = searchTopics({ ...utterance.topic, chunks }, utterance.context.planIndex, { types: ["action", "priority"], throughParts: true });
  return fit === "sure" ? topics[0]?.item : undefined;
}

const theLate = /\b(?:late|overdue|behind|outstanding|slow|missing|not reported|not sent|owes?|owing|still to report)\b/;
const theirFigures = /\b(?:figures?|numbers?|returns?|data|reported|report|reporters?|missing)\b/;

/** "chase everyone who is late", "ask them all for their figures" */
export const askEverybody: Rule = ({ line }) => {
  if (!asksFor.test(line) || !everybody.test(line) || /«|‹/.test(line)) return undefined;
  if (!theLate.test(line) && !theirFigures.test(line)) return undefined;
  return [reading("reminders-ask", { everybody: theirFigures.test(line) ? "figures" : "late" })];
};

/** "ask business.lead@example.org for an update", "chase the lead of 2.3.1", "remind Jo about 2.3.1" */
export const askUpdate: Rule = (utterance) => {
  const { line } = utterance;
  if (!asksFor.test(line) || everybody.test(line.replace(/\bleads? (?:of\b|(?=«))/, ""))) return undefined;
  const who = whoIs(utterance);
  const item = itemsIn(utterance).find(({ type }) => type === "action" || type === "priority") ?? saidAbout(utterance);
  if (!who.person && !who.name && !(item && /\b(?:leads?|owner|update|chase|nudge|remind|ping)\b/.test(line))) return undefined;
  return [reading("reminders-ask", { ...(who.person ? who : item && /\b(?:lead|owner) (?:of|for|on)\b/.test(line) ? {} : who), scope: item?.id })];
};

const mine = new RegExp(
  `^(?:(?:what is|what are|what|show|open|list|see|get|give|send|me|the|all|have|you|got|for|in|do|i|any|are|there|is|can|right|now|today|s|⟦\\d+⟧|please|my) )*(?:my|the rest of my|own) (?:current |open |latest |today s |next )?(?:${noun}|list)\\b(?: again| now| please| today| look like| say)*[ .!?]*$|\\bwhat (?:do|would|have) (?:you|waymark) (?:have|want|need|got) (?:for|from|of) me\\b|\\b(?:waiting|wait) (?:on|for) me for\\b|\\boutstanding with you\\b|\\bwhat do i (?:need|have) to (?:answer|reply|respond)\\b|\\bmy to do(?: list)? from you\\b|^what else(?: is there)?(?: for me)?[ ?.]*$|\\b(?:the rest|back to) (?:of )?(?:my )?(?:list|${noun})\\b`,
);

/** "my reminders": what a person would be reminded of now. */
export const myReminders: Rule = ({ line }) => (mine.test(line) ? [reading("my-reminders", {})] : undefined);
