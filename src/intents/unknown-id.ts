/** An id that the plan does not have: says so, and what there is nearby. */
import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { listed, plural } from "../answers/wording.js";
import type { AnswerContext } from "../request/answer-context.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const unknownId = defineIntent({
  name: "unknown-id",
  about: "Something asked by an id that is not in the plan",
  args: z.object({ id: z.string().min(1).max(60), ...Carried }),
  traits: { internal: true, missed: true, bareSubject: "status" },
  examples: [],
  answer: async ({ id, carried }, context) => {
    const near = nearby(context, id);
    return answerIn("notice", {
      carried,
      title: `Not in the plan: ${id}`,
      lead: [`There is no ${kindOf(context, id)}${id} in the plan.`, near.says],
      suggestions: suggest(...near.ids.map((one) => `How is ${one} doing?`), "What can you do?"),
    });
  },
});

/** What an id of this form would be: judged by the ids the plan has. */
function kindOf({ catalogue }: AnswerContext, id: string): string {
  const form = (text: string) => text.replace(/\d+/g, "0").toLowerCase();
  const like = catalogue.items.find((item) => form(item.id) === form(id));
  return like ? `${like.type} ` : "";
}

function nearby({ catalogue }: AnswerContext, id: string): { says: string; ids: string[] } {
  const parent = parentsOf(id)
    .map(catalogue.find)
    .find((item) => item !== undefined);
  if (parent?.type === "theme") {
    const ids = catalogue.priorities.filter(({ theme }) => theme.id === parent.id).map((one) => one.id);
    return { says: `${parent.theme.name} has ${rangeOf(ids)}.`, ids: ids.slice(-1) };
  }
  if (parent?.type === "priority") {
    const measure = /m\d*$/i.test(id);
    const siblings = (measure ? catalogue.measures : catalogue.actions).filter(({ priority }) => priority.id === parent.id).map((one) => one.id);
    return { says: `${parent.id} has ${siblings.length ? rangeOf(siblings) : `no ${measure ? "measures" : "actions"}`}.`, ids: [parent.id] };
  }
  const themes = catalogue.themes.map(({ id: themeId, theme }) => (theme.name === themeId ? themeId : `${themeId} ${theme.name}`));
  return {
    says: `It has ${plural(themes.length, "theme")}: ${listed(themes.slice(0, 8))}${themes.length > 8 ? " …" : ""}.`,
    ids: catalogue.themes.slice(0, 1).map(({ theme }) => theme.name),
  };
}

/** "2.3.9" may stand under "2.3"; "A9" under "A". */
const parentsOf = (id: string): string[] => [id.replace(/[.\-/][^.\-/]*$/, ""), id.replace(/\d{1,9}$/, "")].filter((parent) => parent && parent !== id);

const rangeOf = (ids: string[]): string => (ids.length > 2 ? `${ids[0]} to ${ids.at(-1)}` : ids.length ? listed(ids) : "no priorities");
