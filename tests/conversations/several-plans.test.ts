/** Two plans with the same ids in one house: which one answers, and that nothing of one gets into the other. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { importPlan } from "../../src/imports/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { describeEachDatabase } from "../support/database.js";
import { headOfService } from "../support/features.js";
import { shown } from "../support/form.js";
import { noting } from "../support/noting.js";
import { planFile } from "../support/plan-files.js";
import { tenantId } from "../support/teams.js";
import { openTalk, type Talk, today } from "./talk.js";

const lead = "business.lead@example.org";
const mention = { type: "mention", text: "<at>Waymark</at>", mentioned: { id: "28:bot", name: "Waymark" } };
const thread = (number: number) => ({ id: `19:team@thread.tacv2;messageid=${number}`, conversationType: "channel", isGroup: true });

/** As many ids of the Libraries plan as are asked about, with other words. */
const museums = planFile({
  plan: { title: "Harbour Museums Forward Plan" },
  theme: { id: "2" },
  priority: {
    id: "2.3",
    title: "Show more of the collection",
    lead,
    actions: [
      { id: "2.3.1", text: "Hang the ship models", timescale: "Year 1", lead, status: "off-track" },
      { id: "2.3.2", text: "Light the harbour room", timescale: "Year 2", lead },
    ],
    measures: [{ id: "2.3.m1", text: "Number of visits to the harbour room", kind: "number", reporter: lead, figures: [{ period: "2026-27 Q1", value: 77 }] }],
  },
});

