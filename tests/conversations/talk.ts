/** People who talk to the bot and press its buttons, over a storage of the test's own with a plan in it. */
import { readFileSync } from "node:fs";
import { afterAll, beforeEach } from "vitest";
import { importPlan } from "../../src/imports/index.js";
import { openDeliveryLog } from "../../src/people/index.js";
import type { Plan } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { type Features, headOfService, openFeatures } from "../support/features.js";
import { type ShownCard, shown } from "../support/form.js";
import type { PostOptions } from "../support/teams.js";
import { type Conversation, openConversation } from "./harness.js";

export const today = "2026-11-24T10:00:00.000Z";

const ADAPTIVE = "application/vnd.microsoft.card.adaptive";

export interface Talk {
  chat: Conversation;
  features: Features;
  /** Says something and gives the cards that come back. */
  ask(as: string, text: string, options?: PostOptions): Promise<ShownCard[]>;
  /** The same where one card comes back. */
  card(as: string, text: string, options?: PostOptions): Promise<ShownCard>;
  /** Presses a button of a card, with what was typed, and gives the card that takes its place. */
  press(as: string, on: ShownCard, title: string, typed?: Record<string, unknown>, options?: PostOptions): Promise<ShownCard>;
  stop(): Promise<void>;
}

/** A talk over a storage of its own for each test of the suite in which it is called: what is given is always the talk of the test that runs. */
export function talkOfEachTest(): Talk {
  const talk = {} as Talk;
  const opened: Talk[] = [];
  beforeEach(async () => {
    const fresh = await openTalk(await openStorage());
    opened.push(fresh);
    Object.assign(talk, fresh);
  });
  afterAll(() => Promise.all(opened.map((one) => one.stop())));
  return talk;
}

/** `change` edits the plan file before it is imported. */
export async function openTalk(storage: Storage, { file = "libraries", change }: { file?: string; change?(plan: Plan): void } = {}): Promise<Talk> {
  const features = await openFeatures(storage);
  if (!(await features.plans.current())) {
    const source = JSON.parse(readFileSync(new URL(`../questions/plans/${file}.json`, import.meta.url), "utf8"));
    change?.(source);
    await importPlan(features, readPlan(`${file}.json`, JSON.stringify(source)), { by: headOfService, at: new Date("2026-10-12T09:00:00Z") });
  }
  const chat = await openConversation({
    storage,
    assistant: features.assistant,
    messages: features.messages,
    directory: features.directory,
    heard: openDeliveryLog(storage),
  });
  const ask: Talk["ask"] = async (as, text, options) => {
    const { replies } = await chat.say(as, text, { at: today, ...options });
    return replies.flatMap(({ attachments = [] }) => attachments.filter(({ contentType }) => contentType === ADAPTIVE).map(({ content }) => shown(content)));
  };
  return {
    chat,
    features,
    ask,
    card: async (as, text, options) => {
      const cards = await ask(as, text, options);
      if (cards.length !== 1 || !cards[0]) throw new Error(`${cards.length} cards for "${text}"`);
      return cards[0];
    },
    async press(as, on, title, typed, options) {
      const { verb, data } = on.press(title, typed);
      const { status, body } = await chat.execute(as, verb, data, { at: today, ...options });
      const { value, type } = body as { value: Record<string, unknown>; type: string };
      if (status !== 200 || type !== "application/vnd.microsoft.card.adaptive") throw new Error(`${status}: ${JSON.stringify(body)}`);
      return shown(value);
    },
    stop: () => chat.stop(),
  };
}
