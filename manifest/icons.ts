/** The icons, drawn as SVG and rendered to the sizes that Teams asks for. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";

/** `folder` holds color.svg and outline.svg. */
export function renderIcons(folder: string): { "color.png": Uint8Array; "outline.png": Uint8Array } {
  return { "color.png": rendered(join(folder, "color.svg"), 192), "outline.png": rendered(join(folder, "outline.svg"), 32) };
}

const rendered = (path: string, width: number): Uint8Array =>
  new Uint8Array(new Resvg(readFileSync(path, "utf8"), { fitTo: { mode: "width", value: width }, font: { loadSystemFonts: false } }).render().asPng());
