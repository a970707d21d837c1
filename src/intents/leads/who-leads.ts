import { suggest } from "../../answers/answer-text.js";
import { reporterSentences } from "../../answers/measure-words.js";
import { facts, section } from "../../answers/rows.js";
import { placeOf, type Scoped } from "../../answers/scope.js";
import { capital, listed, listedUpTo, plural, shortened } from "../../answers/wording.js";
import { type Catalogue, deputiesOf, type Item, type ItemOf, leadSaidOf } from "../../plan/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { Row, Section } from "../../shared/answer.js";

/** Sentences and rows that say who leads or reports what is asked about. */
export function whoLeads(scoped: Scoped, context: AnswerContext): { lead: string[]; sections: Section[] } {
  if (scoped.type === "measure") return { lead: [...reporterSentences(scoped), ...deputySentence(scoped)], sections: [] };
  if (scoped.type === "action") return { lead: [...actionSentences(scoped), ...deputySentence(scoped)], sections: [] };
  if (scoped.type === "priority") return ofPriority(scoped, context);
  const priorities = context.catalogue.priorities.filter(({ theme }) => scoped.type === "plan" || theme.id === scoped.id);
  const led = priorities.filter(({ id, priority }) => priority.lead ?? priority.leadAs ?? eachLed(context.catalogue, id)).length;
  const many = plural(priorities.length, "priority");
  const lead =
    led === priorities.length
      ? `${placeOf(scoped) === "in the plan" ? "The plan" : capital(scoped.id === "plan" ? "the plan" : scopedName(scoped))} has ${many}, each with its lead.`
      : `${led} of ${many} ${placeOf(scoped)} have a lead.`;
  return { lead: [lead], sections: section("", priorities, (item) => priorityLeadRow(item, context)) };
}

const scopedName = (scoped: Scoped): string => (scoped.type === "theme" ? scoped.theme.name : scoped.id);

/** Its lead, or where it has none those of its actions; as printed where no address is known. */
function leadsOf({ id, priority }: ItemOf<"priority">, { catalogue }: AnswerContext): string[] {
  const own = priority.lead ?? priority.leadAs;
  if (own) return [own];
  return [...new Set(catalogue.actions.filter((item) => item.priority.id === id).flatMap((item) => leadSaidOf(item) ?? []))];
}

/** Whether each action of a priority has a lead, if only as printed. */
export function eachLed({ actions }: Pick<Catalogue, "actions">, priority: string): boolean {
  const under = actions.filter((item) => item.priority.id === priority);
  return under.length > 0 && under.every((item) => leadSaidOf(item));
}

const MOST_LEADS = 6;

function priorityLeadRow(item: ItemOf<"priority">, context: AnswerContext): Row {
  const { id, priority } = item;
  const own = priority.lead ?? priority.leadAs;
  const leads = leadsOf(item, context);
  const lead = `Lead: ${own ?? "nobody named"}`;
  const ofActions = leads.length ? `its actions are led by ${listedUpTo(leads, MOST_LEADS)}` : "";
  const detail = own ? lead : eachLed(context.catalogue, id) ? capital(ofActions) : facts(lead, ofActions);
  return { id, text: shortened(priority.title, 200), detail };
}

function deputySentence(item: Item): string[] {
  const deputies = deputiesOf(item);
  if (!deputies.length) return [];
  return [item.type === "measure" ? `${listed(deputies)} may report it as well.` : `${deputies.length === 1 ? "Deputy" : "Deputies"}: ${listed(deputies)}.`];
}

function ofPriority({ id, priority, theme }: ItemOf<"priority">, { catalogue }: AnswerContext) {
  const under = catalogue.actions.filter((item) => item.priority.id === id);
  const lead = priority.lead ?? priority.leadAs;
  const own = under.filter((item) => leadSaidOf(item) && leadSaidOf(item) !== lead);
  return {
    lead: [
      lead ? `${id} is led by ${lead}.` : `The plan names no lead for ${id}.`,
      ...deputySentence({ type: "priority", id, priority, theme }),
      ...(own.length ? [`${listed(own.map((item) => item.id))} ${own.length === 1 ? "has a lead of its own" : "have leads of their own"}.`] : []),
    ],
    sections: lead ? [] : section("", own, (item) => ({ id: item.id, text: shortened(item.action.text, 200), detail: `Lead: ${leadSaidOf(item)}` })),
  };
}

function actionSentences({ id, action, priority }: ItemOf<"action">): string[] {
  const [own, above] = [action.lead ?? action.leadAs, priority.lead ?? priority.leadAs];
  if (own) return [`${id} is led by ${own}.`, ...(above && above !== own ? [`Its priority, ${priority.id}, is led by ${above}.`] : [])];
  return [
    above ? `${id} is led by ${above}, through its priority (${priority.id}).` : `The plan names no lead for ${id}, nor for its priority (${priority.id}).`,
  ];
}

/** What to ask next of the same thing. */
export function suggestions(scoped: Scoped) {
  if (scoped.type === "plan") return suggest("Who has no lead?", "What do I lead?");
  if (scoped.type === "theme") return suggest(`How is ${scoped.theme.name} doing?`, "What do I lead?");
  if (scoped.type === "measure") return suggest(`What is the latest figure for ${scoped.id}?`);
  return suggest(`How is ${scoped.id} doing?`, scoped.type === "action" ? `When is ${scoped.id} due?` : `What actions are under ${scoped.id}?`);
}
