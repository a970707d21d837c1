/** What every button on a page of the card has in common: whose it is, whether it may still be used, and what was chosen on its page. */
import { z } from "zod/v4";
import { type FormData, notSaved, OtherAnswer, openFor, refusalInWords, refusalOf, type SealedForm, type Typed, typed } from "../../forms/index.js";
import { permits, type RequestContext } from "../../people/index.js";
import { Plan } from "../../plan/index.js";
import type { AboutImport, OnPage } from "./card.js";
import { type Offer, offerFor, type SentSource, startsName } from "./offer.js";
import { longestTyped } from "./settled-row.js";
import { type ChatImportParts, notForYou, permission } from "./take-file.js";

const About = z.object({
  plan: z.string().optional(),
  beside: z.boolean().optional(),
  revision: z.number(),
  file: z.string(),
  name: z.string(),
  // A card that was made before there were pages has none.
  page: z.number().default(0),
  inputs: z.array(z.string()).default([]),
  to: z.number().optional(),
});

/** A button's signed form. */
export interface Pressed {
  sealed: SealedForm;
  about: AboutImport & OnPage;
}

/** The form behind a press of an import card. Throws an Instead when it is not the presser's, or of another plan. */
export function pressedOn({ forms }: Pick<ChatImportParts, "forms">, verb: string, data: FormData, context: RequestContext): Pressed {
  const sealed = openFor(forms, verb, data.form, context, []);
  return { sealed, about: About.parse(sealed.about) };
}

/** What a button finds: the file as it is read now, and what was chosen on any page, that of the button too. */
export interface Page {
  offer: Offer;
  chosen: Map<string, string>;
  /** What on the button's page cannot be taken; it is not among what was chosen. */
  wrong: Map<string, Typed>;
}

const again = "Send me the file again, please.";

/** Throws what is answered instead where the card may not be used any more. */
export async function keptOf(
  { files, held }: ChatImportParts,
  { sealed, about }: Pressed,
  context: RequestContext,
): Promise<{ file: SentSource; chosen: Map<string, string> }> {
  const nothing = (...lead: string[]) => new OtherAnswer(notSaved("Nothing was imported", lead, []));
  const old = refusalOf(sealed, context);
  if (old) throw nothing(refusalInWords[old], again);
  if (!permits(permission, context)) throw new OtherAnswer(notForYou(context));
  if ((about.plan ? context.known.id !== about.plan : !context.known.sample) || context.known.revision !== about.revision)
    throw nothing(
      `The plan was changed by another import (${context.known.importedBy}) after this card was made, so it may not say what would change any more. Nothing was saved.`,
      again,
    );
  const kept = await files.of(about.file, context.at);
  if (!kept) throw nothing("I only keep a file for a day, and this one has gone. Nothing was saved.", again);
  const before = about.plan && !about.beside ? await held.of(about.plan) : new Map<string, string>();
  return { file: { name: about.name, source: kept.source }, chosen: new Map([...before, ...kept.chosen]) };
}

/** A day that is given; that it is missing is no mistake before the import. */
function startsTyped(data: FormData): Typed {
  const { text, problem } = typed(data, startsName, { most: 40 });
  if (problem || !text || Plan.shape.starts.safeParse(text).success) return { text, problem };
  return { text: "", problem: "Please give a date between 1900 and 2199." };
}

/** Keeps what was chosen on the button's page before anything else is done, so that no crash or other button loses it. */
export async function pageAt(parts: ChatImportParts, pressed: Pressed, data: FormData, context: RequestContext): Promise<Page> {
  const { about } = pressed;
  const { file, chosen } = await keptOf(parts, pressed, context);
  const before = await offerFor(parts, file, context, { beside: about.beside, starts: chosen.get(startsName) || undefined });
  const rows = new Map(before.rows.map((row) => [row.name, row]));
  const [said, wrong] = [new Map<string, string>(), new Map<string, Typed>()];
  for (const name of about.inputs) {
    const row = rows.get(name);
    if (!row && name !== startsName) continue;
    const given = row ? typed(data, name, { most: longestTyped }) : startsTyped(data);
    const problem = given.problem ?? row?.problem?.(given.text);
    if (problem) wrong.set(name, { ...given, problem });
    else if (row || given.text) said.set(name, given.text);
  }
  await parts.files.choose(about.file, said);
  const all = new Map([...chosen, ...said]);
  const starts = all.get(startsName);
  return {
    offer: starts && starts !== chosen.get(startsName) ? await offerFor(parts, file, context, { beside: about.beside, starts }) : before,
    chosen: all,
    wrong,
  };
}
