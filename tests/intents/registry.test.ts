/** What holds for every intent as it is written down: its name, its traits, its examples. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { INTENTS, type Intent, type Interpretation, interpretationOf, SLOTS } from "../../src/intents/index.js";
import { compared, isNear, similarity } from "../support/similarity.js";

const intents: readonly Intent[] = INTENTS;
const said = intents.filter(({ traits }) => !traits.internal);
const argumentsOf = ({ args }: Intent): string[] => Object.keys((args as z.ZodObject).shape);

/** Sets that the understanding is measured on: an example that is one of their questions would learn it by heart. */
const heldOut = ["dev", "dev2"].flatMap((set) =>
  readFileSync(new URL(`../questions/sets/${set}.jsonl`, import.meta.url), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => compared(z.object({ q: z.string() }).parse(JSON.parse(line)).q)),
);
const nearest = 0.8;

describe("the registry", () => {
  it("has each name once", () => {
    expect(new Set(intents.map(({ name }) => name)).size).toBe(intents.length);
  });

  it("has no example under two intents, nor twice under one", () => {
    const all = said.flatMap(({ examples }) => examples.map((example) => example.toLowerCase().trim()));
    expect(all.filter((example, at) => all.indexOf(example) !== at)).toEqual([]);
  });
});

describe.each(said.map((intent) => ({ name: intent.name, intent })))("the intent $name", ({ intent }) => {
  it("has examples enough to be told by", () => {
    expect(intent.examples.length).toBeGreaterThanOrEqual(40);
  });

  it("has examples with known slots only", () => {
    const slots = intent.examples.flatMap((example) => [...example.matchAll(/\{([^}]*)\}/g)].map(([, slot]) => slot));
    expect(slots.filter((slot) => !(String(slot) in SLOTS))).toEqual([]);
  });

  it("has no example that is nearly a question of the sets it is measured on", () => {
    const near = intent.examples.flatMap((example) => {
      const one = compared(example);
      return heldOut.filter((question) => isNear(one, question, nearest)).map(({ text }) => `"${example}" is nearly "${text}"`);
    });
    expect(near).toEqual([]);
  });
});

describe.each(intents.map((intent) => ({ name: intent.name, intent })))("the traits of $name", ({ intent }) => {
  const { traits, examples } = intent;
  const args = argumentsOf(intent);

  it("fit its arguments", () => {
    if (traits.takesReason) expect(args).toContain("note");
    expect(traits.followUp?.filter((name) => !args.includes(name)) ?? []).toEqual([]);
    if (traits.subjects) expect(args.some((name) => ["scope", "scopes", "action", "measure"].includes(name))).toBe(true);
  });

  it("do not contradict each other", () => {
    if (traits.internal) expect(examples).toEqual([]);
    if (traits.command) expect(traits.refreshable).toBeUndefined();
    if (traits.personal) expect([traits.refreshable, traits.personalWhen]).toEqual([undefined, undefined]);
  });
});

describe("an interpretation", () => {
  it("is checked when it comes from outside", () => {
    expect(interpretationOf("leads", { scope: "2.3", other: 1 })).toEqual({ question: "leads", args: { scope: "2.3" } });
    expect(interpretationOf("leads", { scope: 23 })).toBeUndefined();
    expect(interpretationOf("no such intent", {})).toBeUndefined();
  });

  it("does not compile with arguments that its intent does not take", () => {
    // @ts-expect-error: an action is no list
    const wrong: Interpretation = { question: "change-status", args: { action: ["2.3.1"] } };
    // @ts-expect-error: it takes a day
    const other: Interpretation = { question: "committee", args: { scope: "2.3" } };
    expect(new Set([wrong, other].map(({ question }) => interpretationOf(question, wrong.args)?.question))).toEqual(new Set([undefined, "committee"]));
  });
});

describe("similarity", () => {
  const of = (a: string, b: string) => similarity(compared(a), compared(b));

  it("sees a copy in other letters, with a slip or with its slot filled", () => {
    expect(of("What is overdue?", "what is overdue")).toBe(1);
    expect(of("whats dew this month", "what's due this month")).toBeGreaterThan(0.8);
    expect(of("is {item} ticking along ok", "is 2.3 ticking along ok")).toBe(1);
  });

  it("tells other questions apart", () => {
    expect(of("who leads {item}", "when is 2.3 due")).toBeLessThan(0.5);
  });
});
