import { type Agent, request } from "node:http";

export interface Posting {
  url: string;
  agent: Agent;
}

const giveUpAfterMs = 15_000;

/** Posts JSON over the agent's connections and gives what came back; rejects when nothing came in time. */
export const postTo = ({ url, agent }: Posting, body: string): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const sent = request(url, { agent, method: "POST", headers, timeout: giveUpAfterMs }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    sent.on("timeout", () => sent.destroy(new Error(`A turn took more than ${giveUpAfterMs} ms`)));
    sent.on("error", reject);
    sent.end(body);
  });
