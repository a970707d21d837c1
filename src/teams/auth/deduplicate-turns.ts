/** Each activity once: the channel sends again what it was not answered in time, with the same id and later with a new one. */
import { hash } from "node:crypto";
import { type Activity, ActivityTypes, DeliveryModes } from "botbuilder";
import type { DeliveryLog } from "../../people/index.js";
import type { Reply } from "../server.js";

/** Teams waits for 10 to 15 seconds before it sends again; what was answered sooner than this was not sent again, but said again. */
const SLOW_MS = 8_000;
const SENT_AGAIN_WITHIN_MS = 120_000;
const MOST_REMEMBERED = 5_000;

const TAKEN: Reply = { status: 200 };

interface Said {
  words: string;
  from: number;
  /** Absent while it is being answered. */
  until?: number;
}

export interface OnceParts {
  /** Without it only this process remembers. */
  heard?: DeliveryLog;
  /** Milliseconds. */
  now?: () => number;
}

/** `isNew`: no other process has run this turn before. It may begin meanwhile with what leaves no trace. */
type TurnToRun = (isNew: Promise<boolean>) => Promise<Reply>;

/** Runs the turn, unless this process has run it: then the answer is that of the first, or an empty 200. */
export type Once = (activity: Activity, turn: TurnToRun) => Promise<Reply>;

const NEW = Promise.resolve(true);

/** Runs each activity once, by its id, and the same words under a new id too while they may be a repeat. */
export const openOnce = ({ heard, now = Date.now }: OnceParts): Once => {
  const running = new Map<string, Promise<Reply>>();
  const done = new Set<string>();
  const said = new Map<string, Said>();

  const remember = (delivery: string): void => {
    if (done.size >= MOST_REMEMBERED) done.delete(done.values().next().value ?? "");
    done.add(delivery);
    heard?.note(delivery);
  };

  /** Said again under a new id, because the first time was answered too late or is not answered yet. */
  const isEcho = (who: string, words: string): boolean => {
    const last = said.get(who);
    if (last?.words !== words) return false;
    if (last.until === undefined) return now() - last.from >= SLOW_MS;
    return last.until - last.from >= SLOW_MS && now() - last.until < SENT_AGAIN_WITHIN_MS;
  };

  const run = async (activity: Activity, turn: TurnToRun, isNew: Promise<boolean>): Promise<Reply> => {
    // A press sent as a message has its form's id.
    if (!activity.text) return turn(isNew);
    const who = short(activity.conversation.id, activity.from.id);
    const words = short(activity.text);
    if (isEcho(who, words)) return TAKEN;
    const saying: Said = { words, from: now() };
    if (said.size >= MOST_REMEMBERED) said.delete(said.keys().next().value ?? "");
    said.set(who, saying);
    try {
      return await turn(isNew);
    } finally {
      saying.until = now();
    }
  };

  return async (activity, turn) => {
    // A press has an id of its own in its form, and whoever waits for the answer in the response wants it each time.
    const posted = activity.type === ActivityTypes.Message && activity.deliveryMode !== DeliveryModes.ExpectReplies;
    const delivery = posted && activity.id ? short(activity.conversation.id, activity.id) : undefined;
    if (!delivery) return turn(NEW);
    if (done.has(delivery)) return TAKEN;
    const first = running.get(delivery);
    if (first) return first;
    const going = (async () => {
      const isNew = heard ? heard.before(delivery).then((before) => !before) : NEW;
      const reply = await run(activity, turn, isNew);
      // What could not be answered may be sent again.
      if (reply.status < 300) remember(delivery);
      return reply;
    })().finally(() => running.delete(delivery));
    running.set(delivery, going);
    return going;
  };
};

/** Ids and texts are as long as a client likes. */
const short = (...parts: string[]): string => hash("sha256", parts.join("\n"), "base64url").slice(0, 16);
