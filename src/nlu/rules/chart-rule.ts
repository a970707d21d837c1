/** "Show me the trend of ICT sessions", "chart of Place", "the milestones of 2.3 as a timeline". */
import type { Item } from "../../plan/index.js";
import { reading, readingsAbout } from "../readings.js";
import { type Subject, subjectOf } from "../subject.js";
import { itemsIn, type Utterance } from "../utterance.js";
import type { Rule } from "./rule.js";

/** "What is the picture for" something asks how it stands. */
const picture = /\b(?:charts?|graphs?|plot|diagrams?|(?<!\bwhat is the )pictures?|bar chart|line chart|visualis\w+|visualiz\w+|draw)\b/;
const shownTrend = /\b(?:show|see|draw|display|view|look at)\b.*\btrends?\b|^(?:the )?trend (?:line )?(?:of|for|in)\b/;
const timeline = /\b(?:timelines?|time line|roadmap|gantt)\b/;

const areas: Item["type"][] = ["theme", "priority", "action"];

/** "chart of Place", "show me the trend of 1.1.m1", "timeline of 2.3" */
export const chart: Rule = (utterance) => {
  const { line } = utterance;
  const trend = shownTrend.test(line);
  const dates = timeline.test(line) || (/\bmilestones?\b/.test(line) && picture.test(line));
  if (!picture.test(line) && !trend && !dates) return undefined;
  const as = dates ? "timeline" : /\b(?:status|rag|bars?|actions?)\b/.test(line) ? "status" : undefined;
  const subject = chartedSubject(utterance, trend, as);
  if (subject.found === "nothing" && !subject.strange.length) return [reading("chart", { scope: "plan", as })];
  const found = readingsAbout(
    utterance,
    subject,
    ({ id }) => reading("chart", { scope: id, as }),
    (id) => `Chart of ${id}`,
    () => reading("chart", { scope: "plan", as }),
  );
  return found.length ? found : undefined;
};

/** A trend is a measure's; statuses and dates never are; anything else is whatever fits best. */
function chartedSubject(utterance: Utterance, trend: boolean, as: string | undefined): Subject {
  if (itemsIn(utterance).length) return subjectOf(utterance, { types: [...areas, "measure"] });
  if (trend) return subjectOf(utterance, { types: ["measure"] });
  return subjectOf(utterance, { types: as ? areas : ["theme", "priority", "measure"] });
}
