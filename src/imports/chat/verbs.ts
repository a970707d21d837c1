/** A plan that a manager sends as a file: read and shown on a card, and put in force by its button, once. */
import { z } from "zod/v4";
import {
  FormData,
  type Forms,
  Instead,
  notSaved,
  openFor,
  orInstead,
  refusalInWords,
  refusalOf,
  type SealedForm,
  type Typed,
  typed,
} from "../../forms/index.js";
import { authorOf, changeFacts, type Moment, permits, refusal } from "../../people/index.js";
import { type ReadOptions, readPlanFrom, type Source, sourceOf } from "../../plan/import/index.js";
import { Plan } from "../../plan/index.js";
import type { Change, Trail } from "../../record/index.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { UserFacingError } from "../../shared/errors.js";
import { type Verb, verb } from "../../shared/verb.js";
import { countsOf } from "../changes.js";
import { entryId } from "../entries.js";
import { finishImport, type ImportDeps, importPlan, previewImport } from "../import-plan.js";
import { itemsInWords } from "../in-words.js";
import { type AboutImport, decided, importCard, importVerb, inputName, leaveVerb, type Offer, offerOf } from "./card.js";
import type { KeptFiles } from "./kept-file.js";

export interface ChatImportParts extends ImportDeps {
  forms: Forms;
  files: KeptFiles;
  trail: Pick<Trail, "add" | "get">;
}

/** A file that somebody sent; it is fetched when it is wanted. */
export interface SentPlan {
  name: string;
  bytes(): Promise<Uint8Array>;
}

const About = z.object({ plan: z.string().optional(), revision: z.number(), file: z.string(), name: z.string() });

const deed = "import a plan";
const longestName = 120;

const notForYou = (moment: Moment): Answer =>
  notSaved(
    "Thank you, but I cannot take this file",
    [...refusal(deed, "send me a plan to import", moment), "I did not open it. Questions about the plan are welcome."],
    [ask("What can I ask?")],
  );

/** The plan that is merged with; the sample is replaced instead. */
const intoOf = ({ known }: Moment) => (known.sample ? {} : { id: known.id });

async function offerFor(parts: ChatImportParts, source: Source, moment: Moment, starts?: string): Promise<Offer> {
  const { known } = moment;
  const options: ReadOptions = { ...(starts && { starts }), ...(!known.sample && { usual: known.plan.starts }) };
  const read = readPlanFrom(source, options);
  const offer = offerOf(read, await previewImport(parts, read, intoOf(moment)), moment);
  return { ...offer, asksStarts: offer.asksStarts || starts !== undefined };
}

/** What the file says, on a card; or why it cannot be taken. */
export async function takeFile(parts: ChatImportParts, { name, bytes }: SentPlan, moment: Moment): Promise<Answer> {
  if (!permits(deed, moment)) return notForYou(moment);
  const called = name.slice(0, longestName);
  try {
    const source = await sourceOf(called, await bytes());
    const offer = await offerFor(parts, source, moment);
    const about = {
      ...(!moment.known.sample && { plan: moment.known.id }),
      revision: moment.known.revision,
      file: await parts.files.keep(source, moment.at),
      name: called,
    };
    return importCard(parts.forms, moment, offer, about);
  } catch (error) {
    if (error instanceof UserFacingError)
      return notSaved(
        "I cannot read this as a plan",
        error.message.split("\n").map((line) => line.trim()),
        [],
      );
    throw error;
  }
}

const again = "Send me the file again, please.";

interface Pressed {
  sealed: SealedForm;
  about: AboutImport;
}

const receiptOf = ({ trail }: ChatImportParts, { sealed }: Pressed): Promise<Change | undefined> => trail.get(entryId(sealed.id));

/** Throws what is answered instead where the card may not be used any more. */
async function fileOf(parts: ChatImportParts, { sealed, about }: Pressed, moment: Moment): Promise<Source> {
  const nothing = (...lead: string[]) => new Instead(notSaved("Nothing was imported", lead, []));
  const old = refusalOf(sealed, moment);
  if (old) throw nothing(refusalInWords[old], again);
  if (!permits(deed, moment)) throw new Instead(notForYou(moment));
  if ((about.plan ? moment.known.id !== about.plan : !moment.known.sample) || moment.known.revision !== about.revision)
    throw nothing(
      `The plan was changed by another import (${moment.known.importedBy}) after this card was made, so it may not say what would change any more. Nothing was saved.`,
      again,
    );
  const source = await parts.files.of(about.file, moment.at);
  if (!source) throw nothing("I keep a file for a day, and this one is gone. Nothing was saved.", again);
  return source;
}

