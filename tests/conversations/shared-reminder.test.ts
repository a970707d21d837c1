/** One reminder of two plans with the same ids, in a chat: what each part says, and that what is pressed in one is of that plan alone. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { importPlan } from "../../src/imports/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { faultsOf, objectsOf } from "../support/card-check.js";
import { describeEachDatabase } from "../support/database.js";
import { headOfService } from "../support/features.js";
import type { ShownCard } from "../support/form.js";
import { planFile } from "../support/plan-files.js";
import { business, cardFor, dueOn, openReminded, type Reminded } from "./reminded.js";

/** A Monday. */
const day = "2026-11-30";
const then = { at: `${day}T10:00:00.000Z` };

const figure = { kind: "number", frequency: "monthly", reporter: business };
const museums = planFile({
  plan: { title: "Harbour Museums Forward Plan" },
  theme: { id: "2" },
  priority: {
    id: "2.3",
    title: "Show more of the collection",
    lead: business,
    actions: [
      { id: "2.3.1", text: "Hang the ship models", milestones: [{ due: "2026-12-28" }], lead: business },
      { id: "2.3.2", text: "Light the harbour room", milestones: [{ due: "2026-11-09" }], lead: business, status: "on-track" },
    ],
    measures: [{ id: "2.3.m1", text: "Number of visits to the harbour room", ...figure }],
  },
});

/** What the button of that name in a plan's part sends, with what is typed into the inputs of the card. */
function pressed(card: ShownCard, title: string, plan: string, typed: Record<string, string>) {
  const ofPlan = ({ data }: Record<string, unknown>) => (data as { plan?: string }).plan === plan;
  const action = objectsOf(card.card).find((one) => one.type === "Action.Execute" && one.title === title && ofPlan(one));
  return { verb: String(action?.verb), data: { ...card.inputs, ...typed, ...(action?.data as object) } };
}

describeEachDatabase("a reminder of two plans", (database) => {
  let talk: Reminded;
  let cards: Map<string, ShownCard>;
  const execute = async (card: ShownCard, title: string, plan: string, typed: Record<string, string>) => {
    const { verb, data } = pressed(card, title, plan, typed);
    const { body } = await talk.chat.execute(business, verb, data, then);
    return JSON.stringify((body as { value: unknown }).value);
  };
  beforeEach(async () => {
    talk = await openReminded(await database.open(), (plan) => {
      dueOn(plan, "2.3.1", "2026-12-28");
      dueOn(plan, "2.3.2", "2026-11-16", { status: "at-risk" });
      const measure = plan.themes.flatMap(({ priorities }) => priorities).find(({ id }) => id === "2.3")?.measures[0];
      Object.assign(measure ?? {}, { ...figure, retired: false, figures: [] });
    });
    await importPlan(talk.features, readPlan("museums.json", JSON.stringify(museums)), {
      by: headOfService,
      at: new Date("2026-10-13T09:00:00Z"),
      into: { id: "museums", name: "Museums" },
    });
    cards = await talk.pass(day);
  });
  afterEach(() => talk.stop());

  test("is one card: the most pressing plan's part first, each saying of which plan it is", async () => {
    const { text, card, names } = cardFor(cards, business);
    expect(text).toMatch(/^Reminder for 30 November 2026 · 2 plans\n6 things need you\n/);
    const parts = [...text.matchAll(/^(.+) · (Museums plan|Libraries and Heritage plan)$/gm)].map(([, part, plan]) => `${part}: ${plan}`);
    expect(parts).toEqual([
      "Your actions: Museums plan",
      "Your actions: Libraries and Heritage plan",
      "Figures asked for: Libraries and Heritage plan",
      "Figures asked for: Museums plan",
    ]);
    expect(new Set(names).size).toBe(names.length);
    expect(faultsOf(card)).toEqual([]);
    expect((await talk.pass(day)).size).toBe(0);
  });

  test("an action chosen and pressed in one part is that plan's, with the choice of that part", async () => {
    const card = cardFor(cards, business);
    const chosen = Object.fromEntries(card.names.filter((name) => name.endsWith("item")).map((name, place) => [name, place ? "2.3.1/0" : "2.3.2/0"]));
    expect(await execute(card, "Done", "museums", chosen)).toMatch(/Light the harbour room/);
    const libraries = await execute(card, "Done", "plan", chosen);
    expect(libraries).toMatch(/Establish a sustainable/);
    expect(libraries).not.toMatch(/Hang the ship models/);
  });

  test("a figure typed in one part is saved for that plan alone, and what was typed in the other is not", async () => {
    const card = cardFor(cards, business);
    const [library, museum] = card.names.filter((name) => name.endsWith("value0"));
    const receipt = await execute(card, "Save the figure", "plan", { [String(museum)]: "77", [String(library)]: "1234" });
    expect(receipt).toMatch(/1,234/);
    const newest = async (plan: string) => (await talk.features.figures.all(plan, "2.3.m1")).map(({ value }) => value);
    expect(await newest("plan")).toContain(1234);
    expect(await newest("museums")).toEqual([]);
    expect(receipt).toMatch(/Back to my list/);
  });

  test("the list it leads back to leads on to the other plan's", async () => {
    const list = await talk.card(business, "my reminders", then);
    expect(list.text).toContain("Libraries and Heritage plan");
    const { verb, data } = list.press("My list · Museums");
    const { replies } = await talk.chat.execute(business, verb, data, then);
    expect(JSON.stringify(replies)).toMatch(/Light the harbour room/);
  });

  test("a manager's part asks of its own plan", async () => {
    const { card, text } = cardFor(cards, headOfService);
    expect(text).toMatch(/Figures missing · Libraries and Heritage plan[\s\S]*Figures missing · Museums plan/);
    const asked = objectsOf(card).filter(({ type, verb }) => type === "Action.Execute" && verb === "questions.ask");
    expect(asked.map(({ title, data }) => [title, (data as { plan?: string }).plan])).toContainEqual(["Which figures are missing?", "museums"]);
  });

  test("what a manager asks a lead for an update of is pressed in the plan it was asked of", async () => {
    const card = await talk.card(headOfService, `ask ${business} for an update in the Museums plan`, { at: "2026-12-01T10:00:00.000Z" });
    const arrived = await talk.arriving(() => talk.press(headOfService, card, "Ask for an update", {}, { at: "2026-12-01T10:00:00.000Z" }));
    const asked = cardFor(arrived, business);
    expect(asked.text).toMatch(/Museums plan/);
    expect(await execute(asked, "Done", "museums", { item: "2.3.1/0" })).toMatch(/Hang the ship models/);
  });

  test("what is foreseen, and what was sent, say of which plan it is", async () => {
    expect((await talk.card(headOfService, "what will you send on 7 December 2026", then)).text).toMatch(/Light the harbour room\n.* · Museums plan\n/);
    expect((await talk.card(business, "what have you sent me", then)).text).toMatch(/2\.3\.2/);
    expect((await talk.card(business, "what have you sent me in the Museums plan", then)).text).toMatch(/2\.3\.m1/);
  });
});
