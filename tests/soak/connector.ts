import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { person } from "../support/teams.js";

export interface Connector {
  serviceUrl: string;
  /** Posted activities so far. */
  posted(): number;
  /** The next card that is sent to somebody's conversation. */
  cardFor(conversation: string): Promise<string>;
  stop(): void;
}

const cardWithinMs = 15_000;

/** The channel's side: takes what is posted, keeps none of it, and knows everybody. */
export const openConnector = async (): Promise<Connector> => {
  let posted = 0;
  const waiting = new Map<string, (card: string) => void>();
  const members = new Map(Array.from({ length: 300 }, (_, at) => person(`member.of.staff-${at}@example.org`)).map((who) => [who.id, who]));
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const [, conversation = "", , member = ""] = decodeURIComponent(request.url ?? "").match(/conversations\/([^/]+)\/(\w+)(?:\/(.+))?/) ?? [];
      response.setHeader("content-type", "application/json");
      if (request.method === "GET") return void response.end(JSON.stringify(members.get(member) ?? {}));
      posted += 1;
      waiting.get(conversation)?.(Buffer.concat(chunks).toString());
      response.writeHead(201).end('{"id":"1"}');
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    posted: () => posted,
    cardFor: (conversation) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(reject, cardWithinMs, new Error("no card came"));
        waiting.set(conversation, (card) => {
          clearTimeout(timer);
          waiting.delete(conversation);
          resolve(card);
        });
      }),
    stop: () => server.close() && server.closeAllConnections(),
  };
};
