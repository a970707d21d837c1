/** Joining measures, or taking a join back: a manager's right at the time of writing, one write, a receipt. */
import { z } from "zod/v4";
import { type Change, changeOf } from "../../audit/index.js";
import { FormData, type Forms, notSaved, OtherAnswer, openFor, orInstead, refusalInWords, refusalOf, typed } from "../../forms/index.js";
import { authorOf, changeFacts, permits, type RequestContext } from "../../people/index.js";
import { amendedMeasure, type PlanAmendments } from "../../plan/index.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { type Verb, verb } from "../../shared/verb.js";
import { listed, shortened } from "../../shared/words.js";
import type { Figures } from "../figures.js";
import { type Group, joinForm, joinVerb, printOf, refused, withCounts } from "./join-form.js";
import { apart, joining } from "./joining.js";

const About = z.object({ plan: z.string(), measures: z.array(z.string()).min(2), seen: z.string() });

export interface JoinParts {
  forms: Forms;
  figures: Figures;
  amendments: PlanAmendments;
}

/** The verb that counts measures of several priorities as one. */
export const joinVerbOf = (parts: JoinParts): Verb<RequestContext> =>
  verb({ name: joinVerb, data: FormData, run: (data, context: RequestContext) => press(parts, data, context) });

function press({ forms, figures, amendments }: JoinParts, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const sealed = openFor(forms, joinVerb, data.form, context, [ask("Join duplicates")]);
    const about = About.parse(sealed.about);
    const group = await groupFor(figures, about, context);
    const { change } = await amendments.amend(about.plan, sealed.id, (said) => {
      const old = refusalOf(sealed, context);
      if (old) throw new OtherAnswer(notSaved("Nothing was saved", [refusalInWords[old]], [ask("Join duplicates")]));
      if (!permits("join measures", context)) throw new OtherAnswer(refused(context));
      // As it stands at the moment of writing, which may be newer than the plan in hand.
      const now: Group = { ...group, items: group.items.map((item) => ({ ...item, measure: amendedMeasure(item.measure, said(item.id)) })) };
      const again = (alert: string, message?: string) => new OtherAnswer(joinForm(forms, context, now, alert, message));
      if (printOf(now.items) !== about.seen)
        throw again("Not saved yet: these measures were joined or parted after this card was made. It is shown as it is now.");
      const into = typed(data, "into", { most: 40 }).text;
      if (into !== apart && !about.measures.includes(into)) throw again("Not saved yet: please check what is marked.", "Please choose one of these.");
      const { parts, of } = joining(
        now.items.map(({ measure }) => measure),
        into,
      );
      if (!parts.length) throw again("There is nothing to change: it is like that already.");
      return { change: changeOf({ id: sealed.id, plan: about.plan, parts, author: authorOf(context), at: context.at, through: joinVerb }), of };
    });
    return receipt(change, context, about.measures);
  });
}

async function groupFor(figures: Figures, { plan, measures }: z.infer<typeof About>, context: RequestContext): Promise<Group> {
  const items = measures.flatMap((id) => {
    const item = context.catalogue.find(id);
    return item?.type === "measure" ? [item] : [];
  });
  if (context.known.id === plan && items.length === measures.length) return withCounts(figures, context, items);
  throw new OtherAnswer(notSaved("Nothing was saved", ["Some of these measures are not in the plan any more."], [ask("Join duplicates")]));
}

function receipt(change: Change, context: RequestContext, ids: string[]): Answer {
  const into = change.parts.find(({ to }) => to)?.to;
  const first = context.catalogue.find(ids[0] ?? "");
  return answerIn("receipt", {
    title: into ? `Joined: ${listed(ids)}` : `Apart again: ${listed(ids)}`,
    lead: [into ? `One figure counts for all of them: that of ${into}.` : "Each keeps its own figures."],
    rows: [{ id: ids.join(", "), text: first?.type === "measure" ? shortened(first.measure.text, 300) : "" }],
    facts: changeFacts(change, context),
    presses: [],
    suggestions: [ask("Correct this", `Join ${ids[0]}`), ...(into ? [ask(`What is the latest figure for ${into}?`)] : []), ask("Join duplicates")],
  });
}
