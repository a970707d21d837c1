/** A note that was said with a status, and how long somebody is away: as said, whatever is asked in between. */
import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/plan/index.js";
import { openStorage } from "../../src/storage/index.js";
import { openTalk, type Talk } from "./talk.js";

const business = "business.lead@example.org";

const talking = (work: (talk: Talk) => Promise<void>) => async () => {
  const talk = await openTalk(await openStorage());
  try {
    await work(talk);
  } finally {
    await talk.stop();
  }
};

describe("a note said with a status", () => {
  test.each([
    ["it is at risk because the adviser left", "at-risk", "The adviser left"],
    ["we are off track: no venue until May", "off-track", "No venue until May"],
  ])("survives the choice of the action: %s", (says, status, note) =>
    talking(async (talk) => {
      const card = await talk.card(business, says);
      const title = card.buttons.find((button) => button.startsWith("2.3.2")) ?? "";
      const form = await talk.card(business, String(card.press(title).data.says));
      expect(form.text).toContain("2.3.2");
      expect(form.inputs).toEqual({ status, note });
    })(),
  );

  test(
    "stands on the card at once where it can be of one action alone",
    talking(async (talk) => {
      const form = await talk.card(business, "back on track, we found a new partner");
      expect(form.text).toContain("2.3.1");
      expect(form.inputs).toEqual({ status: "on-track", note: "We found a new partner" });
    }),
  );

  test("survives the longer list, and a press before anything is chosen", async () => {
    const change = (plan: Plan) => {
      for (const { priorities } of plan.themes) for (const priority of priorities) for (const action of priority.actions) action.lead = business;
    };
    const talk = await openTalk(await openStorage(), { change });
    const list = await talk.card(business, "off track: no venue until May");
    const again = await talk.press(business, list, "Status or note");
    expect(again.text).toContain("Please choose an action first.");
    const form = await talk.press(business, again, "Status or note", { action: "2.5.1" });
    expect(form.text).toContain("2.5.1");
    expect(form.inputs).toEqual({ status: "off-track", note: "No venue until May" });
    await talk.stop();
  });
});

describe("being away", () => {
  test.each([
    ["I'm off from Monday for two weeks", "2026-11-30", "2026-12-13"],
    ["I'm off from Monday for a week", "2026-11-30", "2026-12-06"],
    ["on leave from 1 December for 10 days", "2026-12-01", "2026-12-10"],
    ["away for a fortnight from Monday", "2026-11-30", "2026-12-13"],
    ["on holiday for two weeks", "2026-11-24", "2026-12-07"],
    ["I'm away from Monday until 11 December", "2026-11-30", "2026-12-11"],
    ["off next week", "2026-11-30", "2026-12-06"],
    ["I'm off for two weeks starting Monday", "2026-11-30", "2026-12-13"],
    ["I'm on leave for a month from 1 December", "2026-12-01", "2026-12-31"],
  ])("ends on the day that was meant: %s", (says, from, until) =>
    talking(async (talk) => {
      const card = await talk.card(business, says);
      expect({ from: card.inputs.from, until: card.inputs.to }).toEqual({ from, until });
    })(),
  );
});
