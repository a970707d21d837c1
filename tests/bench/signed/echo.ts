/** What the SDK costs with its own token check and its own connector client: a bare bot that says back what it hears, registered with the channel of the bench. */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import type { ServiceClientCredentialsFactory } from "botframework-connector";
import { appId, issuerName } from "../../support/issuer.js";
import { serveEcho } from "../echo.js";

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

serveEcho(adapter);