/** What was typed and chosen, by row; and the plan with all of it done. */
function decisions(offer: Offer, data: FormData): { typed: Map<string, Typed>; plan: Plan; isClear: boolean } {
  const said = new Map<string, Typed>();
  let { plan } = offer.read;
  for (const [place, row] of decided(offer.rows).entries()) {
    const one = typed(data, inputName(place), { most: 120 });
    said.set(row.key, one);
    if (!one.problem) plan = row.edit(one.text)?.(plan) ?? plan;
  }
  return { typed: said, plan, isClear: [...said.values()].every(({ problem }) => !problem) };
}

function startsTyped(offer: Offer, data: FormData): Typed {
  if (!offer.asksStarts) return { text: "" };
  const { text } = typed(data, "starts", { most: 40 });
  const day = Plan.shape.starts.safeParse(text);
  return day.success
    ? { text }
    : { text: "", problem: text ? "This is no date from 1900 to 2199." : "Please give the first day of Year 1, such as 1 April 2025." };
}

async function press(parts: ChatImportParts, data: FormData, moment: Moment): Promise<Answer> {
  const sealed = openFor(parts.forms, importVerb, data.form, moment, []);
  const pressed = { sealed, about: About.parse(sealed.about) };
  await finishImport(parts);
  const done = await receiptOf(parts, pressed);
  if (done) return receipt(done, moment);
  const source = await fileOf(parts, pressed, moment);
  const asked = await offerFor(parts, source, moment);
  const starts = startsTyped(asked, data);
  const offer = starts.text ? await offerFor(parts, source, moment, starts.text) : asked;
  const { typed, plan, isClear } = decisions(offer, data);
  if (starts.problem || !isClear)
    return importCard(parts.forms, moment, offer, pressed.about, {
      typed: typed.set("starts", starts),
      alert: "Nothing is imported yet: please look at what is marked.",
    });
  const { email, id } = authorOf(moment);
  const importing = { by: email, at: moment.at, into: intoOf(moment), card: { id: sealed.id, verb: importVerb, byId: id } };
  try {
    await importPlan(parts, { ...offer.read, plan: Plan.parse(plan) }, importing);
  } catch (error) {
    // The same card pressed twice at once: one of them put it in force.
    if (!(error instanceof UserFacingError)) throw error;
    await finishImport(parts);
    if (!(await receiptOf(parts, pressed))) return notSaved("Nothing was imported", [error.message], []);
  }
  await parts.files.drop(pressed.about.file);
  const change = await receiptOf(parts, pressed);
  if (!change) throw new Error("an import without its entry");
  return receipt(change, { ...moment, plan });
}

/** The plan in force says the rest; a card that is pressed again may stand over a later one. */
function receipt(change: Change, moment: Pick<Moment, "plan">): Answer {
  return answerIn("receipt", {
    title: `Imported: ${moment.plan.title}`,
    lead: [`${itemsInWords(countsOf(moment.plan))}.`],
    rows: [],
    facts: changeFacts(change, moment),
    presses: [],
    suggestions: [ask("What is due next"), ask("Who has no lead?")],
  });
}

async function leave(parts: ChatImportParts, data: FormData, moment: Moment): Promise<Answer> {
  const sealed = openFor(parts.forms, leaveVerb, data.form, moment, []);
  const { file, name } = About.parse(sealed.about);
  await parts.files.drop(file);
  return notSaved("Nothing was imported", [`${name} is forgotten, and the plan is as it was.`], []);
}

export const importVerbs = (parts: ChatImportParts): Verb<Moment>[] => [
  verb({ name: importVerb, data: FormData, run: (data, moment: Moment) => orInstead(() => press(parts, data, moment)) }),
  verb({ name: leaveVerb, data: FormData, run: (data, moment: Moment) => orInstead(() => leave(parts, data, moment)) }),
];
