/** A server on this machine that speaks the chat completions API and answers by script. */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the bot sent, as far as tests look at it. */
export interface ModelRequest {
  path: string;
  headers: Record<string, unknown>;
  body: {
    model: string;
    messages: { role: string; content: string }[];
    tools: { function: { name: string; strict: boolean; parameters: Record<string, unknown> } }[];
    [more: string]: unknown;
  };
  /** The last message's JSON: what was said, and what was asked before. */
  asked: { message: string; today: string; asked_before: unknown[] };
}

/** Tools called with arguments, or the raw answer; nothing has the connection hang. */
export type Script = (request: ModelRequest) => [tool: string, args: unknown][] | ((response: ServerResponse) => void) | undefined;

export interface ScriptedModel {
  /** "http://127.0.0.1:5000" */
  origin: string;
  requests: ModelRequest[];
  script: Script;
  stop(): Promise<void>;
}

export const raw =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(typeof body === "string" ? body : JSON.stringify(body));
  };

/** An answer of the API that calls these tools; arguments that are no string are written as JSON. */
export const completion = (calls: [tool: string, args: unknown][], finish = "tool_calls") => ({
  id: "chatcmpl-1",
  object: "chat.completion",
  choices: [
    {
      index: 0,
      finish_reason: finish,
      message: {
        role: "assistant",
        content: null,
        tool_calls: calls.map(([name, args], at) => ({
          id: `call_${at}`,
          type: "function",
          function: { name, arguments: typeof args === "string" ? args : JSON.stringify(args) },
        })),
      },
    },
  ],
  usage: { prompt_tokens: 7_000, completion_tokens: 40, total_tokens: 7_040 },
});

export async function startScriptedModel(script: Script = () => [["none_of_these", { understood: "" }]]): Promise<ScriptedModel> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as ModelRequest["body"];
    const one = { path: request.url ?? "", headers: request.headers, body, asked: JSON.parse(body.messages.at(-1)?.content ?? "{}") };
    model.requests.push(one);
    const answer = model.script(one);
    if (typeof answer === "function") answer(response);
    else if (answer) raw(200, completion(answer))(response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const model: ScriptedModel = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    script,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return model;
}
