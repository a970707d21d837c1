/** Lists that are acted upon where they stand: what is one's own, and everybody who owes something. */
import { afterEach, describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { headOfService } from "../support/features.js";
import { business, early, events, openReminded, type Reminded } from "./reminded.js";

let talk: Reminded;
afterEach(() => talk.stop());
const open = async (options = {}) => {
  talk = await openReminded(await openStorage(), () => undefined, { all: true, ...options });
  return talk;
};

describe("yours", () => {
  test("shows each action with its own buttons, which open its card", async () => {
    await open();
    const card = await talk.card(business, "what is mine?");
    expect(card.text).toContain("Yours");
    expect(card.text).not.toContain(business);
    expect(card.buttons).toEqual(expect.arrayContaining(["2.3.1 is done", "2.3.1 is on track", "2.3.1 needs more time", "2.3.2 is at risk"]));
    const form = await talk.press(business, card, "2.3.2 is at risk");
    expect(form.text).toContain("2.3.2");
    expect(form.inputs.status).toBe("at-risk");
  });

  test("of a reporter leads to their form in one press", async () => {
    await open();
    const form = await talk.press(events, await talk.card(events, "what is mine?"), "Report figures");
    expect(form.text).toContain("1.2.m2");
    expect(form.buttons).toContain("Save");
  });
});

describe("everybody who has not reported", () => {
  test("is asked after one look, with one message each, whose button opens the person's own form", async () => {
    await open();
    const list = await talk.card(headOfService, "who has not reported?");
    expect(list.text.match(/1\.2\.m2/g)).toHaveLength(1);
    const look = await talk.press(headOfService, list, "Ask them all");
    expect(look.text).toContain("Nothing is sent until you press the button.");
    expect(look.text).toMatch(/Events Staff\nNo figure for 1\.1\.m4 and 1\.2\.m2/);
    expect(look.text).toContain("Not asked, because they have not opened Waymark in Teams yet:");
    const title = look.buttons[0] ?? "";
    const cards = await talk.arriving(async () => {
      const receipt = await talk.press(headOfService, look, title);
      expect(receipt.text).toMatch(/Asked: \d people/);
      expect(receipt.text).toContain("Events Staff");
    });
    const asked = cards.get(events);
    expect(asked?.text).toContain("Figures asked for");
    const form = await talk.press(events, asked as NonNullable<typeof asked>, "Give the figures");
    expect(form.text).toContain("1.2.m2");
    expect(form.buttons).toContain("Save");
  });

  test("hears nothing twice: neither from a second press nor from another ask on that day", async () => {
    await open();
    const look = await talk.press(headOfService, await talk.card(headOfService, "who has not reported?"), "Ask them all");
    const title = look.buttons[0] ?? "";
    await talk.arriving(() => talk.press(headOfService, look, title));
    const second = await talk.arriving(() => talk.press(headOfService, look, title));
    expect([...second.keys()]).toEqual([]);
    const again = await talk.arriving(async () => {
      const more = await talk.card(headOfService, "chase everyone who is late");
      const receipt = await talk.press(headOfService, more, more.buttons[0] ?? "");
      expect(receipt.text).toContain("has asked Events Staff today already.");
    });
    expect(again.has(events)).toBe(false);
  });

  test("is for managers alone", async () => {
    await open();
    expect((await talk.card(events, "who has not reported?")).buttons).not.toContain("Ask them all");
    expect((await talk.card(events, "chase everyone who is late")).text).toContain("Only a manager");
  });
});

test("everyone who is late is chased after one look: leads for what is overdue, reporters for late figures", async () => {
  await open();
  const look = await talk.card(headOfService, "chase everyone who is late");
  expect(look.text).toMatch(/Business Lead\nOverdue 2\.3\.1/);
  expect(look.text).toMatch(/Events Staff\nNo figure for/);
  const cards = await talk.arriving(() => talk.press(headOfService, look, look.buttons[0] ?? ""));
  expect(cards.get(business)?.text).toContain("2.3.1");
  expect(cards.get(business)?.buttons).toContain("At risk");
  expect(cards.has(early)).toBe(look.text.includes(early));
});
