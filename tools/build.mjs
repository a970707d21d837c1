/** Bundles src/main.ts into dist/, in parts, so that a command loads only what it needs; and what is loaded into the chat client beside it. */
import { bundle } from "./bundle.mjs";

bundle({ entryPoints: { main: "src/main.ts", "loopback-only": "src/chat-client/loopback-only.ts" }, outdir: "dist", splitting: true, sourcemap: true });
