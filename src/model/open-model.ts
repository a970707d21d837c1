/** A language model as second reader: it chooses what is asked, among what can be asked, and whatever goes wrong the built-in reading stands. */

import type { Unsure } from "../assistant/assistant.js";
import type { Interpretation } from "../intents/index.js";
import { planIndexOf } from "../nlu/index.js";
import type { Logger } from "../shared/logger.js";
import type { Storage } from "../storage/port.js";
import { openBreaker } from "./breaker.js";
import { openBudget } from "./budget.js";
import { type Completion, openClient } from "./client.js";
import { type FailureKind, ModelFailure } from "./failure.js";
import { chosenIn } from "./parse.js";
import { messagesFor } from "./prompt.js";
import type { ModelSettings } from "./settings.js";
import { TOOLS } from "./tools.js";

/** "dropped": what came back fits no tool, or names what is not there. "off": the server is left alone. "spent": the day's calls are used up. */
export type ModelOutcome = "answered" | "none" | "dropped" | FailureKind | "off" | "spent";

export interface ModelReading {
  outcome: ModelOutcome;
  /** Where it was answered. */
  readings?: Interpretation[];
  tokens?: Completion["tokens"];
}

export interface Model {
  /** Never rejects, and never takes longer than the deadline. */
  read(unsure: Unsure): Promise<ModelReading>;
}

export interface ModelParts {
  settings: ModelSettings;
  storage: Storage;
  /** Speaks for the bot where there is no key. */
  token?: () => Promise<string>;
  log: Logger;
  /** In milliseconds. */
  now?: () => number;
}

const WITHIN_MS = 4_000;

/** A model behind the chat completions API: one attempt, a deadline, a breaker. What it returns are interpretations, or why there are none. */
export function openModel({ settings, storage, token, log, now = Date.now }: ModelParts): Model {
  const complete = openClient(settings, token);
  const breaker = openBreaker(now);
  const budget = openBudget(storage, settings.callsADay);

  const ask = async (unsure: Unsure): Promise<ModelReading> => {
    const planIndex = planIndexOf(unsure.known.catalogue, unsure.known.plan.title);
    const { calls, tokens } = await complete({ messages: messagesFor(unsure, planIndex), tools: [...TOOLS] }, WITHIN_MS);
    const chosen = chosenIn(calls, unsure, planIndex);
    if (chosen.chose === "readings") return { outcome: "answered", readings: chosen.readings, tokens };
    return { outcome: chosen.chose === "none" ? "none" : "dropped", tokens };
  };

  return {
    async read(unsure) {
      try {
        if (breaker.isOff()) return { outcome: "off" };
        if (!(await budget.take(new Date(now())))) return { outcome: "spent" };
        const reading = await ask(unsure);
        breaker.succeeded();
        return reading;
      } catch (error) {
        const { kind, retryAfterMs } = error instanceof ModelFailure ? error : new ModelFailure("failed");
        // The filter says nothing of the server.
        if (kind !== "filtered") breaker.failed(retryAfterMs);
        log.warn({ reason: kind }, "the model gave no answer");
        return { outcome: kind };
      }
    },
  };
}
