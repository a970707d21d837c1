/** Reminders in a chat, through the real adapter: what arrives, and what people do in it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { describeEachDatabase } from "../support/database.js";
import { headOfService } from "../support/features.js";
import { person } from "../support/teams.js";
import { business, cardFor, day, dueOn, early, events, openReminded, type Reminded, staff } from "./reminded.js";

const hub = "2.3.1 Establish a sustainable 'hub and spoke' Business and Intellectual Property Centre (BIPC) network in OCC libraries";

describeEachDatabase("a reminder to a lead", (database) => {
  let talk: Reminded;
  beforeAll(async () => {
    talk = await openReminded(await database.open(), (plan) => {
      dueOn(plan, "2.3.1", "2026-12-22");
      dueOn(plan, "2.3.2", "2026-11-17", { status: "at-risk" });
      dueOn(plan, "3.1.2", "2026-12-01");
    });
  });
  afterAll(() => talk.stop());

  test("is one card, the most pressing first, with plain words why each is there", async () => {
    const cards = await talk.pass();
    expect([...cards.keys()]).toEqual([business]);
    const { text, buttons, card } = cardFor(cards, business);
    expect(text).toMatch(/^Reminder for 24 November 2026\n3 things need you\n/);
    expect([...text.matchAll(/^(\d\.\d\.\d)\n/gm)].map(([, id]) => id)).toEqual(["2.3.2", "3.1.2", "2.3.1"]);
    expect(text).toContain("1 week overdue, reminder 1 of 4");
    expect(text).toContain("Due in 28 days, on 22 December 2026");
    expect(text).toContain("At risk (amber)");
    expect(buttons).toEqual(["Done", "On track", "At risk", "More time", "Not mine", "Snooze", "My reminder settings"]);
    expect(JSON.stringify(card).length * 2).toBeLessThan(40 * 1024);
    expect(card).toMatchObject({ version: "1.5" });
    expect((await talk.pass()).size).toBe(0);
  });

  test("Done opens the card that names the action in full, and only its press changes anything; then the receipt, and the way back", async () => {
    const list = await talk.card(business, "my reminders");
    const asked = await talk.press(business, list, "Done", { item: "2.3.1/0" });
    expect(asked.text).toContain(hub);
    expect(asked.text).toContain("Nothing changes until you press the button.");
    const kept = async () => (await talk.features.progress.of("plan")).get("2.3.1");
    expect(await kept()).toBeUndefined();
    const receipt = await talk.press(business, asked, "Mark as done");
    expect(receipt.text).toMatch(/Saved: 2\.3\.1[\s\S]*By[\s\S]*Business Lead/);
    expect(receipt.text).toContain("24 November 2026");
    expect(await kept()).toMatchObject({ done: { 0: day }, by: business });
    const back = await talk.press(business, receipt, "Back to my list");
    expect(back.text).toMatch(/Said today[\s\S]*2\.3\.1[\s\S]*Done on: 24 November 2026 · By Business Lead/);
    expect(back.inputs.item).toBeUndefined();
  });

  test("without a choice the list comes back and asks for one", async () => {
    const list = await talk.card(business, "my reminders");
    expect((await talk.press(business, list, "Done")).text).toContain("Please choose which one first.");
  });

  test("At risk wants a reason, and keeps the way back through a mistake", async () => {
    const form = await talk.press(business, await talk.card(business, "my reminders"), "At risk", { item: "3.1.2/0" });
    expect(form.inputs).toMatchObject({ status: "at-risk" });
    const again = await talk.press(business, form, "Save 3.1.2", { note: "" });
    expect(again.text).toContain("Please say in a sentence why it is at risk (amber).");
    const receipt = await talk.press(business, again, "Save 3.1.2", { note: "The partner has left." });
    expect(receipt.buttons[0]).toBe("Back to my list");
    expect(receipt.text).toContain("at risk (amber); before: on track (green)");
  });

  test("On track and More time open their cards, filled in", async () => {
    const list = await talk.card(business, "my reminders");
    expect((await talk.press(business, list, "On track", { item: "2.3.2/0" })).inputs).toMatchObject({ status: "on-track" });
    expect((await talk.press(business, list, "More time", { item: "2.3.2/0" })).text).toContain("More time for 2.3.2");
  });

  test("what somebody else did meanwhile shows when the button is pressed", async () => {
    const list = await talk.card(business, "my reminders", { at: `${day}T10:00:00.000Z` });
    const theirs = await talk.card(headOfService, "2.3.2 is off track because the money is gone", { at: `${day}T10:05:00.000Z` });
    await talk.press(headOfService, theirs, "Save 2.3.2", {}, { at: `${day}T10:05:00.000Z` });
    const opened = await talk.press(business, list, "On track", { item: "2.3.2/0" }, { at: `${day}T10:06:00.000Z` });
    expect(opened.text).toContain(
      "Head of Service changed 2.3.2 on 24 November 2026, after this reminder was made: status off track (red); before: at risk (amber)",
    );
    const done = await talk.card(headOfService, "2.3.2 is done", { at: `${day}T10:07:00.000Z` });
    await talk.press(headOfService, done, "Save 2.3.2", {}, { at: `${day}T10:07:00.000Z` });
    const over = await talk.press(business, list, "Done", { item: "2.3.2/0" }, { at: `${day}T10:08:00.000Z` });
    expect(over.text).toContain("2.3.2 is complete (blue).");
    expect(over.text).toMatch(/Head of Service changed it on 24 November 2026: status complete \(blue\)/);
    expect(over.text).toContain("Nothing was changed.");
  });

  test("where Action.Execute is not known the same buttons send their answers as messages", async () => {
    const list = await talk.card(business, "my reminders");
    const { verb, data } = list.press("On track", { item: "3.1.2/0" });
    const { replies } = await talk.chat.submit(business, { verb, ...data });
    expect(JSON.stringify(replies)).toContain("Save 3.1.2");
  });
});

describe("what a lead says of a reminder", () => {
  let talk: Reminded;
  beforeAll(async () => {
    talk = await openReminded(await openStorage(), (plan) => {
      dueOn(plan, "2.3.1", "2026-10-27");
      dueOn(plan, "2.3.2", "2026-12-22");
      dueOn(plan, "1.1.2", "2026-12-22");
    });
  });
  afterAll(() => talk.stop());
  const changes = () => talk.features.auditLog.personalToo({ plan: "plan" });

  test("the last one says when it goes up, and takes a reason that the managers read on that Monday", async () => {
    const card = cardFor(await talk.pass(), business);
    expect(card.text).toMatch(
      /4 weeks overdue, reminder 4 of 4 · Was due on 27 October 2026 · It goes to the managers on 7 December 2026, with the reason if you give one/,
    );
    const form = await talk.press(business, card, "Tell the managers why", { item: "2.3.1/0" });
    expect(form.text).toContain(hub);
    expect((await talk.press(business, form, "Save the reason for 2.3.1", { why: "late" })).text).toContain("Please say why in a sentence.");
    const receipt = await talk.press(business, form, "Save the reason for 2.3.1", { why: "The builders start in May." });
    expect(receipt.text).toMatch(/Saved: the reason for 2\.3\.1[\s\S]*The builders start in May\.[\s\S]*Business Lead/);
    const monday = cardFor(await talk.pass("2026-12-07"), headOfService);
    expect(monday.text).toMatch(/Passed up to you[\s\S]*2\.3\.1[\s\S]*The builders start in May\./);
  });

  test("Snooze: nothing about it until the day, with the reason; the same press again has the same receipt", async () => {
    const form = await talk.card(business, "snooze 2.3.2 until 15 December because the survey runs until then");
    expect(form.inputs).toEqual({ until: "2026-12-15", why: "The survey runs until then" });
    const before = (await changes()).length;
    const receipt = await talk.press(business, form, "Snooze 2.3.2");
    expect(receipt.text).toMatch(/Snoozed: 2\.3\.2 until 15 December 2026[\s\S]*The survey runs until then[\s\S]*Business Lead/);
    expect((await talk.press(business, form, "Snooze 2.3.2", { until: "2026-12-20" })).text).toBe(receipt.text);
    expect((await changes()).length).toBe(before + 1);
    expect((await talk.card(business, "my reminder settings")).text).toContain("Snoozed: 2.3.2 until 15 December 2026.");
    // 7 days before comes after the snooze; 28 days before was held back.
    expect((await talk.card(business, "what will you send on 14 December")).text).toContain("You get nothing");
    expect((await talk.card(business, "what will you send on 15 December")).text).toContain("2.3.2");
  });

  test("Not mine: the managers are asked with the reason; it stays, and the lead hears that, or somebody else is named", async () => {
    const form = await talk.card(business, "2.3.2 is not mine because I moved to the archive");
    const cards = await talk.arriving(async () => {
      const receipt = await talk.press(business, form, "Ask for somebody else for 2.3.2");
      expect(receipt.text).toMatch(/Asked: somebody else for 2\.3\.2[\s\S]*A manager \(Head of Service\) is asked/);
    });
    const asked = cardFor(cards, headOfService);
    expect(asked.text).toContain('Business Lead said on 24 November 2026: "I moved to the archive"');
    expect(asked.buttons).toEqual([`It stays with ${person(business).name}`, "Name somebody else"]);
    expect((await talk.press(business, await talk.card(business, "2.3.2 is not mine because I said so"), "Ask for somebody else for 2.3.2")).text).toContain(
      "A manager has been asked already",
    );
    const heard = await talk.arriving(async () => {
      expect((await talk.press(headOfService, asked, `It stays with ${person(business).name}`)).text).toContain(
        `Saved: 2.3.2 stays with ${person(business).name}`,
      );
    });
    expect(cardFor(heard, business).text).toContain("Head of Service has looked at it: 2.3.2 stays with you.");
  });

  test("somebody else hears who may, and a card made for a lead does nothing for others", async () => {
    expect((await talk.card(staff, "snooze 2.3.2 until 1 June")).text).toContain(`Only ${person(business).name} or a manager`);
    const form = await talk.card(business, "snooze 2.3.2 until 20 December because of the snow outside");
    const before = await changes();
    expect((await talk.press(staff, form, "Snooze 2.3.2")).text).toContain("made for somebody else");
    expect(await changes()).toEqual(before);
  });

  test("an action that has lost its lead by the time of the press is not theirs to snooze", async () => {
    const form = await talk.card(early, "snooze 1.1.2 until 20 December because of the snow outside");
    const naming = await talk.card(headOfService, `make ${staff} the lead of 1.1.2`);
    await talk.press(headOfService, naming, "Save for 1.1.2");
    const before = await changes();
    expect((await talk.press(early, form, "Snooze 1.1.2")).text).toContain("Only ");
    expect(await changes()).toEqual(before);
  });
});

describe("a reminder to a reporter", () => {
  test("is the form itself, for those who have not reported, and is saved from where it stands", async () => {
    const talk = await openReminded(
      await openStorage(),
      (plan) => {
        for (const theme of plan.themes) for (const priority of theme.priorities) for (const action of priority.actions) action.status = "complete";
      },
      { all: true },
    );
    const card = cardFor(await talk.pass("2027-01-04"), events);
    expect(card.text).toMatch(/Please report \d figures?|Please report the figure/);
    expect(card.text).toContain("2026-27 Q3 (October to December 2026), open until 28 January 2027");
    const refused = await talk.card(events, "snooze 1.1.m1 until 1 June because the venue is slow");
    expect(refused.text).toMatch(/1\.1\.m1[\s\S]*Figures cannot be snoozed, so nothing was changed\.[\s\S]*three times at most/);
    expect(refused.buttons[0]).toBe("Open the form");
    const value = card.names.find((name) => name === "value0") ?? "";
    const receipt = await talk.press(
      events,
      card,
      card.buttons.find((title) => title.startsWith("Save")) ?? "",
      { [value]: "45" },
      { at: "2027-01-04T10:00:00.000Z" },
    );
    expect(receipt.text).toMatch(/Saved: 1\.1\.m1 is 45 events/);
    expect(receipt.buttons[0]).toBe("Back to my list");
    await talk.stop();
  });
});

describe("many things at once", () => {
  test("show the ten most pressing and say how many more there are, within 40 KB", async () => {
    const talk = await openReminded(await openStorage(), (plan) => {
      const due = ["2026-11-17", "2026-11-24", "2026-12-01", "2026-12-22"];
      const actions = plan.themes.flatMap(({ priorities }) => priorities.flatMap(({ actions: own }) => own));
      for (const [place, { id }] of actions.slice(0, 14).entries()) dueOn(plan, id, due[place % 4] ?? "", { lead: business });
    });
    const { text, card } = cardFor(await talk.pass(), business);
    expect(text).toContain("14 things need you");
    expect(text).toContain("The 10 most pressing are shown, and there are 4 more");
    expect([...text.matchAll(/^\d\.\d\.\d\n/gm)]).toHaveLength(10);
    expect(JSON.stringify(card).length * 2).toBeLessThan(40 * 1024);
    await talk.stop();
  });
});
