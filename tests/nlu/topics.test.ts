/** Topics in everyday words: which item of a plan somebody means. The tables were written from the plans alone, without sight of what is found. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { corrected } from "../../src/nlu/correction.js";
import { planIndexOf } from "../../src/nlu/plan-index.js";
import { findTopics, searchTopics, type TopicsFound, type Wanted } from "../../src/nlu/topics.js";
import { utteranceOf } from "../../src/nlu/utterance.js";
import { plainWords } from "../../src/nlu/words.js";
import { catalogueOf } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";

const wanted: Record<"work" | "measures", Wanted> = {
  work: { types: ["theme", "priority", "action"], throughParts: true },
  measures: { types: ["measure"] },
};

interface Meant {
  q: string;
  ids: string[];
  of: "work" | "measures";
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

function asking(name: string) {
  const { plan } = readPlan(`${name}.json`, read(`../questions/plans/${name}.json`));
  const planIndex = planIndexOf(catalogueOf(plan), plan.title);
  const topicOf = (text: string) =>
    utteranceOf(corrected(plainWords(text), planIndex.speller), new Set(), { plan, planIndex, today: "2026-11-24", before: [] }).topic;
  return {
    search: (text: string, of: Meant["of"] = "work"): TopicsFound => searchTopics(topicOf(text), planIndex, wanted[of]),
    find: (text: string, of: Meant["of"] = "work"): string[] => findTopics(topicOf(text), planIndex, wanted[of]).map(({ item }) => item.id),
  };
}

/** Shares of a table: the first is meant, one of three is, and of those that are sure how many are right. */
const floors = [
  { names: ["dev2"], first: 0.72, ofThree: 0.86, sure: 0.87 },
  { names: ["council", "hospital", "museum", "police", "school"], first: 0.62, ofThree: 0.8, sure: 0.8 },
];

describe.each(floors)("what questions about $names mean", ({ names, ...floor }) => {
  const found = names.flatMap((name) => {
    const { search } = asking(name);
    return read(`topics/${name}.jsonl`)
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Meant)
      .map(({ q, ids, of }) => {
        const { topics, fit } = search(q, of);
        const places = topics.map(({ item }) => ids.includes(item.id));
        return {
          line: `${q}: ${topics.slice(0, 3).map(({ item }) => item.id)} for ${ids}`,
          fit,
          first: places[0] ?? false,
          ofThree: places.slice(0, 3).includes(true),
        };
      });
  });
  const share = (some: typeof found, key: "first" | "ofThree") => some.filter((one) => one[key]).length / some.length;
  const missed = found
    .filter(({ first }) => !first)
    .map(({ line }) => line)
    .join("\n");

  it("is found first", () => expect(share(found, "first"), missed).toBeGreaterThanOrEqual(floor.first));
  it("is among the first three", () => expect(share(found, "ofThree"), missed).toBeGreaterThanOrEqual(floor.ofThree));
  it("is right where the search is sure", () => {
    const sure = found.filter(({ fit }) => fit === "sure");
    expect(sure.length).toBeGreaterThan(found.length * 0.4);
    expect(share(sure, "first"), missed).toBeGreaterThanOrEqual(floor.sure);
  });
});

describe("a search for a topic", () => {
  const { search, find } = asking("dev2");

  it.each([
    ["heatwave stuff", "2.3"],
    ["the garbage question", "3.3"],
    ["renewables", "3.2"],
  ])("an unknown word does no harm: %s", (text, id) => expect(find(text)).toContain(id));

  it.each(["sing happy birthday to my hamster", "what is the capital of france", "purple elephants dance tango"])("finds nothing for %s", (text) =>
    expect(find(text)).toEqual([]),
  );

  it("is sure of what is called by its words, and names the others too", () => {
    const { topics, fit, margin } = search("heat homes without gas");
    expect(topics[0]?.item.id).toBe("2.2");
    expect(fit).toBe("sure");
    expect(margin).toBeGreaterThan(0.1);
    expect(topics.length).toBeGreaterThan(1);
  });

  it("finds nothing where nothing is said", () => expect(search("how is it going")).toEqual({ topics: [], fit: "none", margin: 0 }));

  it("gives the same again", () => expect(search("bendy bus line")).toEqual(search("bendy bus line")));
});

describe("everyday words", () => {
  it("stand for official terms where the plan lacks them", () => expect(asking("council").search("bees").topics[0]?.item.id).toMatch(/^3\.1/));
  it("leave the plan's own words alone", () => expect(asking("school").search("phonics").topics[0]?.item.id).toMatch(/^A1/));
});

describe("a theme called by a word of status", () => {
  const { plan } = readPlan("dev2.json", read("../questions/plans/dev2.json"));
  const renamed = { ...plan, themes: plan.themes.map((theme, at) => (at === 0 ? { ...theme, name: "Green Spaces" } : theme)) };
  const planIndex = planIndexOf(catalogueOf(renamed), renamed.title);
  const utterance = (text: string) => utteranceOf(plainWords(text), new Set(), { plan: renamed, planIndex, today: "2026-11-24", before: [] });

  it("is the theme", () => {
    const { states, topic } = utterance("how is green spaces doing");
    expect(states).toEqual([]);
    expect(findTopics(topic, planIndex, wanted.work)[0]?.item.id).toBe("1");
  });
  it("leaves the word a status where it stands alone", () => expect(utterance("what is green in green spaces").states).toEqual(["green"]));
});
