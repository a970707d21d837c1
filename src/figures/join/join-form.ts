/** The card with which a manager joins measures that are the same one, printed under several priorities. */
import { type Forms, notSaved, sealFor } from "../../forms/index.js";
import { permits, type RequestContext, refusal } from "../../people/index.js";
import type { ItemOf } from "../../plan/index.js";
import { printedTwice } from "../../plan/index.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { listed, plural, shortened } from "../../shared/words.js";
import { type Figures, isFigure } from "../figures.js";
import { apart } from "./joining.js";

export const joinVerb = "measures.join";

/** Measures of the same words, with how many figures each has of its own. */
export interface Group {
  items: ItemOf<"measure">[];
  counts: number[];
}

/** The measures that stand for the same thing as this one, itself among them; nothing when there is no other. */
export const groupOf = ({ catalogue }: Pick<RequestContext, "catalogue">, id: string): ItemOf<"measure">[] | undefined =>
  printedTwice(catalogue.measures).find((items) => items.some((item) => item.id === id));

/** Measures with how many figures each has of its own; one read a measure. */
export async function withCounts(figures: Figures, { known }: Pick<RequestContext, "known">, items: ItemOf<"measure">[]): Promise<Group> {
  const all = await Promise.all(items.map(({ id }) => figures.allReports(known.id, id)));
  return { items, counts: all.map((reports) => reports.filter(isFigure).length) };
}

/** Which measure counts for which: changes whenever a join does. */
export const printOf = (items: ItemOf<"measure">[]): string => items.map(({ id, measure }) => `${id}=${measure.countsAs ?? ""}`).join(" ");

const isJoined = (items: ItemOf<"measure">[]): boolean => items.some(({ measure }) => measure.countsAs);

/** Says who may join measures. */
export const refused = (context: RequestContext): Answer =>
  notSaved("Join measures", [...refusal("join measures", "join measures", context), "Nothing was saved."], [ask("What measures are there?")]);

/** The card, or a refusal that says who may. */
export function joinForm(forms: Forms, context: RequestContext, group: Group, alert?: string, message?: string): Answer {
  if (!permits("join measures", context)) return refused(context);
  const { items, counts } = group;
  const ids = items.map(({ id }) => id);
  const joined = isJoined(items);
  const most = counts.indexOf(Math.max(...counts));
  const source = items.find(({ measure }) => measure.countsAs)?.measure.countsAs ?? ids[most] ?? "";
  const about = { plan: context.known.id, measures: ids, seen: printOf(items) };
  return answerIn("form", {
    eyebrow: joined ? "Joined measures" : "Join measures",
    title: `${listed(ids)} are the same measure`,
    alert,
    lead: [
      "When they are joined, one figure counts in each place. Figures reported for the others so far are kept, but no longer shown.",
      "Nothing changes until you press Save.",
    ],
    parts: [
      {
        id: "",
        text: "",
        facts: items.map(
          ({ id, priority, measure }, place) =>
            `${id}, under ${priority.id} ${shortened(priority.title, 60)}: ${plural(counts[place] ?? 0, "figure")}${measure.countsAs ? `, counts as ${measure.countsAs}` : ""}`,
        ),
        inputs: [
          {
            name: "into",
            kind: "choice",
            label: "Whose figures count",
            value: source,
            ...(message && { message }),
            choices: [
              ...items.map(({ id }, place) => ({ value: id, label: `Those of ${id} (${plural(counts[place] ?? 0, "figure")})` })),
              { value: apart, label: "Each keeps its own figures" },
            ],
          },
        ],
      },
    ],
    presses: [{ label: "Save", verb: joinVerb, data: { form: sealFor(forms, joinVerb, context, about) }, style: "positive" }],
    suggestions: [],
  });
}
