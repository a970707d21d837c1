/** What the rules read in one question, and how they came to it. */
import type { Reading } from "../questions/desk.js";
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
import type { Context, Sketch } from "./sketch.js";
import { saysPlan } from "./subject.js";

/** A figure in the text, which only a report takes up. */
const loneValue = /(?<![«⟦‹\d.\p{L}])-?£?\d[\d,]{2,}(?:\.\d+)?%?(?![»⟧›\d.\p{L}])/u;

export interface Ruled {
  ruled: Reading[];
  ground: Ground;
}

/** `understand`: reads what a choice that was picked says. */
export function readByRules(sketch: Sketch, context: Context, understand: (text: string, context: Context) => Reading[]): Ruled {
  // What is said of reminders says so itself and leans on nothing.
  const ofReminders = reminders(sketch);
  if (ofReminders) return { ruled: ofReminders, ground: "command" };
  // So does what was saved or filled in wrong just before.
  const wrong = correctLast(sketch);
  if (wrong) return { ruled: wrong, ground: "bare" };
  const set = inSetWords(sketch);
  if (set) return { ruled: set, ground: "bare" };
  const file = fileAsked(sketch);
  if (file) return { ruled: file, ground: "bare" };
  const followed = followUp(sketch);
  if (followed)
    return {
      ruled: followed.flatMap((it) => ("says" in it ? understand(it.says, { ...context, before: [] }) : [it])),
      ground: "follow-up",
    };
  for (const rule of rules) {
    const found = rule(sketch);
    if (found?.length)
      return { ruled: found, ground: found.some(({ args }) => args.carried) ? (leansBack(sketch) ? "follow-up" : "partly") : groundOf(rule, sketch, found) };
  }
  return { ruled: [nothingFits(sketch)], ground: "partly" };
}

/** Hardly anything beside an id. */
const bareItem = /^(?=.*«)(?:«\d+»|and|the|theme|priority|action|measure|please|[?.!,]| )+$/;

function groundOf(rule: Rule, sketch: Sketch, [first]: readonly Reading[]): Ground {
  const { ask, topic } = sketch;
  if (bareItem.test(ask)) return "bare";
  const ofAll = first && "scope" in first.args && first.args.scope === "plan" && !("states" in first.args) && !saysPlan(sketch);
  if (rule === standing || ofAll) return "anything";
  // It says itself what it asks, whatever else is said.
  if (rule === howLate) return "command";
  return topic.strange.length || loneValue.test(ask) ? "partly" : "explained";
}

const nothingFits = ({ topic, ask }: Sketch): Reading =>
  reading("not-understood", {
    words: (topic.strange.length ? topic.strange : topic.chunks.flat()).filter((word) => !stopWords.has(word) && ask.includes(word)).slice(0, 5),
  });
