/** The card with which a manager says once who is meant by the leads and reporters that a plan names in words. */
import { z } from "zod/v4";
import { type Change, type ChangePart, changeOf } from "../../audit/index.js";
import { type FormData, type Forms, notSaved, OtherAnswer, openFor, orInstead, refusalInWords, refusalOf, sealFor, type Typed } from "../../forms/index.js";
import type { PrintedPerson } from "../../plan/index.js";
import type { Answer, FormPart, Press } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { listedUpTo, plural } from "../../shared/words.js";
import { changeFacts } from "../change-facts.js";
import { permits, refusal } from "../permission.js";
import { authorOf, type RequestContext } from "../request-context.js";
import { type Address, addressInputs, isGiven, readAddress } from "./address.js";
import type { NamingParts } from "./name-form.js";
import { type PrintedLead, printedPeople } from "./printed-people.js";

export const whoIsWhoVerb = "people.who-is-who";
export const whoIsWhoPageVerb = "people.who-is-who-page";

/** Which of the list stand on the card: those still to be named, or those that were, from a place on. */
const Page = z.object({ plan: z.string(), named: z.boolean(), from: z.number().int().min(0) });
type Page = z.infer<typeof Page>;
const About = Page.extend({ keys: z.array(z.string()).max(20) });

const ON_A_PAGE = 6;
const MOST_CHOICES = 20;
const MOST_IDS = 8;
const permission = "name a lead";
const again = ask("Who is who?");

const refused = (context: RequestContext): Answer =>
  notSaved("Who is who", [...refusal(permission, "say who leads and reports", context), "Nothing was saved."], [ask("Who leads what?")]);

/** The card; nothing where the plan names nobody in words. */
export function whoIsWhoForm(forms: Forms, context: RequestContext): Answer | undefined {
  if (!permits(permission, context)) return refused(context);
  const all = printedPeople(context.catalogue, context.known.printed);
  return all.length ? form(forms, context, { plan: context.known.id, named: all.every(({ who }) => who), from: 0 }) : undefined;
}

const listOf = ({ catalogue, known }: RequestContext, { named }: Pick<Page, "named">): PrintedLead[] =>
  printedPeople(catalogue, known.printed).filter(({ who }) => Boolean(who) === named);

const holds = ({ leads, reports }: PrintedLead): string =>
  [...(leads.length ? [`Leads ${listedUpTo(leads, MOST_IDS)}`] : []), ...(reports.length ? [`Reports ${listedUpTo(reports, MOST_IDS)}`] : [])].join("; ");

function partOf(one: PrintedLead, context: RequestContext, typed: Typed | undefined): FormPart {
  // A list must not be empty, and a new plan knows nobody's address.
  const offered = { which: one.key, also: [authorOf(context).email, ...context.managers], most: MOST_CHOICES };
  const [picker, line] = addressInputs(`Who is ${one.words}`, typed ?? { text: "" }, context.catalogue, offered);
  return {
    id: "",
    text: one.words,
    facts: [`${holds(one)}.`, ...(one.who ? [`Now: ${one.who}. Leave it empty to keep that.`] : [])],
    inputs: [picker],
    more: { label: "Type an address instead", inputs: [{ ...line, label: `E-mail address of ${one.words}` }] },
  };
}

function form(forms: Forms, context: RequestContext, page: Page, typed = new Map<string, Typed>(), alert?: string): Answer {
  const list = listOf(context, page);
  const from = page.from < list.length ? page.from : 0;
  const shown = list.slice(from, from + ON_A_PAGE);
  const others = listOf(context, { named: !page.named }).length;
  const turn = (label: string, to: Omit<Page, "plan">): Press => {
    const about = { ...to, plan: page.plan, keys: [] };
    return { label, verb: whoIsWhoPageVerb, data: { form: sealFor(forms, whoIsWhoPageVerb, context, about) }, alone: true };
  };
  const about = { ...page, from, keys: shown.map(({ key }) => key) };
  const rest = list.length - from - shown.length;
  return answerIn("form", {
    eyebrow: "Who is who",
    title: page.named
      ? "Leads and reporters that were named"
      : `${plural(list.length, "name")} in the plan still ${list.length === 1 ? "needs" : "need"} a person`,
    ...(alert && { alert }),
    lead: [
      "Choose who each of them is in Teams. It also counts for new actions and later versions of this plan.",
      ...(list.length > shown.length ? [`These are ${from + 1} to ${from + shown.length} of ${list.length}. Leave blank any you do not know.`] : []),
    ],
    parts: shown.map((one) => partOf(one, context, typed.get(one.key))),
    presses: [
      { label: "Save", verb: whoIsWhoVerb, data: { form: sealFor(forms, whoIsWhoVerb, context, about) }, style: "positive" },
      ...(from > 0 ? [turn("Back", { named: page.named, from: Math.max(from - ON_A_PAGE, 0) })] : []),
      ...(rest > 0 ? [turn("Skip these", { named: page.named, from: from + ON_A_PAGE })] : []),
      ...(others ? [turn(page.named ? "Still to be named" : "Change who was named", { named: !page.named, from: 0 })] : []),
    ],
    suggestions: [],
  });
}

