/** What a lead says of an overdue action before it goes up to the managers: the managers read it beside the action. */
import { typed } from "../../forms/index.js";
import { authorOf, changeFacts } from "../../people/index.js";
import { isSentence } from "../../progress/index.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { sayReason } from "../setting-updates.js";
import type { ActionCard } from "./action-form.js";
import { mostReason, seeList } from "./parts.js";

export const answerVerb = "reminders.answer";

export const answerCard: ActionCard = {
  verb: answerVerb,
  permission: "answer for an overdue action",
  what: "answer for this action",
  eyebrow: (name) => `For the managers: why ${name} is late`,
  lead: () => ["The managers will see your reason next to the action in their summary. Nothing is saved until you press the button."],
  press: (id) => `Save the reason for ${id}`,
  inputs: (fields) => [
    {
      name: "why",
      kind: "text",
      label: "Why it is late, and what happens next",
      hint: "For example: the builders start in May, so it is done by July",
      value: fields.why?.text ?? "",
      ...(fields.why?.problem && { message: fields.why.problem }),
      most: mostReason,
    },
  ],
  read(data) {
    const why = typed(data, "why", { most: mostReason, lines: true });
    const problem = why.problem ?? (isSentence(why.text) ? undefined : "Please say why in a sentence.");
    return { why: { text: why.text, ...(problem && { problem }) } };
  },
  say(now, fields, { context, item, place }) {
    const why = fields.why?.text ?? "";
    return { ...sayReason(item.id, now, { key: `${item.id}/${place}`, why, by: authorOf(context).email, at: context.at.toISOString() }), why };
  },
  receipt: (change, item, context) =>
    answerIn("receipt", {
      title: `Saved: the reason for ${item.id}`,
      lead: [...(change.why ? [`Reason: ${change.why}`] : []), "The managers will see it next to the action."],
      rows: [{ id: item.id, text: item.action.text }],
      facts: changeFacts(change, context),
      presses: [],
      suggestions: [ask("Ask for more time", `More time for ${item.id}`), seeList],
    }),
};
