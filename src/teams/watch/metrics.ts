/** The numbers of /metrics. Labels are words of ours alone, so nothing that people say can become one. Only this file imports prom-client. */

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { IntentName } from "../../intents/index.js";
import type { ModelOutcome, ModelReading } from "../../model/index.js";

export type Outcome = "done" | "refused" | "failed";
export type Delivery = "delivered" | "refused" | "unknown";

export interface Metrics {
  /** A question answered, refused with a reason, or failed by a bug. */
  asked(question: IntentName | "unheard", outcome: Outcome): void;
  /** A text that was not understood, or only by asking back. */
  missed(as: IntentName): void;
  /** What came of asking the language model, and what it counted. */
  modelAsked(outcome: ModelOutcome, tokens: ModelReading["tokens"]): void;
  /** "lost": no data that the button could have sent. */
  pressed(verb: string, outcome: Outcome | "lost"): void;
  turned(kind: string, outcome: Outcome, seconds: number): void;
  /** A reply, or something sent of the bot's own accord. */
  sent(what: "reply" | "own", outcome: Delivery): void;
  /** All of it as Prometheus reads it, with its content type. */
  page(): Promise<{ type: string; text: string }>;
}

/** Teams gives up after 10 to 15 seconds, on a press after 5. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 15];

/** `lastPass` says when the last pass of the reminders was; the process's own numbers are kept from the first page on. */
export function openMetrics({ lastPass }: { lastPass?(): Promise<Date | undefined> } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) => new Counter({ name, help, labelNames, registers });
  const questions = counter("waymark_questions_total", "Questions by kind and outcome", ["question", "outcome"]);
  const misses = counter("waymark_understanding_misses_total", "Texts that were not understood, or only by asking back", ["as"]);
  const modelCalls = counter("waymark_model_calls_total", "Texts for the language model by what came of it", ["outcome"]);
  const modelTokens = counter("waymark_model_tokens_total", "Tokens that the language model counted, in and out", ["way"]);
  const presses = counter("waymark_presses_total", "Pressed buttons by verb and outcome", ["verb", "outcome"]);
  const sends = counter("waymark_sends_total", "Replies, and messages of the bot's own accord, by outcome", ["what", "outcome"]);
  const labelNames = ["kind", "outcome"] as const;
  const turns = new Histogram({ name: "waymark_turn_seconds", help: "Turns by kind of activity and outcome", labelNames, buckets, registers });
  if (lastPass) registers.push(withLag(registry, lastPass));
  let started = false;
  return {
    asked: (question, outcome) => questions.inc({ question, outcome }),
    missed: (as) => misses.inc({ as }),
    modelAsked(outcome, { in: read, out: written } = { in: 0, out: 0 }) {
      modelCalls.inc({ outcome });
      modelTokens.inc({ way: "in" }, read);
      modelTokens.inc({ way: "out" }, written);
    },
    pressed: (verb, outcome) => presses.inc({ verb, outcome }),
    turned: (kind, outcome, seconds) => turns.observe({ kind, outcome }, seconds),
    sent: (what, outcome) => sends.inc({ what, outcome }),
    async page() {
      if (!started) collectDefaultMetrics({ register: registry });
      started = true;
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

/** No value before the first pass, and none when the database does not say. */
function withLag(registry: Registry, lastPass: () => Promise<Date | undefined>): Registry {
  const gauge = new Gauge({
    name: "waymark_reminder_pass_lag_seconds",
    help: "Seconds since the last pass of the reminders",
    registers: [registry],
    async collect() {
      const at = await lastPass().catch(() => undefined);
      if (at) gauge.set((Date.now() - at.getTime()) / 1_000);
      else gauge.reset();
    },
  });
  return registry;
}
