/** Figures as people blurt them out: "2.3.m1 45", "nil return for 2.3.m1", "the figure for 2.3.m1 is wrong", "here are my Q2 figures". */
import type { Interpretation } from "../../assistant/assistant.js";
import { reading, readingsAbout, windowOf } from "../readings.js";
import { measureBySoftWords } from "../soft-words.js";
import { subjectOf } from "../subject.js";
import { findTopics } from "../topics.js";
import { itemsIn, timeOf, type Utterance } from "../utterance.js";
import { valueSaid } from "../value-said.js";
import { ownOf } from "./commands.js";
import type { Rule } from "./rule.js";

const number = "-?£?\\d[\\d,]*(?:\\.\\d+)?(?:k|m|bn)?%?";
const during = "(?:(?:in|for|during) )?⟦\\d+⟧";
const bareFigure = new RegExp(`^(?:${during} )?«\\d+» (?:${during} )?(?:[:=-] ?)?(${number})(?: ${during})?[ .!]*$`);
const coloned = new RegExp(`^[^:]*[\\p{L}⟧»] ?(?:[:=]|-(?= )) ?(${number})(?: (?:out of|/) ?\\d+)?(?: ${during})?[ .!]*$`, "u");
const counted = new RegExp(
  `^(?:we (?:are at|have) )?(?:(${number}) (?!days?|weeks?|months?|years?|priorit|actions?|measures?|themes?|milestones?)[\\p{L} ]+|[\\p{L} ]+ (${number})(?: ?(?:/|out of) ?\\d+)?) ${during}[ .!]*$`,
  "u",
);
const none = /^(?:(zero|nil|no|none)\b.*|.*«\d+» (?:[:=-] ?)?(zero|nil|none))[ .!]*$/;
const asksOf = /\b(?:top|first|last|list|show|which|how|what|above|below|over|under|than|due|overdue|missing|target|baseline|who|when)\b/;

/** A figure without a verb; nothing when the words may ask. */
function figureIn({ ask, isQuestion, gone }: Utterance): string | undefined {
  if (isQuestion) return undefined;
  const bare = bareFigure.exec(ask)?.[1];
  if (bare) return bare;
  if (asksOf.test(ask)) return undefined;
  const said = coloned.exec(ask)?.[1] ?? (gone && /⟦/.test(ask) ? (counted.exec(ask)?.[1] ?? counted.exec(ask)?.[2]) : undefined);
  return said;
}

const theMeasure = (utterance: Utterance, args: Record<string, unknown>): Interpretation[] | undefined => {
  const subject = ownOf(utterance, subjectOf(utterance, { types: ["measure"] }));
  if (subject.found !== "items" && subject.found !== "several") return undefined;
  const time = utterance.gone ?? timeOf(utterance);
  const window = time && windowOf(time);
  const found = readingsAbout(
    utterance,
    subject,
    (item) => (item.type === "measure" ? reading("report-figure", { measure: item.id, window, ...args }) : undefined),
    (id) => `Report ${args.value ?? "the figure"} for ${id}${time ? ` for ${time.label}` : ""}`,
  );
  return found.length ? found : undefined;
};

/** Whether the words are those of a measure, and of nothing else as much. */
function namesMeasure(utterance: Utterance): boolean {
  const items = itemsIn(utterance);
  if (items.length) return items.length === 1 && items[0]?.type === "measure";
  const best = findTopics(utterance.topic, utterance.context.planIndex, { types: ["measure"] })[0]?.score ?? 0;
  return best >= 0.7 && !utterance.topic.strange.length;
}

/** "school visits were 262 in Q2", "no sessions this quarter" */
export const figureSaid: Rule = (utterance) => {
  const value = figureIn(utterance);
  if (value !== undefined && namesMeasure(utterance)) return theMeasure(utterance, { value });
  const nothing = utterance.isQuestion ? null : none.exec(utterance.ask);
  if (!nothing) return undefined;
  const word = nothing[1] ?? nothing[2] ?? "";
  const unspoken = { ...utterance, topic: { ...utterance.topic, ...without(utterance, new Set(["zero", "nil", "return"])) } };
  // "No sessions" may mean that there were none, or that nobody counted: the form asks.
  if (!namesMeasure(unspoken) || (word === "no" && !utterance.gone) || asksOf.test(utterance.ask)) return undefined;
  return theMeasure(unspoken, word === "zero" || word === "nil" ? { value: "0" } : {});
};

