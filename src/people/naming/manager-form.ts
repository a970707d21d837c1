/** The card with which managers make somebody a manager, or take it back. */
import { z } from "zod/v4";
import type { Change } from "../../audit/index.js";
import { type FormData, type Forms, notSaved, openFor, orInstead, refusalInWords, refusalOf, sealFor, type Typed } from "../../forms/index.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { UserFacingError } from "../../shared/errors.js";
import { changeFacts } from "../change-facts.js";
import { permits, refusal } from "../permission.js";
import { authorOf, type RequestContext } from "../request-context.js";
import type { Managers } from "../who-manages.js";
import { type AddressOf, addressInputs, readAddress } from "./address.js";

export const makeManager = "people.make-manager";
export const removeManager = "people.remove-manager";

const About = z.object({ plan: z.string() });

export interface ManagerParts {
  forms: Forms;
  managers: Managers;
  addressOf: AddressOf;
}

export interface ManagerWish {
  email?: string;
  /** Something is to be changed, not only seen. */
  change?: boolean;
  /** To be taken back. */
  remove?: boolean;
}

/** Who the managers are; for a manager with the card to change it. */
export function managersCard(forms: Forms, context: RequestContext, wish: ManagerWish = {}): Answer {
  const { managers } = context;
  if (permits("name a manager", context)) return form(forms, context, { text: wish.email ?? "" }, wish.remove);
  const lines = managers.length ? managers.map((email) => email) : ["Nobody is a manager yet."];
  const wants = wish.email !== undefined || wish.change ? [...refusal("name a manager", "say who is a manager", context), "Nothing was saved."] : [];
  return notSaved("Managers", [...wants, ...lines], [ask("Who leads what?")]);
}

function form(forms: Forms, context: RequestContext, who: Typed, remove = false, alert?: string): Answer {
  const press = (label: string, verb: string, positive: boolean) => ({
    label,
    verb,
    data: { form: sealFor(forms, verb, context, { plan: context.known.id }) },
    ...(positive && { style: "positive" as const }),
  });
  const presses = [press("Make a manager", makeManager, !remove), press("Not a manager any more", removeManager, false)];
  return answerIn("form", {
    eyebrow: "Managers",
    title: "Who is a manager",
    ...(alert && { alert }),
    lead: ["Managers may change every action and figure, name people, agree to more time and import a plan. Nothing changes until you press a button."],
    parts: [
      { id: "", text: "Managers now:", facts: [...context.managers], inputs: [] },
      { id: "", text: "", facts: [], inputs: addressInputs("Who", who, context.catalogue) },
    ],
    presses: remove ? presses.reverse() : presses,
    suggestions: [],
  });
}

/** Makes somebody a manager or none any more, by the verb that was pressed. */
export function pressManager(
  { forms, managers, addressOf }: ManagerParts,
  verb: typeof makeManager | typeof removeManager,
  data: FormData,
  context: RequestContext,
): Promise<Answer> {
  return orInstead(async () => {
    const manages = verb === makeManager;
    const sealed = openFor(forms, verb, data.form, context, [ask("Who are the managers?")]);
    const { plan } = About.parse(sealed.about);
    const old = refusalOf(sealed, context);
    if (old) return notSaved("Nothing was saved", [refusalInWords[old]], [ask("Who are the managers?")]);
    const who = await readAddress(data, addressOf);
    // The right itself is asked of the very document that is written: see Managers.appoint.
    if (!who.email)
      return permits("name a manager", context)
        ? form(forms, context, who, !manages, "Nothing was changed yet: please check what is marked.")
        : managersCard(forms, context, { email: who.text });
    try {
      const { change } = await managers.appoint({ id: sealed.id, plan, email: who.email, manages, author: authorOf(context), at: context.at, through: verb });
      return receipt(change, context);
    } catch (error) {
      if (error instanceof UserFacingError) return notSaved("Nothing was changed", [error.message], [ask("Who are the managers?")]);
      throw error;
    }
  });
}

function receipt(change: Change, context: RequestContext): Answer {
  const [part] = change.parts;
  return answerIn("receipt", {
    title: part?.to ? `${part.which} is a manager now` : `${part?.which} is not a manager any more`,
    lead: [],
    rows: [],
    facts: changeFacts(change, context),
    presses: [],
    suggestions: [ask("Who are the managers?")],
  });
}
