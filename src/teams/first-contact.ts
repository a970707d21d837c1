/** Hello: once to somebody who installs the bot, once to a team or a group that it is added to. */
import type { Application } from "@microsoft/teams-ai/lib/Application.js";
import { type Activity, ActivityTypes, type TurnContext } from "botbuilder";
import type { Assistant } from "../assistant/assistant.js";
import type { Greetings } from "../people/index.js";
import type { Asker } from "../request/turn.js";
import { UserFacingError } from "../shared/errors.js";
import { isShared } from "./incoming.js";
import type { TurnMemory } from "./planners/memory.js";
import { apologyFor, replyWith } from "./reply.js";
import { turnFacts } from "./turn-facts.js";

export interface FirstContactParts {
  assistant: Pick<Assistant, "answerNow">;
  greetings: Greetings;
  whoIsIt(context: TurnContext): Promise<Asker>;
}

/** Greets who opens a chat and teams it is added to, once each. */
export const routeFirstContact = (app: Application<TurnMemory>, parts: FirstContactParts): void => {
  app.addRoute(
    async ({ activity }) => isArrival(activity),
    (context) => greet(context, parts),
  );
  app.addRoute(
    async ({ activity }) => isDeparture(activity),
    ({ activity }) => parts.greetings.forget(placeOf(activity)),
  );
};

const greet = async (context: TurnContext, { assistant, greetings, whoIsIt }: FirstContactParts): Promise<void> => {
  const { activity } = context;
  const asker = await whoIsIt(context).catch(ignoredOutsider);
  if (!asker || !(await greetings.first(placeOf(activity)))) return;
  try {
    const turn = { ...turnFacts(activity), asker, shared: isShared(activity) };
    const answer = await assistant.answerNow({ question: "welcome", args: {} }, turn).catch((error: unknown) => {
      // "There is no plan yet" is worth saying to whoever comes first.
      if (error instanceof UserFacingError) return apologyFor(error).answer;
      throw error;
    });
    await context.sendActivity(replyWith([answer]));
  } catch (error) {
    await greetings.forget(placeOf(activity));
    throw error;
  }
};

const ignoredOutsider = (error: unknown): undefined => {
  if (error instanceof UserFacingError) return undefined;
  throw error;
};

/** A team is one place, whichever of its channels is told. */
const placeOf = ({ channelData, conversation }: Activity): string => channelData?.team?.id ?? conversation.id;

const isArrival = ({ type, action, membersAdded = [], recipient }: Activity): boolean =>
  (type === ActivityTypes.InstallationUpdate && action === "add") ||
  (type === ActivityTypes.ConversationUpdate && membersAdded.some(({ id }) => id === recipient.id));

const isDeparture = ({ type, action, membersRemoved = [], recipient }: Activity): boolean =>
  (type === ActivityTypes.InstallationUpdate && action === "remove") ||
  (type === ActivityTypes.ConversationUpdate && membersRemoved.some(({ id }) => id === recipient.id));