/** Another page of the card; what was chosen on this one is not kept. */
export function turnWhoIsWho({ forms }: Pick<NamingParts, "forms">, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const page = Page.parse(openFor(forms, whoIsWhoPageVerb, data.form, context, [again]).about);
    if (page.plan !== context.known.id) throw new OtherAnswer(notSaved("Who is who", ["This card is for another plan."], [again]));
    return permits(permission, context) ? form(forms, context, page) : refused(context);
  });
}

interface Given {
  key: string;
  address: Address;
}

/** Settles whom printed words mean, for all that were given an address on the page. */
export function pressWhoIsWho({ forms, amendments, addressOf }: NamingParts, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const sealed = openFor(forms, whoIsWhoVerb, data.form, context, [again]);
    const page = About.parse(sealed.about);
    const given: Given[] = [];
    for (const key of page.keys) if (isGiven(data, key)) given.push({ key, address: await readAddress(data, addressOf, key) });
    const { change } = await amendments.amend(page.plan, sealed.id, (_, printed) => {
      const old = refusalOf(sealed, context);
      if (old || context.known.id !== page.plan) throw new OtherAnswer(notSaved("Nothing was saved", [refusalInWords[old ?? "too old"]], [again]));
      if (!permits(permission, context)) throw new OtherAnswer(refused(context));
      const typed = new Map(given.map(({ key, address }) => [key, address]));
      const back = (alert: string) => new OtherAnswer(form(forms, context, page, typed, alert));
      if (!given.length) throw back("Nothing is filled in yet: choose who one of them is.");
      if (given.some(({ address }) => !address.email)) throw back("Not saved yet: please check what is marked.");
      const { people, parts } = settled(given, printed, context);
      if (!parts.length) throw back("There is nothing to change: it is like that already.");
      const made = changeOf({ id: sealed.id, plan: page.plan, parts, author: authorOf(context), at: context.at, through: whoIsWhoVerb });
      return { change: made, of: new Map(), printed: people };
    });
    return receipt(change, context);
  });
}

/** Who is meant from now on, and what that changes: an entry for the words, then one for each item. */
function settled(given: Given[], before: readonly PrintedPerson[], { catalogue }: RequestContext): { people: PrintedPerson[]; parts: ChangePart[] } {
  const all = new Map(printedPeople(catalogue, before).map((one) => [one.key, one]));
  const found = given.flatMap(({ key, address: { email = "" } }) => {
    const one = all.get(key);
    return one && one.who !== email ? [{ one, email }] : [];
  });
  return {
    people: found.map(({ one, email }) => ({ words: one.words, lead: email })),
    parts: found.flatMap(({ one: { words, who, leads, reports }, email }) => [
      { item: "plan", what: "who is meant", which: words, ...(who && { from: who }), to: email },
      ...leads.map((item) => ({ item, what: "lead", ...(who && { from: who }), to: email })),
      ...reports.map((item) => ({ item, what: "reporter", ...(who && { from: who }), to: email })),
    ]),
  };
}

function receipt(change: Change, context: RequestContext): Answer {
  const named = change.parts.filter(({ what }) => what === "who is meant");
  const items = change.parts.length - named.length;
  const done = new Set(named.map(({ which }) => which));
  const left = listOf(context, { named: false }).filter(({ words }) => !done.has(words)).length;
  return answerIn("receipt", {
    title: `Named: ${plural(named.length, "person", "people")} for ${plural(items, "item")}`,
    lead: [
      "It also counts for new actions and later versions of this plan.",
      left ? `${plural(left, "name")} still ${left === 1 ? "needs" : "need"} a person.` : "Everybody in the plan has a name now.",
    ],
    rows: named.map(({ which = "", to }) => ({ id: "", text: which, detail: String(to) })),
    facts: changeFacts(change, context),
    presses: [],
    suggestions: [
      ...(left ? [ask(left > 1 ? `Name the other ${left}` : "Name the other", "Who is who?")] : []),
      ask("Who leads what?"),
      ask("Who cannot be reached?"),
    ],
  });
}
