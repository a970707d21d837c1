/** What of a digest is for managers: a block for each kind of line. */
import type { DigestBlock } from "../shared/answer.js";
import { ask } from "../shared/answer-text.js";
import { capital, opening } from "../shared/words.js";
import type { DueItem, ManagerItem, ManagerStep } from "./due-item.js";

const headings: Record<ManagerStep, string> = {
  "pass missed": "Missed",
  escalated: "Passed up to you",
  "newly overdue": "Newly overdue",
  "newly at risk": "Newly at risk or off track",
  "more time asked for": "More time asked for",
  "to be reassigned": "With the wrong person",
  "not yet reported": "Not yet reported",
  "figures missing": "Figures missing",
  "no lead": "Nobody named",
  "not delivered": "Not delivered",
  "cannot be reached": "Cannot be reached",
  "kept alive": "How alive the plan is",
};

/** Of the line on actions whose lead is known in words only. */
const WAITING = "no lead in words";

/** A block for each kind of line in a manager's digest, in the order of the lines. */
export function managerBlocks(items: ManagerItem[], hidden: DueItem[]): { first: DueItem; block: DigestBlock }[] {
  const byStep = new Map<ManagerStep, ManagerItem[]>();
  for (const item of items) byStep.set(item.step, [...(byStep.get(item.step) ?? []), item]);
  return [...byStep].map(([step, own]) => ({
    first: own[0] as ManagerItem,
    block: {
      heading: headings[step],
      rows: own.map(managerRow),
      ...moreOf(hidden.filter((item) => item.step === step)),
      parts: [],
      presses: [],
      ...(own.some(({ key }) => key === WAITING) && { suggestions: [ask("Name them", "Who is who?")] }),
    },
  }));
}

/** The heading says it already. */
function withoutHeading({ why, step }: ManagerItem): string {
  const said = [`${step}, `, `${step}: `].find((start) => why.startsWith(start)) ?? "";
  return opening(why.slice(said.length));
}

/** A line about no item of the plan says what it is about in its words. */
function managerRow(item: ManagerItem) {
  if (!item.text) return { id: "", text: `${withoutHeading(item)}.`.replace(/([.!?])\.$/, "$1"), ...(item.more.length && { detail: item.more.join(" · ") }) };
  const text = item.milestone ? `${item.text} · ${capital(item.milestone)}` : item.text;
  return { id: item.id, text, detail: [withoutHeading(item), ...item.more].join(" · ") };
}

const moreOf = ({ length }: DueItem[]) => (length ? { more: `And ${length} more.` } : {});
