/** A channel on this machine that answers as it is told to, and counts. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createSocketServer } from "node:net";
import { afterAll } from "vitest";

export interface Heard {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  body: string;
}

export interface Channel {
  serviceUrl: string;
  heard: Heard[];
  /** Connections there have been. */
  sockets: number;
  /** What the next calls are answered with, in turn; the last stays. */
  answers: ((response: ServerResponse, heard: Heard) => void)[];
}

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(status, { "content-type": "application/json", ...headers }).end(typeof body === "string" ? body : JSON.stringify(body));
export const reset = (response: ServerResponse): void => void response.socket?.destroy();
export const hang = (): void => undefined;

/** Started at once and stopped after the suite. */
export const startChannel = async (): Promise<Channel> => {
  const channel: Channel = { serviceUrl: "", heard: [], sockets: 0, answers: [json(201, { id: "sent-1" })] };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const heard = { method: request.method ?? "", path: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks).toString() };
      channel.heard.push(heard);
      const answer = channel.answers.length > 1 ? channel.answers.shift() : channel.answers[0];
      answer?.(response, heard);
    });
  });
  server.on("connection", () => channel.sockets++);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  channel.serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/uk/`;
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return channel;
};

/** A port that nobody listens on. */
export const deadPort = async (): Promise<number> => {
  const server = createSocketServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
};
