/** Asked of a file with another title than the plan in the chat: is it that plan's next version, or another plan? */
import { type Forms, sealFor } from "../../forms/index.js";
import type { RequestContext } from "../../people/index.js";
import { type KnownPlan, type Plan, planInShort, sameName } from "../../plan/index.js";
import type { Answer, Press } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { plural } from "../../shared/words.js";
import { planCalled } from "../into.js";
import { isOtherItem } from "../likeness.js";
import { type AboutImport, leaveVerb } from "./card.js";
import type { Offer } from "./offer.js";

export const whereVerb = "plan.where";

const actionsOf = (plan: Plan) => plan.themes.flatMap(({ priorities }) => priorities.flatMap(({ actions }) => actions.filter(({ retired }) => !retired)));

/** How many of the file's actions stand in the plan, word for word or in much the same words at the same number. */
function alike(read: Plan, known: Plan): { same: number; of: number } {
  const [now, before] = [actionsOf(read), actionsOf(known)];
  const words = new Set(before.map(({ text }) => text));
  const byId = new Map(before.map(({ id, text }) => [id.toLowerCase(), text]));
  const isSame = (id: string, text: string) => words.has(text) || !isOtherItem(byId.get(id.toLowerCase()) ?? "", text);
  return { same: now.filter(({ id, text }) => isSame(id, text)).length, of: now.length };
}

/** Nothing where the title says which plan it is, or the file has none. */
export function whereCard(forms: Forms, context: RequestContext, { read }: Offer, about: AboutImport, loaded: readonly KnownPlan[]): Answer | undefined {
  const { known } = context;
  const { title } = read.plan;
  if (known.sample || sameName(known.plan.title, title) || sameName(known.name, title) || read.look.some(({ kind }) => kind === "no title")) return undefined;
  const other = planCalled(loaded, title);
  const { same, of } = alike(read.plan, known.plan);
  const press = (label: string, verb: string, beside = false): Press => {
    const sealed = { ...about, ...(beside && { beside }) };
    return { label, verb, data: { form: sealFor(forms, verb, context, sealed) } };
  };
  return answerIn("form", {
    eyebrow: "A plan with another title",
    title: "Update this plan, or load it beside?",
    lead: [
      `The file is "${title}". The plan here is "${known.plan.title}".`,
      `${same === 0 ? "None" : `${same}`} of the file's ${plural(of, "action")} ${same === 1 ? "stands" : "stand"} in the plan here in the same or nearly the same words.`,
      ...(other && other.id !== known.id
        ? [`${planInShort(other)} has that title: to update that one, use it in this chat first and send me the file again.`]
        : []),
      "Nothing is saved yet.",
    ],
    parts: [],
    presses: [
      { ...press("Update this plan", whereVerb), ...(same * 2 >= of && { style: "positive" as const }) },
      ...(other ? [] : [{ ...press("Load it beside", whereVerb, true), ...(same * 2 < of && { style: "positive" as const }) }]),
      { ...press("Do not import", leaveVerb), alone: true },
    ],
    suggestions: other && other.id !== known.id ? [ask(`Use ${planInShort(other)} here`)] : [],
  });
}
