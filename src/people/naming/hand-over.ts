/** The card with which a manager gives everything of one person to another, after a look at the list. */
import { createHash } from "node:crypto";
import { z } from "zod/v4";
import { type Change, type ChangePart, changeOf } from "../../audit/index.js";
import { type FormData, type Forms, notSaved, OtherAnswer, openFor, orInstead, refusalInWords, refusalOf, sealFor, type Typed } from "../../forms/index.js";
import type { Amendment, Catalogue } from "../../plan/index.js";
import type { Answer, FormPart } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { plural, shortened } from "../../shared/words.js";
import { changeFacts } from "../change-facts.js";
import { permits, refusal } from "../permission.js";
import { authorOf, type RequestContext } from "../request-context.js";
import { addressInputs, readAddress } from "./address.js";
import type { NamingParts } from "./name-form.js";
import { type Named, type NamedItem, namesOf, replaced, textOf } from "./roles.js";

export const handOverVerb = "people.hand-over";

const About = z.object({ plan: z.string(), from: z.string(), seen: z.string() });

type SaidOf = (itemId: string) => Amendment | undefined;

/** Everything that names a person, in printed order, and what it would be when it named the other. */
function holdings({ priorities, actions, measures }: Catalogue, said: SaidOf, from: string, to: string): { item: NamedItem; named: Named }[] {
  const items: NamedItem[] = [...priorities, ...actions, ...measures];
  return items.map((item) => ({ item, named: replaced(item, namesOf(item, said(item.id)), from, to) })).filter(({ named }) => named.parts.length);
}

type Holdings = ReturnType<typeof holdings>;

const printOf = (held: Holdings): string =>
  createHash("sha256")
    .update(JSON.stringify(held.map(({ named }) => named.parts.map(({ item, what }) => [item, what]))))
    .digest("base64url")
    .slice(0, 12);

const nothingSaid: SaidOf = () => undefined;

/** The list and the card, or why there is none. */
export function handOverForm(forms: Forms, context: RequestContext, from: string, to = ""): Answer {
  if (!permits("hand over", context))
    return notSaved("Hand over", [...refusal("hand over", "hand over what somebody has", context), "Nothing was saved."], [ask("Who leads what?")]);
  const held = holdings(context.catalogue, nothingSaid, from, to);
  if (!held.length) return nothingHeld(from);
  return form(forms, context, from, held, { text: to });
}

const nothingHeld = (from: string): Answer =>
  notSaved("Nothing to hand over", [`The plan does not name ${from} as a lead, deputy or reporter. Nothing was changed.`], [ask("Who leads what?")]);

/** A card holds so many lines of its list, and says how many more there are. */
const mostListed = 120;
const inOnePart = 10;

const headings: Record<string, string> = { lead: "Leads", deputy: "Stands in for", reporter: "Reports" };

function listOf(held: Holdings): FormPart[] {
  const lines = held.flatMap(({ item, named }) => named.parts.map(({ what }) => ({ what, line: `${item.id} ${shortened(textOf(item), 80)}` })));
  const shown = lines.slice(0, mostListed);
  const parts = Object.entries(headings).flatMap(([what, heading]) => {
    const own = shown.filter((line) => line.what === what).map(({ line }) => line);
    return Array.from(
      { length: Math.ceil(own.length / inOnePart) },
      (_, page): FormPart => ({
        id: "",
        text: page ? "" : `${heading} ${own.length}:`,
        facts: own.slice(page * inOnePart, (page + 1) * inOnePart),
        inputs: [],
      }),
    );
  });
  return lines.length > shown.length ? [...parts, { id: "", text: "", facts: [`and ${lines.length - shown.length} more`], inputs: [] }] : parts;
}

function form(forms: Forms, context: RequestContext, from: string, held: Holdings, to: Typed, alert?: string): Answer {
  const count = held.flatMap(({ named }) => named.parts).length;
  const about = { plan: context.known.id, from, seen: printOf(held) };
  return answerIn("form", {
    eyebrow: "Hand over",
    title: `Everything of ${from}`,
    ...(alert && { alert }),
    lead: [`Please look at the list: all of it is handed over at once, ${plural(count, "entry", "entries")}. Nothing changes until you press the button.`],
    parts: [...listOf(held), { id: "", text: "", facts: [], inputs: addressInputs("To whom", to, context.catalogue) }],
    presses: [{ label: `Hand over all ${count}`, verb: handOverVerb, data: { form: sealFor(forms, handOverVerb, context, about) }, style: "positive" }],
    suggestions: [ask("What they lead", `What does ${from} lead?`)],
  });
}

/** Gives everything that one person leads and reports to another, in one change. */
export function pressHandOver({ forms, amendments, addressOf }: NamingParts, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const sealed = openFor(forms, handOverVerb, data.form, context, [ask("Who leads what?")]);
    const { plan, from, seen } = About.parse(sealed.about);
    const to = await readAddress(data, addressOf);
    const { change } = await amendments.amend(plan, sealed.id, (said, printed) => {
      const old = refusalOf(sealed, context);
      if (old || context.known.id !== plan)
        throw new OtherAnswer(notSaved("Nothing was saved", [refusalInWords[old ?? "too old"]], [ask(`Hand over everything of ${from}`)]));
      if (!permits("hand over", context)) throw new OtherAnswer(handOverForm(forms, context, from));
      const held = holdings(context.catalogue, said, from, to.email ?? "");
      const again = (address: Typed, alert: string) => new OtherAnswer(form(forms, context, from, held, address, alert));
      if (!held.length) throw new OtherAnswer(nothingHeld(from));
      if (!to.email) throw again(to, "Not handed over yet: please check what is marked.");
      if (to.email === from) throw again({ text: to.text, problem: "This is the same person. Please choose another." }, "Not handed over yet.");
      if (seen !== printOf(held)) throw again(to, "Not handed over yet: the list has changed after this card was made. Please look at it again.");
      const parts: ChangePart[] = held.flatMap(({ named }) => named.parts);
      const made = changeOf({ id: sealed.id, plan, parts, author: authorOf(context), at: context.at, through: handOverVerb });
      // What is printed for them means the other from now on, in later imports too.
      const words = printed.filter(({ lead }) => lead === from).map((one) => ({ ...one, lead: to.email ?? "" }));
      return { change: made, of: new Map(held.map(({ item, named }) => [item.id, named.said])), printed: words };
    });
    return receipt(change, context);
  });
}

function receipt(change: Change, context: RequestContext): Answer {
  const [first] = change.parts;
  const rows = change.items.slice(0, 40).map((id) => {
    const item = context.catalogue.find(id);
    return { id, text: item && item.type !== "theme" ? shortened(textOf(item), 120) : "" };
  });
  const more = change.items.length - rows.length;
  return answerIn("receipt", {
    title: `Handed over: ${plural(change.parts.length, "entry", "entries")}`,
    lead: [
      `Everything of ${first?.from} is ${first?.to}'s now. I have not told them, so please do.`,
      ...(more > 0 ? [`${more} more are not listed here.`] : []),
    ],
    rows,
    facts: changeFacts(change, context),
    presses: [],
    suggestions: [ask("What they lead now", `What does ${first?.to} lead?`), ask("Who has no lead?")],
  });
}
