/** Reports handed over as files: the bot asks first, and puts the file into the person's own OneDrive once they agree. */
import type { Application } from "@microsoft/teams-ai/lib/Application.js";
import type { Activity, Attachment, TurnContext } from "botbuilder";
import { z } from "zod/v4";
import type { Assistant, ReportFile } from "../assistant/assistant.js";
import type { Asker, Turn } from "../request/turn.js";
import type { Answer } from "../shared/answer.js";
import { UserFacingError } from "../shared/errors.js";
import { faultOf } from "../shared/fault.js";
import type { Logger } from "../shared/logger.js";
import { isInCopilot } from "./copilot.js";
import { isShared } from "./incoming.js";
import { PlanOfCard } from "./plan-of-card.js";
import type { TurnMemory } from "./planners/memory.js";
import { notice, replyWith } from "./reply.js";
import { turnFacts } from "./turn-facts.js";
import { turnLog } from "./turn-log.js";

export const FILE_VERB = "reports.file";
const CONSENT = "application/vnd.microsoft.teams.card.file.consent";
const CONSENT_INVOKE = "fileConsent/invoke";
const INFO = "application/vnd.microsoft.teams.card.file.info";
const UPLOAD_WITHIN_MS = 20_000;

const day = z.iso.date();
/** What a button and the card that asks carry; either comes back as a client likes. */
const Wanted = z.object({
  scope: z.string().max(40).optional(),
  window: z.object({ from: day, to: day, label: z.string().max(120) }).optional(),
  committee: z.boolean().optional(),
  format: z.enum(["docx", "xlsx", "csv"]),
  plan: PlanOfCard,
});
type Wanted = z.infer<typeof Wanted>;

/** Where Teams has the file put, and where it is found then. */
const Upload = z.object({ uploadUrl: z.url(), contentUrl: z.url(), uniqueId: z.string().min(1).max(200), fileType: z.string().max(20) });

export interface FileParts {
  assistant: Pick<Assistant, "file">;
  whoIsIt(context: TurnContext): Promise<Asker>;
  /** Whether people's files are at this address: one is put there and pointed to nowhere else. */
  mayPut(address: string): boolean;
  /** Said beside a file that is offered, for a client that cannot take one. */
  besideFiles?: string;
  log: Logger;
}

const OFFERED = "The file is offered below.";
const ALONE = "I can only give a file to one person. Please open a chat with me and ask for the report there.";
const IN_TEAMS = "I cannot give you files in Copilot. Please open your chat with Waymark in Teams and ask for the report there.";
/** Making a file changes nothing, so there is nothing to be unsure of. */
const NOT_MADE = "Sorry, the report could not be made. Nothing was changed. Please press the button again in a moment.";
const TAKES_LONG = "The report takes longer than usual to make. Nothing was changed. Please press the button again in a moment.";
const LOST = "That button does not work any more. Please ask me for the report again.";

/** Offers a report as a file, and puts it into the person's drive once they agree. */
export const routeFiles = (app: Application<TurnMemory>, parts: FileParts): void => {
  app.adaptiveCards.actionExecute(FILE_VERB, (context, _state, data) => offer(context, data, parts));
  app.adaptiveCards.actionSubmit(FILE_VERB, async (context, _state, data) => {
    const line = await offer(context, data, parts);
    if (line !== OFFERED) await say(context, "That did not work", line);
  });
  app.fileConsentAccept((context, _state, response) => handOver(context, response, parts));
  app.fileConsentDecline(async (context) => {
    await forgetOffer(context);
    await say(context, "No file then", "Nothing was saved. Ask me for the report again whenever you want it.");
  });
};

/** What whoever asked for a file is told when it does not come in time; nothing for any other activity. */
export const lateFile = ({ name, text, value }: Activity): string | undefined => {
  const executes = name === "adaptiveCard/action" && value?.action?.verb === FILE_VERB;
  const submits = !text && value?.verb === FILE_VERB;
  return executes || submits || name === CONSENT_INVOKE ? TAKES_LONG : undefined;
};

/** The answer with a line on the file that follows it; the same answer where none does. */
export const withFileLine = (answer: Answer, { activity }: Pick<TurnContext, "activity">): Answer => {
  if (answer.view !== "rows" || !answer.data.file) return answer;
  const line = isInCopilot(activity)
    ? IN_TEAMS
    : `I am making the ${answer.data.file.what} now. When it is ready, Teams asks below whether to put it into your OneDrive.`;
  return { ...answer, data: { ...answer.data, lead: [...answer.data.lead, line] } };
};

