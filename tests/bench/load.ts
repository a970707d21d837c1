/** The load generator, a process of its own: posts turns as Teams does, `inFlight` at a time, and says how long each took. */
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { tenantId } from "../support/teams.js";
import { counted, instant, type Kind, turnOf } from "./asked.js";
import type { Round, RoundResult } from "./round.js";
import { quantile } from "./statistics.js";

const giveUpAfterMs = 15_000;

const activityOf = ({ who, text }: ReturnType<typeof turnOf>) => ({
  type: "message",
  text,
  textFormat: "plain",
  id: randomUUID(),
  timestamp: instant,
  localTimestamp: instant,
  localTimezone: "Europe/London",
  locale: "en-GB",
  channelId: "msteams",
  serviceUrl: "http://127.0.0.1:9/",
  deliveryMode: "expectReplies",
  from: { id: who.id, name: who.name, aadObjectId: who.aadObjectId },
  recipient: { id: "28:bot", name: "Bot" },
  conversation: { id: `a:${who.aadObjectId}`, conversationType: "personal", tenantId },
  channelData: { tenant: { id: tenantId } },
  entities: [{ type: "clientInfo", locale: "en-GB", country: "GB", platform: "Windows", timezone: "Europe/London" }],
});

const post = ({ url, agent, about }: { url: string; agent: Agent; about: string }, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const sent = request(url, { agent, method: "POST", headers, timeout: giveUpAfterMs }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200 && text.includes(about)) resolve(text);
        else reject(new Error(`A turn was answered with ${response.statusCode}: ${text.slice(0, 200)}`));
      });
    });
    sent.on("timeout", () => sent.destroy(new Error(`A turn took more than ${giveUpAfterMs} ms`)));
    sent.on("error", reject);
    sent.end(body);
  });

/** How many turns a bot has had of each kind, over all rounds. */
const had = new Map<string, number>();

const nextTurn = (url: string, kind: Kind) => {
  const key = `${kind} ${url}`;
  const number = had.get(key) ?? 0;
  had.set(key, number + 1);
  return turnOf(number, kind);
};

const runRound = async ({ url, kind, inFlight, turns, mostMs }: Round): Promise<RoundResult> => {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const took: number[] = [];
  let begun = 0;
  let reply = "";
  const start = performance.now();
  const one = async () => {
    while (begun < turns && performance.now() - start < mostMs) {
      begun += 1;
      const turn = nextTurn(url, kind);
      const body = JSON.stringify(activityOf(turn));
      const from = performance.now();
      const text = await post({ url, agent, about: turn.about }, body);
      if (turn.about !== counted) continue;
      took.push(performance.now() - from);
      reply = text;
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
