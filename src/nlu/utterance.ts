import type { Interpretation } from "../assistant/assistant.js";
import { traitsOf } from "../intents/index.js";
import type { Day, Item, Plan } from "../plan/index.js";
import type { State } from "../request/args.js";
import type { TopicWords } from "./chunk-scores.js";
import { cueWords } from "./lexicon.js";
import { withParts } from "./parts-said.js";
import { readPeople, type Unclear } from "./people-named.js";
import type { PlanIndex } from "./plan-index.js";
import { readReferences } from "./references.js";
import { readStates, withoutStates } from "./states.js";
import { stem } from "./stem.js";
import { readTimes } from "./times/read-times.js";
import type { Time } from "./times/time.js";
import { partsOfNames, topicWords } from "./topic-words.js";
import { withoutWholePlan } from "./whole-plan.js";
import { withDigits } from "./words.js";

/** What is known before the text is read. */
export interface Context {
  plan: Pick<Plan, "starts">;
  planIndex: PlanIndex;
  today: Day;
  /** E-mail address of the asker, when it is known. */
  asker?: string;
  /** What was understood in the turn before, in order. */
  before: readonly Interpretation[];
  /** Other readings are not looked for. */
  alone?: boolean;
}

/** One question of a text, taken apart. */
export interface Utterance {
  context: Context;
  /** Plain words as said, with nothing marked. */
  said: string;
  /** Plain words with `«0»` for items, `⟦0⟧` for times, `‹0›` for people and `¤` for ids that the plan does not have. */
  line: string;
  /** The line without "could you please tell me" and the like. */
  ask: string;
  items: Item[];
  unknown: string[];
  times: Time[];
  /** The time when months and quarters without a year are taken as gone by. */
  gone: Time | undefined;
  /** The same when they are taken as ahead. */
  ahead: Time | undefined;
  people: string[];
  byAddress: boolean;
  byRole: boolean;
  unclear?: Unclear;
  /** The asker speaks of what is theirs. */
  mine: boolean;
  /** Ends with a question mark or begins as a question. */
  isQuestion: boolean;
  states: State[];
  /** What is asked, without the words of states. */
  rest: string;
  topic: TopicWords;
}

const polite =
  /\b(?:(?:can|could|would|will|may|might) (?:you|i|we) (?:please |kindly |just |quickly |maybe |possibly )*(?:tell|show|give|let|remind|send|get|have|see|check|find|look|confirm|help|explain|know)(?: (?:me|us|out|up|at))*(?: know)?|(?:please |pls )?(?:tell|show|give|remind|send|let) (?:me|us)(?: know)?|i (?:was |am )?(?:just )?wonder(?:ing)?(?: if| whether)?|(?:i|we) (?:would|should) (?:like|love) to (?:know|see|check|find out)|(?:i|we) (?:need|want|have) to (?:know|see|check|find out)|(?:do|does|would) (?:you|anyone|anybody) (?:happen to )?know|any idea|quick (?:question|one)|just (?:wondering|checking|asking)|(?:hi|hello|hey|hiya|good morning|morning|afternoon)(?: (?:there|all|team|waymark|bot|everyone))?|please|thanks|thank you|cheers|many thanks|(?<!\b(?:due|overdue|late|open|left|missing|outstanding|next) )for me|if (?:you|i) (?:can|could|may)|(?:can|could|may) i tell you(?: that)?|just to (?:let you know|say)(?: that)?|when(?:ever)? you (?:get|have|find) (?:a |the )?(?:sec|second|minute|mo|moment|chance|time)|(?:run|walk|talk|take|bring|get|fill) (?:me|us) (?:through|up to speed(?: on| with)?|in(?: on)?)|sorry for my english|i am new(?: here| to (?:this|the job|the team))?|i have been asked(?: to)?(?: find out| ask)?|in plain (?:words|english))\b/g;

/** What is to be done with what was said: "…, stick it in", "…, tick it off". */
const aside = /\b(?:stick|pop|bung|whack|jot|shove|put|tick|mark|cross|log) (?:it|that|this|them|£?\d[\d.,]*k?%?) (?:in|down|on|off|as|up)\b/g;

const ownThings =
  "(?:own |current |open |outstanding |overdue |late |next |upcoming |remaining )*(?:actions?|priorit(?:y|ies)|measures?|figures?|deadlines?|milestones?|stuff|work|things?|items?|list|plate|tasks?|areas?|ones?|desk|to do|name|responsibilit(?:y|ies)|lot|bits?|patch|portfolio|remit|returns?|dates?)";
const wantsOwn = new RegExp(
  `\\b(?:mine|my ${ownThings}|am i|have i|do i|did i|should i|must i|i (?:lead|own|report|still|owe|look after|need to|have to|must|should|am (?:leading|responsible|down|late|behind|overdue|accountable)|have (?:got )?(?:to|anything|due|overdue|left|on))|(?:for|from|by|to|on|with) me|assigned to me)\\b`,
);

const backward =
  /\b(?:was|were|had|did|missed|figures?|values?|latest|reported|delivered|recorded|overdue|trend|numbers?|last|since|how many|how much|log|record|report|enter|update|correct|missing|unreported|result|results|not available|unavailable)\b|\d\.m\d|\b(?:we|i|they|staff) (?:got|ran|held|saw|took|made|received|raised|supported|trained|reached|served)\b/;

