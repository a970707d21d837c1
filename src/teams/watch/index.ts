/** How the bot is doing, for whoever runs it: /health, /ready and /metrics. */
export { type Metrics, openMetrics } from "./metrics.js";
export { type MetricsPlace, startMetricsServer } from "./metrics-server.js";
export { pagesOf } from "./pages.js";
export { watchedAssistant, watchedModel, watchedSend, watchedTurn, watchReplies } from "./watched.js";
