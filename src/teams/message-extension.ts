/** Searching the plan while a message is written, and putting a card of it into the message. */
import type { Application } from "@microsoft/teams-ai/lib/Application.js";
import {
  type Activity,
  ActivityTypes,
  type Attachment,
  CardFactory,
  type MessagingExtensionAttachment,
  type MessagingExtensionResult,
  type TurnContext,
} from "botbuilder";
import { z } from "zod/v4";
import type { Assistant, Found } from "../assistant/assistant.js";
import type { Asker, Turn } from "../request/turn.js";
import { renderCard } from "./cards.js";
import { clip } from "./clip.js";
import type { TurnMemory } from "./planners/memory.js";
import { turnFacts } from "./turn-facts.js";

/** The one command, as the manifest names it. */
const COMMAND = "searchPlan";
const INVOKES = "composeExtension/";
const QUERY = `${INVOKES}query`;
/** Fifteen of them come in one response. */
const MOST_BYTES = 6 * 1024;
const LONGEST_LINE = 160;
const MOST_FOUND = 15;

/** What was typed, as a client says it: the box may have any name or none. */
const Typed = z.looseObject({ parameters: z.array(z.looseObject({ name: z.string().nullish(), value: z.string() })) });
/** How many the client has shown already, and how many it asks for at a time. */
const Options = z.looseObject({ queryOptions: z.looseObject({ skip: z.int().min(0).max(10_000), count: z.int().min(1).max(1_000).optional() }) });

export interface SearchParts {
  assistant: Pick<Assistant, "search">;
  whoIsIt(context: TurnContext): Promise<Asker>;
}

/** Answers "Search the plan" beside the message box. */
export const routeMessageExtension = (app: Application<TurnMemory>, { assistant, whoIsIt }: SearchParts): void => {
  // A message is read by others: nothing that is the writer's alone.
  const turnOf = async (context: TurnContext): Promise<Omit<Turn, "text">> => {
    return { ...turnFacts(context.activity), asker: await whoIsIt(context), shared: true };
  };
  app.messageExtensions.query(isPlanSearch, async (context) => {
    const from = placeIn(context.activity.value);
    return listed(await assistant.search(wordsIn(context.activity.value), await turnOf(context), from), from);
  });
};

/** A client that knows no manifest names no command. */
const isPlanSearch = async ({ activity: { type, name, value } }: TurnContext): Promise<boolean> =>
  type === ActivityTypes.Invoke && name === QUERY && [undefined, COMMAND].includes((value as { commandId?: string } | undefined)?.commandId);

/** Empty when nothing is typed yet. */
const wordsIn = (value: unknown): string => {
  const { data } = Typed.safeParse(value);
  return data?.parameters.find(({ name }) => name !== "initialRun")?.value ?? "";
};

/** Where the page begins. A client counts in steps of what it asked for, though it gets fifteen at most. */
const placeIn = (value: unknown): number => {
  const { skip = 0, count = 25 } = Options.safeParse(value).data?.queryOptions ?? {};
  return skip % count === 0 ? (skip / count) * Math.min(count, MOST_FOUND) : skip;
};

/** Whether an apology has to come as the answer to a search. */
export const isSearch = ({ type, name }: Activity): boolean => type === ActivityTypes.Invoke && Boolean(name?.startsWith(INVOKES));

/** Answers a search with a sentence. */
export const sayToSearcher = (context: TurnContext, text: string): Promise<void> => respond(context, said(text));

const respond = async (context: TurnContext, composeExtension: MessagingExtensionResult): Promise<void> => {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: { composeExtension } } });
};

/** After the last page there is nothing to be said. */
const listed = (found: Found[], from: number): MessagingExtensionResult =>
  found.length || from ? result(found.map(lineOf)) : said("Nothing in the plan fits that. Try a number such as 2.3, or fewer words.");

const result = (attachments: MessagingExtensionAttachment[]): MessagingExtensionResult => ({ type: "result", attachmentLayout: "list", attachments });

const said = (text: string): MessagingExtensionResult => ({ type: "message", text });

/** The card goes into the message when its line is chosen; without a second request, which some clients cannot make. */
const lineOf = ({ title, detail, card }: Found): MessagingExtensionAttachment => ({
  ...CardFactory.adaptiveCard(renderCard(card, MOST_BYTES)),
  preview: {
    contentType: "application/vnd.microsoft.card.thumbnail",
    content: { title: clip(title, LONGEST_LINE), text: clip(detail, LONGEST_LINE) },
  } satisfies Attachment,
});
