/** Examples of what can be asked, made from the plan in hand and from what the asker does in it. Each of them is understood. Pure. */

import { isManager } from "../../answers/allowed.js";
import { peopleToSettle } from "../../people/index.js";
import { leadersOf, leadersOfPriority } from "../../plan/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { HelpLine, Intent, Samples } from "../define-intent.js";

export interface Offered {
  says: string;
  about?: string;
}

/** What somebody does in the plan. */
export interface Part {
  manages: boolean;
  /** The first priority that they lead or whose action they lead. */
  leads?: string;
  reports: boolean;
}

/** Nobody in particular in a channel or a group. */
export function partOf(context: AnswerContext): Part {
  const email = context.asker.email?.toLowerCase();
  if (!email || context.shared) return { manages: false, reports: false };
  const { priorities, actions, measures } = context.catalogue;
  const led = priorities.find(({ priority }) => leadersOfPriority(priority).includes(email)) ?? actions.find((item) => leadersOf(item).includes(email));
  const reports = measures.some(({ measure }) => measure.reporter === email || Boolean(measure.deputies?.includes(email)));
  return { manages: isManager(context), reports, ...(led && { leads: led.priority.id }) };
}

/** What a manager, a lead or a reporter will want; for everybody else what any member of staff may do. */
export function forAsker(intents: readonly Intent[], context: AnswerContext): Offered[] {
  const { manages, leads, reports } = partOf(context);
  return [
    ...(manages ? offered(intents, context, "managers") : []),
    ...(leads ? offered(intents, context, "leads") : []),
    ...(reports ? offered(intents, context, "reporters") : []),
  ];
}

/** What help offers to everybody, filled with items of the plan in hand. */
export const forAnybody = (intents: readonly Intent[], context: AnswerContext): Offered[] => offered(intents, context, undefined);

function offered(intents: readonly Intent[], context: AnswerContext, who: HelpLine["for"]): Offered[] {
  const samples = samplesOf(context);
  const lines = intents.flatMap(({ traits }) => traits.help ?? []).filter((line) => line.for === who);
  return lines
    .sort((a, b) => a.place - b.place)
    .flatMap(({ says, about }) => {
      const text = typeof says === "string" ? says : says(samples);
      return text ? [{ says: text, about: typeof about === "function" ? about(samples) : about }] : [];
    });
}

function samplesOf({ catalogue, known }: AnswerContext): Samples {
  const { priorities, themes, actions, measures } = catalogue;
  return {
    priority: priorities[Math.min(1, priorities.length - 1)]?.id,
    theme: themes[0]?.theme.name,
    action: (actions.find((item) => item.action.milestones?.length) ?? actions[0])?.id,
    measure: (measures.find((item) => item.measure.target !== undefined) ?? measures[0])?.id,
    printedLead: peopleToSettle(catalogue, known.printed)[0]?.words,
  };
}

/** At most three for a first meeting: one about something that is the asker's, one about dates, one about what they do. */
export function firstExamples(context: AnswerContext): string[] {
  const { catalogue } = context;
  const { manages, leads, reports } = partOf(context);
  const about = leads ?? catalogue.priorities[Math.min(1, catalogue.priorities.length - 1)]?.id;
  const own = leads ? "My actions" : reports ? "Report figures" : manages ? "What is overdue?" : about && `Who leads ${about}?`;
  return [about && `How is ${about} doing?`, "What is due in the next 90 days?", own].filter((says): says is string => Boolean(says));
}
