/** The card with which a lead or a manager says how a measure is taken. */
import { createHash } from "node:crypto";
import { type Forms, notSaved, sealFor } from "../../forms/index.js";
import { permits, type RequestContext, refusal } from "../../people/index.js";
import type { ItemOf, Measure } from "../../plan/index.js";
import type { Answer, FormInput } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { shortened } from "../../shared/words.js";
import { reportersOf, type SettingField, type Written, writtenOf } from "./settings.js";

export const setUpVerb = "measures.set-up";

/** What was said of it beside wanting to set it up. */
export type SetUpWish = Partial<Record<SettingField, string>>;

/** The card, filled in as far as the words went; or a refusal that says who may. */
export function setUpForm(forms: Forms, context: RequestContext, item: ItemOf<"measure">, wish: SetUpWish = {}): Answer {
  if (!permits("set up a measure", context, item)) return refused(context, item);
  const written = { ...writtenOf(item.measure), ...Object.fromEntries(Object.entries(wish).map(([field, text]) => [field, { text }])) };
  return setUpCard(forms, context, item, written);
}

/** Says who may set up this measure. */
export const refused = (context: RequestContext, item: ItemOf<"measure">): Answer =>
  notSaved(
    `${item.id} ${shortened(item.measure.text, 600)}`,
    [...refusal("set up a measure", "say how this measure is set up", context, item), "Nothing was saved."],
    [ask(`What is the latest figure for ${item.id}?`)],
  );

/** Whoever may name a reporter sees the reporters as an input; others are told who they are. */
export const mayName = (context: RequestContext, item: ItemOf<"measure">): boolean => permits("name a reporter", context, item);

/** A print of how the measure was taken when the card was made. */
export const printOf = (measure: Measure): string =>
  createHash("sha256")
    .update(JSON.stringify(Object.values(writtenOf(measure)).map(({ text }) => text)))
    .digest("base64url")
    .slice(0, 12);

/** The card with a measure's kind, unit, direction, frequency, baseline, target and reporters, as written so far; `alert` when it comes back. */
export function setUpCard(forms: Forms, context: RequestContext, item: ItemOf<"measure">, written: Written, alert?: string): Answer {
  const about = { plan: context.known.id, measure: item.id, seen: printOf(item.measure) };
  const reporters = reportersOf(item.measure);
  return answerIn("form", {
    eyebrow: "Set up a measure",
    title: `${item.id} ${shortened(item.measure.text, 300)}`,
    alert,
    lead: ["Nothing changes until you press Save."],
    parts: [
      {
        id: "",
        text: "",
        facts: mayName(context, item) ? [] : [`Reported by: ${reporters.join(", ") || "any member of staff"} (a manager names who reports)`],
        inputs: inputsOf(written, mayName(context, item)),
      },
    ],
    presses: [{ label: `Save for ${item.id}`, verb: setUpVerb, data: { form: sealFor(forms, setUpVerb, context, about) }, style: "positive" }],
    suggestions: [],
  });
}

const choices = (...list: [value: string, label: string][]) => list.map(([value, label]) => ({ value, label }));

const kindChoices = choices(
  ["number", "A number"],
  ["percentage", "A percentage"],
  ["rating", "A rating"],
  ["currency", "An amount of money"],
  ["yesno", "Yes or no"],
  ["narrative", "Words"],
);
const directionChoices = choices(
  ["increase", "Should go up"],
  ["decrease", "Should go down"],
  ["complete", "Should be completed, and never goes down"],
  ["improve", "Should improve"],
);
const frequencyChoices = choices(["monthly", "Every month"], ["quarterly", "Every quarter"], ["yearly", "Every year"]);

/** What can be chosen for a setting, in words; nothing where it is typed. */
export const choicesOf = (setting: string): { value: string; label: string }[] =>
  ({ kind: kindChoices, direction: directionChoices, frequency: frequencyChoices })[setting] ?? [];

function inputsOf(written: Written, names: boolean): FormInput[] {
  const input = (name: SettingField, rest: Omit<FormInput, "name" | "value" | "message">): FormInput => ({
    name,
    ...(written[name].text && { value: written[name].text }),
    ...(written[name].problem && { message: written[name].problem }),
    ...rest,
  });
  return [
    input("kind", { kind: "choice", label: "It is", choices: kindChoices }),
    input("unit", { kind: "line", label: "Counted in", hint: "For example events", most: 40 }),
    input("direction", { kind: "choice", label: "Which way", hint: "Not said", choices: directionChoices }),
    input("frequency", { kind: "choice", label: "Reported", choices: frequencyChoices }),
    input("baseline", { kind: "line", label: "Baseline", hint: "None", most: 200 }),
    input("target", { kind: "line", label: "Target", hint: "None", most: 200 }),
    ...(names
      ? [input("reporters", { kind: "line", label: "Reporters: e-mail addresses, the first is asked", hint: "Nobody: any member of staff", most: 1_000 })]
      : []),
  ];
}
