import { beforeEach, describe, expect, test } from "vitest";
import { milestoneSentence } from "../../src/answers/milestones.js";
import { describeEachDatabase } from "../support/database.js";
import { formOf, head, inputsOf, lead, type Office, openOffice, own, staff } from "./assistant.js";

describeEachDatabase("more time", (database) => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice(await database.open());
  });

  const why = "The builders start two months later.";
  const ask = async (due: string, { as = lead, id = "1.1.1", at }: { as?: string; id?: string; at?: string } = {}) =>
    office.press(as, await office.card(as, id, { card: "time" }, at), "progress.ask-time", { due, why }, at);
  const agree = async (at?: string) => {
    const [card] = await office.requests(head, at);
    if (!card) throw new Error("no request");
    return office.press(head, card, "progress.agree", {}, at);
  };
  const dueOf = async () => (await office.action("1.1.1")).milestones?.[0];

  test("is asked for with a reason and a new date; the date stays until a manager has agreed", async () => {
    const receipt = await ask("2027-06-30");
    expect(receipt).toMatchObject({ view: "receipt", data: { title: "Asked: more time for 1.1.1" } });
    expect(receipt.text).toContain("The date stays as it is until a manager has agreed");
    expect(await dueOf()).toEqual({ due: "2027-03-31" });
    expect(await office.changes("1.1.1")).toMatchObject([{ parts: [{ what: "more time", to: "2027-06-30" }], why, by: lead }]);
  });

  test("agreed to, the new date counts, with the printed one beside it and how often it slipped, in every sentence", async () => {
    await ask("2027-06-30");
    const [card] = await office.requests(head);
    expect(card && formOf(card)).toMatchObject({
      eyebrow: "More time for 1.1.1",
      lead: [`${lead} asks for 30 June 2027 instead of 31 March 2027.`, `Reason: ${why}`, "This date has not slipped before.", "Asked on 24 November 2026."],
      presses: [{ label: "Agree to 30 June 2027" }, { label: "Refuse; 31 March 2027 stays" }],
    });
    expect(await agree()).toMatchObject({ view: "receipt", data: { title: "Agreed: 1.1.1 is due on 30 June 2027" } });
    const action = await office.action("1.1.1");
    const [milestone] = action.milestones ?? [];
    expect(milestone).toEqual({ due: "2027-06-30", printed: "2027-03-31", slips: 1 });
    expect(milestone && milestoneSentence(action, milestone, "2026-11-24")).toBe("1.1.1 is due on 30 June 2027 (printed: 31 March 2027; moved once).");
    expect(await office.requests(head)).toEqual([]);
    expect((await office.changes("1.1.1")).at(-1)).toMatchObject({
      by: head,
      parts: [
        { what: "answer to more time", to: true },
        { what: "due", from: "2027-03-31", to: "2027-06-30" },
        { what: "printed", to: "2027-03-31" },
        { what: "slips", to: 1 },
      ],
    });
  });

  test("refused with a sentence why, the date stays and it is no slip", async () => {
    await ask("2027-06-30");
    const [card] = await office.requests(head);
    if (!card) throw new Error("no request");
    const back = await office.press(head, card, "progress.refuse", { words: "no" });
    expect(inputsOf(back).words?.message).toMatch(/in a sentence why not/);
    expect(await office.press(head, back, "progress.refuse", { words: "The grant ends in March." })).toMatchObject({
      view: "receipt",
      data: { title: "Refused: the date of 1.1.1 stays" },
    });
    expect(await dueOf()).toEqual({ due: "2027-03-31" });
    expect(await office.kept("1.1.1")).toMatchObject({
      waiting: false,
      answered: { 0: { agreed: false, why: "The grant ends in March.", askedBy: lead, by: head } },
    });
  });

  test("a third slip is said to the manager before they agree, and a fourth", async () => {
    for (const [slip, due] of ["2027-06-30", "2027-09-30", "2027-12-31", "2028-03-31"].entries()) {
      await ask(due);
      const [card] = await office.requests(head);
      const alert = card && formOf(card).alert;
      if (slip < 2) expect(alert).toBeUndefined();
      else expect(alert).toBe(`Before you agree: this would be the ${slip === 2 ? "third" : "fourth"} time that this date slips.`);
      await agree();
      expect(await dueOf()).toEqual({ due, printed: "2027-03-31", slips: slip + 1 });
    }
  });

  test("a card that does not know yet of the slip before it comes back with the warning", async () => {
    for (const due of ["2027-06-30", "2027-09-30"]) {
      await ask(due);
      if (due === "2027-06-30") await agree();
    }
    const [early] = await office.requests(head);
    await agree();
    await ask("2027-12-31");
    if (!early) throw new Error("no request");
    expect((await office.press(head, early, "progress.agree")).text).toContain(`${lead} has asked for another date for 1.1.1 since this card was made.`);
    expect((await dueOf())?.due).toBe("2027-09-30");
  });

  test("only managers answer; a lead who is none gets no card that works", async () => {
    await ask("2027-06-30");
    const [card] = await office.requests(lead);
    if (!card) throw new Error("no request");
    expect((await office.press(lead, card, "progress.agree")).text).toContain(`Only a manager (${head}) can agree to more time or refuse it.`);
    expect(await dueOf()).toEqual({ due: "2027-03-31" });
  });

  test("two managers at the same moment: one answer counts, the other hears of it", async () => {
    await ask("2027-06-30");
    const [mine] = await office.requests(head);
    const [theirs] = await office.requests("other@example.org");
    if (!mine || !theirs) throw new Error("no request");
    const managers = { managers: [head, "other@example.org"] };
    const answers = await Promise.all([
      office.press(head, mine, "progress.agree", {}, undefined, managers),
      office.press("other@example.org", theirs, "progress.refuse", { words: "The grant ends in March." }, undefined, managers),
    ]);
    expect(answers.filter(({ view: look }) => look === "receipt")).toHaveLength(1);
    expect(answers.find(({ view: look }) => look === "notice")?.text).toMatch(/(agreed to|refused) more time for 1\.1\.1 on 24 November 2026/);
    expect((await office.changes("1.1.1")).filter(({ parts }) => parts[0]?.what === "answer to more time")).toHaveLength(1);
  });

  test("pressed twice, the date slips once", async () => {
    await ask("2027-06-30");
    const [card] = await office.requests(head);
    if (!card) throw new Error("no request");
    const [first, second] = [await office.press(head, card, "progress.agree"), await office.press(head, card, "progress.agree")];
    expect(second).toEqual(first);
    expect((await dueOf())?.slips).toBe(1);
  });

  test.each<[string, Record<string, unknown>, string, RegExp]>([
    ["no date", { due: "", why }, "due", /give the new date/],
    ["an earlier date", { due: "2027-03-31", why }, "due", /due on 31 March 2027 now/],
    ["a date that is over", { due: "2026-11-23", why }, "due", /later date|is over/],
    ["a date out of sight", { due: "2072-11-23", why }, "due", /more than ten years/],
    ["words for a date", { due: "when it is ready", why }, "due", /as a date/],
    ["no reason", { due: "2027-06-30", why: "" }, "why", /in a sentence/],
    ["a list for a reason", { due: "2027-06-30", why: ["a b c"] }, "why", /could not be read/],
  ])("asked for with %s, the card comes back", async (_, inputs, name, message) => {
    const back = await office.press(lead, await office.card(lead, "1.1.1", { card: "time" }), "progress.ask-time", inputs);
    expect(inputsOf(back)[name]?.message).toMatch(message);
    expect(await office.changes()).toEqual([]);
  });

  describe("of several dates", () => {
    test("the one that is meant is chosen, and the others stay", async () => {
      const card = await office.card(own, "1.1.2", { card: "time" });
      expect(inputsOf(card).which?.choices).toHaveLength(2);
      await office.press(own, card, "progress.ask-time", { which: "0", due: "2026-12-31", why });
      await agree();
      expect((await office.action("1.1.2")).milestones).toEqual([
        { label: "Pilot", due: "2026-12-31", printed: "2026-03-31", slips: 1 },
        { label: "Roll out", due: "2027-03-31" },
      ]);
    });

    test("several requests wait side by side, the oldest first, until each has its answer", async () => {
      await office.press(
        own,
        await office.card(own, "1.1.2", { card: "time", place: 1 }),
        "progress.ask-time",
        { due: "2027-05-31", why },
        "2026-11-25T10:00:00Z",
      );
      await ask("2027-06-30");
      expect((await office.requests(head)).map((card) => formOf(card).eyebrow)).toEqual(["More time for 1.1.1", 'More time for 1.1.2 "Roll out"']);
      await agree();
      expect(await office.requests(head)).toHaveLength(1);
      expect((await office.kept("1.1.2"))?.waiting).toBe(true);
    });
  });

  test("without a date that is open there is nothing to ask for", async () => {
    expect((await office.card(lead, "1.1.3", { card: "time" })).text).toContain("no open date");
    await office.press(lead, await office.card(lead, "1.1.1", { card: "done" }), "progress.done", { day: "2026-11-20" });
    expect((await office.card(lead, "1.1.1", { card: "time" })).text).toContain("no open date");
    expect((await office.card(staff, "1.1.1", { card: "time" })).text).toContain("can ask for more time for this action");
  });
});