const looksBack = (text: string, { before }: Context): boolean =>
  /\b(?:was|were) (?:\w+ )?due\b/.test(text) || (!/\bdue\b/.test(text) && (backward.test(text) || traitsOf(before.at(-1)?.question ?? "").looksBack === true));

/** "the second one" after a list of a priority's actions or measures: written as an id. */
function withPlaces(line: string, context: Context): string {
  const last = context.before.at(-1);
  const rows = last && traitsOf(last.question).lists;
  const scope = last?.args.scope;
  if (!rows || typeof scope !== "string") return line;
  const type = rows === "measures" ? "measure" : "action";
  const listed = () => context.planIndex.catalogue.items.filter((item) => item.type === type && "priority" in item && item.priority.id === scope);
  return line.replace(/\b(?:the )?(first|second|third|fourth|fifth|last) (?:one|action|measure)\b(?! (?:in|of|under|for)\b)/g, (match, word) => {
    const item = word === "last" ? listed().at(-1) : listed()[["first", "second", "third", "fourth", "fifth"].indexOf(word)];
    return item ? item.id.toLowerCase() : match;
  });
}

/** The priority that the turn before was about. */
function priorityBefore({ before, planIndex }: Context): string | undefined {
  const { scope, measure, action } = before.at(-1)?.args ?? {};
  const id = [measure, action, scope].find((it) => it !== undefined);
  const item = id ? planIndex.catalogue.find(id) : undefined;
  return item && "priority" in item ? item.priority.id : undefined;
}

/** Takes one question apart; `words` are plain and corrected, `capitals` those that were typed in capitals. */
export function utteranceOf(words: string[], capitals: ReadonlySet<string>, context: Context): Utterance {
  const withNames = utteranceFrom(words, capitals, context, true);
  // "the History Centre learning offer" is a subject although history.centre@ is somebody: what is called by words of something else is no person with more beside it.
  return withNames.byRole && !withNames.byAddress && withNames.topic.chunks.flat().some((word) => !withNames.topic.strange.includes(word))
    ? utteranceFrom(words, capitals, context, false)
    : withNames;
}

function utteranceFrom(words: string[], capitals: ReadonlySet<string>, context: Context, names: boolean): Utterance {
  const { planIndex, plan, today } = context;
  const said = withDigits(words.join(" "));
  const text = planIndex.catalogue.find("b4") ? said : said.replace(/\bb4\b/g, "before");
  const { line: withPeople, ...named } = readPeople(text, planIndex, names);
  const setting = { plan, today, isOwn: planIndex.isPlanWord };
  const { line: withTimes, times } = readTimes(withPeople, { ...setting, lean: looksBack(text, context) ? "back" : "ahead" });
  const hasTime = /⟦/.test(withTimes);
  const gone = hasTime ? lastIn(readTimes(withPeople, { ...setting, lean: "back" })) : undefined;
  const ahead = hasTime ? lastIn(readTimes(withPeople, { ...setting, lean: "ahead" })) : undefined;
  const { line: withIds, items, unknown } = readReferences(withPlaces(withTimes, context), planIndex.catalogue, priorityBefore(context));
  const line = withParts(withIds, planIndex, items);
  const whole = line.replace(polite, " ").replace(/\s+/g, " ").trim();
  const wholeWords = whole.split(" ");
  const ofName = partsOfNames(wholeWords, planIndex);
  const topic = topicWords(withoutWholePlan(withoutStates(wholeWords, ofName).replace(aside, " "), planIndex), planIndex, capitals);
  // A plan may call something by a word of asking ("KPIs", "Green Spaces"): there it asks nothing.
  const asksNot = (word: string, at: number) => cueWords.has(word) && (ofName[at] || (topic.telling.has(word) && !isThemeName(word, planIndex)));
  const ask = wholeWords.map((word, at) => (asksNot(word, at) ? "·" : word)).join(" ");
  return {
    context,
    said: text,
    line,
    ask,
    items,
    unknown,
    times,
    gone,
    ahead,
    ...named,
    mine: wantsOwn.test(ask),
    isQuestion:
      /\?/.test(line) ||
      /^(?:and |so |but |ok |well )*(?:what|who|whose|when|where|why|how|which|is|are|was|were|has|have|did|do(?! my\b)|does|can|any|anything|should|will)\b/.test(
        ask,
      ),
    ...readStates(ask),
    topic,
  };
}

const isThemeName = (word: string, planIndex: PlanIndex): boolean => planIndex.names.get(stem(word))?.some((item) => item.type === "theme") ?? false;

/** Joined times stand last; "coming up" says less than any other. */
function lastIn({ line, times }: Pick<Utterance, "line" | "times">): Time | undefined {
  const all = [...line.matchAll(/⟦(\d+)⟧/g)].map(([, n]) => times[Number(n)]);
  return all.findLast((one) => one && !one.soon) ?? all.at(-1);
}

/** The time a text is about, when it names one. */
export const timeOf = (utterance: Utterance): Time | undefined => lastIn(utterance);

/** Nearly every rule asks for them. */
const named = new WeakMap<Pick<Utterance, "line" | "items">, readonly Item[]>();

/** Items that the line still names, in order. */
export function itemsIn(utterance: Pick<Utterance, "line" | "items">): readonly Item[] {
  const { line, items } = utterance;
  const found = named.get(utterance) ?? [...new Set([...line.matchAll(/«(\d+)»/g)].map((match) => items[Number(match[1])] as Item))];
  named.set(utterance, found);
  return found;
}
