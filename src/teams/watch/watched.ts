/** What is counted, put around the parts that do it; they know nothing of it. */
import type { Activity, TurnContext } from "botbuilder";
import type { Assistant } from "../../assistant/assistant.js";
import { traitsOf } from "../../intents/index.js";
import type { Model } from "../../model/index.js";
import type { Send } from "../../people/index.js";
import { OutOfReachError, UserFacingError } from "../../shared/errors.js";
import { faultOf } from "../../shared/fault.js";
import type { Logger } from "../../shared/logger.js";
import { CallError, isLasting } from "../outbound/index.js";
import type { Reply } from "../server.js";
import { turnLog } from "../turn-log.js";
import type { Delivery, Metrics, Outcome } from "./metrics.js";

const outcomeOf = (error: unknown): Outcome => (error instanceof UserFacingError && !(error instanceof OutOfReachError) ? "refused" : "failed");

/** The same assistant, with questions and presses counted by what came of them. */
export const watchedAssistant = <AnswerContext>(assistant: Assistant<AnswerContext>, metrics: Metrics): Assistant<AnswerContext> => ({
  ...assistant,
  async hear(turn, second) {
    const heard = await counted(assistant.hear(turn, second), (outcome) => outcome !== "done" && metrics.asked("unheard", outcome));
    for (const { question } of heard.readings) if (traitsOf(question).missed) metrics.missed(question);
    return heard;
  },
  answer: (reading, context) => counted(assistant.answer(reading, context), (outcome) => metrics.asked(reading.question, outcome)),
  press: (press, turn) =>
    counted(assistant.press(press, turn), (outcome, answer) => metrics.pressed(press.verb, outcome === "done" && !answer ? "lost" : outcome)),
});

/** The same model, with calls and tokens counted. */
export const watchedModel = (model: Model, metrics: Metrics): Model => ({
  async read(unsure) {
    const reading = await model.read(unsure);
    metrics.modelAsked(reading.outcome, reading.tokens);
    return reading;
  },
});

const counted = async <T>(work: Promise<T>, count: (outcome: Outcome, result?: T) => unknown): Promise<T> => {
  try {
    const result = await work;
    count("done", result);
    return result;
  } catch (error) {
    count(outcomeOf(error));
    throw error;
  }
};

/** A type is what a client sends. */
const kinds = new Set(["message", "invoke", "conversationUpdate", "installationUpdate", "messageReaction", "messageUpdate", "messageDelete", "event"]);

export interface TurnParts {
  metrics: Metrics;
  log: Logger;
  activity: Activity;
}

/** Times one turn, from when its activity was let in until its response is known. One that could not even apologise is logged. */
export const watchedTurn = async ({ metrics, log, activity }: TurnParts, turn: () => Promise<Reply>): Promise<Reply> => {
  const from = performance.now();
  const { outcome, ...reply } = await turn().then(
    (reply) => ({ ...reply, outcome: outcomeOfStatus(reply.status) }),
    (error: unknown) => {
      turnLog(log, activity).error({ fault: faultOf(error) }, "turn lost");
      return { ...replyTo(error), outcome: "failed" as const };
    },
  );
  const kind = kinds.has(activity.type) ? activity.type : "other";
  metrics.turned(kind, outcome, (performance.now() - from) / 1_000);
  return reply;
};

/** A 502 has the channel send the activity again, which is for what passes; what it would refuse again is taken. */
const replyTo = (error: unknown): Reply => {
  if (!(error instanceof CallError)) return { status: 500 };
  return isLasting(error) ? { status: 200 } : { status: 502, retryAfterMs: error.retryAfterMs };
};

/** 501 is the SDK's answer to an invoke that nobody knows. */
const outcomeOfStatus = (status: number): Outcome => {
  if (status < 400) return "done";
  return status < 500 || status === 501 ? "refused" : "failed";
};

/** Counts the replies that a turn sends, but for the response to an invoke, which is no message. */
export const watchReplies = (metrics: Metrics, context: TurnContext): void => {
  context.onSendActivities(async (_context, activities, next) => {
    const replies = activities.filter(({ type }) => type === "message").length;
    const count = (outcome: Delivery) => {
      for (let at = 0; at < replies; at++) metrics.sent("reply", outcome);
    };
    return delivered(next(), count);
  });
};

/** The same sender, with sends counted by outcome. */
export const watchedSend =
  (metrics: Metrics, send: Send): Send =>
  (...args) =>
    delivered(send(...args), (outcome) => metrics.sent("own", outcome));

const delivered = async <T>(sending: Promise<T>, count: (outcome: Delivery) => void): Promise<T> => {
  try {
    const result = await sending;
    count("delivered");
    return result;
  } catch (error) {
    count(deliveryOf(error));
    throw error;
  }
};

/** A refusal has a status below 500, or never left this machine; whatever else may have arrived. */
const deliveryOf = (error: unknown): Delivery => {
  const { statusCode, sent } = (error ?? {}) as { statusCode?: unknown; sent?: unknown };
  return sent === false || (typeof statusCode === "number" && statusCode < 500) ? "refused" : "unknown";
};
