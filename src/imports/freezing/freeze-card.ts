/** The card with which a manager freezes the plan under a name, and its receipt. */
import { z } from "zod/v4";
import {
  type FormData,
  type Forms,
  notSaved,
  OtherAnswer,
  openFor,
  orInstead,
  refusalInWords,
  refusalOf,
  sealFor,
  type Typed,
  typed,
} from "../../forms/index.js";
import { authorOf, changeFacts, permits, type RequestContext, refusal } from "../../people/index.js";
import { dayInWords, instantInWords, type KnownPlan, type Plan } from "../../plan/index.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { UserFacingError } from "../../shared/errors.js";
import { countsOf } from "../changes.js";
import { type Frozen, type FrozenPlans, longestName } from "../frozen.js";
import { countsInWords } from "../in-words.js";
import { sinceVersion } from "./words.js";

export const freezeVerb = "plan.freeze";

export interface FreezeParts {
  forms: Forms;
  frozen: FrozenPlans;
  /** The plan with how its actions stand and its figures, to be kept. */
  standing(known: KnownPlan): Promise<Plan>;
}

const permission = "freeze the plan";
const About = z.object({ plan: z.string() });
const sinceAgreed = ask("What changed since?", "What changed since it was agreed?");
const shown = 5;

const refused = (context: RequestContext): Answer =>
  notSaved("Nothing was frozen", [...refusal(permission, "freeze the plan", context), "You can always ask what changed since it was agreed."], [sinceAgreed]);

/** What would be kept and under which name, with the button; or who may. */
export async function freezeCard(parts: FreezeParts, context: RequestContext, name = `as at ${dayInWords(context.today)}`): Promise<Answer> {
  return permits(permission, context) ? form(parts, context, { text: name }) : refused(context);
}

async function form({ forms, frozen, standing }: FreezeParts, context: RequestContext, name: Typed, alert?: string): Promise<Answer> {
  const { known, plan } = context;
  const [kept, now] = await Promise.all([frozen.all(known.id), standing(known)]);
  const versions = kept.slice(0, shown).map((one) => `"${one.name}", frozen on ${instantInWords(one.at, plan.timeZone)} by ${one.by}`);
  const input = {
    name: "name",
    kind: "line" as const,
    label: "Name of this version",
    hint: "agreed July 2025",
    value: name.text,
    message: name.problem,
    most: longestName,
  };
  return answerIn("form", {
    eyebrow: "Frozen versions",
    title: "Freeze the plan as it stands?",
    ...(alert && { alert }),
    lead: [
      `${plan.title} is kept as a copy, with all its dates, leads, statuses and figures. Later you can ask what has changed since. The plan itself carries on as before. Nothing is kept until you press the button.`,
    ],
    parts: [
      { id: "", text: "To be kept:", facts: [`${countsInWords(countsOf(now))}.`], inputs: [input] },
      ...(versions.length
        ? [{ id: "", text: versions.length < kept.length ? "Newest versions so far:" : "Versions so far:", facts: versions, inputs: [] }]
        : []),
    ],
    presses: [{ label: "Freeze", verb: freezeVerb, data: { form: sealFor(forms, freezeVerb, context, { plan: known.id }) }, style: "positive" }],
    suggestions: [],
  });
}

/** Keeps the plan under the name on the card, once a card; a name that is taken comes back with the card. */
export function pressFreeze(parts: FreezeParts, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const { frozen, standing } = parts;
    const { known } = context;
    const sealed = openFor(parts.forms, freezeVerb, data.form, context, [sinceAgreed]);
    // A version is never changed, so its last change is the press that made it.
    const done = (await frozen.all(known.id)).find(({ last }) => last?._id === sealed.id);
    if (done) return receipt(parts, done, context);
    const old = refusalOf(sealed, context);
    const gone = About.parse(sealed.about).plan !== known.id && "That plan is no longer loaded. Nothing was saved.";
    if (old || gone) throw new OtherAnswer(notSaved("Nothing was frozen", [old ? refusalInWords[old] : String(gone)], [sinceAgreed]));
    if (!permits(permission, context)) throw new OtherAnswer(refused(context));
    const name = typed(data, "name", { most: longestName });
    const again = (problem: string) => form(parts, context, { text: name.text, problem }, "Not frozen yet: please look at the name.");
    if (name.problem || !name.text) return again(name.problem ?? "Please give this version a name.");
    const { email: by, id: byId } = authorOf(context);
    try {
      const card = { id: sealed.id, verb: freezeVerb, byId };
      return await receipt(parts, await frozen.freeze(known, await standing(known), { name: name.text, by, at: context.at, card }), context);
    } catch (error) {
      if (error instanceof UserFacingError) return again(error.message);
      throw error;
    }
  });
}

async function receipt({ frozen }: FreezeParts, { last, name, plan: id }: Frozen, context: RequestContext): Promise<Answer> {
  const { content } = await frozen.of(id, name);
  return answerIn("receipt", {
    title: `Frozen: "${name}"`,
    lead: [`${content.title} is kept as it was then. The plan itself carries on as before.`],
    rows: [],
    facts: [{ label: "Kept", value: countsInWords(countsOf(content)) }, ...(last ? changeFacts(last, context) : [])],
    presses: [],
    suggestions: [ask("What changed since then?", sinceVersion(name)), ask("How is the plan doing?")],
  });
}
