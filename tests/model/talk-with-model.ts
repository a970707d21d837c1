/** A talk with the bot over HTTP whose second reader is a scripted model. */
import { readFileSync } from "node:fs";
import { importPlan } from "../../src/imports/index.js";
import { type ModelSettings, openModel } from "../../src/model/index.js";
import type { Plan } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { type Conversation, keepingLogger, type LogLine, openConversation } from "../conversations/harness.js";
import { headOfService, openFeatures } from "../support/features.js";
import { type ShownCard, shown } from "../support/form.js";
import { type ScriptedModel, startScriptedModel } from "../support/scripted-model.js";
import type { PostOptions } from "../support/teams.js";

export const today = "2026-11-24T10:00:00.000Z";
/** Which the built-in understanding does not know. */
export const UNSURE = "are the wee plug posts for motors getting anywhere";

export interface TalkWithModel {
  model: ScriptedModel;
  chat: Conversation;
  storage: Storage;
  log: LogLine[];
  /** In milliseconds; the breaker goes by it. */
  clock: { at: number };
  card(text: string, options?: PostOptions & { as?: string }): Promise<ShownCard>;
  metrics(): Promise<string>;
  stop(): Promise<void>;
}

export const settingsFor = (model: ScriptedModel, callsADay = 1_000): ModelSettings => ({
  kind: "openai",
  baseUrl: `${model.origin}/v1`,
  model: "small",
  apiKey: "key",
  callsADay,
});

interface Opening {
  file?: string;
  change?(plan: Plan): void;
  callsADay?: number;
  managers?: string[];
}

export async function talkWithModel({ file = "dev2", change, callsADay, managers }: Opening = {}): Promise<TalkWithModel> {
  const storage = await openStorage();
  const features = await openFeatures(storage, managers);
  const source = JSON.parse(readFileSync(new URL(`../questions/plans/${file}.json`, import.meta.url), "utf8"));
  change?.(source);
  await importPlan(features, readPlan(`${file}.json`, JSON.stringify(source)), { by: headOfService, at: new Date("2026-10-12T09:00:00Z") });
  const model = await startScriptedModel();
  const log: LogLine[] = [];
  const clock = { at: Date.parse(today) };
  const helper = openModel({ settings: settingsFor(model, callsADay), storage, log: keepingLogger(log), now: () => clock.at });
  const chat = await openConversation({ storage, assistant: features.assistant, messages: features.messages, directory: features.directory, model: helper });
  return {
    ...{ model, chat, storage, log, clock },
    async card(text, { as = headOfService, ...options } = {}) {
      const { replies, status } = await chat.say(as, text, { at: today, ...options });
      const [card, ...more] = replies.flatMap(({ attachments = [] }) => attachments.map(({ content }) => shown(content)));
      if (!card || more.length) throw new Error(`${status}, ${more.length} more for "${text}"`);
      return card;
    },
    metrics: async () => (await fetch(chat.bot.replace("/api/messages", "/metrics"))).text(),
    async stop() {
      await Promise.all([chat.stop(), model.stop()]);
      await storage.close();
    },
  };
}
