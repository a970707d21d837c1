/** How something stands, asked and pressed through the real adapter. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { objectsOf } from "../support/card-check.js";
import { person } from "../support/teams.js";
import { openTalk, type Talk } from "./talk.js";

const lead = "carbon.lead@example.org";
const staff = "sam.okafor@example.org";

describe("a status card in a chat", () => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await openTalk(await openStorage());
  });
  afterAll(() => talk.stop());

  test("says its status first, then why, then who; nobody whom the bot has not met has a name", async () => {
    const { card, text } = await talk.card(staff, "how is 2.2 doing");
    const [first] = card.body as { columns: { items: unknown[] }[] }[];
    expect(first?.columns[0]?.items).toMatchObject([{ type: "Badge", text: "Off track (red)" }]);
    expect(text).toContain("2 milestones are overdue, the longest by 238 days: 2.2.2 and 2.2.3; 2.2.1 is off track.");
    expect(text).toContain(`Lead: \n${person(lead).name}`);
    expect(text.match(/off track \(red\)/gi)).toHaveLength(2);
  });

  test("has its actions and measures behind buttons that say how many there are", async () => {
    const { card } = await talk.card(staff, "how is 2.2 doing");
    const toggles = objectsOf(card).filter(({ type }) => type === "Action.ToggleVisibility");
    expect(toggles.map(({ title }) => title)).toEqual(["Show 3 actions", "Show 3 measures", "More"]);
    for (const { targetElements } of toggles)
      expect(objectsOf(card).filter(({ id }) => id === (targetElements as string[])[0])).toMatchObject([{ isVisible: false }]);
  });

  test("calls the lead by name once they have talked to the bot", async () => {
    await talk.card(lead, "how is 2.2 doing");
    const { text } = await talk.card(staff, "how is 2.2 doing");
    expect(text).toContain("Lead: \nCarbon Lead");
    expect(text).not.toContain(`Lead: \n${lead}`);
  });

  test("its button asks why, which is answered with the causes and their notes", async () => {
    const card = await talk.card(staff, "how is 2.2 doing");
    const { verb, data } = card.press("Why is it red?");
    const { replies } = await talk.chat.execute(staff, verb, data, { at: "2026-11-24T10:00:00.000Z" });
    const text = JSON.stringify(replies);
    expect(text).toContain("What holds it back");
    expect(text).toContain("Heating replacement bid was turned down.");
    expect(text).toContain("Nobody has noted a reason on 2.2.2 and 2.2.3.");
    expect(text).not.toContain('"Yes');
  });
});
