/** Things that must never stand in a log, planted wherever somebody can put something. */
import { expect } from "vitest";

const tokenBody = "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJwbGFudGVkIn0.cGxhbnRlZFNpZ25hdHVyZQ";

export const planted = {
  email: "zebedee.quillfeather@example.org",
  name: "Zebedee Quillfeather",
  figure: "867530.25",
  words: "the aubergine budget is a shambles",
  token: tokenBody,
  secret: "hunter2-planted",
  database: "mongodb://clerk:hunter2-planted@127.0.0.1:9/plans",
} as const;

const traces = [/zebedee/i, /quillfeather/i, /867,?530/, /aubergine|shambles/i, /eyJ/, /cGxhbnRlZ/, /hunter2/, /clerk/];

/** The planted things that can be found in a text. */
export const tracesIn = (text: string): string[] => traces.filter((trace) => trace.test(text)).map(String);

export function expectClean(text: string): void {
  expect(tracesIn(text), text).toEqual([]);
}

/** Each line is JSON with a level and fixed words; nothing of what was planted. */
export function expectCleanLines(text: string): Record<string, unknown>[] {
  expectClean(text);
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const parsed = JSON.parse(line);
      expect(parsed).toMatchObject({ level: expect.stringMatching(/^(debug|info|warn|error)$/), msg: expect.any(String), time: expect.any(String) });
      return parsed;
    });
}
