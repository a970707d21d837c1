/** How the bot is doing, for whoever runs it: /health, /ready and /metrics. */
export { type Metrics, openMetrics } from "./metrics.js";
export { type Pages, pagesOf } from "./pages.js";
export type { Needs } from "./readiness.js";
export { startMetricsServer } from "./metrics-server.js";
export { watchedDesk, watchedSend, watchedTurn, watchReplies } from "./watched.js";
