import { readdirSync, readFileSync } from "node:fs";
import type { Answer, ViewName } from "../../src/shared/answer.js";

const SAMPLES = new URL("../../cards/samples/", import.meta.url);

/** Every sample of cards/samples as an answer: `<look>.json` or `<look>.<case>.json` holds the look's data. */
export const samples = (): { name: string; answer: Answer }[] =>
  readdirSync(SAMPLES).map((file) => {
    const name = file.replace(/\.json$/, "");
    const look = name.split(".")[0] as ViewName;
    return { name, answer: { view: look, data: JSON.parse(readFileSync(new URL(file, SAMPLES), "utf8")), text: name } as Answer };
  });