/** Makes the files that answers promise, and offers them, one after the other. */
export const offerFiles = async (context: TurnContext, answers: Answer[], parts: FileParts): Promise<void> => {
  if (isInCopilot(context.activity)) return;
  for (const { view, data } of answers) {
    if (view !== "rows" || !data.file) continue;
    const line = await offer(context, data.file.data, parts);
    if (line !== OFFERED) await say(context, "That did not work", line);
  }
};

const makeFile = async (context: TurnContext, { format, plan, ...wanted }: Wanted, { assistant, whoIsIt }: FileParts): Promise<ReportFile> => {
  const turn: Omit<Turn, "text"> = { ...turnFacts(context.activity), asker: await whoIsIt(context), plan };
  return assistant.file(wanted, format, turn);
};

/** Asks whether the file may be put into the person's OneDrive, as Teams wants it; gives a line for whoever pressed. */
const offer = async (context: TurnContext, data: unknown, parts: FileParts): Promise<string> => {
  const wanted = Wanted.safeParse(data);
  if (!wanted.success) return LOST;
  if (isShared(context.activity)) return ALONE;
  if (isInCopilot(context.activity)) {
    // Its client has no place for the line that answers a press.
    await say(context, "Reports come in Teams", IN_TEAMS);
    return IN_TEAMS;
  }
  const made = await makeFile(context, wanted.data, parts).catch((error: unknown) => {
    if (error instanceof UserFacingError) return error.message.replaceAll("\n", " ");
    turnLog(parts.log, context.activity).error({ fault: faultOf(error) }, "file not made");
    return NOT_MADE;
  });
  if (typeof made === "string") return made;
  const { name, bytes } = made;
  const content = { description: "The report that you asked for", sizeInBytes: bytes.length, acceptContext: wanted.data, declineContext: {} };
  await context.sendActivity({ text: parts.besideFiles, attachments: [{ contentType: CONSENT, name, content }] });
  return OFFERED;
};

/** The file is made anew, so that it is as it stands when it is taken. */
const handOver = async (context: TurnContext, response: unknown, parts: FileParts): Promise<void> => {
  const { context: carried, uploadInfo } = (response ?? {}) as { context?: unknown; uploadInfo?: unknown };
  const [wanted, upload] = [Wanted.safeParse(carried), Upload.safeParse(uploadInfo)];
  if (isShared(context.activity)) return say(context, "That did not work", ALONE);
  if (!wanted.success || !upload.success || !arePeoplesFiles(upload.data, parts)) return say(context, "That did not work", LOST);
  try {
    const file = await makeFile(context, wanted.data, parts);
    await put(upload.data.uploadUrl, file);
    await forgetOffer(context);
    await context.sendActivity({ attachments: [infoOf(file, upload.data)] });
  } catch (error) {
    if (error instanceof UserFacingError) return say(context, "That did not work", error.message);
    turnLog(parts.log, context.activity).error({ fault: faultOf(error) }, "file not handed over");
    await say(context, "The file did not arrive", "Sorry, it could not be put into your OneDrive. Please ask me for the report again in a moment.");
  }
};

/** Both addresses are whatever a client sends; the second becomes a link on a card. */
const arePeoplesFiles = ({ uploadUrl, contentUrl }: z.infer<typeof Upload>, { mayPut }: FileParts): boolean => mayPut(uploadUrl) && mayPut(contentUrl);

const put = async (address: string, { type, bytes }: ReportFile): Promise<void> => {
  const headers = { "content-type": type, "content-range": `bytes 0-${bytes.length - 1}/${bytes.length}` };
  const { ok, status } = await fetch(address, {
    method: "PUT",
    headers,
    body: Buffer.from(bytes),
    redirect: "error",
    signal: AbortSignal.timeout(UPLOAD_WITHIN_MS),
  });
  if (!ok) throw new Error(`the upload was answered with ${status}`);
};

const infoOf = ({ name }: ReportFile, { contentUrl, uniqueId, fileType }: z.infer<typeof Upload>): Attachment => ({
  contentType: INFO,
  contentUrl,
  name,
  content: { uniqueId, fileType },
});

/** The card that asked is gone once it was answered; where that fails it stays, and does no harm. */
const forgetOffer = async (context: TurnContext): Promise<void> => {
  const { replyToId } = context.activity;
  if (replyToId) await context.deleteActivity(replyToId).catch(() => undefined);
};

const say = async (context: TurnContext, title: string, line: string): Promise<void> => {
  await context.sendActivity(replyWith([notice(title, [line])]));
};
