/** Opening a form by a button: for correcting, for the next page, in place of one that cannot be used any more. Writes nothing. */

import { z } from "zod/v4";
import type { RequestContext } from "../../people/index.js";
import { Day, type ItemOf, lastEnded, type Period, periodNamed } from "../../plan/index.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn } from "../../shared/answer-text.js";
import { openingVerb, type Verb } from "../../shared/verb.js";
import { frequencyOf } from "../missing.js";
import { mostEntries } from "./entries.js";
import { formVerb, type OpeningForms, type Paged, refusedFor } from "./figure-forms.js";

const Wanted = z.looseObject({
  measures: z.array(z.string().max(40)).max(mostEntries).optional(),
  periods: z.array(z.string().max(20)).max(mostEntries).optional(),
  scope: z.string().max(40).optional(),
  page: z.number().int().min(0).max(1000).optional(),
  window: z.object({ from: Day, to: Day }).optional(),
});
type Wanted = z.infer<typeof Wanted>;

/** The verb behind buttons that open a form: for one measure, or for all that somebody owes. */
export const formVerbOf = (opening: OpeningForms): Verb<RequestContext> =>
  openingVerb({ name: formVerb, data: Wanted, open: (wanted, context: RequestContext) => open(opening, wanted, context) });

async function open(opening: OpeningForms, { measures = [], periods = [], scope, page, window }: Wanted, context: RequestContext): Promise<Answer> {
  const items = measures.map((id) => context.catalogue.find(id)).filter((item): item is ItemOf<"measure"> => item?.type === "measure");
  const [only] = items;
  if (only && items.length === 1 && refusedFor(context, only)) return refusedFor(context, only) as Answer;
  const wanted = items.map((item) => ({ item, period: periodFor(context, item, periods[measures.indexOf(item.id)]) }));
  const form = items.length
    ? await opening.named(context, wanted)
    : scope
      ? await under(opening, context, scope, { page, window })
      : await opening.own(context, { page, window });
  return form ?? allIn;
}

/** The period named, as long as it is one of the measure's; else the newest that is over. */
function periodFor({ plan, today }: RequestContext, item: ItemOf<"measure">, name: string | undefined): Period {
  const named = name === undefined ? undefined : periodNamed(plan, name);
  return named?.frequency === frequencyOf(item) ? named : lastEnded(plan, frequencyOf(item), today);
}

async function under(opening: OpeningForms, context: RequestContext, scope: string, paged: Paged): Promise<Answer | undefined> {
  const items = context.catalogue.measures.filter(({ theme, priority }) => priority.id === scope || theme.id === scope);
  return opening.under(context, scope, items, paged);
}

const allIn = answerIn("notice", {
  title: "Nothing to report",
  lead: ["You have reported all your figures, or it is too late to report them."],
  suggestions: [{ label: "Which figures are missing?", says: "Which figures are missing?" }],
});
