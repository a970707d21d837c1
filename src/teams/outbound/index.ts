/** Whatever leaves for the channel: one exchange, the bot's token, and the SDK's connector client over both. */
export { CallError, isLasting } from "./call-error.js";
export { type ConnectorParts, connectorFor } from "./connector.js";
export { type DownloadParts, downloaderOf } from "./download.js";
export { type Exchange, openExchange } from "./exchange.js";
export { type Identity, type TokenSource, type Tokens, tokensFrom } from "./tokens.js";
