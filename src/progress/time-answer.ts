/** The card on which a manager agrees to more time or refuses it. A third slip is said before they agree. */
import { z } from "zod/v4";
import type { Change } from "../audit/index.js";
import { notSaved, OtherAnswer, sealFor, type Typed, typed } from "../forms/index.js";
import { authorOf, type RequestContext, type Tell } from "../people/index.js";
import { type Day, dayInWords, dueInWords, instantInWords, type PlanAction, timesInWords } from "../plan/index.js";
import type { Answer } from "../shared/answer.js";
import { answerIn, ask } from "../shared/answer-text.js";
import { plural } from "../shared/words.js";
import { About, type Doing, type Done, factsOf, type Pressed, type PressParts } from "./pressed.js";
import { type Asked, type Facts, type KeptProgress, withProgress } from "./progress.js";
import { receiptFor } from "./receipts.js";
import { answerMoreTime } from "./said.js";
import { type ActionItem, isSentence, milestoneName, mostReason, standingLines, titleOf } from "./words.js";

export const agreeToTime = "progress.agree";
export const refuseTime = "progress.refuse";
/** What a manager types, or presses, to see the requests that wait. */
export const requestsSays = "Requests for more time";

/** `slips` is how often it had slipped when the card was made: a manager never agrees to a third slip unawares. */
const AboutRequest = About.extend({ place: z.number().int().min(0), request: z.string(), slips: z.number() });
type AboutRequest = z.infer<typeof AboutRequest>;

export interface Request {
  item: ActionItem;
  /** As it stands now. */
  action: PlanAction;
  facts: Facts;
  place: number;
  asked: Asked;
}

/** Every request that waits, the oldest first. */
export function requestsIn({ catalogue }: Pick<RequestContext, "catalogue">, kept: Iterable<KeptProgress>): Request[] {
  const found: Request[] = [];
  for (const row of kept) {
    const item = catalogue.find(row.action);
    if (item?.type !== "action") continue;
    const facts = factsOf(row);
    const action = withProgress(item.action, facts);
    for (const [place, asked] of Object.entries(facts.asked ?? {})) found.push({ item, action, facts, place: Number(place), asked });
  }
  return found.sort((a, b) => (a.asked.at < b.asked.at ? -1 : 1));
}

/** `more` is how many requests wait beside this one. */
export function answerForm(forms: PressParts["forms"], context: RequestContext, request: Request, more = 0): Answer {
  return form(forms, context, request, { text: "" }, undefined, more);
}

const ordinal = (count: number): string => ["", "first", "second", "third", "fourth", "fifth", "sixth"][count] ?? `${count}th`;

/** "This would be the third time that this date slips." when it is the third or a later one. */
const slipWarning = (slips: number): string | undefined =>
  slips < 2 ? undefined : `Before you agree: this would be the ${ordinal(slips + 1)} time that this date slips.`;

function form(
  forms: PressParts["forms"],
  context: RequestContext,
  { item, action, place, asked }: Request,
  words: Typed,
  alert: string | undefined,
  more = 0,
): Answer {
  const milestone = action.milestones?.[place];
  const slips = milestone?.slips ?? 0;
  const about: AboutRequest = { plan: context.known.id, action: item.id, seen: "", place, request: asked.id, slips };
  const warning = slipWarning(slips);
  return answerIn("form", {
    eyebrow: `More time for ${milestoneName(item, place)}`,
    title: titleOf(item),
    ...((alert || warning) && { alert: [alert, warning].filter(Boolean).join(" ") }),
    lead: [
      `${asked.by} asks for ${dayInWords(asked.due)} instead of ${milestone ? dueInWords(milestone) : dayInWords(asked.from)}.`,
      `Reason: ${asked.why}`,
      slips ? `This date has slipped ${timesInWords(slips)} already.` : "This date has not slipped before.",
      `Asked on ${instantInWords(asked.at, context.plan.timeZone)}.`,
      ...(more ? [`${plural(more, "more request")} wait${more === 1 ? "s" : ""}.`] : []),
    ],
    parts: [
      {
        id: "",
        text: "",
        facts: standingLines(item, action),
        inputs: [
          {
            name: "words",
            kind: "text",
            label: "Message to the lead (needed if you refuse)",
            value: words.text,
            ...(words.problem && { message: words.problem }),
            most: mostReason,
          },
        ],
      },
    ],
    presses: [
      {
        label: `Agree to ${dayInWords(asked.due)}`,
        verb: agreeToTime,
        data: { form: sealFor(forms, agreeToTime, context, about) },
        style: "positive",
      },
      {
        label: `Refuse; ${dayInWords(milestone?.due ?? asked.from)} stays`,
        verb: refuseTime,
        data: { form: sealFor(forms, refuseTime, context, about) },
      },
    ],
    suggestions: [],
  });
}

