/** The card that changes an action's status and note. */
import { z } from "zod/v4";
import { OtherAnswer, sealFor, typed } from "../forms/index.js";
import type { RequestContext } from "../people/index.js";
import { badgeOf, instantInWords, type PlanAction, Status, statuses, statusInWords, statusOf } from "../plan/index.js";
import type { Answer, FormInput } from "../shared/answer.js";
import { answerIn, ask } from "../shared/answer-text.js";
import { badgeInWords, capital } from "../shared/words.js";
import { About, type Doing, type Pressed, type PressParts } from "./pressed.js";
import { receiptFor } from "./receipts.js";
import { sayStatus } from "./said.js";
import { type ActionItem, isSentence, mostNote, standingLines, statusPrint, titleOf } from "./words.js";

export const saveStatus = "progress.save";

/** What stands in the inputs, and what is wrong with it. */
interface Fields {
  status: { text: string; problem?: string };
  note: { text: string; problem?: string };
}

/** What was said already. */
export const StatusWish = z.object({ status: Status.optional(), note: z.string().max(4000).optional() });
export type StatusWish = z.infer<typeof StatusWish>;

interface Shown {
  context: RequestContext;
  item: ActionItem;
  /** As it stands now. */
  action: PlanAction;
}

/** A new card, with what the person said already filled in. A new status wants a new reason; otherwise the note stays to be edited. */
export function statusForm(forms: PressParts["forms"], shown: Shown, { status, note }: StatusWish = {}, alert?: string): Answer {
  const { action } = shown;
  const differs = status !== undefined && status !== statusOf(action);
  return form(forms, shown, { status: { text: status ?? statusOf(action) }, note: { text: note ?? (differs ? "" : (action.note ?? "")) } }, alert);
}

function form(forms: PressParts["forms"], { context, item, action }: Shown, { status, note }: Fields, alert?: string): Answer {
  const token = sealFor(forms, saveStatus, context, { plan: context.known.id, action: item.id, seen: statusPrint(action) });
  const inputs: FormInput[] = [
    {
      name: "status",
      kind: "choice",
      label: "Status",
      value: status.text,
      ...(status.problem && { message: status.problem }),
      choices: statuses.map((value) => ({ value, label: capital(badgeInWords(badgeOf(value))) })),
    },
    {
      name: "note",
      kind: "text",
      label: "Note (say why, if it is at risk or off track)",
      hint: "For example: the partner has withdrawn, a new one starts in May",
      value: note.text,
      ...(note.problem && { message: note.problem }),
      most: mostNote,
    },
  ];
  return answerIn("form", {
    eyebrow: "Change an action",
    title: titleOf(item),
    ...(alert && { alert }),
    lead: ["Nothing changes until you press Save. A new note replaces the old one."],
    parts: [{ id: "", text: "", facts: standingLines(item, action), inputs }],
    presses: [{ label: `Save ${item.id}`, verb: saveStatus, data: { form: token }, style: "positive" }],
    suggestions: otherCards(item, action),
  });
}

const otherCards = ({ id }: ActionItem, { milestones = [] }: PlanAction) =>
  milestones.length ? [ask("Mark a date as done", `Mark a milestone of ${id} as done`), ask("Ask for more time", `More time for ${id}`)] : [];

function say(forms: PressParts["forms"], pressed: Pressed) {
  const { data, about, action, item, facts, context } = pressed;
  const shown = { context, item, action };
  const typedStatus = typed(data, "status", { most: 20 });
  const typedNote = typed(data, "note", { most: mostNote, lines: true });
  const status = Status.safeParse(typedStatus.text);
  const reasonWanted = (status.data === "at-risk" || status.data === "off-track") && !isSentence(typedNote.text);
  const fields: Fields = {
    status: { text: status.data ?? "", ...(!status.success && { problem: typedStatus.problem ?? "Please choose one of these." }) },
    note: {
      ...typedNote,
      ...(!typedNote.problem && reasonWanted && status.data && { problem: `Please say in a sentence why it is ${statusInWords(status.data)}.` }),
    },
  };
  if (!status.success || fields.note.problem) throw new OtherAnswer(form(forms, shown, fields, "Not saved yet: please check what is marked."));
  if (about.seen !== statusPrint(action)) throw new OtherAnswer(form(forms, shown, fields, changedMeanwhile(pressed)));
  const said = sayStatus(item.action, facts, { status: status.data, note: typedNote.text });
  if (!said.parts.length)
    throw new OtherAnswer(form(forms, shown, fields, `There is nothing to change: ${item.id} is ${statusInWords(statusOf(action))} already, with this note.`));
  return { ...said, ...(reasonIn(status.data, typedNote.text) && { why: typedNote.text }) };
}

const reasonIn = (status: Status, note: string): boolean => note !== "" && (status === "at-risk" || status === "off-track");

/** What somebody else saved after the card was made. */
export const changedMeanwhile = ({ item, lastBy, context }: Pick<Pressed, "item" | "lastBy" | "context">): string =>
  `Not saved yet: ${lastBy ? `${lastBy.by} changed ${item.id} on ${instantInWords(lastBy.at, context.plan.timeZone)}` : `${item.id} was changed`} after this card was made. This is how it is now. Press again if you still want your change.`;

/** Saves an action's status and note. */
export const savingStatus = (forms: PressParts["forms"]): Doing<About> => ({
  verb: saveStatus,
  about: About,
  permission: "change a status",
  what: "change this action",
  say: (pressed) => say(forms, pressed),
  receipt: receiptFor,
});
