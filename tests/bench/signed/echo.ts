/** What the SDK costs with its own token check and its own connector client: a bare bot that says back what it hears, registered with the channel of the bench. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, type Response, type TurnContext } from "botbuilder";
import type { ServiceClientCredentialsFactory } from "botframework-connector";
import { appId, issuerName } from "../../support/issuer.js";

const metadataUrl = process.argv[2] ?? "";

/** Its own token is there already: fetching it is no part of a turn. */
const credentials = {
  isValidAppId: async (id: string) => id === appId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async (request: { headers: { set(name: string, value: string): void } }) => {
      request.headers.set("authorization", "Bearer own");
      return request;
    },
  }),
} as unknown as ServiceClientCredentialsFactory;

const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: appId,
      ToChannelFromBotLoginUrl: "https://login.microsoftonline.com/botframework.com",
      ToChannelFromBotOAuthScope: "https://api.botframework.com",
      ToBotFromChannelTokenIssuer: issuerName,
      OAuthUrl: "https://api.botframework.com",
      ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
    },
    credentials,
  ),
);

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
    send: (body: unknown) => void (body === undefined || response.write(JSON.stringify(body))),
    end: () => response.end(),
  };
  return shape;
};

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { method = "POST", headers } = request;
  const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
  await adapter.process({ method, headers, body }, shaped(response), (context: TurnContext) => bot.run(context));
};

const server = createServer((request, response) => {
  answer(request, response).catch((error: Error) => response.writeHead(500).end(error.message));
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("disconnect", () => process.exit());