function say(forms: PressParts["forms"], agreed: boolean, { about, action, item, facts, context, data }: Pressed<AboutRequest>) {
  const asked = facts.asked?.[String(about.place)];
  if (!asked || asked.id !== about.request || !action.milestones?.[about.place])
    throw new OtherAnswer(answeredAlready(item, about.place, facts, asked, context));
  const request: Request = { item, action, facts, place: about.place, asked };
  const words = typed(data, "words", { most: mostReason, lines: true });
  if (words.problem) throw new OtherAnswer(form(forms, context, request, words, "Nothing was decided yet: please check what is marked."));
  if (!agreed && !isSentence(words.text))
    throw new OtherAnswer(
      form(forms, context, request, { text: words.text, problem: "Please say in a sentence why not, so that the lead knows." }, "Nothing was decided yet."),
    );
  const slips = action.milestones[about.place]?.slips ?? 0;
  if (agreed && slips !== about.slips)
    throw new OtherAnswer(form(forms, context, request, words, "Nothing was decided yet: this date has slipped again since the card was made."));
  const said = answerMoreTime(item.action, facts, about.place, {
    agreed,
    by: authorOf(context).email,
    at: context.at.toISOString(),
    ...(words.text && { why: words.text }),
  });
  return { ...said, ...(words.text && { why: words.text }) };
}

/** Somebody else was quicker, or the lead asked for something else. */
function answeredAlready(item: ActionItem, place: number, facts: Facts, asked: Asked | undefined, { plan }: RequestContext): Answer {
  const answered = facts.answered?.[String(place)];
  const name = milestoneName(item, place);
  const line = asked
    ? `${asked.by} has asked for another date for ${name} since this card was made.`
    : answered
      ? `${answered.by} ${answered.agreed ? "agreed to" : "refused"} more time for ${name} on ${instantInWords(answered.at, plan.timeZone)}.`
      : `Nobody is asking for more time for ${name} any more.`;
  return notSaved(titleOf(item), [line, "Nothing was changed."], [ask(requestsSays), ask(`How is ${item.id} doing?`)]);
}

function receipt(change: Change, context: RequestContext): Answer {
  const [id = ""] = change.items;
  const due = change.parts.find(({ what }) => what === "due")?.to as Day | undefined;
  return receiptFor(change, context, {
    title: due ? `Agreed: ${id} is due on ${dayInWords(due)}` : `Refused: the date of ${id} stays`,
    lead: change.why ? [`"${change.why}"`] : [],
    suggestions: [ask("The next request", requestsSays), ask(`How is ${id} doing?`)],
  });
}

/** The lead hears what was answered. */
function tellLead(told: Tell, { about: { place }, change, now, context }: Done<AboutRequest>): void {
  const answered = now.answered?.[String(place)];
  const item = context.catalogue.find(now.action);
  if (!answered || item?.type !== "action" || answered.askedBy === change.by) return;
  const name = milestoneName(item, place);
  const milestone = withProgress(item.action, factsOf(now)).milestones?.[place];
  const line = answered.agreed
    ? `${change.by} agreed: ${name} is now due on ${milestone ? dueInWords(milestone) : dayInWords(answered.due)}.`
    : `${change.by} refused more time for ${name}, so its date stays.`;
  const answer = notSaved(titleOf(item), [line, ...(answered.why ? [`"${answered.why}"`] : [])], [ask(`How is ${item.id} doing?`), ask("My actions")]);
  void told(answered.askedBy, context, () => answer);
}

/** Agrees to a request for more time, or refuses it; the lead is told. */
export const answering = (forms: PressParts["forms"], told: Tell, agreed: boolean): Doing<AboutRequest> => ({
  tell: (written) => tellLead(told, written),
  verb: agreed ? agreeToTime : refuseTime,
  about: AboutRequest,
  permission: "decide on more time",
  what: "agree to more time or refuse it",
  say: (pressed) => say(forms, agreed, pressed),
  receipt,
});
