/** A form that was pressed: whether it may be used, and plain refusals with the form as it is now. Pure. */
import { type FormRefusal, refusalInWords } from "../../forms/index.js";
import { permits, refusal } from "../../people/index.js";
import type { Answer, Press } from "../../shared/answer.js";
import { answerIn } from "../../shared/answer-text.js";
import { notReportable } from "../reportable.js";
import type { FormScene, Named } from "./entries.js";
import { formVerb } from "./figure-forms.js";
import { ownMeasures } from "./whose.js";

/** Why some of a form can no longer be reported by whoever has it. */
export function lost(scene: FormScene, named: Named[]): Answer | undefined {
  for (const { id, item, period } of named) {
    const closed = notReportable(scene, period);
    if (!item) return refuseFor(scene, named, [`The plan has no measure ${id} any more.`]);
    if (item.measure.countsAs) return refuseFor(scene, named, [`${id} was joined to ${item.measure.countsAs}: one figure counts for both.`]);
    if (!permits("report a figure", scene, item)) return refuseFor(scene, named, refusal("report a figure", `report ${id}`, scene, item));
    if (closed) return refuseFor(scene, named, [closed]);
  }
  return undefined;
}

/** The answer in a form's place when it was used, is too old or is somebody else's. */
export const refuse = (scene: FormScene, named: Named[], why: FormRefusal): Answer => refuseFor(scene, named, [refusalInWords[why]]);

/** A plain refusal, with the form as it is now for whoever pressed. */
function refuseFor(scene: FormScene, named: Named[], why: string[]): Answer {
  const lead = why.some((line) => line.includes("Nothing was saved")) ? why : [...why, "Nothing was saved."];
  const theirs = named.flatMap(({ item }) => (item && permits("report a figure", scene, item) ? [item.id] : []));
  const current: Press[] = theirs.length
    ? [{ label: "Open the form as it is now", verb: formVerb, data: { measures: theirs }, style: "positive" }]
    : ownMeasures(scene).length
      ? [{ label: "Open your form", verb: formVerb, data: {}, style: "positive" }]
      : [];
  return answerIn("notice", { title: "Not saved", lead, presses: current, suggestions: [] });
}

/** On to what else the presser is to report. */
export const nextOf = (scene: FormScene): Press[] => (ownMeasures(scene).length > 1 ? [{ label: "Next form", verb: formVerb, data: {} }] : []);