describeEachDatabase("two plans with the same ids", (database) => {
  let talk: Talk;
  const loadMuseums = () =>
    importPlan(talk.features, readPlan("museums.json", JSON.stringify(museums)), {
      by: headOfService,
      at: new Date("2026-10-13T09:00:00Z"),
      into: { id: "museums", name: "Museums" },
    });
  /** Said in a thread of a channel. */
  const aloud = async (as: string, text: string, number: number) => {
    const said = { type: "message", text: `<at>Waymark</at> ${text}`, conversation: thread(number), entities: [mention] };
    const { replies } = await talk.chat.post(as, said, { at: today });
    return shown(replies[0]?.attachments?.[0]?.content);
  };
  beforeEach(async () => {
    talk = await openTalk(await database.open());
    await loadMuseums();
  });
  afterEach(() => talk.stop());

  test("the default one answers, and says which it is; the one that is named answers, and what leans on that", async () => {
    expect((await talk.card(lead, "how is 2.3 doing")).text).toMatch(
      /Deliver services to support business[\s\S]*From the Libraries and Heritage plan, as at 24 November 2026/,
    );
    const named = await talk.card(lead, "how is 2.3 doing in the Museums plan");
    expect(named.text).toMatch(/Show more of the collection[\s\S]*From the Museums plan, as at 24 November 2026/);
    expect((await talk.card(lead, "and 2.3.2?")).text).toContain("Light the harbour room");
    expect((await talk.card(lead, "who leads it?")).text).toContain("From the Museums plan");
    expect((await talk.card(lead, "how is 2.3.2 doing")).text).toContain("From the Libraries and Heritage plan");
    expect((await talk.card(lead, "and in the museums plan?")).text).toContain("Light the harbour room");
    expect((await talk.card(lead, "in Musuems: how is 2.3.1")).text).toContain("Hang the ship models");
  });

  test("a plan that is not loaded is said so, and a name that fits two is asked back", async () => {
    const none = await talk.card(lead, "what is overdue in the Parks plan");
    expect(none.text).toContain("There is no Parks plan");
    expect(none.text).toContain("These are loaded: Libraries and Heritage Strategy Action Plan and Harbour Museums Forward Plan.");
    expect((await talk.card(lead, "which plans are there")).text).toContain("2 plans are loaded");
    const back = await talk.card(lead, "how is 2.3.1 in the museums and libraries plan");
    expect(back.text).toContain("Which plan do you mean?");
    expect((await talk.card(lead, "Museums")).text).toContain("Hang the ship models");
  });

  test("one is used in a chat once somebody chose it there, for them alone, and for follow-ups of no other", async () => {
    await talk.card(lead, "how is 2.3.1 doing");
    const card = await talk.card(lead, "use the museums plan here");
    expect((await talk.card(lead, "how is 2.3.1 doing")).text).toContain("From the Libraries and Heritage plan");
    expect((await talk.press(lead, card, "Use it here")).text).toContain("The Museums plan is used here now");
    expect((await talk.card(lead, "how is 2.3.1 doing")).text).toContain("Hang the ship models");
    expect((await talk.card(headOfService, "how is 2.3.1 doing")).text).toContain("From the Libraries and Heritage plan");
    expect((await talk.card(lead, "which plan is this")).text).toContain("I answer from the Museums plan here");
    expect((await talk.card(lead, "use the museums plan here")).text).toContain("This is the Museums plan already");
    expect(await talk.features.auditLog.changes({ plan: "museums", items: ["plan"] })).toHaveLength(1);
  });

  test("in a channel a manager chooses it for all and all its threads, which is in the record; nobody else can", async () => {
    expect((await aloud(lead, "use the museums plan here", 1)).text).toMatch(/Only a manager .* can choose the plan for everybody here/);
    const { verb, data } = (await aloud(headOfService, "use the museums plan here", 1)).press("Use it here");
    const invoke = { type: "invoke", name: "adaptiveCard/action", value: { action: { type: "Action.Execute", verb, data } }, conversation: thread(1) };
    expect(JSON.stringify((await talk.chat.post(headOfService, invoke, { at: today })).body)).toContain("Receipt");
    expect((await aloud(lead, "how is 2.3.1 doing", 2)).text).toContain("Hang the ship models");
    expect((await talk.card(lead, "how is 2.3.1 doing")).text).toContain("From the Libraries and Heritage plan");
    const [, chosen] = await talk.features.auditLog.changes({ plan: "museums", items: ["plan"] });
    expect(chosen).toMatchObject({
      by: headOfService,
      through: "plans.use",
      parts: [{ what: "plan used in a chat", from: "Libraries and Heritage", to: "Museums" }],
    });
  });

  test("in a team it holds for all its channels, and for no other team", async () => {
    const inTeam = (team: string, channel: string) => ({
      conversation: { id: `19:${channel}@thread.tacv2;messageid=1`, conversationType: "channel", isGroup: true },
      channelData: { tenant: { id: tenantId }, team: { id: `19:${team}` } },
    });
    const said = async (text: string, where: object) => {
      const message = { type: "message", text: `<at>Waymark</at> ${text}`, entities: [mention], ...where };
      const { replies } = await talk.chat.post(headOfService, message, { at: today });
      return shown(replies[0]?.attachments?.[0]?.content);
    };
    const { verb, data } = (await said("use the museums plan here", inTeam("a", "general"))).press("Use it here");
    const invoke = { type: "invoke", name: "adaptiveCard/action", value: { action: { type: "Action.Execute", verb, data } } };
    await talk.chat.post(headOfService, { ...invoke, ...inTeam("a", "general") }, { at: today });
    expect((await said("how is 2.3.1 doing", inTeam("a", "planning"))).text).toContain("Hang the ship models");
    expect((await said("how is 2.3.1 doing", inTeam("b", "general-b"))).text).toContain("From the Libraries and Heritage plan");
  });

  test("a button of a card acts on the card's plan, whatever the chat went over to", async () => {
    const old = await talk.card(lead, "report a figure for 2.3.m1 in the museums plan");
    const update = await talk.card(lead, "update 2.3.1 in the museums plan");
    const answer = await talk.card(lead, "how is 2.3 doing in the museums plan");
    await talk.card(lead, "how is 2.3.m1 doing");
    expect((await talk.press(lead, update, "Save 2.3.1", { status: "complete" })).text).toMatch(/Plan: \nMuseums/);
    expect((await talk.press(lead, old, "Save", { value0: "88" })).text).toMatch(/Plan: \nMuseums/);
    const { progress, figures } = talk.features;
    expect((await progress.of("museums")).get("2.3.1")?.status).toBe("complete");
    expect((await progress.of("plan")).get("2.3.1")?.status).toBeUndefined();
    expect((await figures.all("museums", "2.3.m1")).map(({ value }) => value)).toContain(88);
    expect((await figures.all("plan", "2.3.m1")).map(({ value }) => value)).not.toContain(88);
    expect(JSON.stringify(answer.card)).toContain('"plan":"museums"');
  });

  test("a refresh shows the card's plan, and one that was posted before there were two is of the first", async () => {
    const asked = { question: "standing", args: { scope: "2.3.1" } };
    const textOf = async (data: object) => JSON.stringify((await talk.chat.execute(lead, "answers.refresh", data)).body);
    expect(await textOf({ ...asked, plan: "museums" })).toContain("Hang the ship models");
    expect(await textOf(asked)).toContain("From the Libraries and Heritage plan");
    expect(await textOf({ ...asked, plan: "parks" })).toContain("no longer loaded");
  });

  test("a search finds in every plan, the used one's first, or in the named one, and says which", async () => {
    const turn = { at: new Date(today), conversationId: "c", asker: { id: lead, email: lead } };
    const found = async (words: string) => (await talk.features.assistant.search(words, turn)).map(({ title, detail }) => `${title} · ${detail}`);
    expect(await found("2.3.1")).toEqual([
      expect.stringMatching(/^2\.3\.1 Establish.* · Libraries and Heritage plan$/),
      expect.stringMatching(/^2\.3\.1 Hang the ship models.* · Museums plan$/),
    ]);
    expect(await found("harbour")).toEqual([
      expect.stringMatching(/^2\.3\.2 Light the harbour room.* · Museums plan$/),
      expect.stringMatching(/^2\.3\.m1 Number of visits .* · Museums plan$/),
    ]);
    // What fills the list by itself leaves places for the other plan.
    const many = await found("o");
    expect(many).toHaveLength(15);
    expect(many.filter((line) => line.endsWith("Museums plan")).length).toBeGreaterThan(0);
    expect((await found("")).some((line) => line.endsWith("Museums plan"))).toBe(true);
    const [, card] = await talk.features.assistant.search("2.3.1", turn);
    expect(card?.card.text).toContain("From the Museums plan");
    expect(card?.card.plan).toBe("museums");
    expect(await found("museums: harbour room")).toEqual([
      expect.stringMatching(/^2\.3\.2 Light the harbour room.* · Museums plan$/),
      expect.stringMatching(/^2\.3\.m1 Number of visits .* · Museums plan$/),
    ]);
  });

  test("a report, as a file too, is of the named plan", async () => {
    const turn = { at: new Date(today), conversationId: "c", asker: { id: lead, email: lead } };
    const csv = async (plan: string) => Buffer.from((await talk.features.assistant.file({}, "csv", { ...turn, plan })).bytes).toString();
    expect(await csv("museums")).toContain("Hang the ship models");
    expect(await csv("plan")).not.toContain("Hang the ship models");
    expect((await talk.card(lead, "report for Q2 in the museums plan")).text).toContain("From the Museums plan");
  });

  test("a suggestion on a card asks the card's plan", async () => {
    const card = await talk.card(lead, "how is 2.3 doing in the museums plan");
    await talk.card(lead, "how is 2.3 doing");
    const says = card.buttons.map((title) => card.press(title)).filter(({ verb }) => verb === "questions.ask");
    expect(says.length).toBeGreaterThan(1);
    for (const { verb, data } of says) {
      const { replies } = await talk.chat.execute(lead, verb, data, { at: today });
      expect(JSON.stringify(replies)).toMatch(/Museums plan/);
    }
  });
});

describeEachDatabase("a house of one plan", (database) => {
  test("is told nothing of plans, and its turns read what they read before", async () => {
    const { storage, calls } = noting(await database.open());
    const talk = await openTalk(storage);
    const card = await talk.card(lead, "how is 2.3 doing");
    calls.length = 0;
    await talk.card(lead, "how is 2.3 doing");
    expect(calls.filter((call) => call.startsWith("plan"))).toEqual(["plans.get"]);
    expect(card.text).not.toContain("From the");
    expect(JSON.stringify(card.card)).not.toContain('"plan"');
    expect((await talk.card(lead, "which plans are there")).text).toContain("There is one plan");
    await talk.stop();
  });
});
