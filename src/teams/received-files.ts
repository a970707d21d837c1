/** Files that people send to the bot in their own chat: each is looked at by whoever may, and answered with a card. */
import type { Application } from "@microsoft/teams-ai/lib/Application.js";
import { type Activity, ActivityTypes, type TurnContext } from "botbuilder";
import { z } from "zod/v4";
import type { Assistant } from "../assistant/assistant.js";
import { largestSource } from "../plan-import/index.js";
import type { Asker } from "../request/turn.js";
import { isShared } from "./incoming.js";
import type { TurnMemory } from "./planners/memory.js";
import { notice, replyWith } from "./reply.js";
import { turnFacts } from "./turn-facts.js";

const SENT_FILE = "application/vnd.microsoft.teams.file.download.info";

const Sent = z.object({ name: z.string().min(1).max(400), content: z.object({ downloadUrl: z.url().max(8_000) }) });

export interface ReceivedFileParts {
  assistant: Pick<Assistant, "take">;
  whoIsIt(context: TurnContext): Promise<Asker>;
  /** Rejects with a UserFacingError; see outgoing/download.ts. */
  download(name: string, address: string, mostBytes: number): Promise<Uint8Array>;
}

const filesIn = ({ type, attachments = [] }: Activity) =>
  type === ActivityTypes.Message ? attachments.filter(({ contentType }) => contentType === SENT_FILE) : [];

/** Words without a file go to the planner. */
export const isQuestion = (activity: Activity): boolean => activity.type === ActivityTypes.Message && Boolean(activity.text) && filesIn(activity).length === 0;

/** Takes a plan that a manager sends as a file in their own chat. */
export const routeReceivedFiles = (app: Application<TurnMemory>, parts: ReceivedFileParts): void => {
  app.addRoute(
    async ({ activity }) => filesIn(activity).length > 0,
    (context) => take(context, parts),
  );
};

const take = async (context: TurnContext, { assistant, whoIsIt, download }: ReceivedFileParts): Promise<void> => {
  const { activity } = context;
  const [first, ...more] = filesIn(activity);
  const sent = Sent.safeParse(first);
  const no = (line: string) => context.sendActivity(replyWith([notice("I did not open this", [line])]));
  if (isShared(activity)) return void (await no("I only take files in a chat with one person. Please send it to me there."));
  if (more.length) return void (await no("I take one file at a time. Please send me the one with the plan."));
  if (!sent.success) return void (await no("Teams did not say where this file is. Please send it again."));
  const { name, content } = sent.data;
  const file = { name, bytes: () => download(name, content.downloadUrl, largestSource) };
  const turn = { ...turnFacts(activity), asker: await whoIsIt(context) };
  await context.sendActivity(replyWith([await assistant.take(file, turn)]));
};
