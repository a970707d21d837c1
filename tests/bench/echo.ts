/** A bare botbuilder bot on node:http that says back what it hears, and tells the process that started it where it listens. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ActivityHandler, type CloudAdapter, type Response, type TurnContext } from "botbuilder";

const bot = new ActivityHandler().onMessage(async (context, next) => {
  await context.sendActivity(`You said: ${context.activity.text}`);
  await next();
});

/** As much of a response of Express as the adapter looks for. */
const shaped = (response: ServerResponse): Response => {
  const shape = {
    socket: response.socket,
    status: (code: number) => {
      response.statusCode = code;
      return shape;
    },
    header: (name: string, value: string) => response.setHeader(name, value),
    send: (body: unknown) => {
      if (body === undefined) return;
      response.setHeader("content-type", "application/json; charset=utf-8");
      response.write(typeof body === "string" ? body : JSON.stringify(body));
    },
    end: () => response.end(),
  };
  return shape;
};

async function answer(adapter: CloudAdapter, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { method = "POST", headers } = request;
  const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
  await adapter.process({ method, headers, body }, shaped(response), (context: TurnContext) => bot.run(context));
}

export function serveEcho(adapter: CloudAdapter): void {
  const server = createServer((request, response) => {
    answer(adapter, request, response).catch((error: Error) => response.writeHead(500).end(error.message));
  });
  server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
  process.on("disconnect", () => process.exit());
}
