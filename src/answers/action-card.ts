/** The card that changes an action, as a question asks for it. */
import { statusInWords, statusOf } from "../plan/index.js";
import { actionCard, type CardWish, milestoneLabel, myActions, type OwnAction, ownActions, type StatusWish } from "../progress/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import type { Answer } from "../shared/answer.js";
import { answerIn } from "./answer-text.js";
import { itemOf } from "./scope.js";
import { capital, shortened } from "./wording.js";

/** `label` is the milestone that is meant, in any case. */
export async function cardFor(context: AnswerContext, id: string, { label, ...wish }: CardWish & { label?: string }, carried?: string): Promise<Answer> {
  const item = itemOf(context, id, "action");
  const said = (await context.priority(item.priority.id)).said.get(item.id);
  const place =
    label === undefined ? -1 : (item.action.milestones ?? []).findIndex((_, at) => milestoneLabel(item.action, at)?.toLowerCase() === label.toLowerCase());
  return withCarried(actionCard(context.forms, context, item, said, { ...wish, ...(place >= 0 && { place }) }), carried);
}

/** Says what was taken over from the turn before. */
export function withCarried(answer: Answer, carried: string | undefined): Answer {
  if (!carried) return answer;
  if (answer.view === "form") return answerIn("form", { ...answer.data, carried });
  return answer.view === "notice" ? answerIn("notice", { ...answer.data, carried }) : answer;
}

async function ownOf(context: AnswerContext): Promise<OwnAction[]> {
  const said = (await context.priorities()).flatMap((standing) => [...standing.said]);
  return ownActions(context, context.asker.email?.toLowerCase() ?? "", new Map(said));
}

/** The asker's actions with the cards to change them. */
export const ownActionsOf = async (context: AnswerContext): Promise<Answer> => myActions(context, await ownOf(context));

/** More are chosen from a list. */
const MOST_ASKED = 6;

/** A status or a note without a word of which action: the only one that it can be of, or asking back; nothing that was said is lost. */
export async function cardForOwn(context: AnswerContext, wish: StatusWish): Promise<Answer> {
  const own = await ownOf(context);
  const { status, note } = wish;
  if (!status && !note) return myActions(context, own);
  // A reason may be news of what is at risk already.
  const again = note && (status === "at-risk" || status === "off-track");
  const fitting = own.filter(({ action }) => !["complete", "cancelled", ...(again ? [] : [status])].includes(statusOf(action)));
  const [only] = fitting;
  if (only && fitting.length === 1) return cardFor(context, only.item.id, { card: "status", ...wish });
  if (!only || fitting.length > MOST_ASKED) return myActions(context, own, { wish });
  const why = note ? `: ${note}` : "";
  return answerIn("choice", {
    question: "Which action do you mean?",
    choices: fitting.map(({ item, action }) => ({
      label: `${item.id} ${shortened(item.action.text, 120)}`,
      says: status ? `Mark ${item.id} as ${status.replace("-", " ")}${why}` : `Note on ${item.id}${why}`,
      detail: capital(statusInWords(statusOf(action))),
    })),
  });
}
