/** The model that the settings name, if they name one. Its client is loaded only then. */
import { UserFacingError } from "../shared/errors.js";
import type { Logger } from "../shared/logger.js";
import type { Storage } from "../storage/port.js";
import type { Model } from "./open-model.js";
import { type ModelConfig, modelSettingsOf } from "./settings.js";

const AZURE_RESOURCE = "https://cognitiveservices.azure.com";

export interface SetUpParts<Identity> {
  storage: Storage;
  /** Who the bot is; nothing where it is not registered. */
  identity: Identity | undefined;
  /** Tokens that speak for it there. */
  tokensFor(identity: Identity, resource: string): Promise<{ token(): Promise<string>; close(): Promise<void> }>;
  log: Logger;
}

export interface OpenedModel {
  model: Model;
  close(): Promise<void>;
}

/** Throws a UserFacingError when half of one is set. */
export async function setUpModel<Identity>(config: ModelConfig, { identity, tokensFor, ...parts }: SetUpParts<Identity>): Promise<OpenedModel | undefined> {
  const settings = modelSettingsOf(config);
  if (!settings) return undefined;
  const ownToken = settings.kind === "azure" && settings.apiKey === undefined;
  if (ownToken && !identity) throw new UserFacingError("AZURE_OPENAI_API_KEY is not set, so the bot's own identity would have to speak, and there is none.");
  const { openModel } = await import("./open-model.js");
  const tokens = ownToken && identity ? await tokensFor(identity, AZURE_RESOURCE) : undefined;
  return { model: openModel({ ...parts, settings, token: tokens?.token }), close: async () => tokens?.close() };
}
