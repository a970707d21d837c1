/** Which model is asked, from the settings by the names that others use for them too. */
import { UserFacingError } from "../shared/errors.js";

/** A deployment in Azure OpenAI; without a key the bot's own identity speaks for it. */
interface AzureModel {
  kind: "azure";
  endpoint: string;
  deployment: string;
  apiKey?: string;
}

/** OpenAI, or a server that speaks its API. */
interface OpenAiModel {
  kind: "openai";
  baseUrl?: string;
  model: string;
  apiKey?: string;
}

export type ModelSettings = (AzureModel | OpenAiModel) & { callsADay: number };

export interface ModelConfig {
  MODEL: "on" | "off";
  AZURE_OPENAI_ENDPOINT?: string;
  AZURE_OPENAI_DEPLOYMENT?: string;
  AZURE_OPENAI_API_KEY?: string;
  OPENAI_API_KEY?: string;
  OPENAI_MODEL?: string;
  OPENAI_BASE_URL?: string;
  MODEL_CALLS_A_DAY: number;
}

/** Nothing where there is no model, or it is switched off. Throws a UserFacingError when half of one is set, or two are. */
export function modelSettingsOf(config: ModelConfig): ModelSettings | undefined {
  const { AZURE_OPENAI_ENDPOINT: endpoint, AZURE_OPENAI_DEPLOYMENT: deployment, AZURE_OPENAI_API_KEY: azureKey } = config;
  const { OPENAI_API_KEY: apiKey, OPENAI_MODEL: model, OPENAI_BASE_URL: baseUrl, MODEL_CALLS_A_DAY: callsADay } = config;
  if (config.MODEL === "off") return undefined;
  const azure = Boolean(endpoint ?? deployment ?? azureKey);
  const openai = Boolean(apiKey ?? model ?? baseUrl);
  if (azure && openai) throw new UserFacingError("Settings of two models are there, AZURE_OPENAI_ and OPENAI_. Take one of them away, or set MODEL=off.");
  if (azure) {
    if (!endpoint || !deployment)
      throw new UserFacingError("For Azure OpenAI, AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_DEPLOYMENT have to be set, or MODEL=off.");
    return { kind: "azure", endpoint, deployment, apiKey: azureKey, callsADay };
  }
  if (!openai) return undefined;
  if (!model || !(apiKey || baseUrl))
    throw new UserFacingError("For a model by OpenAI's API, OPENAI_MODEL and OPENAI_API_KEY or OPENAI_BASE_URL have to be set, or MODEL=off.");
  return { kind: "openai", baseUrl, model, apiKey, callsADay };
}
