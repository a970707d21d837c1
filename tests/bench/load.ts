/** The load generator, a process of its own: posts turns as Teams does, `inFlight` at a time, and says how long each took. */
import { randomUUID } from "node:crypto";
import { Agent } from "node:http";
import { personalActivity } from "../support/teams.js";
import { type Asking, counted, instant, pressOf, turnOf } from "./asked.js";
import { type Posting, postTo } from "./post.js";
import type { Round, RoundResult } from "./round.js";
import { quantile } from "./statistics.js";

type Who = ReturnType<typeof turnOf>["who"];

const messageOf = ({ who, text }: { who: Who; text: string }) => ({
  ...activityOf(who),
  type: "message",
  text,
  textFormat: "plain",
  deliveryMode: "expectReplies",
});

/** The press of a card's button; an invoke's answer is the response itself. */
const invokeOf = (who: Who, verb: string, data: unknown) => ({
  ...activityOf(who),
  type: "invoke",
  name: "adaptiveCard/action",
  value: { action: { type: "Action.Execute", verb, data } },
});

const activityOf = (who: Who) => personalActivity(who, { id: randomUUID(), serviceUrl: "http://127.0.0.1:9/", at: instant });

const post = async ({ url, agent, about }: Posting & { about: string }, body: string): Promise<string> => {
  const { status, text } = await postTo({ url, agent }, body);
  if (status === 200 && text.includes(about)) return text;
  throw new Error(`A turn was answered with ${status}: ${text.slice(0, 200)}`);
};

/** How many turns a bot has had of each kind, over all rounds. */
const had = new Map<string, number>();

const nextNumber = ({ url, kind }: Pick<Round, "url" | "kind">): number => {
  const key = `${kind} ${url}`;
  const number = had.get(key) ?? 0;
  had.set(key, number + 1);
  return number;
};

interface Taken {
  ms: number;
  reply: string;
}

/** One turn; nothing when it is none that counts. */
type Turn = (posting: Posting, number: number) => Promise<Taken | undefined>;

const timed = async (posting: Posting & { about: string }, activity: object): Promise<Taken> => {
  const body = JSON.stringify(activity);
  const from = performance.now();
  const reply = await post(posting, body);
  return { ms: performance.now() - from, reply };
};

const question =
  (kind: Asking): Turn =>
  async (posting, number) => {
    const turn = turnOf(number, kind);
    const taken = await timed({ ...posting, about: turn.about }, messageOf(turn));
    return turn.about === counted ? taken : undefined;
  };

/** Opens a form, which does not count, and presses it. Values differ, and what is far out is sure. */
const submit: Turn = async (posting, number) => {
  const { who, measure } = pressOf(number);
  const opened = await post({ ...posting, about: "figures.record" }, JSON.stringify(messageOf({ who, text: `update ${measure}` })));
  const form = /"verb":"figures\.record","data":\{"form":"([^"]+)"/.exec(opened)?.[1];
  const value0 = String(100 + number);
  const data = { form, value0, why0: "Counted again.", sure: { value0 } };
  return timed({ ...posting, about: "Saved" }, invokeOf(who, "figures.record", data));
};

const runRound = async ({ url, kind, inFlight, turns, mostMs }: Round): Promise<RoundResult> => {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const turn = kind === "submit" ? submit : question(kind);
  const took: number[] = [];
  let begun = 0;
  let reply = "";
  const start = performance.now();
  const one = async () => {
    while (begun < turns && performance.now() - start < mostMs) {
      begun += 1;
      const taken = await turn({ url, agent }, nextNumber({ url, kind }));
      if (!taken) continue;
      took.push(taken.ms);
      reply = taken.reply;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, one)).finally(() => agent.destroy());
  const seconds = (performance.now() - start) / 1000;
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99), perSecond: begun / seconds, turns: begun, reply };
};

process.on("message", (round: Round) => {
  runRound(round).then(
    (result) => process.send?.({ result }),
    (error: Error) => process.send?.({ failed: error.message }),
  );
});
process.on("disconnect", () => process.exit());
