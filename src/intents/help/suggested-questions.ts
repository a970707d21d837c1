/** Examples of what can be asked, made from the plan in hand and from what the asker does in it. Each of them is understood. Pure. */

import { isManager } from "../../answers/allowed.js";
import { leadersOf, leadersOfPriority } from "../../plan/index.js";
import type { Scene } from "../../request/scene.js";

export interface Example {
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
export function partOf(scene: Scene): Part {
  const email = scene.asker.email?.toLowerCase();
  if (!email || scene.shared) return { manages: false, reports: false };
  const { priorities, actions, measures } = scene.catalogue;
  const led = priorities.find(({ priority }) => leadersOfPriority(priority).includes(email)) ?? actions.find((item) => leadersOf(item).includes(email));
  const reports = measures.some(({ measure }) => measure.reporter === email || Boolean(measure.deputies?.includes(email)));
  return { manages: isManager(scene), reports, ...(led && { leads: led.priority.id }) };
}

/** What a manager, a lead or a reporter will want; for everybody else what any member of staff may do. */
export function ownExamples(scene: Scene): Example[] {
  if (!scene.asker.email || scene.shared) return [];
  const { manages, leads, reports } = partOf(scene);
  return [
    ...(manages ? managerExamples : []),
    ...(leads
      ? [
          { says: "My actions", about: "You lead part of the plan: status, milestones done, notes, more time" },
          { says: "My reminders", about: "What of yours is due, to answer it there; when reminders come: my reminder settings" },
          { says: "What is overdue for me?" },
        ]
      : []),
    ...(reports ? [{ says: "Which figures are missing from me?", about: "You report figures" }] : []),
  ];
}

const managerExamples: Example[] = [
  { says: "Requests for more time", about: "You are a manager: agree to them or refuse" },
  { says: "Who has no lead?", about: "Name one, or hand over all of somebody's" },
  { says: "Who has not reported?", about: "Missing figures by person" },
  { says: "What will you send tomorrow?", about: "Reminders: to whom and why; pause them, send them now, ask a lead for an update" },
  { says: "Freeze the plan as agreed", about: "Keeps it as it stands; later: what changed since it was agreed?" },
  { says: "What could you not answer?", about: "Questions that had no answer: their words, not who asked" },
];

/** At most three for a first meeting: one about something that is the asker's, one about dates, one about what they do. */
export function firstExamples(scene: Scene): string[] {
  const { catalogue } = scene;
  const { manages, leads, reports } = partOf(scene);
  const about = leads ?? catalogue.priorities[Math.min(1, catalogue.priorities.length - 1)]?.id;
  const own = leads ? "My actions" : reports ? "Report figures" : manages ? "What is overdue?" : about && `Who leads ${about}?`;
  return [about && `How is ${about} doing?`, "What is due in the next 90 days?", own].filter((says): says is string => Boolean(says));
}
