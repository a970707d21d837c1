/** The buttons of the card of an import: to another page of its rows, into force, or away. */

import type { Change } from "../../audit/index.js";
import { FormData, notSaved, OtherAnswer, orInstead } from "../../forms/index.js";
import { authorOf, changeFacts, namedInPlan, peopleToSettle, type RequestContext, remindersBegin, toDoWith } from "../../people/index.js";
import { Plan } from "../../plan/index.js";
import { withProgress } from "../../progress/index.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { UserFacingError } from "../../shared/errors.js";
import { type Verb, verb } from "../../shared/verb.js";
import { are, plural } from "../../shared/words.js";
import { countsOf } from "../changes.js";
import { entryId } from "../entries.js";
import { finishImport, importPlan } from "../import-plan.js";
import { itemsInWords } from "../in-words.js";
import { importCard, importVerb, leaveVerb, pageOf, rowsVerb, type Shown } from "./card.js";
import { decided, intoOf, offerFor, startsName } from "./offer.js";
import { keptOf, type Page, type Pressed, pageAt, pressedOn } from "./pressed.js";
import { oneByOne } from "./settled-row.js";
import type { ChatImportParts } from "./take-file.js";
import { whereVerb } from "./where-card.js";

const receiptOf = ({ auditLog }: ChatImportParts, { about }: Pressed): Promise<Change | undefined> => auditLog.get(entryId(about.file));

/** The receipt of an import that is done already, whichever page of its card was pressed. */
async function doneBefore(parts: ChatImportParts, pressed: Pressed, context: RequestContext): Promise<Answer | undefined> {
  await finishImport(parts);
  const done = await receiptOf(parts, pressed);
  return done && receipt(parts, done, context);
}

async function opened(parts: ChatImportParts, verb: string, data: FormData, context: RequestContext): Promise<{ pressed: Pressed; page: Page }> {
  const pressed = pressedOn(parts, verb, data, context);
  const done = () => doneBefore(parts, pressed, context);
  const before = await done();
  if (before) throw new OtherAnswer(before);
  const page = await pageAt(parts, pressed, data, context).catch(async (error: unknown) => {
    // Another press of the same card may have ended between the two.
    const meanwhile = error instanceof OtherAnswer && (await done());
    throw meanwhile ? new OtherAnswer(meanwhile) : error;
  });
  return { pressed, page };
}

const showing = ({ forms }: ChatImportParts, { about }: Pressed, { offer, chosen, wrong }: Page, context: RequestContext, shown: Shown): Answer => {
  const { page: _, inputs: __, to: ___, ...of } = about;
  return importCard(forms, context, offer, of, { chosen, typed: wrong, ...shown });
};

async function turn(parts: ChatImportParts, data: FormData, context: RequestContext): Promise<Answer> {
  const { pressed, page } = await opened(parts, rowsVerb, data, context);
  const { about } = pressed;
  if (page.wrong.size) return showing(parts, pressed, page, context, { page: about.page, alert: "Please check what is marked before you go on." });
  return showing(parts, pressed, page, context, { page: about.to });
}

/** Why it cannot be imported as it stands, on the page where that is; nothing when it can. */
function notYet(parts: ChatImportParts, pressed: Pressed, page: Page, context: RequestContext): Answer | undefined {
  const { offer, chosen, wrong } = page;
  const again = (name: string, alert: string, typed = wrong) =>
    showing(parts, pressed, page, context, { page: pageOf(offer, name, chosen), typed, alert: `Nothing is imported yet: ${alert}` });
  const [first] = wrong.keys();
  if (first) return again(first, "please check what is marked.");
  if (offer.asksStarts && !chosen.get(startsName))
    return again(
      startsName,
      "please say when Year 1 starts.",
      new Map([[startsName, { text: "", problem: "Please give the first day of Year 1, such as 1 April 2025." }]]),
    );
  const [mend, ...more] = decided(offer, chosen).mend;
  if (!mend) return undefined;
  const count = more.length + 1;
  const marked = new Map([mend, ...more].map(({ name }) => [name, { text: chosen.get(name) ?? "", problem: "To be put right in the file" }]));
  return again(
    mend.name,
    `you said of ${plural(count, "row")} that the file has to be corrected first. Correct it and send me the file again, or choose something else where ${count === 1 ? "it" : "they"} ${are(count)} marked.`,
    marked,
  );
}

