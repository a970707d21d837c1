/** The card with which a manager freezes the plan under a name, and its receipt. */
import { z } from "zod/v4";
import { type FormData, type Forms, Instead, notSaved, openFor, orInstead, refusalInWords, refusalOf, sealFor, type Typed, typed } from "../../forms/index.js";
import { authorOf, changeFacts, type Moment, permits, refusal } from "../../people/index.js";
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

const deed = "freeze the plan";
const About = z.object({ plan: z.string() });
const sinceAgreed = ask("What changed since?", "What changed since it was agreed?");
const shown = 5;

const refused = (moment: Moment): Answer =>
  notSaved("Nothing was frozen", [...refusal(deed, "freeze the plan", moment), "You can always ask what changed since it was agreed."], [sinceAgreed]);

/** What would be kept and under which name, with the button; or who may. */
export async function freezeCard(parts: FreezeParts, moment: Moment, name = `as at ${dayInWords(moment.today)}`): Promise<Answer> {
  return permits(deed, moment) ? form(parts, moment, { text: name }) : refused(moment);
}

async function form({ forms, frozen, standing }: FreezeParts, moment: Moment, name: Typed, alert?: string): Promise<Answer> {
  const { known, plan } = moment;
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
    presses: [{ label: "Freeze", verb: freezeVerb, data: { form: sealFor(forms, freezeVerb, moment, { plan: known.id }) }, style: "positive" }],
    suggestions: [],
  });
}

/** Keeps the plan under the name on the card, once a card; a name that is taken comes back with the card. */
export function pressFreeze(parts: FreezeParts, data: FormData, moment: Moment): Promise<Answer> {
  return orInstead(async () => {
    const { frozen, standing } = parts;
    const { known } = moment;
    const sealed = openFor(parts.forms, freezeVerb, data.form, moment, [sinceAgreed]);
    // A version is never changed, so its last change is the press that made it.
    const done = (await frozen.all(known.id)).find(({ last }) => last?._id === sealed.id);
    if (done) return receipt(parts, done, moment);
    const old = refusalOf(sealed, moment);
    const gone = About.parse(sealed.about).plan !== known.id && "That plan is no longer loaded. Nothing was saved.";
    if (old || gone) throw new Instead(notSaved("Nothing was frozen", [old ? refusalInWords[old] : String(gone)], [sinceAgreed]));
    if (!permits(deed, moment)) throw new Instead(refused(moment));
    const name = typed(data, "name", { most: longestName });
    const again = (problem: string) => form(parts, moment, { text: name.text, problem }, "Not frozen yet: please look at the name.");
    if (name.problem || !name.text) return again(name.problem ?? "Please give this version a name.");
    const { email: by, id: byId } = authorOf(moment);
    try {
      const card = { id: sealed.id, verb: freezeVerb, byId };
      return await receipt(parts, await frozen.freeze(known, await standing(known), { name: name.text, by, at: moment.at, card }), moment);
    } catch (error) {
      if (error instanceof UserFacingError) return again(error.message);
      throw error;
    }
  });
}

async function receipt({ frozen }: FreezeParts, { last, name, plan: id }: Frozen, moment: Moment): Promise<Answer> {
  const { content } = await frozen.of(id, name);
  return answerIn("receipt", {
    title: `Frozen: "${name}"`,
    lead: [`${content.title} is kept as it was then. The plan itself carries on as before.`],
    rows: [],
    facts: [{ label: "Kept", value: countsInWords(countsOf(content)) }, ...(last ? changeFacts(last, moment) : [])],
    presses: [],
    suggestions: [ask("What changed since then?", sinceVersion(name)), ask("How is the plan doing?")],
  });
}
