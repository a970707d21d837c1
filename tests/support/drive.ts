import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What was put somewhere. */
export interface Put {
  method: string;
  path: string;
  headers: Record<string, unknown>;
  bytes: Buffer;
}

/** A place for people's files on this machine, as OneDrive is for Teams. */
export interface Drive {
  /** "http://127.0.0.1:5000" */
  origin: string;
  /** What was put there, in order. */
  puts: Put[];
  /** What is there to be fetched. */
  held: Uint8Array;
  /** What whoever puts something is answered. */
  status: number;
  stop(): void;
}

export const openDrive = async (): Promise<Drive> => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "", url: path = "", headers } = request;
    if (method === "GET") return void response.end(drive.held);
    drive.puts.push({ method, path, headers, bytes: Buffer.concat(chunks) });
    response.writeHead(drive.status).end("{}");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  const drive: Drive = { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, puts: [], held: new Uint8Array(), status: 201, stop };
  return drive;
};
