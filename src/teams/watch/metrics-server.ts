import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { UserFacingError } from "../../shared/errors.js";
import { isForThisMachine } from "../auth/hosts.js";
import type { RunningServer } from "../server.js";
import type { Metrics } from "./metrics.js";

export interface MetricsPlace {
  /** 0 takes any free port. */
  port: number;
  /** Address to listen at: "127.0.0.1", or "0.0.0.0" in a container whose port is not published. */
  host: string;
}

const times = { headersTimeout: 5_000, requestTimeout: 5_000, keepAliveTimeout: 75_000 };

/** GET /metrics on a port of its own, which no ingress or load balancer in front of the bot passes on. */
export const startMetricsServer = async (metrics: Metrics, { port, host }: MetricsPlace): Promise<RunningServer> => {
  const server = createServer(times, (request, response) => {
    request.resume();
    if (isForThisMachine(host) && !isForThisMachine(request.headers.host)) return void response.writeHead(403).end();
    if (request.method !== "GET" || request.url?.split("?", 1)[0] !== "/metrics") return void response.writeHead(404).end();
    metrics.page().then(
      ({ type, text }) => response.writeHead(200, { "content-type": type }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", () =>
      reject(new UserFacingError(`The metrics cannot be served at ${host} port ${port}. Set METRICS_PORT or METRICS_HOST to another one.`)),
    );
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
