/** Leads say how their actions stand, managers answer and name people, anyone asks who changed what: in a chat, through the real adapter. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeEachDatabase } from "../support/database.js";
import { headOfService } from "../support/features.js";
import { person } from "../support/teams.js";
import { openTalk, type Talk } from "./talk.js";

const business = "business.lead@example.org";
const early = "early.years@example.org";
const funding = "funding.lead@example.org";
const skills = "skills.lead@example.org";
const staff = "sam.taylor@example.org";
const anna = "anna.smith@example.org";

const planId = async ({ features }: Talk) => (await features.plans.current())?.id ?? "";
const keptOf = async (talk: Talk, action: string) => (await talk.features.progress.of(await planId(talk))).get(action);
const changesOf = async (talk: Talk, ...items: string[]) => talk.features.auditLog.changes({ plan: await planId(talk), ...(items.length && { items }) });

describeEachDatabase("progress in a chat", (database) => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await openTalk(await database.open());
  });
  afterAll(() => talk.stop());

  describe("a lead", () => {
    test('"2.3.1 is done": the card names the action in full, changes nothing, and becomes a receipt when it is pressed', async () => {
      const card = await talk.card(business, "2.3.1 is done");
      expect(card.text).toContain("2.3.1 Establish a sustainable 'hub and spoke' Business and Intellectual Property Centre (BIPC) network in OCC libraries");
      expect(card.text).toContain("Now: at risk (amber)");
      expect(card.inputs).toMatchObject({ status: "complete" });
      expect(card.buttons).toEqual(["Save 2.3.1", "Mark a date as done", "Ask for more time"]);
      expect(await keptOf(talk, "2.3.1")).toBeUndefined();
      const receipt = await talk.press(business, card, "Save 2.3.1");
      expect(receipt.text).toContain("Saved: 2.3.1");
      expect(receipt.text).toMatch(/Status: \n?complete \(blue\); before: at risk \(amber\)/);
      expect(receipt.buttons).toEqual(["Correct this", "My actions"]);
      expect((await talk.card(business, "how is 2.3.1 doing")).text).toContain("Complete (blue)");
    });

    test('"mark the ECALM pilot complete": the milestone is corrected with its day and a link', async () => {
      const card = await talk.card(early, "mark the ECALM pilot complete");
      expect(card.text).toContain('Done: 1.1.2 "Pilot"');
      expect(card.text).toContain("Pilot: due 31 March 2026, done on 20 March 2026");
      const roll = await talk.card(early, "the roll out of 1.1.2 was finished on 20 November 2026");
      expect(roll.text).toContain('Mark as done: 1.1.2 "Roll out"');
      expect(roll.inputs).toMatchObject({ day: "2026-11-20" });
      const receipt = await talk.press(early, roll, "Mark as done", { link: "https://intranet.example.org/ecalm" });
      expect(receipt.text).toMatch(/Done on \(Roll out\): \n?20 November 2026/);
      expect(await keptOf(talk, "1.1.2")).toMatchObject({ done: { 1: "2026-11-20" }, evidence: { 1: { link: "https://intranet.example.org/ecalm" } } });
      expect((await talk.card(staff, "when is 1.1.2 due")).text).toContain("was done on 20 November 2026, in time");
    });

    test('"3.1.2 is at risk because …": the reason stands in the card; without one it is asked for', async () => {
      const card = await talk.card(business, "3.1.2 is at risk because the sector's board has left the hub");
      expect(card.inputs).toEqual({ status: "at-risk", note: "The sector's board has left the hub" });
      const back = await talk.press(business, card, "Save 3.1.2", { note: "" });
      expect(back.text).toContain("Please say in a sentence why it is at risk (amber).");
      expect(back.inputs).toMatchObject({ status: "at-risk" });
      const receipt = await talk.press(business, back, "Save 3.1.2", { note: "The sector's board has left the hub." });
      expect(receipt.text).toContain("at risk (amber); before: complete (blue)");
      expect((await talk.card(staff, "why is 3.1.2 at risk")).text).toContain("The sector's board has left the hub.");
    });

    test('"my actions": the list with the cards at hand', async () => {
      const card = await talk.card(business, "my actions");
      expect(card.text).toContain("You lead 3 actions.");
      const opened = await talk.press(business, card, "Status or note", { action: "2.3.2" });
      expect(opened.text).toContain("2.3.2 Work with partners");
      expect(opened.buttons[0]).toBe("Save 2.3.2");
    });

    test("somebody who may not hears who may, and a card that was made for a lead does nothing for others", async () => {
      expect((await talk.card(staff, "mark 2.3.2 as off track because it broke")).text).toContain(
        `Only ${person(business).name} or a manager (${person(headOfService).name}) can change this action.`,
      );
      const card = await talk.card(business, "update 2.3.2");
      expect((await talk.press(staff, card, "Save 2.3.2", { status: "off-track", note: "It broke down." })).text).toContain("made for somebody else");
      expect(await keptOf(talk, "2.3.2")).toBeUndefined();
    });
  });

  describe("more time", () => {
    test("is asked for, waits, is agreed to by a manager; every answer shows both dates and how often it slipped", async () => {
      const card = await talk.card(
        funding,
        "more time for the funding plan agreed milestone of 3.2.1 until 26 February 2027 because the budget comes in February",
      );
      expect(card.text).toContain('More time for 3.2.1 "Funding plan agreed"');
      expect(card.inputs).toEqual({ due: "2027-02-26", why: "The budget comes in February" });
      const receipt = await talk.press(funding, card, "Ask for more time");
      expect(receipt.text).toContain("The date stays as it is until a manager has agreed to the new one.");
      expect((await talk.card(funding, "when is 3.2.1 due")).text).toContain("due on 11 December 2026");
      expect((await talk.card(staff, "requests for more time")).text).toContain(`Waiting for a manager: ${person(funding).name} asked on 24 November 2026`);
      const asked = await talk.card(headOfService, "requests for more time");
      expect(asked.text).toContain(`${person(funding).name} asks for 26 February 2027 instead of 11 December 2026.`);
      const agreed = await talk.press(headOfService, asked, "Agree to 26 February 2027");
      expect(agreed.text).toContain("Agreed: 3.2.1 is due on 26 February 2027");
      expect(agreed.text).toMatch(/Printed \(Funding plan agreed\): \n?11 December 2026[\s\S]*Moved \(Funding plan agreed\): \n?once/);
      expect((await talk.card(staff, "who changed 3.2.1")).text).toContain(
        "due 26 February 2027, before: 11 December 2026; printed 11 December 2026; moved once",
      );
      expect((await talk.card(staff, "how is 3.2 doing")).text).toContain("Due 26 February 2027 (Funding plan agreed; printed: 11 December 2026; moved once)");
      for (const question of ["when is 3.2.1 due", "how is 3.2.1 doing", "what is due in the next 120 days", "dates under 3.2"])
        expect([question, (await talk.card(staff, question)).text]).toEqual([
          question,
          expect.stringContaining("26 February 2027 (printed: 11 December 2026; moved once)"),
        ]);
    });

    test("a third slip is said to the manager before they agree", async () => {
      for (const [due, warned] of [
        ["30 April 2027", false],
        ["30 June 2027", true],
      ] as const) {
        const card = await talk.card(funding, `more time for the funding plan agreed milestone of 3.2.1 until ${due} because the budget is late again`);
        await talk.press(funding, card, "Ask for more time");
        const asked = await talk.card(headOfService, "requests for more time");
        expect(asked.text.includes("this would be the third time that this date slips")).toBe(warned);
        await talk.press(headOfService, asked, `Agree to ${due}`);
      }
      expect((await talk.card(staff, "when is 3.2.1 due")).text).toContain("30 June 2027 (printed: 11 December 2026; moved 3 times)");
    });
  });

  describe("people", () => {
    test("a manager names a lead, who may act at once; the one before may not any more", async () => {
      const card = await talk.card(headOfService, `make ${anna} the lead of 2.3.2`);
      expect(card.text).toContain("2.3.2 Work with partners");
      expect(card.text).toContain(`Lead: none of its own; ${person(business).name} leads its priority`);
      expect(card.inputs).toMatchObject({ role: "lead", email: anna });
      expect((await talk.press(headOfService, card, "Save for 2.3.2")).text).toMatch(new RegExp(`Lead: \n?${person(anna).name}`));
      expect((await talk.card(staff, "who leads 2.3.2")).text).toContain(`2.3.2 is led by ${person(anna).name}.`);
      expect((await talk.card(anna, "update 2.3.2")).buttons[0]).toBe("Save 2.3.2");
    });

    test("deputies may do what the lead may, until they are deputies no more", async () => {
      await talk.press(headOfService, await talk.card(headOfService, `add ${staff} as deputy for 1.4`), "Save for 1.4");
      expect((await talk.card(staff, "update 1.4.1")).buttons[0]).toBe("Save 1.4.1");
      expect((await talk.card(staff, "my actions")).text).toContain("1.4.1");
      await talk.press(headOfService, await talk.card(headOfService, `remove ${staff} as deputy for 1.4`), "Save for 1.4");
      expect((await talk.card(staff, "update 1.4.1")).text).toContain("can change this action.");
    });

    test("a reporter is named by the people picker, who is known by the directory's id when the bot has met them", async () => {
      await talk.card(anna, "hello");
      const card = await talk.card(headOfService, "name the reporter of 3.3.m2");
      const back = await talk.press(headOfService, card, "Save for 3.3.m2", { person: "00000000-0000-4000-8000-000000000000" });
      expect(back.text).toContain("I do not know this person's e-mail address yet.");
      await talk.press(headOfService, back, "Save for 3.3.m2", { person: person(anna).aadObjectId });
      expect((await talk.card(staff, "who reports 3.3.m2")).text).toContain(`${person(anna).name} reports 3.3.m2.`);
      expect((await talk.card(anna, "report 5,900 for 3.3.m2")).buttons).toContain("Save");
    });

    test("nobody but a manager names anybody", async () => {
      expect((await talk.card(skills, `make ${skills} the lead of 2.3.1`)).text).toContain(
        `Only a manager (${person(headOfService).name}) can say who leads this.`,
      );
      expect((await talk.card(skills, `hand over everything of ${business} to ${skills}`)).text).toContain("can hand over what somebody has");
      expect((await talk.card(skills, `make ${skills} a manager`)).text).toContain("can say who is a manager");
      expect((await talk.card(skills, "the committee met on 12 October 2026")).text).toContain("can name a committee date");
    });

    test("everything of one person goes to another at once, after a look at the list", async () => {
      const card = await talk.card(headOfService, `hand over everything of ${skills} to ${anna}`);
      expect(card.text).toContain("1.4 Support people to develop skills");
      expect(card.text).toContain("1.2.4 Identify new partners");
      const button = card.buttons[0] ?? "";
      expect(button).toMatch(/^Hand over all \d+$/);
      const receipt = await talk.press(headOfService, card, button);
      expect(receipt.text).toContain(`Everything of ${person(skills).name} is ${person(anna).name}'s now.`);
      const count = Number(/\d+/.exec(button)?.[0]);
      const made = (await changesOf(talk)).filter(({ through }) => through === "people.hand-over");
      expect(made).toMatchObject([{ by: headOfService, parts: expect.objectContaining({ length: count }) }]);
      expect((await talk.card(staff, `what does ${skills} lead`)).text).toContain(`${person(skills).name} leads nothing in the plan`);
      expect((await talk.card(staff, "who leads 1.4")).text).toContain(person(anna).name);
      expect((await talk.press(headOfService, card, button)).text).toBe(receipt.text);
    });

    test("a list that has changed since it was looked at is shown again", async () => {
      const card = await talk.card(headOfService, `hand over everything of ${funding} to ${anna}`);
      await talk.press(headOfService, await talk.card(headOfService, `make ${funding} the lead of 1.5`), "Save for 1.5");
      const back = await talk.press(headOfService, card, card.buttons[0] ?? "");
      expect(back.text).toContain("the list has changed after this card was made");
      expect((await talk.card(staff, "who leads 3.2")).text).toContain(`3.2 is led by ${person(funding).name}.`);
    });

    test('"who has no lead" tells what nobody leads any more', async () => {
      const card = await talk.card(headOfService, "remove the lead of 1.5");
      await talk.press(headOfService, card, "Save for 1.5", { role: "nobody" });
      expect((await talk.card(staff, "who has no lead")).text).toContain("1.5");
    });

    test("managers make managers; those of the setting stay", async () => {
      await talk.press(headOfService, await talk.card(headOfService, `make ${anna} a manager`), "Make a manager");
      expect((await talk.card(anna, `make ${staff} the lead of 1.5`)).buttons[0]).toBe("Save for 1.5");
      expect((await talk.press(anna, await talk.card(anna, `remove ${headOfService} as manager`), "Not a manager any more")).text).toContain(
        "was made a manager when Waymark was set up",
      );
      const card = await talk.card(anna, `remove ${anna} as manager`);
      expect((await talk.press(anna, card, "Not a manager any more")).text).toContain(`${person(anna).name} is not a manager any more`);
      expect((await talk.card(anna, `make ${staff} the lead of 1.5`)).text).toContain(`Only a manager (${person(headOfService).name})`);
      expect((await talk.card(staff, "who are the managers")).text).toContain(person(headOfService).name);
    });
  });

  describe("the record", () => {
    test('"who changed 2.3.1": who, when, from what, to what', async () => {
      const { text } = await talk.card(staff, "who changed 2.3.1");
      expect(text).toContain(`2.3.1 has 1 change since it was imported. The last: by ${person(business).name} on 24 November 2026.`);
      expect(text).toContain("Status complete (blue), before: at risk (amber)");
      expect((await talk.card(staff, "who changed 2.2.1")).text).toContain(
        "Nobody has changed 2.2.1 since the plan was imported on 12 October 2026 by Head of Service.",
      );
    });

    test('"what changed since 1 October" counts and lists all of it, figures too', async () => {
      const form = await talk.card(headOfService, "report 310 for 1.4.m1 in Q3 2025-26");
      if (form.buttons.includes("Save")) await talk.press(headOfService, form, "Save", { value0: "310", why0: "Counted again." });
      const { text } = await talk.card(staff, "what changed since 1 October");
      expect(text).toMatch(/\d+ changes by \d+ people: \d+ statuses?, \d+ milestones?, 3 dates moved/);
      for (const said of [
        "status complete (blue), before: at risk (amber)",
        "Roll out: done on 20 November 2026",
        "Everything of Skills Lead handed over to Anna Smith",
      ])
        expect(text).toContain(said);
      expect(text).toContain("The plan was imported in this time, by Head of Service on 12 October 2026.");
      expect(text).not.toContain("revision");
      expect((await talk.card(staff, "what changed in September")).text).toContain("came in");
      expect((await talk.card(staff, "what changed in April 2025")).text).toContain("Nothing was changed");
    });

    test('"what changed since the last committee" goes by a date that a manager names', async () => {
      expect((await talk.card(staff, "what changed since the last committee")).text).toContain("A manager can tell me");
      const card = await talk.card(headOfService, "the committee met on 23 November 2026");
      await talk.press(headOfService, card, "Save this date");
      expect((await talk.card(staff, "what changed since the last committee")).text).toContain("Changes since the committee of 23 November 2026");
      expect((await talk.card(staff, "committee dates")).text).toContain("23 November 2026");
      const taken = await talk.press(headOfService, await talk.card(headOfService, "committee dates"), "Take this date away", { day: "2026-11-23" });
      expect(taken.text).toContain("Removed");
      expect((await talk.card(staff, "what changed since the last committee")).text).toContain("A manager can tell me");
    });

    test("every change names who, by which id, when and through which card", async () => {
      const [imported, ...changes] = await changesOf(talk);
      expect(imported).toMatchObject({ by: headOfService, through: "plan import", parts: [{ item: "plan", to: "revision 1" }] });
      expect(changes.length).toBeGreaterThan(15);
      for (const { by, byId, at, through, parts, items } of changes) {
        expect(byId).toBe(person(by).aadObjectId);
        expect([at, through, parts.length > 0, items.length > 0]).toEqual([
          expect.stringMatching(/^2026-11-2\dT/),
          expect.stringMatching(/^[a-z]+\.[a-z-]+$/),
          true,
          true,
        ]);
      }
    });
  });
});
