/** What the rules read in one question, and how they came to it. */
import type { Interpretation } from "../assistant/assistant.js";
import type { Ground } from "./decide/ground.js";
import { followUp } from "./follow-up.js";
import { stopWords } from "./lexicon.js";
import { leansBack } from "./pointing.js";
import { reading } from "./readings.js";
import { inSetWords } from "./rules/attention-rules.js";
import { correctLast } from "./rules/correct-last-rule.js";
import { howLate } from "./rules/how-late-rule.js";
import { rules } from "./rules/index.js";
import { reminders } from "./rules/reminder-rules.js";
import { fileAsked } from "./rules/report-rule.js";
import type { Rule } from "./rules/rule.js";
import { standing } from "./rules/standing-rules.js";
import type { Context, Utterance } from "./utterance.js";
import { saysWholePlan } from "./whole-plan.js";

/** A figure in the text, which only a report takes up. */
const loneValue = /(?<![«⟦‹\d.\p{L}])-?£?\d[\d,]{2,}(?:\.\d+)?%?(?![»⟧›\d.\p{L}])/u;

export interface Ruled {
  ruled: Interpretation[];
  ground: Ground;
}

/** `understand`: reads what a choice that was picked says. */
export function readByRules(utterance: Utterance, context: Context, understand: (text: string, context: Context) => Interpretation[]): Ruled {
  // What is said of reminders says so itself and leans on nothing.
  const ofReminders = reminders(utterance);
  if (ofReminders) return { ruled: ofReminders, ground: "command" };
  // So does what was saved or filled in wrong just before.
  const wrong = correctLast(utterance);
  if (wrong) return { ruled: wrong, ground: "bare" };
  const set = inSetWords(utterance);
  if (set) return { ruled: set, ground: "bare" };
  const file = fileAsked(utterance);
  if (file) return { ruled: file, ground: "bare" };
  const followed = followUp(utterance);
  if (followed)
    return {
      ruled: followed.flatMap((it) => ("says" in it ? understand(it.says, { ...context, before: [] }) : [it])),
      ground: "follow-up",
    };
  for (const rule of rules) {
    const found = rule(utterance);
    if (found?.length)
      return {
        ruled: found,
        ground: found.some(({ args }) => args.carried) ? (leansBack(utterance) ? "follow-up" : "partly") : groundOf(rule, utterance, found),
      };
  }
  return { ruled: [nothingFits(utterance)], ground: "partly" };
}

/** Hardly anything beside an id. */
const bareItem = /^(?=.*«)(?:«\d+»|and|the|theme|priority|action|measure|please|[?.!,]| )+$/;

function groundOf(rule: Rule, utterance: Utterance, [first]: readonly Interpretation[]): Ground {
  const { ask, topic } = utterance;
  if (bareItem.test(ask)) return "bare";
  const ofAll = first && "scope" in first.args && first.args.scope === "plan" && !("states" in first.args) && !saysWholePlan(utterance.ask);
  if (rule === standing || ofAll) return "anything";
  // It says itself what it asks, whatever else is said.
  if (rule === howLate) return "command";
  return topic.strange.length || loneValue.test(ask) ? "partly" : "explained";
}

const nothingFits = ({ topic, ask }: Utterance): Interpretation =>
  reading("not-understood", {
    words: (topic.strange.length ? topic.strange : topic.chunks.flat()).filter((word) => !stopWords.has(word) && ask.includes(word)).slice(0, 5),
  });
