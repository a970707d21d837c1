import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { required } from "./required.js";

const PLACES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Path of a Chromium. Without one the suite that asks is skipped, or fails where nothing may be skipped. */
export const chromiumOrSkip = (): string | undefined => {
  const path = PLACES.find((place) => place && existsSync(place));
  if (!path) required("Chromium", "install it (Debian: apt-get install chromium) or set CHROMIUM to its path");
  return path;
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
