import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Path of a Chromium. Without one the suite that asks is skipped aloud, or fails where WAYMARK_REQUIRE_ALL=1. */
export const chromiumOrSkip = (): string | undefined => {
  const path = PLACES.find((place) => place && existsSync(place));
  if (path) return path;
  const how = "No Chromium found. Install it (Debian: apt-get install chromium) or set CHROMIUM to its path.";
  if (process.env.WAYMARK_REQUIRE_ALL === "1") throw new Error(how);
  console.warn(`SKIPPED: the tests in a browser. ${how}`);
  return undefined;
};

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const openBrowser = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, args: QUIET });
