/** Bundles src/main.ts into dist/, in parts, so that a command loads only what it needs; and what runs beside it: in the chat client, and in the thread that reads files. */
import { bundle } from "./bundle.mjs";

bundle({
  entryPoints: { main: "src/main.ts", "loopback-only": "src/chat-client/loopback-only.ts", "plan-reader": "src/plan-import/worker.ts" },
  outdir: "dist",
  splitting: true,
  sourcemap: true,
});
