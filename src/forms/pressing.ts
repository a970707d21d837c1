/** What every press of a form has in common: sealing, whose form it is, and answers in a receipt's place. */
import type { Answer, Suggestion } from "../shared/answer.js";
import { answerIn } from "../shared/answer-text.js";
import { type Forms, refusalInWords, type SealedForm } from "./forms.js";

/** Who presses, and when. */
interface Presser {
  asker: { id: string };
  at: Date;
}

/** Thrown where a press is answered with something else than its receipt; nothing is written then. */
export class OtherAnswer extends Error {
  override name = "Instead";
  constructor(readonly answer: Answer) {
    super("answered otherwise");
  }
}

/** The answer of a press, or what was thrown in its place. */
export async function orInstead(press: () => Promise<Answer>): Promise<Answer> {
  try {
    return await press();
  } catch (error) {
    if (error instanceof OtherAnswer) return error.answer;
    throw error;
  }
}

/** A notice in a receipt's place; the lines say why, and that nothing was saved. */
export const notSaved = (title: string, lead: string[], suggestions: Suggestion[]): Answer => answerIn("notice", { title, lead, suggestions });

/** A form's signed id for whoever is there now. */
export const sealFor = (forms: Forms, verb: string, { asker, at }: Presser, about: unknown): string =>
  forms.seal({ verb, who: asker.id, at: at.toISOString(), about });

/** The form that was pressed. Throws an Instead when it is none of ours or somebody else's. */
export function openFor(forms: Forms, verb: string, token: string, { asker }: Presser, suggestions: Suggestion[]): SealedForm {
  const form = forms.open(token, verb);
  if (form?.who === asker.id) return form;
  throw new OtherAnswer(notSaved("Nothing was saved", [refusalInWords[form ? "somebody else's" : "not ours"]], suggestions));
}
