/** "Set up 2.3.m1", "change the target of 2.3.m1 to 60", "make 2.3.m1 monthly": how a measure is taken. */
import { choose, reading, readingsAbout } from "../readings.js";
import { subjectOf } from "../subject.js";
import { itemsIn, type Utterance } from "../utterance.js";
import type { Rule } from "./rule.js";

const setUpWords =
  /\b(?:set ?up|setup|configure|define|redefine)\b|\b(?:edit|change|adjust|amend) (?:the |this |that )?(?:measure|indicator|settings?|definition|set up)\b|\bhow (?:the )?(?:«\d+»|measure|it) is (?:taken|measured|counted)\b/;
const changing =
  /^(?:(?:please|can|could|i|we|you|want|need|would|like|to|lets|let|us|should|must) )*(?:set|change|update|make|edit|correct|put|add|give|raise|lower|move|switch|adjust|amend)\b/;
const settingNoun = /\b(targets?|baselines?|units?|frequency|kinds?|direction)\b/;
const often = /\b(monthly|every month|each month|quarterly|every quarter|each quarter|yearly|annually|annual|every year|each year)\b/;

const frequencyOf = (words: string): string => (/month/.test(words) ? "monthly" : /quarter/.test(words) ? "quarterly" : "yearly");

/** The value after "to", "at", "as" or at the end, as it was typed. */
const valueIn = (ask: string): string | undefined => /\b(?:to|at|as|of|is|be) (£?\d[\d,]*(?:\.\d+)?(?:k|m)?%?)(?![»⟧›\d.\p{L}])/u.exec(ask)?.[1];

function wishIn({ ask }: Utterance): Record<string, string> {
  const noun = settingNoun.exec(ask)?.[1]?.replace(/s$/, "");
  const value = valueIn(ask);
  const frequency = often.exec(ask)?.[1];
  return {
    ...((noun === "target" || noun === "baseline") && value && { [noun]: value }),
    ...(frequency && { frequency: frequencyOf(frequency) }),
  };
}

const said = "(?:(?:is|was|should be|should have been|will be|to be|to|of|:|=) ?)?";
/** "the target of 2.3.m1 is 60", "2.3.m1 baseline 40": no figure, however much it looks like one. */
const statedValue = new RegExp(
  `^(?:the |our )?(target|baseline) (?:for|of) (?:the )?«\\d+» ${said}(£?\\d[\\d,]*(?:\\.\\d+)?(?:k|m)?%?)[ .!]*$|^(?:the )?«\\d+»(?: s)? (target|baseline) ${said}(£?\\d[\\d,]*(?:\\.\\d+)?(?:k|m)?%?)[ .!]*$`,
);
const statedOften = new RegExp(`^(?:report )?«\\d+» (?:(?:is|should be|to be|must be|will be|reported|collected|taken|now) )*${often.source}[ .!]*$`);
const statedKind =
  /^(?:change |make |set )?«\d+» (?:to |is |should be |as )+(?:an? )?(?:percentage|number|rating|amount of money|currency|yes or no)\b|^«\d+» is (?:counted|measured) in \p{L}+[ .!]*$|^(?:lower|higher|less|more|fewer) is better (?:for|in|with) «\d+»[ .!]*$|^(?:remove|delete|drop|clear) (?:the )?(?:target|baseline)\b|\bsettings? (?:of|for) (?:the )?«\d+»/u;

function stated({ ask, isQuestion, line }: Utterance): Record<string, string> | undefined {
  if (isQuestion || /\?/.test(line)) return undefined;
  const [, first, value, second, amount] = statedValue.exec(ask) ?? [];
  const noun = first ?? second;
  if (noun) return { [noun]: value ?? amount ?? "" };
  const frequency = statedOften.exec(ask)?.[1];
  if (frequency) return { frequency: frequencyOf(frequency) };
  return statedKind.test(ask) ? {} : undefined;
}

/** "set up 1.1.m4", "1.1.m4 is a percentage", "report it every month" */
export const setUp: Rule = (utterance) => {
  const { ask, isQuestion } = utterance;
  const wish = stated(utterance);
  const wanted = wish !== undefined || setUpWords.test(ask) || (!isQuestion && changing.test(ask) && (settingNoun.test(ask) || often.test(ask)));
  if (!wanted) return undefined;
  const items = itemsIn(utterance);
  const [area] = items;
  if (area && area.type !== "measure") {
    const measures = utterance.context.planIndex.catalogue.measures.filter((it) =>
      "priority" in area ? it.priority.id === area.priority.id : it.theme.id === area.id,
    );
    return area.type === "action" || !measures.length ? undefined : [choose(utterance, measures, (id) => `Set up ${id}`)];
  }
  const subject = subjectOf(utterance, { types: ["measure"] });
  if (subject.found !== "items" && subject.found !== "several") return undefined;
  const measures = subject.items.filter(({ type }) => type === "measure");
  if (!measures.length) return undefined;
  return readingsAbout(
    utterance,
    { ...subject, items: measures },
    (item) => reading("set-up", { measure: item.id, ...(wish ?? wishIn(utterance)) }),
    (id) => `Set up ${id}`,
  );
};
