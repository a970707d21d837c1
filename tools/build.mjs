/** Bundles src/main.ts into dist/, in parts, so that a command loads only what it needs; and what runs beside it: in the chat client, and in threads. */
import { bundle } from "./bundle.mjs";

bundle({
  entryPoints: {
    main: "src/main.ts",
    "loopback-only": "src/chat-client/loopback-only.ts",
    "plan-reader": "src/plan-import/worker.ts",
    "picture-drawer": "src/charts/worker.ts",
    "report-writer": "src/reports/worker.ts",
  },
  outdir: "dist",
  splitting: true,
  sourcemap: true,
});
