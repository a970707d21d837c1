import { suggest } from "../../answers/answer-text.js";
import { reporterSentences } from "../../answers/measure-words.js";
import { section } from "../../answers/rows.js";
import { placeOf, type Scoped } from "../../answers/scope.js";
import { capital, listed, plural, shortened } from "../../answers/wording.js";
import { deputiesOf, type Item, type ItemOf } from "../../plan/index.js";
import type { Scene } from "../../request/scene.js";
import type { Row, Section } from "../../shared/answer.js";

export function whoLeads(scoped: Scoped, scene: Scene): { lead: string[]; sections: Section[] } {
  if (scoped.type === "measure") return { lead: [...reporterSentences(scoped), ...deputySentence(scoped)], sections: [] };
  if (scoped.type === "action") return { lead: [...actionSentences(scoped), ...deputySentence(scoped)], sections: [] };
  if (scoped.type === "priority") return ofPriority(scoped, scene);
  const priorities = scene.catalogue.priorities.filter(({ theme }) => scoped.type === "plan" || theme.id === scoped.id);
  const led = priorities.filter(({ priority }) => priority.lead).length;
  const many = plural(priorities.length, "priority");
  const lead =
    led === priorities.length
      ? `${placeOf(scoped) === "in the plan" ? "The plan" : capital(scoped.id === "plan" ? "the plan" : scopedName(scoped))} has ${many}, each with its lead.`
      : `${led} of ${many} ${placeOf(scoped)} have a lead.`;
  return { lead: [lead], sections: section("", priorities, priorityLeadRow) };
}

const scopedName = (scoped: Scoped): string => (scoped.type === "theme" ? scoped.theme.name : scoped.id);

const priorityLeadRow = ({ id, priority }: ItemOf<"priority">): Row => ({
  id,
  text: shortened(priority.title, 200),
  detail: `Lead: ${priority.lead ?? "nobody named"}`,
});

function deputySentence(item: Item): string[] {
  const deputies = deputiesOf(item);
  if (!deputies.length) return [];
  return [item.type === "measure" ? `${listed(deputies)} may report it as well.` : `${deputies.length === 1 ? "Deputy" : "Deputies"}: ${listed(deputies)}.`];
}

function ofPriority({ id, priority, theme }: ItemOf<"priority">, { catalogue }: Scene) {
  const under = catalogue.actions.filter((item) => item.priority.id === id);
  const own = under.filter(({ action }) => action.lead && action.lead !== priority.lead);
  return {
    lead: [
      priority.lead ? `${id} is led by ${priority.lead}.` : `The plan names no lead for ${id}.`,
      ...deputySentence({ type: "priority", id, priority, theme }),
      ...(own.length ? [`${listed(own.map((item) => item.id))} ${own.length === 1 ? "has a lead of its own" : "have leads of their own"}.`] : []),
    ],
    sections: [],
  };
}

function actionSentences({ id, action, priority }: ItemOf<"action">): string[] {
  if (action.lead)
    return [
      `${id} is led by ${action.lead}.`,
      ...(priority.lead && priority.lead !== action.lead ? [`Its priority, ${priority.id}, is led by ${priority.lead}.`] : []),
    ];
  return [
    priority.lead
      ? `${id} is led by ${priority.lead}, through its priority (${priority.id}).`
      : `The plan names no lead for ${id}, nor for its priority (${priority.id}).`,
  ];
}

export function suggestions(scoped: Scoped) {
  if (scoped.type === "plan") return suggest("Who has no lead?", "What do I lead?");
  if (scoped.type === "theme") return suggest(`How is ${scoped.theme.name} doing?`, "What do I lead?");
  if (scoped.type === "measure") return suggest(`What is the latest figure for ${scoped.id}?`);
  return suggest(`How is ${scoped.id} doing?`, scoped.type === "action" ? `When is ${scoped.id} due?` : `What actions are under ${scoped.id}?`);
}
