/** Choosing the plan that is used in a conversation: the card that says what changes, and its button. */
import { z } from "zod/v4";
import { FormData, type Forms, Instead, notSaved, openFor, orInstead, refusalInWords, refusalOf, sealFor } from "../../forms/index.js";
import { authorOf, changeFacts, permits, refusal } from "../../people/index.js";
import { planInWords } from "../../plan/index.js";
import { type Change, changeOf } from "../../record/index.js";
import type { PlanChoices } from "../../request/plan-choices.js";
import type { Scene } from "../../request/scene.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { type Verb, verb } from "../../shared/verb.js";

export const usePlanVerb = "plans.use";

const About = z.object({ plan: z.string(), place: z.string(), shared: z.boolean() });

const whichPlans = ask("Which plans are there?");
const deed = "choose a plan for others";

/** What would change, with the button; or why not. The plan is that of the scene. */
export function useCard(scene: Scene): Answer {
  const { known, loaded, forms, shared, place, used } = scene;
  const called = planInWords(known);
  if (loaded.length < 2) return notice("There is one plan", [`${known.plan.title} is the only plan that is loaded, so it is used everywhere.`]);
  if (used === known.id) return notice(`This is ${called} already`, [`I answer from the ${known.plan.title} here, unless you name another plan.`]);
  if (shared && !permits(deed, scene)) return refused(scene);
  const data = { form: sealFor(forms, usePlanVerb, scene, { plan: known.id, place, shared }) };
  return answerIn("notice", {
    title: `Use ${called} here?`,
    lead: [
      `I will then answer from the ${known.plan.title} ${shared ? "here, for everybody" : "in this chat"}, unless you name another plan. Nothing changes until you press the button.`,
    ],
    presses: [{ label: "Use it here", verb: usePlanVerb, data, style: "positive" }],
    suggestions: [whichPlans],
  });
}

const notice = (title: string, lead: string[]): Answer => answerIn("notice", { title, lead, suggestions: [whichPlans] });

const refused = (scene: Scene): Answer =>
  notSaved(
    "Others read here too",
    [
      ...refusal(deed, "choose the plan for everybody here", scene),
      "Nothing was changed. You can always name the plan in your question, or choose one in our own chat.",
    ],
    [whichPlans],
  );

interface UseParts {
  forms: Forms;
  choices: PlanChoices;
}

/** The verb that changes which plan a conversation uses. */
export const usePlan = ({ forms, choices }: UseParts): Verb<Scene> =>
  verb({
    name: usePlanVerb,
    data: FormData,
    run: (data, scene: Scene) =>
      orInstead(async () => {
        const sealed = openFor(forms, usePlanVerb, data.form, scene, [whichPlans]);
        const about = About.parse(sealed.about);
        const old = refusalOf(sealed, scene);
        if (old) throw new Instead(notSaved("Nothing was changed", [refusalInWords[old]], [whichPlans]));
        if (about.shared) return receipt(scene, await chooseForAll(choices, scene, sealed.id, about));
        await choices.chooseAlone(about.place, about.plan);
        return receipt(scene);
      }),
  });

async function chooseForAll(choices: PlanChoices, scene: Scene, id: string, { plan, place }: z.infer<typeof About>): Promise<Change> {
  const { change } = await choices.keeper.change(place, id, (now) => {
    if (!permits(deed, scene)) throw new Instead(refused(scene));
    const nameOf = (planId: string | undefined) => scene.loaded.find((one) => one.id === planId)?.name;
    const from = nameOf(now?.plan ?? scene.loaded[0]?.id);
    const part = { item: "plan", what: "plan used in a chat", ...(from && { from }), to: nameOf(plan) ?? plan };
    const made = changeOf({ id, plan, parts: [part], author: authorOf(scene), at: scene.at, through: usePlanVerb });
    return { change: made, update: { $set: { plan } }, create: { plan } };
  });
  return change;
}

const receipt = (scene: Scene, change?: Change): Answer =>
  answerIn("receipt", {
    title: `${planInWords(scene.known)} is used here now`.replace(/^t/, "T"),
    lead: ["Any other plan is answered from when you name it."],
    rows: [],
    facts: change ? changeFacts(change, scene) : [],
    presses: [],
    suggestions: [ask("How is the plan doing?"), whichPlans],
  });