async function press(parts: ChatImportParts, data: FormData, context: RequestContext): Promise<Answer> {
  const { pressed, page } = await opened(parts, importVerb, data, context);
  const not = notYet(parts, pressed, page, context);
  if (not) return not;
  const { plan: decidedPlan, joins, same } = decided(page.offer, page.chosen);
  const plan = Plan.safeParse(decidedPlan).data;
  if (!plan)
    return showing(parts, pressed, page, context, {
      page: pressed.about.page,
      alert: "Nothing is imported yet: you have left out everything in the plan.",
    });
  const { email, id } = authorOf(context);
  const importing = {
    by: email,
    at: context.at,
    into: await intoOf(parts, context, plan.title, pressed.about.beside),
    card: { id: pressed.about.file, verb: importVerb, byId: id },
    joins,
    same,
  };
  try {
    await importPlan(parts, { ...page.offer.read, plan }, importing);
  } catch (error) {
    // The same card pressed twice at once: one of them put it in force.
    if (!(error instanceof UserFacingError)) throw error;
    await finishImport(parts);
    if (!(await receiptOf(parts, pressed))) return notSaved("Nothing was imported", [error.message], []);
  }
  const change = await receiptOf(parts, pressed);
  if (change) await parts.held.hold(change.plan, toHold(page));
  await parts.files.drop(pressed.about.file);
  if (!change) throw new Error("an import without its entry");
  return receipt(parts, change, context);
}

/** What was chosen about things that repeat; "one by one" is no choice about them. */
const toHold = ({ offer, chosen }: Page): Map<string, string> =>
  new Map(
    offer.rows.flatMap(({ name, holds }): [string, string][] => {
      const value = chosen.get(name);
      return holds && value && value !== oneByOne.value ? [[name, value]] : [];
    }),
  );

/** The plan in force says the rest; a card that is pressed again may stand over a later one. */
async function receipt({ plans, progress, messages }: ChatImportParts, change: Change, context: RequestContext): Promise<Answer> {
  const known = await plans.of(change.plan);
  const { plan } = known ?? context;
  const reached = new Set((known && (await messages?.places(namedInPlan(known.catalogue))))?.keys() ?? []);
  const said = known && (await progress?.of(known.id));
  const actions = known?.catalogue.actions.map(({ id, action }) => withProgress(action, said?.get(id)));
  const toDo = known ? toDoWith(plan.title, { ...known, actions, reached }) : [];
  const waiting = known ? peopleToSettle(known.catalogue, known.printed).length : 0;
  const answer = answerIn("receipt", {
    title: `Imported: ${plan.title}`,
    lead: [`${itemsInWords(countsOf(plan))}.`, ...(toDo.length ? ["What is left to do (nothing is urgent):"] : [])],
    rows: toDo.map(({ what, how }) => ({ id: "", text: what, detail: how })),
    ...(toDo.length && { fold: "How each is done" }),
    facts: [{ label: "Reminders", value: remindersBegin }, ...changeFacts(change, { plan })],
    presses: [],
    suggestions: [...(waiting ? [ask("Who is who?")] : []), ask("What is left to set up?"), ask("What is due next")],
  });
  return { ...answer, plan: change.plan };
}

async function leave(parts: ChatImportParts, data: FormData, context: RequestContext): Promise<Answer> {
  const { file, name } = pressedOn(parts, leaveVerb, data, context).about;
  await parts.files.drop(file);
  return notSaved("Nothing was imported", [`${name} is thrown away, and the plan has not changed.`], []);
}

/** The next version of the plan in the chat, or another one beside it, as was said of a file with another title. */
async function goesWhere(parts: ChatImportParts, data: FormData, context: RequestContext): Promise<Answer> {
  const pressed = pressedOn(parts, whereVerb, data, context);
  const done = await doneBefore(parts, pressed, context);
  if (done) return done;
  const { file, chosen } = await keptOf(parts, pressed, context);
  const { page: _, inputs: __, to: ___, ...about } = pressed.about;
  return importCard(parts.forms, context, await offerFor(parts, file, context, { beside: about.beside }), about, { chosen });
}

/** The verbs of an import card's buttons. */
export const importVerbs = (parts: ChatImportParts): Verb<RequestContext>[] => [
  verb({ name: importVerb, data: FormData, run: (data, context: RequestContext) => orInstead(() => press(parts, data, context)) }),
  verb({ name: rowsVerb, data: FormData, run: (data, context: RequestContext) => orInstead(() => turn(parts, data, context)) }),
  verb({ name: whereVerb, data: FormData, run: (data, context: RequestContext) => orInstead(() => goesWhere(parts, data, context)) }),
  verb({ name: leaveVerb, data: FormData, run: (data, context: RequestContext) => orInstead(() => leave(parts, data, context)) }),
];
