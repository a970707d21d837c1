import { beforeEach, describe, expect, test } from "vitest";
import { describeEachDatabase } from "../support/database.js";
import { deputy, formOf, head, inputsOf, lead, type Office, openOffice, own, staff } from "./assistant.js";

describeEachDatabase("changing an action on its card", (database) => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice(await database.open());
  });

  describe("status and note", () => {
    test("the card names the action in full, shows how it stands, and changes nothing by itself", async () => {
      const card = await office.card(lead, "1.1.1", { card: "status", status: "at-risk" });
      expect(formOf(card)).toMatchObject({
        title: "1.1.1 Establish a hub [x](http://evil.example) **bold**",
        parts: [{ facts: ["Now: on track (green)", "Due 31 March 2027", `Lead: ${lead}`, "Note: Going well"] }],
        presses: [{ label: "Save 1.1.1", verb: "progress.save" }],
      });
      expect(inputsOf(card)).toMatchObject({ status: { value: "at-risk" }, note: { value: "" } });
      expect(await office.kept("1.1.1")).toBeUndefined();
      expect(await office.changes()).toEqual([]);
    });

    test("saved, it is a receipt with what was before, who and when, and stands in the plan and the record", async () => {
      const card = await office.card(lead, "1.1.1", { card: "status", status: "at-risk", note: "The partner left us." });
      const receipt = await office.press(lead, card, "progress.save", { status: "at-risk", note: "The partner left us." });
      expect(receipt).toMatchObject({
        view: "receipt",
        data: {
          title: "Saved: 1.1.1",
          rows: [{ id: "1.1.1", badge: { word: "At risk", colour: "amber" } }],
          facts: [
            { label: "Status", value: "at risk (amber); before: on track (green)" },
            { label: "Note", value: "The partner left us.; before: Going well" },
            { label: "By", value: lead },
            { label: "On", value: "24 November 2026" },
            { label: "Receipt", value: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/) },
          ],
          suggestions: [{ label: "Correct this", says: "Update 1.1.1" }, { says: "My actions" }],
        },
      });
      expect(await office.action("1.1.1")).toMatchObject({ status: "at-risk", note: "The partner left us." });
      expect(await office.changes("1.1.1")).toMatchObject([
        {
          parts: [
            { item: "1.1.1", what: "status", from: "on-track", to: "at-risk" },
            { item: "1.1.1", what: "note", from: "Going well", to: "The partner left us." },
          ],
          by: lead,
          byId: `id of ${lead}`,
          at: "2026-11-24T12:00:00.000Z",
          through: "progress.save",
          why: "The partner left us.",
        },
      ]);
    });

    test.each(["at-risk", "off-track"])("%s wants a sentence why; the card comes back with what was typed", async (status) => {
      for (const note of ["", " ", "because", "x", "...", "1 2 3"]) {
        const card = await office.card(lead, "1.1.1", { card: "status" });
        const back = await office.press(lead, card, "progress.save", { status, note });
        expect(inputsOf(back)).toMatchObject({
          status: { value: status },
          note: { value: note.trim(), message: expect.stringMatching(/^Please say in a sentence why it is/) },
        });
        expect(formOf(back).alert).toContain("Not saved yet");
      }
      expect(await office.changes()).toEqual([]);
    });

    test.each(["on-track", "complete", "cancelled", "not-started"])("%s needs no reason, and an emptied note is gone", async (status) => {
      const card = await office.card(lead, "1.1.1", { card: "status" });
      await office.press(lead, card, "progress.save", { status, note: "" });
      const { note, status: now } = await office.action("1.1.1");
      expect([now, note]).toEqual([status, undefined]);
    });

    test("a note alone is saved without touching the status", async () => {
      const card = await office.card(lead, "1.1.2", { card: "status" });
      await office.press(own, await office.card(own, "1.1.2", { card: "status" }), "progress.save", { status: "not-started", note: "Waits for the budget." });
      expect(await office.changes("1.1.2")).toMatchObject([{ parts: [{ what: "note", to: "Waits for the budget." }] }]);
      expect(card.text).toContain("not started");
    });

    test("pressed a second time, it is the same receipt and one change", async () => {
      const card = await office.card(lead, "1.1.1", { card: "status" });
      const [first, second] = [
        await office.press(lead, card, "progress.save", { status: "complete", note: "" }),
        await office.press(lead, card, "progress.save", { status: "off-track", note: "Something quite different." }),
      ];
      expect(second).toEqual(first);
      expect(await office.changes()).toHaveLength(1);
    });

    test("what somebody else saved meanwhile is shown first, and pressing again saves", async () => {
      const mine = await office.card(lead, "1.1.1", { card: "status" });
      await office.press(deputy, await office.card(deputy, "1.1.1", { card: "status" }), "progress.save", { status: "complete", note: "" });
      const back = await office.press(lead, mine, "progress.save", { status: "at-risk", note: "It broke down again." });
      expect(formOf(back).alert).toContain(`${deputy} changed 1.1.1 on 24 November 2026 after this card was made`);
      expect(back.text).toContain("Now: complete (blue)");
      expect(inputsOf(back)).toMatchObject({ status: { value: "at-risk" }, note: { value: "It broke down again." } });
      expect(await office.press(lead, back, "progress.save", { status: "at-risk", note: "It broke down again." })).toMatchObject({ view: "receipt" });
      expect((await office.action("1.1.1")).status).toBe("at-risk");
    });

    test("nothing different is nothing saved", async () => {
      const card = await office.card(lead, "1.1.1", { card: "status" });
      expect(formOf(await office.press(lead, card, "progress.save", { status: "on-track", note: "Going well" })).alert).toContain("There is nothing to change");
      expect(await office.changes()).toEqual([]);
    });
  });

  describe("whose card it is", () => {
    test("nobody without the right gets one, and hears who may", async () => {
      for (const as of [staff, own]) {
        const { view: look, text } = await office.card(as, "1.1.1", { card: "status" });
        expect([look, text]).toEqual(["notice", expect.stringContaining(`Only ${lead}, ${deputy} or a manager (${head}) can change this action.`)]);
      }
      expect((await office.card("", "1.1.1", { card: "status" })).text).toContain("could not find out who you are");
    });

    test.each([lead, deputy, own, head])("%s may change 1.1.2", async (as) => {
      expect((await office.card(as, "1.1.2", { card: "status" })).view).toBe("form");
    });

    test("somebody else's card, a forged one and one of another verb write nothing", async () => {
      const card = await office.card(lead, "1.1.1", { card: "status" });
      const done = await office.card(lead, "1.1.1", { card: "done" });
      const right = { status: "complete", note: "" };
      expect((await office.press(head, card, "progress.save", right)).text).toContain("made for somebody else");
      const token = String(formOf(card).presses[0]?.data.form);
      for (const form of [`${token}x`, token.replace(/^./, "x"), "", "a.b", formOf(done).presses[0]?.data.form])
        expect((await office.press(lead, { label: "", verb: "progress.save", data: { form } }, "progress.save", right)).text).toContain(
          "This form cannot be used",
        );
      expect(await office.changes()).toEqual([]);
    });

    test("the right is asked for when it is pressed, not when the card was made", async () => {
      const card = await office.card(lead, "1.1.1", { card: "status" });
      await office.amendments.amend("plan", "x", () => ({
        change: { _id: "x", plan: "plan", items: ["1.1"], parts: [], by: head, at: "", through: "" },
        of: new Map([["1.1", { lead: staff }]]),
      }));
      const now = (await openOffice(office.storage)).known;
      const { view: look, text } = await office.press(lead, card, "progress.save", { status: "complete", note: "" }, undefined, {
        known: now,
        plan: now.plan,
        catalogue: now.catalogue,
      });
      expect([look, text]).toEqual(["notice", expect.stringContaining(`Only ${staff}, ${deputy} or a manager`)]);
      expect(await office.kept("1.1.1")).toBeUndefined();
    });

    test("a card that was used gives its receipt even when the right is gone, and a year-old one a refusal", async () => {
      const card = await office.card(head, "1.1.1", { card: "status" });
      const receipt = await office.press(head, card, "progress.save", { status: "complete", note: "" });
      expect(await office.press(head, card, "progress.save", {}, "2027-11-25T12:00:00Z", { managers: [] })).toMatchObject({
        view: "receipt",
        text: receipt.text,
      });
      const old = await office.card(head, "1.1.2", { card: "status" });
      expect((await office.press(head, old, "progress.save", { status: "complete", note: "" }, "2027-11-25T12:00:00Z")).text).toContain("too old");
    });
  });

  describe("a milestone", () => {
    test("is marked done with the day, a link and a note", async () => {
      const card = await office.card(own, "1.1.2", { card: "done", place: 0 });
      expect(formOf(card)).toMatchObject({ eyebrow: 'Mark as done: 1.1.2 "Pilot"', title: "1.1.2 Pilot in three offices, then everywhere" });
      expect(inputsOf(card).day?.value).toBe("2026-11-24");
      const receipt = await office.press(own, card, "progress.done", { day: "2026-03-20", link: "example.org/report", note: "All three." });
      expect(receipt.text).toContain("Done on (Pilot): 20 March 2026; before: nothing".replace("; before: nothing", ""));
      expect((await office.action("1.1.2")).milestones).toEqual([
        { label: "Pilot", due: "2026-03-31", done: "2026-03-20" },
        { label: "Roll out", due: "2027-03-31" },
      ]);
      expect(await office.kept("1.1.2")).toMatchObject({ evidence: { 0: { link: "https://example.org/report", note: "All three." } } });
      expect(await office.changes("1.1.2")).toMatchObject([
        {
          parts: [
            { what: "milestone", which: "Pilot", to: "2026-03-20" },
            { what: "evidence", which: "Pilot", to: "https://example.org/report" },
            { what: "milestone note", which: "Pilot", to: "All three." },
          ],
        },
      ]);
    });

    test("of several is chosen on the card", async () => {
      const card = await office.card(own, "1.1.2", { card: "done" });
      expect(inputsOf(card).which?.choices?.map(({ label }) => label)).toEqual(["Pilot, due 31 March 2026", "Roll out, due 31 March 2027"]);
      const back = await office.press(own, card, "progress.done", { day: "2026-03-20" });
      expect(inputsOf(back).which?.message).toBe("Please choose which one is done.");
      await office.press(own, back, "progress.done", { which: "1", day: "2026-03-20" });
      expect((await office.action("1.1.2")).milestones?.map(({ done }) => done)).toEqual([undefined, "2026-03-20"]);
    });

    test.each<[string, Record<string, unknown>, string, RegExp]>([
      ["no day", { day: "" }, "day", /on which day it was done/],
      ["a day that does not exist", { day: "2026-02-30" }, "day", /as a date/],
      ["a day to come", { day: "2026-11-25" }, "day", /still to come/],
      ["a day long before the plan", { day: "1926-11-25" }, "day", /long before the plan/],
      ["a link that is none", { day: "2026-11-24", link: "see my desk" }, "link", /whole web address/],
      ["a link to a script", { day: "2026-11-24", link: "javascript:alert(1)" }, "link", /whole web address/],
      ["a link that is no text", { day: "2026-11-24", link: { $ne: null } }, "link", /could not be read/],
      ["a note without end", { day: "2026-11-24", note: "x".repeat(100_000) }, "note", /too long/],
    ])("%s is asked for again beside the input, and nothing is saved", async (_, inputs, name, message) => {
      const back = await office.press(lead, await office.card(lead, "1.1.1", { card: "done" }), "progress.done", inputs);
      expect(inputsOf(back)[name]?.message).toMatch(message);
      expect(await office.changes()).toEqual([]);
    });

    test("is not done after all, with a reason, and the record keeps both", async () => {
      await office.press(lead, await office.card(lead, "1.1.1", { card: "done" }), "progress.done", { day: "2026-11-20" });
      const card = await office.card(lead, "1.1.1", { card: "done" });
      expect(formOf(card).presses.map(({ label }) => label)).toEqual(["Save the day", "Not done after all"]);
      expect(inputsOf(await office.press(lead, card, "progress.undone", { note: "oops" })).note?.message).toMatch(/in a sentence/);
      await office.press(lead, card, "progress.undone", { note: "The wrong hub was meant." });
      expect((await office.action("1.1.1")).milestones).toEqual([{ due: "2027-03-31" }]);
      expect((await office.changes("1.1.1")).map(({ parts, why }) => [parts[0]?.from, parts[0]?.to, why])).toEqual([
        [undefined, "2026-11-20", undefined],
        ["2026-11-20", undefined, "The wrong hub was meant."],
      ]);
    });
  });

  describe("my actions", () => {
    test("lists what is mine or my priority's, and opens the card of the chosen one", async () => {
      expect(formOf(await office.mine(own)).parts.map(({ id }) => id)).toEqual(["1.1.2", ""]);
      const mine = await office.mine(deputy);
      expect(formOf(mine).parts.map(({ id }) => id)).toEqual(["1.1.2", "1.1.1", "1.1.3", ""]);
      expect(mine.text).toContain("Pilot: due 31 March 2026, overdue");
      const press = (card: string) => formOf(mine).presses.find(({ data }) => data.card === card) as never;
      expect((await office.press(deputy, press("status"), "", { action: "1.1.3" })).text).toContain("1.1.3 Keep going");
      expect(inputsOf(await office.press(deputy, press("done"), "", { action: "1.1.2" })).which?.label).toBe("Which milestone");
      expect((await office.press(deputy, press("time"), "", { action: "1.1.3" })).text).toContain("no open date");
      expect(formOf(await office.press(deputy, press("time"), "", {})).alert).toBe("Please choose an action first.");
    });

    test("of somebody who leads nothing says so", async () => {
      expect((await office.mine(staff)).text).toContain("does not name you as the lead");
    });
  });
});
