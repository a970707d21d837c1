/** Figures through forms: the form that a question brings up, and the verbs of its buttons. */

import type { Forms } from "../../forms/index.js";
import type { RequestContext } from "../../people/index.js";
import type { Verb } from "../../shared/verb.js";
import type { Figures } from "../figures.js";
import type { Reporting } from "../reporting.js";
import { type OpeningForms, openingForms } from "./figure-forms.js";
import { formVerbOf } from "./form-verb.js";
import { keepVerbOf } from "./overtaken.js";
import { recordVerbOf } from "./record-verb.js";

export interface FigureForms extends OpeningForms {
  verbs: Verb<RequestContext>[];
}

/** The forms to report figures with, and the verbs of their buttons. */
export function openFigureForms(parts: { forms: Forms; figures: Figures; reporting: Reporting }): FigureForms {
  const opening = openingForms(parts);
  return { ...opening, verbs: [recordVerbOf({ ...parts, opening }), keepVerbOf({ ...parts, opening }), formVerbOf(opening)] };
}

export { absenceInWords } from "./entries.js";
export type { WhatToReport } from "./said.js";
export { ownMeasures } from "./whose.js";
