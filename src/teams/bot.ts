/** One turn of a conversation: the words cleaned, buttons and odd messages routed, everything else put to the planner, failures apologised for. */
import { ActivityTypes, type TurnContext } from "botbuilder";
import type { Directory, Greetings, Messages } from "../people/index.js";
import type { Desk } from "../questions/desk.js";
import type { Logger } from "../shared/logger.js";
import type { BotAdapter } from "./adapter.js";
import { faultOf } from "./fault.js";
import { routeFiles } from "./files.js";
import { routeFirstContact } from "./first-contact.js";
import { askerOf, isMeant, spokenText } from "./incoming.js";
import { isSearch, routeMessageExtension, sayToSearcher } from "./message-extension.js";
import { registerActions } from "./planners/actions.js";
import { createDeskPlanner } from "./planners/desk-planner.js";
import { createTurnMemory, type TurnMemory } from "./planners/memory.js";
import { apologyFor, notice, replyWith, whatYouCanAsk } from "./reply.js";
import { Application } from "./sdk.js";
import { whereOf } from "./sender.js";
import { typingWhenSlow } from "./typing.js";
import { routeVerbs, sayToPresser } from "./verbs.js";

/** The SDK stops a plan after 25 steps; a message with that many questions would get no reply at all. */
const MOST_STEPS = 200;

export interface BotParts {
  adapter: BotAdapter;
  desk: Desk;
  directory: Directory;
  messages?: Messages;
  /** Without it nobody is greeted. */
  greetings?: Greetings;
  /** Cards show today's state when they are opened; false for a client that has no such thing. */
  refreshes?: boolean;
  /** The tenant that the bot is registered in; people of others get nothing. */
  home?: string;
  log: Logger;
}

/** Gives the function that runs one turn. */
export const createBot = ({
  adapter,
  desk,
  directory,
  messages,
  greetings,
  refreshes = true,
  home,
  log,
}: BotParts): ((context: TurnContext) => Promise<void>) => {
  const whoIsIt = async (context: TurnContext) => {
    const asker = await askerOf(context, directory, home);
    const where = whereOf(context.activity);
    if (where) await messages?.met(asker, where);
    return asker;
  };
  const ai = { planner: createDeskPlanner(desk, whoIsIt), max_steps: MOST_STEPS };
  const app = new Application<TurnMemory>({
    adapter,
    ai,
    turnStateFactory: createTurnMemory,
    removeRecipientMention: false,
    startTypingTimer: false,
    longRunningMessages: false,
  });
  // The SDK starts its timer whatever the option says, one for all turns at once, and among replies that go out with the response too.
  app.startTypingTimer = () => undefined;
  registerActions(app.ai, desk, log, refreshes);
  if (greetings) routeFirstContact(app, { desk, greetings, whoIsIt });
  routeMessageExtension(app, { desk, whoIsIt });
  routeFiles(app, { desk, whoIsIt, registered: home !== undefined, log });
  routeVerbs(app, { desk, whoPressed: whoIsIt, log });
  app.addRoute(async ({ activity }) => activity.type === ActivityTypes.Message && !activity.text, sayWhatToSend);
  app.error((context, error) => apologise(context, error, log));
  return async (context) => {
    if (!isMeant(context.activity)) return;
    if (context.activity.type === ActivityTypes.Message) context.activity.text = spokenText(context.activity);
    const over = typingWhenSlow(context);
    await app.run(context).finally(over);
  };
};

const sayWhatToSend = async (context: TurnContext): Promise<void> => {
  const lead = ["I answer questions about the plan, asked in words. For example: what is due this quarter?"];
  await context.sendActivity(replyWith([notice("Please write me a question", lead, [whatYouCanAsk])]));
};

const apologise = async (context: TurnContext, error: unknown, log: Logger): Promise<void> => {
  const { answer, bug } = apologyFor(error);
  if (bug) log.error({ fault: faultOf(error), activityId: context.activity.id }, "turn failed");
  if (isSearch(context.activity)) await sayToSearcher(context, answer.text.replaceAll("\n", " "));
  else if (context.activity.type === ActivityTypes.Invoke) await sayToPresser(context, answer.text.replaceAll("\n", " "));
  else await context.sendActivity(replyWith([answer]));
};
