/** A form that was pressed: whether it may be used, and plain refusals with the form as it is now. Pure. */
import { type FormRefusal, refusalInWords } from "../../forms/index.js";
import { permits, type RequestContext, refusal } from "../../people/index.js";
import type { Answer, Press } from "../../shared/answer.js";
import { answerIn } from "../../shared/answer-text.js";
import { notReportable } from "../reportable.js";
import type { Named } from "./entries.js";
import { formVerb } from "./figure-forms.js";
import { ownMeasures } from "./whose.js";

/** Why some of a form can no longer be reported by whoever has it. */
export function lost(context: RequestContext, named: Named[]): Answer | undefined {
  for (const { id, item, period } of named) {
    const closed = notReportable(context, period);
    if (!item) return refuseFor(context, named, [`The plan has no measure ${id} any more.`]);
    if (item.measure.countsAs) return refuseFor(context, named, [`${id} was joined to ${item.measure.countsAs}: one figure counts for both.`]);
    if (!permits("report a figure", context, item)) return refuseFor(context, named, refusal("report a figure", `report ${id}`, context, item));
    if (closed) return refuseFor(context, named, [closed]);
  }
  return undefined;
}

/** The answer in a form's place when it was used, is too old or is somebody else's. */
export const refuse = (context: RequestContext, named: Named[], why: FormRefusal): Answer => refuseFor(context, named, [refusalInWords[why]]);

/** A plain refusal, with the form as it is now for whoever pressed. */
function refuseFor(context: RequestContext, named: Named[], why: string[]): Answer {
  const lead = why.some((line) => line.includes("Nothing was saved")) ? why : [...why, "Nothing was saved."];
  const theirs = named.flatMap(({ item }) => (item && permits("report a figure", context, item) ? [item.id] : []));
  const current: Press[] = theirs.length
    ? [{ label: "Open the form as it is now", verb: formVerb, data: { measures: theirs }, style: "positive" }]
    : ownMeasures(context).length
      ? [{ label: "Open your form", verb: formVerb, data: {}, style: "positive" }]
      : [];
  return answerIn("notice", { title: "Not saved", lead, presses: current, suggestions: [] });
}

/** On to what else the presser is to report. */
export const nextOf = (context: RequestContext): Press[] => (ownMeasures(context).length > 1 ? [{ label: "Next form", verb: formVerb, data: {} }] : []);
