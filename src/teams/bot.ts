/** One turn of a conversation: the words cleaned, buttons and odd messages routed, everything else put to the planner, failures apologised for. */
import { type Activity, ActivityTypes, type TurnContext } from "botbuilder";
import type { Assistant } from "../assistant/assistant.js";
import type { Model } from "../model/index.js";
import type { Directory, Greetings, Messages } from "../people/index.js";
import type { Answer } from "../shared/answer.js";
import { faultOf } from "../shared/fault.js";
import type { Logger } from "../shared/logger.js";
import type { BotAdapter } from "./adapter.js";
import { lateFile, routeFiles } from "./files.js";
import { routeFirstContact } from "./first-contact.js";
import { askerOf, isMeant } from "./incoming.js";
import { isInstalled, noteInstalled } from "./installed.js";
import { isSearch, routeMessageExtension, sayToSearcher } from "./message-extension.js";
import { CallError, type DownloadParts, downloaderOf } from "./outbound/index.js";
import { type Patience, withPatience } from "./patience.js";
import { registerActions } from "./planners/actions.js";
import { createBuiltInPlanner } from "./planners/built-in-planner.js";
import { createTurnMemory, type TurnMemory } from "./planners/memory.js";
import { createModelPlanner } from "./planners/model-planner.js";
import { isQuestion, routeReceivedFiles } from "./received-files.js";
import { apologyFor, notice, outOfReach, replyWith, whatYouCanAsk } from "./reply.js";
import { Application } from "./sdk.js";
import { whereOf } from "./sender.js";
import { QUOTES, quotesIn, spokenText } from "./spoken.js";
import { IS_NEW, isNewTurn } from "./turn-facts.js";
import { turnLog } from "./turn-log.js";
import { typingWhenSlow } from "./typing.js";
import { lineToPresser, routeVerbs, sayToPresser, UNSURE } from "./verbs.js";

/** The SDK stops a plan after 25 steps; a message with that many questions would get no reply at all. */
const MOST_STEPS = 200;

export interface BotParts {
  adapter: BotAdapter;
  assistant: Assistant;
  /** Helps to read what people write. */
  model?: Model;
  directory: Directory;
  messages?: Messages;
  /** Without it nobody is greeted. */
  greetings?: Greetings;
  /** Cards show today's state when they are opened; false for a client that has no such thing. */
  refreshes?: boolean;
  /** Said beside a file that is offered, for a client that cannot take one. */
  besideFiles?: string;
  /** The tenant that the bot is registered in; people of others get nothing. */
  home?: string;
  /** How files that people send are fetched, and where from; reports go there too. */
  files: DownloadParts;
  /** Rejects when the database does not answer. */
  alive(): Promise<void>;
  log: Logger;
}

/** Runs one turn; nothing is written or sent before it is known to be new. */
type Bot = (context: TurnContext, isNew?: Promise<boolean>) => Promise<void>;

/** The function that runs one turn. What fails in a turn is answered with an apology and logged. */
export const createBot = (parts: BotParts): Bot => {
  const { adapter, assistant, model, directory, messages, greetings, refreshes = true, besideFiles, home, files, alive, log } = parts;
  const whoIsIt = async (context: TurnContext) => {
    const asker = await askerOf(context, { directory, messages, home });
    const where = whereOf(context.activity);
    if (where) await messages?.met(asker, where, isInstalled(context.activity));
    return asker;
  };
  const planner = model ? createModelPlanner(model, assistant, whoIsIt, log) : createBuiltInPlanner(assistant, whoIsIt, log);
  const ai = { planner, max_steps: MOST_STEPS };
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
  const reportFiles = { assistant, whoIsIt, mayPut: files.mayFetch, besideFiles, log };
  registerActions(app.ai, assistant, reportFiles, refreshes);
  if (greetings) routeFirstContact(app, { assistant, greetings, whoIsIt });
  routeMessageExtension(app, { assistant, whoIsIt });
  routeFiles(app, reportFiles);
  routeReceivedFiles(app, { assistant, whoIsIt, download: downloaderOf(files) });
  routeVerbs(app, { assistant, whoPressed: whoIsIt, log });
  app.addRoute(async ({ activity }) => activity.type === ActivityTypes.Message && !activity.text, sayWhatToSend);
  app.error(async (context, error) => {
    if (await isNewTurn(context)) await apologise(context, error, log);
  });
  const run = async (context: TurnContext) => {
    if (!isMeant(context.activity) || !(isQuestion(context.activity) || (await isNewTurn(context)))) return;
    if (context.activity.type === ActivityTypes.Message) {
      context.turnState.set(QUOTES, quotesIn(context.activity));
      context.activity.text = spokenText(context.activity);
    } else await noteInstalled(context, { messages, directory, assistant }, () => whoIsIt(context));
    const over = typingWhenSlow(context);
    await app.run(context).finally(over);
  };
  const giveUp: Patience["giveUp"] = async ({ activity }, say) => {
    turnLog(log, activity).warn("turn given up");
    await say(activity.type === ActivityTypes.Invoke ? lineToPresser(lateFile(activity) ?? UNSURE) : replyWith([lateAnswer(activity)]));
  };
  const patient = withPatience(run, { alive, giveUp });
  return async (context, isNew) => {
    if (isNew) context.turnState.set(IS_NEW, isNew);
    await patient(context);
  };
};

/** What a press wrote may arrive after all. */
const lateAnswer = (activity: Activity): Answer =>
  !activity.text && activity.value !== undefined ? notice("That did not work", [lateFile(activity) ?? UNSURE]) : outOfReach();

const sayWhatToSend = async (context: TurnContext): Promise<void> => {
  const lead = ["I answer questions about the plan, asked in words. For example: what is due this quarter?"];
  await context.sendActivity(replyWith([notice("Please write me a question", lead, [whatYouCanAsk])]));
};

const apologise = async (context: TurnContext, error: unknown, log: Logger): Promise<void> => {
  // Where a reply had no answer at all, an apology would wait as long once more.
  const unanswered = error instanceof CallError && error.statusCode === undefined;
  if (unanswered && !error.sent) throw error;
  // Nor is one taken where none is, or before the channel wants the next.
  if (error instanceof CallError && [403, 404, 429].includes(error.statusCode ?? 0)) throw error;
  const { answer, bug } = apologyFor(error);
  if (bug) turnLog(log, context.activity).error({ fault: faultOf(error) }, "turn failed");
  // What may have arrived is not to be asked for again.
  if (unanswered) return;
  if (isSearch(context.activity)) await sayToSearcher(context, answer.text.replaceAll("\n", " "));
  else if (context.activity.type === ActivityTypes.Invoke) await sayToPresser(context, answer.text.replaceAll("\n", " "));
  else await context.sendActivity(replyWith([answer]));
};
