/** What the buttons of the cards lead to. A button is an Action.Execute with a verb and data, or an Action.Submit with the verb in its data. */
import type { Application } from "@microsoft/teams-ai/lib/Application.js";
import { type Activity, ActivityTypes, type TurnContext } from "botbuilder";
import { z } from "zod/v4";
import type { Assistant } from "../assistant/assistant.js";
import type { Asker } from "../request/turn.js";
import type { Answer } from "../shared/answer.js";
import { UserFacingError } from "../shared/errors.js";
import { faultOf } from "../shared/fault.js";
import type { Logger } from "../shared/logger.js";
import { type Card, renderCard } from "./cards.js";
import { isShared } from "./incoming.js";
import { PlanOfCard, planOfCard } from "./plan-of-card.js";
import type { TurnMemory } from "./planners/memory.js";
import { REFRESH, refreshed } from "./refresh.js";
import { notice, replyWith, whatYouCanAsk } from "./reply.js";
import { turnFacts } from "./turn-facts.js";
import { turnLog } from "./turn-log.js";

/** Data of a card is whatever a client sends. */
const Says = z.object({ says: z.string().trim().min(1).max(2_000), plan: PlanOfCard });

/** A write may have been done although its answer did not come; a form counts once, so pressing again is safe. */
export const UNSURE = "Sorry, something went wrong, and I cannot tell whether it was saved. Please press the button again: it will be saved only once.";

const LOST = "That button does not work any more. Please ask me in your own words instead.";

type App = Application<TurnMemory>;
/** A short line for whoever pressed, which leaves the card where it is. `aloud`: where a client has no place for it, it is sent as a message. */
interface Line {
  line: string;
  aloud: boolean;
}
/** Does what the button says. The answer is a card that takes the pressed one's place, or a line, or nothing when the data is no good. */
type Act = (app: App, context: TurnContext, state: TurnMemory, data: unknown) => Promise<Answer | Line | undefined>;

export interface VerbParts {
  assistant: Pick<Assistant, "verbs" | "press" | "answerNow" | "staysFresh">;
  whoPressed(context: TurnContext): Promise<Asker>;
  log: Logger;
}

/** The one verb of this room: asks what the button says. */
const ask: Act = async (app, context, state, data) => {
  const asked = Says.safeParse(data);
  if (!asked.success) return undefined;
  state.temp.input = asked.data.says;
  state.temp.plan = asked.data.plan;
  await app.ai.run(context, state);
  return { line: "The answer is below.", aloud: false };
};

/** Has a verb of the assistant's done; a failure leaves the card where it is, so that it can be pressed again. */
const pressing =
  (verb: string, { assistant, whoPressed, log }: VerbParts): Act =>
  async (_app, context, _state, data) => {
    const { activity } = context;
    try {
      const turn = {
        ...turnFacts(activity),
        asker: await whoPressed(context),
        shared: isShared(activity),
        plan: planOfCard(data),
      };
      return await assistant.press({ verb, data }, turn);
    } catch (error) {
      if (error instanceof UserFacingError) return { line: error.message.replaceAll("\n", " "), aloud: true };
      turnLog(log, activity).error({ fault: faultOf(error), verb }, "press failed");
      return { line: UNSURE, aloud: true };
    }
  };

/** Every verb a card may carry, by name. */
const actsOf = (parts: VerbParts): Map<string, Act> =>
  new Map([["questions.ask", ask], ...parts.assistant.verbs.map((verb): [string, Act] => [verb, pressing(verb, parts)])]);

const executed = ({ type, name, value }: Activity): unknown =>
  type === ActivityTypes.Invoke && name === "adaptiveCard/action" && value?.action?.type === "Action.Execute" ? value.action.verb : undefined;
const submitted = ({ type, text, value }: Activity): unknown => (type === ActivityTypes.Message && !text ? value?.verb : undefined);

/** One route for all verbs of a kind: the SDK asks its routes one after the other, on every message. */
export const routeVerbs = (app: App, parts: VerbParts): void => {
  const acts = actsOf(parts);
  const actOf = (verb: unknown): Act | undefined => (typeof verb === "string" ? acts.get(verb) : undefined);
  const known =
    (verbOf: (activity: Activity) => unknown) =>
    async ({ activity }: TurnContext) =>
      actOf(verbOf(activity)) !== undefined;
  app.adaptiveCards.actionExecute(known(executed), async (context, state, data) => {
    const done = await actOf(executed(context.activity))?.(app, context, state, data);
    if (!done) return LOST;
    return "line" in done ? done.line : respondWithCard(context, renderCard(done));
  });
  app.adaptiveCards.actionSubmit(known(submitted), async (context, state, data) => {
    const done = await actOf(submitted(context.activity))?.(app, context, state, data);
    if (!done) await context.sendActivity(lostButton());
    else if (!("line" in done)) await context.sendActivity(replyWith([done]));
    else if (done.aloud) await context.sendActivity(replyWith([notice("That did not work", [done.line])]));
  });
  app.adaptiveCards.actionExecute(REFRESH, async (context, _state, data) => {
    await refreshed(context, data, parts);
    return "";
  });
  app.addRoute(
    async ({ activity }) => activity.type === ActivityTypes.Invoke && activity.name === "adaptiveCard/action",
    (context) => sayToPresser(context, LOST),
    true,
  );
  app.addRoute(
    async ({ activity }) => activity.type === ActivityTypes.Message && !activity.text && activity.value !== undefined,
    async (context) => {
      await context.sendActivity(lostButton());
    },
  );
};

/** The card takes the place of the pressed one, for the presser alone. The SDK's own way would change it for everybody as soon as a card has a refresh. */
const respondWithCard = async (context: TurnContext, card: Card): Promise<string> => {
  const body = { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: card };
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
  return "";
};

/** The response to a pressed button: a short line that only who pressed it sees. */
export const sayToPresser = async (context: TurnContext, line: string): Promise<void> => {
  await context.sendActivity(lineToPresser(line));
};

/** A line that only the presser sees, as the response to an invoke. */
export const lineToPresser = (line: string) => {
  const body = { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: line };
  return { type: ActivityTypes.InvokeResponse, value: { status: 200, body } };
};

const lostButton = () => replyWith([notice("That button does not work any more", ["Please ask me in your own words instead."], [whatYouCanAsk])]);
