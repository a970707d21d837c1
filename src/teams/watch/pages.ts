import type { Reply } from "../server.js";
import type { Metrics } from "./metrics.js";
import { type Needs, readiness, reminders } from "./readiness.js";

/**
 * /health says that this process answers and when reminders last went, and fails for nothing that it needs: it is what decides about
 * restarting, and a restart brings no database back. /ready says whether turns can be answered. Both name no person, host or version,
 * since anybody may ask.
 * /metrics is there only where nobody from outside can ask (`open`): it tells how much the bot is used, by question.
 */
export const pagesOf = (needs: Needs, { metrics, open }: { metrics: Metrics; open: boolean }): Map<string, () => Promise<Reply>> => {
  const pages = new Map<string, () => Promise<Reply>>([
    ["/health", nowAndThen(async () => ({ status: 200, body: { status: "ok", reminders: await reminders(needs) } }))],
    ["/ready", nowAndThen(() => readiness(needs))],
  ]);
  return open ? pages.set("/metrics", () => metricsPage(metrics)) : pages;
};

const KEPT_FOR_MS = 500;

/** Anybody may ask, as often as they like; the database is asked twice a second at most. */
const nowAndThen = (page: () => Promise<Reply>): (() => Promise<Reply>) => {
  let kept: Promise<Reply> | undefined;
  let since = Number.NEGATIVE_INFINITY;
  return () => {
    if (kept && performance.now() - since < KEPT_FOR_MS) return kept;
    since = performance.now();
    kept = page();
    return kept;
  };
};

/** The metrics in Prometheus' text format. */
export const metricsPage = async (metrics: Metrics): Promise<Reply> => ({ status: 200, ...(await metrics.page()) });
