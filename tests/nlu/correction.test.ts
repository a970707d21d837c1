import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { corrected } from "../../src/nlu/correction.js";
import { editCost, soundOf } from "../../src/nlu/edit-cost.js";
import { planIndexOf } from "../../src/nlu/plan-index.js";
import { plainWords } from "../../src/nlu/words.js";
import { catalogueOf } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";

const spellerOfPlan = (name: string) => {
  const { plan } = readPlan(`${name}.json`, readFileSync(new URL(`../questions/plans/${name}.json`, import.meta.url), "utf8"));
  return planIndexOf(catalogueOf(plan), plan.title).speller;
};
const climate = spellerOfPlan("dev2");
const libraries = spellerOfPlan("libraries");
const written = (text: string, typed = {}, speller = climate) => corrected(plainWords(text), speller, typed).join(" ");

describe("what a slip costs", () => {
  const cost = (typed: string, meant: string) => editCost(typed, meant, 5);

  it.each([
    ["a doubled letter less than a missing one", cost("comittee", "committee"), cost("comittee", "comitlee")],
    ["a missing letter less than another one", cost("staus", "status"), cost("staus", "stars")],
    ["swapped letters less than another one", cost("coluor", "colour"), cost("coluor", "collar")],
    ["a neighbour's key less than a far one", cost("plsn", "plan"), cost("plpn", "plan")],
    ["a later letter less than the first", cost("plah", "plan"), cost("hlan", "plan")],
  ])("%s", (_what, less, more) => expect(less).toBeLessThan(more));

  it("is the same every time, and nothing for the same word", () => {
    expect(cost("recieve", "receive")).toBe(cost("recieve", "receive"));
    expect(cost("plan", "plan")).toBe(0);
  });

  it.each([
    ["wear", "where"],
    ["their", "there"],
    ["pints", "points"],
    ["phase", "faze"],
    ["night", "nite"],
  ])("%s sounds like %s", (one, other) => expect(soundOf(one)).toBe(soundOf(other)));
});

describe("misspelt words", () => {
  it.each([
    ["coluor", "colour"],
    ["staus", "status"],
    ["any actoins late", "any actions late"],
    ["teh buses", "the buses"],
    ["recyling", "recycling"],
    ["insualtion", "insulation"],
    ["wich milstones", "which milestones"],
    ["satifsaction", "satisfaction"],
  ])("%s is %s", (typed, meant) => expect(written(typed)).toBe(meant));
});

describe("words in pieces", () => {
  it.each([
    ["what is over due", climate, "what is overdue"],
    ["dead lien", climate, "deadline"],
    ["dash boards", libraries, "dashboards"],
  ])("%s", (typed, speller, meant) => expect(written(typed, {}, speller)).toBe(meant));

  it.each(["is so on", "to be all up", "on the go"])("leave %s alone", (text) => expect(written(text)).toBe(text));
});

describe("a word that another was written for", () => {
  it.each([
    ["millstones for 2.2", "milestones for 2.2"],
    ["heat pimps", "heat pumps"],
    ["charge pints", "charge points"],
    ["wear have we got to", "where have we got to"],
  ])("%s, by what stands beside it", (typed, meant) => expect(written(typed)).toBe(meant));

  it.each(["in plain words", "two pints of milk", "the tail end of the year", "what to wear today"])("stays in %s", (text) => expect(written(text)).toBe(text));
});

describe("what is never changed", () => {
  it.each(["brt", "what is caz", "2.3.1", "carbon.lead@example.org", "slippage"])("%s", (text) => expect(written(text)).toBe(text));
  it("an acronym", () => expect(written("how is TRAK", { capitals: new Set(["trak"]) })).toBe("how is trak"));
  it("a name", () => expect(written("did Clare say", { names: new Set(["clare"]) })).toBe("did clare say"));
});
