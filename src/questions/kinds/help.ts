/** What can be asked, with examples from the plan in hand. */
import { z } from "zod/v4";
import { leadOf } from "../../plan/index.js";
import type { Row } from "../../shared/answer.js";
import { Carried, question } from "../question.js";
import type { Scene } from "../scene.js";
import { isManager } from "../wording/allowed.js";
import { answerIn, ask } from "../wording/answer-text.js";
import { plural } from "../wording/wording.js";

export const help = question({
  name: "help",
  about: "What the bot can do and what can be asked, with examples",
  args: z.object({ ...Carried }),
  answer: async ({ carried }, scene) => {
    const { plan, catalogue } = scene;
    const own = ownExamples(scene);
    return answerIn("rows", {
      carried,
      title: "What you can ask",
      lead: [
        `I answer questions about the ${plan.title}: ${plural(catalogue.themes.length, "theme")}, ${plural(catalogue.priorities.length, "priority")}, ${plural(catalogue.actions.length, "action")} and ${plural(catalogue.measures.length, "measure")}.`,
        "Ask in your own words, by number or by topic.",
      ],
      sections: [...(own.length ? [{ heading: "For you", rows: own.map(example) }] : []), { heading: "For example", rows: examples(scene).map(example) }],
      gaps: [],
      sources: scene.known.sample ? ["Example data: the leads, statuses and figures in this plan are examples."] : [],
      suggestions: [...own, ...examples(scene).map(([says]) => [says] as Example)].slice(0, 3).map(([says]) => ask(says)),
    });
  },
});

type Example = [says: string, about?: string];

const example = ([says, about]: Example): Row => ({ id: "", text: says, ...(about && { detail: about }) });

function examples({ catalogue }: Scene): Example[] {
  const priority = catalogue.priorities[Math.min(1, catalogue.priorities.length - 1)];
  const [theme] = catalogue.themes;
  const action = catalogue.actions.find((item) => item.action.milestones?.length) ?? catalogue.actions[0];
  const measure = catalogue.measures.find((item) => item.measure.target !== undefined) ?? catalogue.measures[0];
  return [
    ...(priority ? [[`How is ${priority.id} doing?`, "How a priority, theme, action or the plan stands, and why"] as Example] : []),
    ...(theme ? [[`What actions are in ${theme.theme.name}?`, "Actions, all or by status; also: which priority is furthest behind"] as Example] : []),
    ...(action ? [[`When is ${action.id} due?`, "Dates of an action or a priority"] as Example] : []),
    ["What is due in the next 90 days?", "Anything with a date: this quarter, next month, Year 2"],
    ["What is overdue?", "All, or of a theme, a priority or a person"],
    ...(priority ? [[`Who leads ${priority.id}?`, "Who leads or reports what"] as Example] : []),
    ...(measure ? [[`What is the latest figure for ${measure.id}?`, "Figures, trend, target, baseline"] as Example] : []),
    ["Report figures", `A form for the figures that you report; for one alone: update ${measure?.id ?? "it, by its id"}`],
    ["Which figures are missing?", "What is still to be reported, and by whom"],
    ["What changed since 1 October?", "Who changed what, and when"],
  ];
}

/** What a manager, a lead or a reporter will want. */
function ownExamples(scene: Scene): Example[] {
  const { catalogue, asker } = scene;
  const email = asker.email?.toLowerCase();
  const leads = catalogue.priorities.some(({ priority }) => priority.lead === email) || catalogue.actions.some((item) => leadOf(item) === email);
  const reports = catalogue.measures.some(({ measure }) => measure.reporter === email);
  if (!email) return [];
  return [
    ...(isManager(scene)
      ? [
          ["Requests for more time", "You are a manager: agree to them or refuse"] as Example,
          ["Who has no lead?", "Name one, or hand over all of somebody's"] as Example,
          ["What will you send tomorrow?", "Reminders: to whom and why; pause them, send them now, ask a lead for an update"] as Example,
        ]
      : []),
    ...(leads
      ? [
          ["My actions", "You lead part of the plan: status, milestones done, notes, more time"] as Example,
          ["My reminders", "What of yours is due, to answer it there; when reminders come: my reminder settings"] as Example,
          ["What is overdue for me?"] as Example,
        ]
      : []),
    ...(reports ? [["Which figures are missing from me?", "You report figures"] as Example] : []),
  ];
}
