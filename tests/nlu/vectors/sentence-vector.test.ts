import { describe, expect, it } from "vitest";
import { nearness, sentenceVector, vectorDimensions } from "../../../src/nlu/vectors/sentence-vector.js";

const near = (a: string, b: string): number => nearness(sentenceVector(a), sentenceVector(b));

describe("vectors of texts", () => {
  it.each([
    ["how are the buses", "public transport", "waste collection"],
    ["rubbish", "waste collection", "public transport"],
    ["nurses", "hospital staff", "cycle lanes"],
    ["heatwave", "hot weather", "tax"],
  ])("%s is nearer to %s than to %s", (text, nearer, farther) => expect(near(text, nearer)).toBeGreaterThan(near(text, farther) + 0.1));

  it("have length 1, and the same text has the same vector whatever its case and marks", () => {
    expect(near("Cycling & walking!", "cycling walking")).toBeCloseTo(1, 5);
    expect(sentenceVector("Cafés").length).toBe(vectorDimensions());
    expect(near("Cafés", "cafes")).toBeCloseTo(1, 5);
  });

  it.each(["", "🚲", "路", "?!", "x".repeat(100_000)])("are all zeros for %.10s, which has no word", (text) =>
    expect(sentenceVector(text).every((value) => value === 0)).toBe(true),
  );

  it("are made quickly, of long texts and of words never met", () => {
    const best = Math.min(
      ...Array.from({ length: 5 }, (_, round) => {
        const text = Array.from({ length: 8_000 }, (_each, i) => `zx${round}q${i}`).join(" ");
        const from = performance.now();
        sentenceVector(text);
        return performance.now() - from;
      }),
    );
    expect(best).toBeLessThan(100);
  });
});
