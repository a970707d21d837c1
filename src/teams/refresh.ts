/** Cards that show today's state to whoever opens them: Teams asks again in the reader's name, and only the reader sees the answer. */
import { type Activity, ActivityTypes, TeamsInfo, type TurnContext } from "botbuilder";
import { z } from "zod/v4";
import type { Assistant, Interpretation } from "../assistant/assistant.js";
import { interpretationOf } from "../intents/index.js";
import type { Asker } from "../request/turn.js";
import type { Answer } from "../shared/answer.js";
import { UserFacingError } from "../shared/errors.js";
import { faultOf } from "../shared/fault.js";
import type { Logger } from "../shared/logger.js";
import { type Card, renderCard } from "./cards.js";
import { isShared } from "./incoming.js";
import { PlanOfCard } from "./plan-of-card.js";
import { turnFacts } from "./turn-facts.js";
import { turnLog } from "./turn-log.js";

export const REFRESH = "answers.refresh";
/** Teams takes no more of them. */
const MOST_READERS = 60;
const ROSTER_WITHIN_MS = 900;
const ROSTER_KEPT_MS = 600_000;
const MOST_ROSTERS = 500;
const ROSTER_PAGE = 500;

/** Data of a card is whatever a client sends; the question's own schema checks the rest. */
const Asked = z.object({ question: z.string().max(60), args: z.record(z.string(), z.unknown()), plan: PlanOfCard });

/** What makes a card ask again: the same question, in the name of one of the readers. */
export interface Refresh {
  action: { type: "Action.Execute"; title: string; verb: string; data: { question: string; args: Record<string, unknown>; plan?: string } };
  userIds: string[];
}

interface Member {
  id: string;
  email?: string;
}

/** `readers` are the channel's ids, `plan` the plan's where several are loaded. What was carried over from the turn before is not said again. */
export function refreshFor({ question, args }: Interpretation, readers: string[], plan?: string): Refresh {
  const { carried: _, ...rest } = args;
  return {
    action: { type: "Action.Execute", title: "Show as it is today", verb: REFRESH, data: { question, args: rest, ...(plan && { plan }) } },
    userIds: readers.slice(0, MOST_READERS),
  };
}

/** The card with its refresh, together within the size. */
export function freshCard(answer: Answer, refresh: Refresh | undefined, mostBytes?: number): Card {
  if (!refresh || !["standing", "rows", "measure", "picture"].includes(answer.view)) return renderCard(answer, mostBytes);
  const room = (mostBytes ?? Number.POSITIVE_INFINITY) - JSON.stringify(refresh).length * 2;
  return { ...renderCard(answer, room), refresh };
}

/** Finds out who reads a card: the asker alone in their own chat, else those of the conversation, whom it concerns first. */
export function openReaders(): (context: TurnContext, concerned: string[]) => Promise<string[]> {
  const rosters = new Map<string, { at: number; members: Promise<Member[]> }>();
  const rosterOf = (context: TurnContext): Promise<Member[]> => {
    const key = context.activity.conversation.id.split(";")[0] ?? "";
    const known = rosters.get(key);
    if (known && Date.now() - known.at < ROSTER_KEPT_MS) return known.members;
    if (rosters.size >= MOST_ROSTERS) rosters.clear();
    const members = membersOf(context);
    rosters.set(key, { at: Date.now(), members });
    return members;
  };
  return async (context, concerned) => {
    const { activity } = context;
    if (!isShared(activity)) return [activity.from.id];
    const members = await rosterOf(context);
    const first = members.filter(({ email }) => email && concerned.includes(email));
    return [...new Set([...first.map(({ id }) => id), activity.from.id, ...members.map(({ id }) => id)])].slice(0, MOST_READERS);
  };
}

/** Nobody when the roster cannot be had in time: the card then refreshes for the asker alone. */
const membersOf = async (context: TurnContext): Promise<Member[]> => {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, ROSTER_WITHIN_MS, undefined).unref());
  const page = await Promise.race([TeamsInfo.getPagedMembers(context, ROSTER_PAGE).catch(() => undefined), late]);
  return (page?.members ?? []).map(({ id, email, userPrincipalName }) => ({ id, email: (userPrincipalName || email)?.toLowerCase() }));
};

export interface RefreshParts {
  assistant: Pick<Assistant, "answerNow" | "staysFresh">;
  whoPressed(context: TurnContext): Promise<Asker>;
  log: Logger;
}

/** Answers a refresh in its reader's name. What fails leaves the card as it was; a reader who pressed nothing reads no apology. */
export const refreshed = async (context: TurnContext, data: unknown, { assistant, whoPressed, log }: RefreshParts): Promise<void> => {
  const { activity } = context;
  const asked = Asked.safeParse(data);
  const reading = asked.data && interpretationOf(asked.data.question, asked.data.args);
  if (!reading || !assistant.staysFresh(reading)) return respond(context, failure(400, "I cannot update that card. Please ask me again."));
  try {
    // Nobody else sees what comes back, so it may have the reader's own buttons.
    const turn = { ...turnFacts(activity), asker: await whoPressed(context), shared: false };
    const answer = await assistant.answerNow(reading, { ...turn, plan: asked.data.plan });
    const card = freshCard(answer, refreshFor(reading, [activity.from.id], asked.data.plan));
    await respond(context, { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: card });
  } catch (error) {
    const known = error instanceof UserFacingError;
    if (!known) turnLog(log, activity).error({ fault: faultOf(error), verb: REFRESH }, "refresh failed");
    await respond(context, known ? failure(403, error.message) : failure(500, "Sorry, I could not update this. Please try again in a moment."));
  }
};

const failure = (statusCode: number, message: string) => ({
  statusCode,
  type: "application/vnd.microsoft.error",
  value: { code: String(statusCode), message },
});

const respond = async (context: TurnContext, body: Record<string, unknown>): Promise<void> => {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } } as Partial<Activity>);
};
