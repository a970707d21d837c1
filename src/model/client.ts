/** One call of the chat completions API: one attempt, a deadline over all of it, and on failure its kind. */
import OpenAI, { APIConnectionError, APIError, AzureOpenAI } from "openai";
import type { ChatCompletionMessageParam, ChatCompletionTool } from "openai/resources/chat/completions.js";
import { z } from "zod/v4";
import { endingWithout } from "../shared/words.js";
import { boundedFetch } from "./bounded-fetch.js";
import { ModelFailure } from "./failure.js";
import type { ModelSettings } from "./settings.js";

/** The newest version of Azure's API that is no preview and takes strict tools. */
const AZURE_API = "2024-10-21";
/** Many times what three calls need. */
const MOST_ANSWER_BYTES = 256 * 1024;
const MOST_ANSWER_TOKENS = 600;

export interface Request {
  messages: ChatCompletionMessageParam[];
  tools: ChatCompletionTool[];
}

export interface ToolCall {
  name: string;
  /** JSON, as the model wrote it. */
  arguments: string;
}

export interface Completion {
  calls: ToolCall[];
  tokens: { in: number; out: number };
}

/** Rejects with a ModelFailure, and with nothing else. */
export type Complete = (request: Request, withinMs: number) => Promise<Completion>;

/** What there must be of an answer; whatever else there is does not matter. */
const Answered = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ tool_calls: z.array(z.object({ function: z.object({ name: z.string(), arguments: z.string() }) })).nullish() }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish(),
});

/** `token` speaks for the bot where there is no key. */
export function openClient(settings: ModelSettings, token?: () => Promise<string>): Complete {
  const client = clientOf(settings, token);
  const model = settings.kind === "azure" ? settings.deployment : settings.model;
  const call = (request: Request, signal: AbortSignal) =>
    client.chat.completions.create(
      { model, ...request, tool_choice: "required", parallel_tool_calls: true, temperature: 0, max_tokens: MOST_ANSWER_TOKENS, stream: false },
      { signal },
    );
  return async (request, withinMs) => {
    const ending = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new ModelFailure("late"));
        ending.abort();
      }, withinMs);
    });
    try {
      return completionIn(await Promise.race([call(request, ending.signal), late]));
    } catch (error) {
      throw failureOf(error);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Everything is said, so that nothing is taken from the environment behind the settings' back. */
function clientOf(settings: ModelSettings, token?: () => Promise<string>): OpenAI {
  const common = { maxRetries: 0, organization: null, project: null, fetch: boundedFetch(MOST_ANSWER_BYTES) as never };
  if (settings.kind === "openai") return new OpenAI({ ...common, apiKey: settings.apiKey ?? "none", baseURL: settings.baseUrl ?? "https://api.openai.com/v1" });
  const { endpoint, deployment, apiKey } = settings;
  const baseURL = `${endingWithout(endpoint, "/")}/openai/deployments/${encodeURIComponent(deployment)}`;
  const speaker = apiKey === undefined ? { azureADTokenProvider: token ?? noToken } : { apiKey };
  return new AzureOpenAI({ ...common, ...speaker, baseURL, apiVersion: AZURE_API, endpoint: undefined });
}

const noToken = () => Promise.reject(new Error("no identity"));

function completionIn(answer: unknown): Completion {
  const read = Answered.safeParse(answer);
  const [choice] = read.data?.choices ?? [];
  if (!choice) throw new ModelFailure("unreadable");
  if (choice.finish_reason === "content_filter") throw new ModelFailure("filtered");
  const { prompt_tokens = 0, completion_tokens = 0 } = read.data?.usage ?? {};
  return { calls: (choice.message.tool_calls ?? []).map((one) => one.function), tokens: { in: prompt_tokens, out: completion_tokens } };
}

function failureOf(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (error instanceof SyntaxError) return new ModelFailure("unreadable");
  if (!(error instanceof APIError) || error instanceof APIConnectionError || error.status === undefined) return new ModelFailure("failed");
  const { status, code } = error;
  if (code === "content_filter") return new ModelFailure("filtered");
  if (status === 429) return new ModelFailure("busy", retryAfter(error.headers?.["retry-after"]));
  return new ModelFailure(status < 500 ? "refused" : "failed");
}

const retryAfter = (seconds: string | null | undefined): number | undefined => (seconds && /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1_000 : undefined);
