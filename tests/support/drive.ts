import { createServer, type OutgoingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach } from "vitest";

/** What was put there. */
export interface Put {
  method: string;
  path: string;
  headers: Record<string, unknown>;
  bytes: Buffer;
}

/** A place for people's files on this machine, as OneDrive is for Teams. */
export interface Drive {
  /** "http://127.0.0.1:5000" */
  readonly origin: string;
  /** What is fetched, and how that and what is put there are answered. */
  served: Uint8Array;
  answer: { status: number; headers?: OutgoingHttpHeaders };
  /** How often something was fetched in this test. */
  fetched: number;
  /** What was put there in this test, in order. */
  puts: Put[];
  /** An attachment as Teams describes it. */
  file(name: string, downloadUrl?: string): unknown;
}

/** A drive for the suite in which it is called. */
export function driveOfSuite(): Drive {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "", url: path = "", headers } = request;
    if (method === "GET") drive.fetched++;
    else drive.puts.push({ method, path, headers, bytes: Buffer.concat(chunks) });
    response.writeHead(drive.answer.status, drive.answer.headers).end(method === "GET" ? drive.served : "{}");
  });
  const drive: Drive = {
    get origin() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    served: new Uint8Array(),
    answer: { status: 200 },
    fetched: 0,
    puts: [],
    file: (name, downloadUrl = `${drive.origin}/x?tempauth=1`) => ({
      contentType: "application/vnd.microsoft.teams.file.download.info",
      contentUrl: "https://example.sharepoint.com/x",
      name,
      content: { downloadUrl, uniqueId: "1150D938-8870-4044-9F2C-5BBDEBA70C9D", fileType: name.split(".").at(-1) },
    }),
  };
  beforeAll(() => new Promise<void>((done) => server.listen(0, "127.0.0.1", done)));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    Object.assign(drive, { answer: { status: 200 }, fetched: 0, puts: [] });
  });
  return drive;
}
