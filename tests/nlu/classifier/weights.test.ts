/** The committed weights of the classifier: that they are those which the examples give. */
import { statSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { classifierWeights, fileOfWeights, type Weights, weightsFile, weightsIn } from "../../../src/nlu/classifier/weights.js";
import { askedSets } from "../../../tools/train/asked.js";
import { examples, hashOf } from "../../../tools/train/examples.js";
import { trained } from "../../../tools/train/trained.js";

const advice = "The classifier's weights are not those of the examples: npm run train";

describe("the committed weights", () => {
  it("are trained from the present examples", () => {
    expect(classifierWeights().trainedFrom, advice).toBe(hashOf(examples(), askedSets()));
  });

  it("know every intent that has examples", () => {
    expect(classifierWeights().intents).toEqual([...new Set(examples().map(({ intent }) => intent))].sort());
  });

  it("are small", () => {
    expect(statSync(`src/${weightsFile.join("/")}`).size).toBeLessThan(1_500_000);
  });

  it("come back from their file as they were", () => {
    const file = fileOfWeights(classifierWeights());
    expect(fileOfWeights(weightsIn(file)).equals(file)).toBe(true);
  });

  it("say when their file is cut short", () => {
    expect(() => weightsIn(fileOfWeights(classifierWeights()).subarray(0, -1))).toThrow("weights.bin is damaged");
  });
});

describe("training again", () => {
  let again: Weights;
  beforeAll(() => {
    again = trained();
  }, 300_000);

  it("gives the same features", () => {
    expect([...again.rows], advice).toEqual([...classifierWeights().rows]);
  });

  it("gives the same weights, but for roundings", () => {
    const { values } = classifierWeights();
    expect(again.values.length, advice).toBe(values.length);
    const apart = again.values.filter((value, i) => Math.abs(value - (values[i] as number)) > 1).length;
    expect(apart / values.length, advice).toBeLessThan(0.001);
  });
});
