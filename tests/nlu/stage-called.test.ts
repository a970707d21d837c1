/** Stages by everyday words: only where they fit exactly one of the action's. */
import { describe, expect, it } from "vitest";
import { stageCalled } from "../../src/nlu/stage-called.js";
import type { ItemOf } from "../../src/plan/index.js";
import { askingOf, inShort } from "./understood.js";

const action = (text: string, ...labels: string[]) => ({ action: { text, milestones: labels.map((label) => ({ label })) } }) as unknown as ItemOf<"action">;

describe("the stage of an action that words call", () => {
  it.each([
    ["when do the doors open", "A cafe in the park", ["Design", "Open"], "Open"],
    ["when do we cut the ribbon", "A cafe in the park", ["Build", "Opening"], "Opening"],
    ["when does it go live", "A booking system", ["Tender", "Go-live"], "Go-live"],
    ["when will it be in every school", "Reading volunteers", ["Pilot", "Roll out"], "Roll out"],
    ["when is it borough wide", "Reading volunteers", ["Pilot", "Roll-out"], "Roll-out"],
    ["when are they trying it out", "Reading volunteers", ["Pilot", "Roll out"], "Pilot"],
    ["drawings by when", "A new hall", ["Design", "Build"], "Design"],
    ["when are the builders off site", "A new hall", ["Design", "Construction"], "Construction"],
    ["when is it voted through", "A housing policy", ["Draft", "Adoption"], "Adoption"],
    ["when is it due", "Reading volunteers", ["Pilot", "Roll out"], undefined],
    ["full version after trying it out", "Reading volunteers", ["Pilot", "Roll out"], undefined],
    ["when do the doors open", "A policy", ["Draft", "Adoption"], undefined],
    ["when will the open days be", "Run open days", ["Design", "Launch"], undefined],
  ])("%s", (ask, text, labels, wanted) => expect(stageCalled(action(text, ...labels), ask)).toBe(wanted));
});

describe("of actions of plans", () => {
  const leisure = askingOf("leisure");
  const university = askingOf("university");
  it.each([
    [leisure, "drawings for the photovoltaic array at Eastgate, when are they due", "deadline Design 1.3.1"],
    [leisure, "when will the falls prevention classes be borough wide", "deadline Roll out 3.2.2"],
    [university, "Hollins Tower laboratories, when are the builders out", "deadline Construction SO3.1.1"],
    [leisure, "when are the falls prevention classes due", "deadline 3.2.2"],
  ])("%#", (ask, text, wanted) => expect(inShort(ask(text))).toBe(wanted));
});
