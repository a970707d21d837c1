/** The load of the soak, a process of its own: so many turns a second whatever the bot does, with the channel that it answers to. */
import { randomUUID } from "node:crypto";
import { Agent } from "node:http";
import { postTo } from "../bench/post.js";
import { quantile } from "../bench/statistics.js";
import { openConnector } from "./connector.js";
import { activityOf, type SoakTurn, turnNumbered } from "./day.js";

/** What has happened since the last report. */
export interface LoadReport {
  turns: number;
  posted: number;
  p50: number;
  p99: number;
  /** By what went wrong. */
  wrong: Record<string, number>;
  /** Turns under way now. */
  under: number;
}

const [, , url = "", rate = "50"] = process.argv;
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const connector = await openConnector();

let number = 0;
let under = 0;
let told = 0;
let took: number[] = [];
let wrong: Record<string, number> = {};

const expected = async (body: unknown, status = 200): Promise<string> => {
  const reply = await postTo({ url, agent }, JSON.stringify(body));
  if (reply.status !== status) throw new Error(`status ${reply.status}`);
  return reply.text;
};

/** Says it, waits for the card that is posted, and presses Save on it. */
const report = async (turn: SoakTurn): Promise<void> => {
  const card = connector.cardFor(`a:${turn.who.aadObjectId}`);
  await expected({ ...activityOf(turn, connector.serviceUrl, randomUUID()), type: "message", text: turn.text });
  const form = /"verb":"figures\.record","data":\{"form":"([^"]+)"/.exec(await card)?.[1];
  const value0 = String(100 + (number % 7_000));
  const action = { type: "Action.Execute", verb: "figures.record", data: { form, value0, why0: "Counted again.", sure: { value0 } } };
  const pressed = await expected({ ...activityOf(turn, connector.serviceUrl, randomUUID()), type: "invoke", name: "adaptiveCard/action", value: { action } });
  if (!pressed.includes("Saved")) throw new Error("not saved");
};

const take = async (turn: SoakTurn): Promise<void> => {
  if (turn.kind === "outsider") await expected({ foo: 1 }, 400);
  else if (turn.kind === "form") await report(turn);
  else await expected({ ...activityOf(turn, connector.serviceUrl, randomUUID()), type: "message", text: turn.text });
};

const one = async (due: number): Promise<void> => {
  const turn = turnNumbered(number++);
  under += 1;
  try {
    await take(turn);
    took.push(performance.now() - due);
  } catch (error) {
    const what = `${turn.kind}: ${error instanceof Error ? error.message : "unknown"}`;
    wrong[what] = (wrong[what] ?? 0) + 1;
  } finally {
    under -= 1;
  }
};

const every = 1_000 / Number(rate);
const start = performance.now();
let begun = 0;
const timer = setInterval(() => {
  // Late turns are begun at once and counted from when they were due.
  for (; start + begun * every <= performance.now(); begun++) void one(start + begun * every);
}, 5);

process.on("message", (ask) => {
  if (ask === "stop") {
    clearInterval(timer);
    agent.destroy();
    connector.stop();
    process.disconnect();
    return;
  }
  const posted = connector.posted();
  const said: LoadReport = { turns: took.length, posted: posted - told, p50: quantile(took, 0.5), p99: quantile(took, 0.99), wrong, under };
  told = posted;
  took = [];
  wrong = {};
  process.send?.(said);
});
