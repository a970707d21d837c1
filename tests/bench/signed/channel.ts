/** The channel of the bench, a process of its own: signs turns and posts them, takes the replies, and says how long each took from its post until its reply and its 200 were there. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Agent, request } from "undici";
import { type Issuer, startIssuer } from "../../support/issuer.js";
import { person, personalActivity } from "../../support/teams.js";
import { quantile } from "../statistics.js";
import type { SignedResult, SignedRound } from "./round.js";

const askers = Array.from({ length: 200 }, (_, at) => person(`member.of.staff-${at}@example.org`));

/** Replies by the activity they answer. */
const arrived = new Map<string, number>();
const service = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const { pathname } = new URL(request.url ?? "", "http://x");
    const member = /\/members\/(.+)$/.exec(pathname)?.[1];
    const found = member && askers.find(({ id }) => id === decodeURIComponent(member));
    const replyTo = decodeURIComponent(pathname.split("/").at(-1) ?? "");
    if (!found) arrived.set(replyTo, (arrived.get(replyTo) ?? 0) + 1);
    const body = Buffer.from(found ? JSON.stringify(found) : '{"id":"1"}');
    response.writeHead(found ? 200 : 201, { "content-type": "application/json", "content-length": body.length }).end(body);
  });
});

let number = 0;
const activityOf = (serviceUrl: string) => {
  const who = askers[number % askers.length] as (typeof askers)[number];
  return {
    ...personalActivity(who, { id: `activity-${++number}`, serviceUrl, at: "2026-11-24T10:00:00.000Z" }),
    type: "message",
    text: "how is 2.3 doing",
    textFormat: "plain",
  };
};

const runRound = async (
  { url, inFlight, turns, mostMs, ownTokens }: SignedRound,
  { issuer, serviceUrl }: { issuer: Issuer; serviceUrl: string },
): Promise<SignedResult> => {
  const agent = new Agent({ connections: inFlight });
  const shared = await issuer.token({ serviceurl: serviceUrl });
  // Made beforehand: signing costs this process many times what checking costs the other.
  const own = ownTokens
    ? await Promise.all(Array.from({ length: turns }, (_, at) => issuer.token({ serviceurl: serviceUrl, jti: `${at}-${Math.random()}` })))
    : [];
  const took: number[] = [];
  let begun = 0;
  const one = async () => {
    while (begun < turns && performance.now() - start < mostMs) {
      const authorization = `Bearer ${own[begun] ?? shared}`;
      begun += 1;
      const activity = activityOf(serviceUrl);
      const body = JSON.stringify(activity);
      const from = performance.now();
      const response = await request(url, { dispatcher: agent, method: "POST", headers: { "content-type": "application/json", authorization }, body });
      const text = await response.body.text();
      const replies = arrived.get(activity.id);
      if (response.statusCode !== 200 || replies !== 1)
        throw new Error(`A turn had ${response.statusCode} (${text.slice(0, 200)}) and ${replies ?? 0} replies`);
      took.push(performance.now() - from);
      arrived.delete(activity.id);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: inFlight }, one)).finally(() => agent.destroy());
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99), perSecond: (begun * 1000) / (performance.now() - start), turns: begun };
};

const issuer = await startIssuer();
await new Promise<void>((done) => service.listen(0, "127.0.0.1", done));
const serviceUrl = `http://127.0.0.1:${(service.address() as AddressInfo).port}/uk/`;
process.on("message", (round: SignedRound) => {
  runRound(round, { issuer, serviceUrl }).then(
    (result) => process.send?.({ result }),
    (error: Error) => process.send?.({ failed: error.message }),
  );
});
process.on("disconnect", () => process.exit());
process.send?.({ serviceUrl, metadataUrl: issuer.metadataUrl, loginOrigin: issuer.loginOrigin });
