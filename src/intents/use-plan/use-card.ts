/** Choosing the plan that is used in a conversation: the card that says what changes, and its button. */
import { z } from "zod/v4";
import { type Change, changeOf } from "../../audit/index.js";
import { FormData, type Forms, notSaved, OtherAnswer, openFor, orInstead, refusalInWords, refusalOf, sealFor } from "../../forms/index.js";
import { authorOf, changeFacts, permits, refusal } from "../../people/index.js";
import { planInWords } from "../../plan/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { PlanChoices } from "../../request/plan-choices.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { type Verb, verb } from "../../shared/verb.js";

export const usePlanVerb = "plans.use";

const About = z.object({ plan: z.string(), place: z.string(), shared: z.boolean() });

const whichPlans = ask("Which plans are there?");
const permission = "choose a plan for others";

/** What would change, with the button; or why not. The plan is that of the context. */
export function useCard(context: AnswerContext): Answer {
  const { known, loaded, forms, shared, place, used } = context;
  const called = planInWords(known);
  if (loaded.length < 2) return notice("There is one plan", [`${known.plan.title} is the only plan that is loaded, so it is used everywhere.`]);
  if (used === known.id) return notice(`This is ${called} already`, [`I answer from the ${known.plan.title} here, unless you name another plan.`]);
  if (shared && !permits(permission, context)) return refused(context);
  const data = { form: sealFor(forms, usePlanVerb, context, { plan: known.id, place, shared }) };
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

const refused = (context: AnswerContext): Answer =>
  notSaved(
    "Others read here too",
    [
      ...refusal(permission, "choose the plan for everybody here", context),
      "Nothing was changed. You can always name the plan in your question, or choose one in our own chat.",
    ],
    [whichPlans],
  );

interface UseParts {
  forms: Forms;
  choices: PlanChoices;
}

/** The verb that changes which plan a conversation uses. */
export const usePlan = ({ forms, choices }: UseParts): Verb<AnswerContext> =>
  verb({
    name: usePlanVerb,
    data: FormData,
    run: (data, context: AnswerContext) =>
      orInstead(async () => {
        const sealed = openFor(forms, usePlanVerb, data.form, context, [whichPlans]);
        const about = About.parse(sealed.about);
        const old = refusalOf(sealed, context);
        if (old) throw new OtherAnswer(notSaved("Nothing was changed", [refusalInWords[old]], [whichPlans]));
        if (about.shared) return receipt(context, await chooseForAll(choices, context, sealed.id, about));
        await choices.chooseAlone(about.place, about.plan);
        return receipt(context);
      }),
  });

async function chooseForAll(choices: PlanChoices, context: AnswerContext, id: string, { plan, place }: z.infer<typeof About>): Promise<Change> {
  const { change } = await choices.repository.change(place, id, (now) => {
    if (!permits(permission, context)) throw new OtherAnswer(refused(context));
    const nameOf = (planId: string | undefined) => context.loaded.find((one) => one.id === planId)?.name;
    const from = nameOf(now?.plan ?? context.loaded[0]?.id);
    const part = { item: "plan", what: "plan used in a chat", ...(from && { from }), to: nameOf(plan) ?? plan };
    const made = changeOf({ id, plan, parts: [part], author: authorOf(context), at: context.at, through: usePlanVerb });
    return { change: made, update: { $set: { plan } }, create: { plan } };
  });
  return change;
}

const receipt = (context: AnswerContext, change?: Change): Answer =>
  answerIn("receipt", {
    title: `${planInWords(context.known)} is used here now`.replace(/^t/, "T"),
    lead: ["Any other plan is answered from when you name it."],
    rows: [],
    facts: change ? changeFacts(change, context) : [],
    presses: [],
    suggestions: [ask("How is the plan doing?"), whichPlans],
  });