const without = ({ topic }: Utterance, words: ReadonlySet<string>) => ({
  chunks: topic.chunks.map((chunk) => chunk.filter((word) => !words.has(word))).filter((chunk) => chunk.length),
  strange: topic.strange.filter((word) => !words.has(word)),
});

const wantsCorrecting =
  /^(?:(?:please|can|could|may|i|we|to|need|want|must|have|would|like|let|me|us|how|do) )*(?:correct|amend|fix|edit|revise|redo|change)\b(?! (?:the |a )?(?:status|lead|reporter|deputy|date|deadline|due|target|baseline|unit|kind|frequency|direction|note))/;
const isWrong =
  /\b(?:is|was|are|were|am) (?:wrong|incorrect|not right|not correct|a mistake|a typo)\b|\b(?:made|is|was|there is) (?:a |an )?(?:mistake|error|typo)\b|\b(?:typed|entered|put in|put|gave|reported|sent) (?:in )?(?:the |a )?wrong\b|\bgot .*\bwrong\b|\bshould (?:be|have been|read)\b.*\b(?:not|instead of)\b/;
const figureWord = /\b(?:figures?|numbers?|values?|returns?|reports?|data)\b/;
const rightValue = new RegExp(`\\b(?:should (?:be|have been|read)|to) (${number})(?![\\d»⟧.])`);

/** What was reported is to be corrected: the form for it, or one's own list where nothing is named. */
export const figureWrong: Rule = (utterance) => {
  const { ask, line } = utterance;
  if (!wantsCorrecting.test(ask) && (!isWrong.test(line) || utterance.isQuestion)) return undefined;
  const items = itemsIn(utterance);
  if (items.length ? items.every(({ type }) => type !== "measure") : !figureWord.test(line)) return undefined;
  const known = without(utterance, new Set(utterance.topic.strange));
  const value = rightValue.exec(line)?.[1] ?? (/\b(?:not|instead of|rather than) £?\d|\b(?:it|that) (?:is|was) £?\d/.test(line) ? valueSaid(line) : undefined);
  const found = theMeasure({ ...utterance, topic: { ...utterance.topic, ...known, strange: [] } }, { value });
  if (found || items.length || known.chunks.length) return found;
  const item = measureBySoftWords(utterance);
  return [reading("report-figure", { measure: item?.id, value })];
};

const ownFigures =
  /^(?:(?:please|here|are|is|i|we|have|got|ready|now|time|to|need|want|can|could|some|the|my|our|with|for|you|also|quarterly|monthly|annual|yearly|⟦\d+⟧) )*(?:figures|numbers|returns?)(?: (?:please|in|for|you|ready|now|here|today|⟦\d+⟧))*[ .!]*$/;
const ownReturn =
  /^(?:(?:please|i|we|to|need|want|can|could|time|have|must|let|me|us|now) )*(?:do|submit|send|send in|complete|file|fill in|fill out|finish|make|start)(?: (?:my|our|the|a|quarterly|monthly|annual|yearly|⟦\d+⟧))* (?:returns?|figures|numbers|form)(?: (?:please|in|now|today|for|⟦\d+⟧))*[ .!]*$/;

/** "Here are my Q2 figures", "do my return": all of the asker's own. */
export const figuresOffered: Rule = (utterance) => {
  const { ask, line } = utterance;
  if (
    /\?/.test(line) ||
    (!ownFigures.test(ask) && !ownReturn.test(ask)) ||
    !/\b(?:my|our|here|have|got|please|return|returns|do|submit|send|fill)\b/.test(line)
  )
    return undefined;
  const time = timeOf(utterance);
  return [reading("report-figure", { window: time && windowOf(utterance.gone ?? time) })];
};
