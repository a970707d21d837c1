/** The card with which a manager names the lead, a deputy or the reporter of an item. */
import { createHash } from "node:crypto";
import { z } from "zod/v4";
import { type Change, changeOf } from "../../audit/index.js";
import {
  type FormData,
  type Forms,
  notSaved,
  OtherAnswer,
  openFor,
  orInstead,
  refusalInWords,
  refusalOf,
  sealFor,
  type Typed,
  typed,
} from "../../forms/index.js";
import type { PlanAmendments } from "../../plan/index.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { capital } from "../../shared/words.js";
import { changeFacts } from "../change-facts.js";
import { permits, refusal } from "../permission.js";
import { authorOf, type RequestContext } from "../request-context.js";
import { type Address, type AddressOf, addressInputs, readAddress } from "./address.js";
import { type NamedItem, type Names, name, namesInWords, namesOf, permissionOf, Role, rolesOf, textOf } from "./roles.js";

export const nameVerb = "people.name";

const About = z.object({ plan: z.string(), item: z.string(), seen: z.string() });

export interface NamingParts {
  forms: Forms;
  amendments: PlanAmendments;
  addressOf: AddressOf;
}

export interface NameWish {
  role?: Role;
  email?: string;
}

const printOf = (names: Names): string =>
  createHash("sha256")
    .update(JSON.stringify([names.lead, names.reporter, names.deputies]))
    .digest("base64url")
    .slice(0, 12);
const titleOf = (item: NamedItem): string => `${item.id} ${textOf(item)}`;

/** The card, or a refusal that says who may. */
export function nameForm(forms: Forms, context: RequestContext, item: NamedItem, { role, email }: NameWish = {}): Answer {
  if (!permits(permissionOf(item), context, item)) return refused(context, item);
  const fitting = rolesOf(item).map(({ value }) => value);
  const as = role && fitting.includes(role) ? role : (fitting[0] ?? "");
  return form(forms, context, item, namesOf(item, undefined), { text: as }, { text: email ?? "" });
}

const whatOf = (item: NamedItem): string => (item.type === "measure" ? "say who reports this measure" : "say who leads this");

const refused = (context: RequestContext, item: NamedItem): Answer =>
  notSaved(
    titleOf(item),
    [...refusal(permissionOf(item), whatOf(item), context), "Nothing was saved."],
    [ask(`Who ${item.type === "measure" ? "reports" : "leads"} ${item.id}?`)],
  );

function form(forms: Forms, context: RequestContext, item: NamedItem, names: Names, role: Typed, address: Typed, alert?: string): Answer {
  return answerIn("form", {
    eyebrow: item.type === "measure" ? "Say who reports a measure" : `Say who leads ${item.type === "action" ? "an action" : "a priority"}`,
    title: titleOf(item),
    ...(alert && { alert }),
    lead: ["Nothing changes until you press Save."],
    parts: [
      {
        id: "",
        text: "",
        facts: namesInWords(item, names),
        inputs: [
          { name: "role", kind: "choice", label: "As", value: role.text, ...(role.problem && { message: role.problem }), choices: rolesOf(item) },
          ...addressInputs("Who", address, context.catalogue),
        ],
      },
    ],
    presses: [
      {
        label: `Save for ${item.id}`,
        verb: nameVerb,
        data: { form: sealFor(forms, nameVerb, context, { plan: context.known.id, item: item.id, seen: printOf(names) }) },
        style: "positive",
      },
    ],
    suggestions: [],
  });
}

/** Names the lead of an item or the reporter of a measure. */
export function pressName({ forms, amendments, addressOf }: NamingParts, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const sealed = openFor(forms, nameVerb, data.form, context, [ask("Who has no lead?")]);
    const about = About.parse(sealed.about);
    const address = await readAddress(data, addressOf);
    const { change } = await amendments.amend(about.plan, sealed.id, (said) => {
      const item = itemFor(about, context);
      const old = refusalOf(sealed, context);
      if (old) throw new OtherAnswer(notSaved("Nothing was saved", [refusalInWords[old]], [ask(`Who leads ${item.id}?`)]));
      if (!permits(permissionOf(item), context, item)) throw new OtherAnswer(refused(context, item));
      return named(forms, context, item, namesOf(item, said(item.id)), sealed.id, { data, address, seen: about.seen });
    });
    return receipt(change, context);
  });
}

function itemFor({ plan, item: id }: z.infer<typeof About>, { known, catalogue }: RequestContext): NamedItem {
  const item = known.id === plan ? catalogue.find(id) : undefined;
  if (!item || item.type === "theme") throw new OtherAnswer(notSaved("Nothing was saved", [`${id} is not in the plan any more.`], [ask("Who leads what?")]));
  return item;
}

interface Given {
  data: FormData;
  address: Address;
  seen: string;
}

function named(forms: Forms, context: RequestContext, item: NamedItem, names: Names, id: string, { data, address, seen }: Given) {
  const role = Role.safeParse(typed(data, "role", { most: 20 }).text);
  const fits = role.success && rolesOf(item).some(({ value }) => value === role.data);
  const roleTyped: Typed = { text: fits ? role.data : "", ...(!fits && { problem: "Please choose one of these." }) };
  const needed = fits && role.data !== "nobody";
  const shown = needed ? address : { text: address.email ?? "" };
  const again = (alert: string) => new OtherAnswer(form(forms, context, item, names, roleTyped, shown, alert));
  if (!fits || (needed && !address.email)) throw again("Not saved yet: please check what is marked.");
  if (seen !== printOf(names))
    throw again("Not saved yet: somebody else was named after this card was made. This is how it is now. Press again if you still want your change.");
  const { said, parts } = name(item, names, role.data, address.email ?? "");
  if (!parts.length) throw again("There is nothing to change: it is like that already.");
  const change = changeOf({ id, plan: context.known.id, parts, author: authorOf(context), at: context.at, through: nameVerb });
  return { change, of: new Map([[item.id, said]]) };
}

/** "Lead: b@example.org; before: a@example.org" */
export const namedFact = ({ what, from, to }: Change["parts"][number]): { label: string; value: string } => ({
  label: capital(what),
  value: `${to ?? "nobody"}${from === undefined ? "" : `; before: ${from}`}`,
});

function receipt(change: Change, context: RequestContext): Answer {
  const [id = ""] = change.items;
  const item = context.catalogue.find(id);
  const now = change.parts[0]?.to;
  return answerIn("receipt", {
    title: `Saved: ${id}`,
    lead: now ? [`${now} can update it from now on. I have not told them, so please do.`] : [],
    rows: [{ id, text: item && item.type !== "theme" ? textOf(item) : "" }],
    facts: [...change.parts.map(namedFact), ...changeFacts(change, context)],
    presses: [],
    suggestions: [
      ask("Correct this", `Name the ${item?.type === "measure" ? "reporter" : "lead"} of ${id}`),
      ask("Who has no lead?"),
      ask(`Who changed ${id}?`),
    ],
  });
}
