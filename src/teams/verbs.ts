/** What the buttons of the cards lead to. A button is an Action.Execute with a verb and data, or an Action.Submit with the verb in its data. */
import type { Application } from "@microsoft/teams-ai/lib/Application.js";
import { ActivityTypes, type TurnContext } from "botbuilder";
import { z } from "zod/v4";
import type { TurnMemory } from "./planners/memory.js";
import { notice, replyWith, whatYouCanAsk } from "./reply.js";

/** Data of a card is whatever a client sends. */
const Says = z.object({ says: z.string().trim().min(1).max(2_000) });

const LOST = "That button does not work any more. Please ask me in your own words instead.";

type App = Application<TurnMemory>;
/** Does what the button says; the answer is a short line for whoever pressed it. */
type Verb = (app: App, context: TurnContext, state: TurnMemory, data: unknown) => Promise<string>;

/** Every verb a card may carry. */
export const verbs: Record<string, Verb> = {
  "questions.ask": async (app, context, state, data) => {
    const asked = Says.safeParse(data);
    if (!asked.success) return LOST;
    state.temp.input = asked.data.says;
    await app.ai.run(context, state);
    return "The answer is below.";
  },
};

export const routeVerbs = (app: App): void => {
  for (const [name, act] of Object.entries(verbs)) {
    app.adaptiveCards.actionExecute(name, (context, state, data) => act(app, context, state, data));
    app.adaptiveCards.actionSubmit(name, async (context, state, data) => {
      if ((await act(app, context, state, data)) === LOST) await context.sendActivity(lostButton());
    });
  }
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

/** The response to a pressed button: a short line that only who pressed it sees. */
export const sayToPresser = async (context: TurnContext, line: string): Promise<void> => {
  const body = { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: line };
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
};

const lostButton = () => replyWith([notice("That button does not work any more", ["Please ask me in your own words instead."], [whatYouCanAsk])]);
