/** Saving how a measure is taken: the right at the time of writing, one write, a receipt. */
import { z } from "zod/v4";
import { type Change, type ChangePart, changeOf } from "../../audit/index.js";
import { FormData, type Forms, notSaved, OtherAnswer, openFor, orInstead, refusalInWords, refusalOf } from "../../forms/index.js";
import { authorOf, changeFacts, permits, type RequestContext } from "../../people/index.js";
import { amendedMeasure, type ItemOf, type Measure, type PlanAmendments } from "../../plan/index.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { type Verb, verb } from "../../shared/verb.js";
import { capital, shortened } from "../../shared/words.js";
import { type Figures, isFigure } from "../figures.js";
import { valueInWords } from "../trend.js";
import { choicesOf, mayName, printOf, refused, setUpCard, setUpVerb } from "./set-up-form.js";
import { differing, partsOf, readSettings, readWritten, writtenOf } from "./settings.js";

const About = z.object({ plan: z.string(), measure: z.string(), seen: z.string() });

export interface SetUpParts {
  forms: Forms;
  figures: Figures;
  amendments: PlanAmendments;
}

/** The verb that saves how a measure is taken. */
export const setUpVerbOf = (parts: SetUpParts): Verb<RequestContext> =>
  verb({ name: setUpVerb, data: FormData, run: (data, context: RequestContext) => press(parts, data, context) });

function press({ forms, figures, amendments }: SetUpParts, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const sealed = openFor(forms, setUpVerb, data.form, context, [ask("What can I ask?")]);
    const about = About.parse(sealed.about);
    const reported = (await figures.allReports(about.plan, about.measure)).filter(isFigure);
    const { change } = await amendments.amend(about.plan, sealed.id, (said) => {
      const item = itemFor(about, context);
      const old = refusalOf(sealed, context);
      if (old) throw new OtherAnswer(notSaved("Nothing was saved", [refusalInWords[old]], [ask(`Set up ${item.id}`)]));
      if (!permits("set up a measure", context, item)) throw new OtherAnswer(refused(context, item));
      // As it stands at the moment of writing, which may be newer than the plan in hand.
      const before = amendedMeasure(item.measure, said(item.id));
      const written = readWritten(data);
      const again = (alert: string, shown = written) => new OtherAnswer(setUpCard(forms, context, { ...item, measure: before }, shown, alert));
      if (about.seen !== printOf(before))
        throw again("Not saved yet: this measure was changed after this card was made. It is shown as it is now.", writtenOf(before));
      const read = readSettings(before, written, reported, mayName(context, item));
      if ("written" in read) throw again("Not saved yet: please check what is marked.", read.written);
      const parts = partsOf(item.id, before, amendedMeasure(before, read.said));
      if (!parts.length) throw again("There is nothing to change: it is like that already.");
      const change = changeOf({ id: sealed.id, plan: about.plan, parts, author: authorOf(context), at: context.at, through: setUpVerb });
      return { change, of: new Map([[item.id, differing(before, read.said)]]) };
    });
    return receipt(change, context);
  });
}

function itemFor({ plan, measure }: z.infer<typeof About>, { known, catalogue }: RequestContext): ItemOf<"measure"> {
  const item = known.id === plan ? catalogue.find(measure) : undefined;
  if (item?.type !== "measure") throw new OtherAnswer(notSaved("Nothing was saved", [`${measure} is not in the plan any more.`], [ask("What can I ask?")]));
  return item;
}

function receipt(change: Change, context: RequestContext): Answer {
  const [id = ""] = change.items;
  const item = context.catalogue.find(id);
  const measure = item?.type === "measure" ? item.measure : { id, text: "" };
  return answerIn("receipt", {
    title: `Saved: how ${id} is set up`,
    lead: [],
    rows: [{ id, text: shortened(measure.text, 300) }],
    facts: [...change.parts.map((part) => factOf(part, measure, change)), ...changeFacts(change, context)],
    presses: [],
    suggestions: [ask("Correct this", `Set up ${id}`), ask(`What is the latest figure for ${id}?`), ask(`Who changed ${id}?`)],
  });
}

/** "Target: 60 events; before: 50 events", in the kind and unit that it has with this change. */
function factOf({ what, from, to }: ChangePart, measure: Measure, { parts }: Change): { label: string; value: string } {
  const now = { ...measure, ...Object.fromEntries(parts.filter((part) => part.what === "kind" || part.what === "unit").map((part) => [part.what, part.to])) };
  const words = (said: ChangePart["to"]): string => {
    if (said === undefined) return "none";
    const label = choicesOf(what).find(({ value }) => value === said)?.label;
    if (label) return label.charAt(0).toLowerCase() + label.slice(1);
    return (what === "baseline" || what === "target") && !Array.isArray(said) ? valueInWords(now, said) : String(said);
  };
  return { label: capital(what), value: from === undefined ? words(to) : `${words(to)}; before: ${words(from)}` };
}
