/** A manager freezes the plan from the chat; anybody asks what changed since. */
import { expect, test } from "vitest";
import { importPlan } from "../../src/imports/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { headOfService } from "../support/features.js";
import { shown } from "../support/form.js";
import { planFile } from "../support/plan-files.js";
import { person } from "../support/teams.js";
import { talkOfEachTest, today } from "./talk.js";

const staff = "sam.taylor@example.org";
const lead = "business.lead@example.org";
const talk = talkOfEachTest();

const frozen = (): Promise<unknown[]> => talk.features.auditLog.changes({ plan: "plan" }).then((all) => all.filter(({ through }) => through === "plan.freeze"));
const freeze = async (words: string, name?: string) =>
  talk.press(headOfService, await talk.card(headOfService, words), "Freeze", name === undefined ? undefined : { name });

test("a manager sees what is kept and under which name, and gets a receipt of it", async () => {
  const card = await talk.card(headOfService, "freeze the plan as 'agreed July 2025'");
  expect(card.inputs).toEqual({ name: "agreed July 2025" });
  expect(card.text).toContain("3 themes, 13 priorities");
  expect(await frozen()).toEqual([]);
  const receipt = await talk.press(headOfService, card, "Freeze");
  expect(receipt.text).toContain('Frozen: "agreed July 2025"');
  expect(receipt.text).toContain("3 themes, 13 priorities");
  expect(receipt.text).toContain(person(headOfService).name);
  expect(receipt.text).toContain("24 November 2026");
  expect(receipt.text).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
  expect(await frozen()).toMatchObject([{ by: headOfService, at: today, parts: [{ what: "frozen version", to: "agreed July 2025" }] }]);
});

test("pressed twice, also with another name or at once, there is one version and one receipt", async () => {
  const card = await talk.card(headOfService, "freeze the plan as agreed");
  const [first, second] = await Promise.all([1, 2].map(() => talk.press(headOfService, card, "Freeze")));
  const third = await talk.press(headOfService, card, "Freeze", { name: "another" });
  expect([second?.text, third.text]).toEqual([first?.text, first?.text]);
  expect(await frozen()).toHaveLength(1);
});

test("pressed at the same moment with two names, one of them counts, for both presses", async () => {
  const card = await talk.card(headOfService, "freeze the plan as agreed");
  const pressed = await Promise.all(["agreed in July", "agreed in August"].map((name) => talk.press(headOfService, card, "Freeze", { name })));
  expect(await frozen()).toHaveLength(1);
  expect(pressed[1]?.text).toBe(pressed[0]?.text);
  expect(pressed[0]?.text).toMatch(/Frozen: "agreed in (?:July|August)"/);
  expect((await talk.card(staff, "what changed since it was agreed")).buttons.filter((title) => title.startsWith("Since"))).toEqual([]);
});

test("a taken name and a free one at the same moment keep one version at most, and the card can be used again", async () => {
  await freeze("freeze the plan as agreed");
  const card = await talk.card(headOfService, "freeze the plan as autumn");
  await Promise.all(["agreed", "autumn"].map((name) => talk.press(headOfService, card, "Freeze", { name })));
  expect((await frozen()).length).toBeLessThanOrEqual(2);
  await talk.press(headOfService, card, "Freeze", { name: "autumn" });
  expect(await frozen()).toHaveLength(2);
});

test("a name that is taken is said beside it, nothing is saved, and another name goes through", async () => {
  await freeze("freeze the plan as agreed");
  const again = await freeze("freeze the plan", "As  Agreed");
  expect(again.text).toContain("Not frozen yet");
  expect(again.text).toContain('There is a version called "as agreed" already. Nothing was saved: please give another name.');
  expect(again.text).toContain(`"as agreed", frozen on 24 November 2026 by ${person(headOfService).name}`);
  expect(await frozen()).toHaveLength(1);
  expect((await talk.press(headOfService, again, "Freeze", { name: "autumn" })).text).toContain('Frozen: "autumn"');
});

test("without a name it says so and keeps nothing", async () => {
  expect((await freeze("freeze the plan", "")).text).toContain("Please give this version a name.");
  expect((await freeze("freeze this version", "x".repeat(61))).text).toContain("This is too long");
  expect(await frozen()).toEqual([]);
});

test("others are told who may, and cannot use a manager's card", async () => {
  const told = await talk.card(staff, "freeze the plan as agreed");
  expect(told.text).toContain(`Only a manager (${person(headOfService).name}) can freeze the plan.`);
  expect(told.names).toEqual([]);
  const card = await talk.card(headOfService, "freeze the plan as agreed");
  expect((await talk.press(staff, card, "Freeze")).text).toContain("made for somebody else");
  expect(await frozen()).toEqual([]);
});

test("what changed since is answered plainly before a version, before a change and after one", async () => {
  const none = await talk.card(staff, "what changed since it was agreed");
  expect(none.text).toContain("No version was frozen yet");
  expect(none.text).toContain("freeze the plan as agreed");
  await freeze("freeze the plan as agreed");
  const before = await talk.card(staff, "What has changed since the plan was agreed?");
  expect(before.text).toContain(`"as agreed" was frozen on 24 November 2026 by ${person(headOfService).name}.`);
  expect(before.text).toContain("Nothing has changed since then.");
  await talk.press(lead, await talk.card(lead, "2.3.1 is off track because the builders left"), "Save 2.3.1");
  const named = await talk.card(headOfService, "name new.lead@example.org the lead of 2.3.2");
  await talk.press(headOfService, named, "Save for 2.3.2");
  const after = await talk.card(staff, "compare with the agreed version");
  expect(after.text).toContain("Since then: 1 change of lead and 1 change of status.");
  expect(after.text).toContain("2.3.1");
  expect(after.text).toMatch(/is off track/);
  expect(after.text).toMatch(/is New Lead/);
});

test("what changed is narrowed to a part, and who changed it is told since then alone", async () => {
  await talk.press(lead, await talk.card(lead, "2.3.2 is at risk because the adviser left"), "Save 2.3.2", undefined, { at: "2026-11-20T10:00:00.000Z" });
  await freeze("freeze the plan as agreed");
  await talk.press(lead, await talk.card(lead, "2.3.1 is off track because the builders left"), "Save 2.3.1");
  await talk.press(headOfService, await talk.card(headOfService, "name new.lead@example.org the lead of 3.1.2"), "Save for 3.1.2");
  const narrow = await talk.card(staff, "what changed in 2.3 since it was agreed");
  expect(narrow.text).toContain('Changes under 2.3 since "as agreed"');
  expect(narrow.text).toContain("Since then, under 2.3: 1 change of status.");
  expect(narrow.text).not.toContain("3.1.2");
  expect((await talk.card(staff, "what changed in theme 1 since it was agreed")).text).toContain("Nothing has changed in People since then.");
  expect((await talk.card(staff, "and in theme 3?")).text).toContain("1 change of lead");
  const { verb, data } = narrow.press("Who changed it?");
  const { replies } = await talk.chat.execute(staff, verb, data, { at: today });
  const who = shown(replies[0]?.attachments?.[0]?.content);
  expect(who.text).toContain('Changes under 2.3 since "as agreed"');
  expect(who.text).toContain(`2.3 has 1 change since then: 1 by ${person(lead).name}. The last: by ${person(lead).name} on 24 November 2026.`);
  expect(who.text).not.toContain("2.3.2");
  const all = await talk.card(staff, "who changed the plan since it was agreed");
  expect(all.text).toContain("The plan has 2 changes since then");
  expect(all.text).toContain(`1 by ${person(headOfService).name}`);
  expect(all.text).not.toContain("frozen under");
  expect((await talk.card(staff, "who changed 1.1 since it was agreed")).text).toContain("Nobody has changed 1.1 since then.");
  expect((await talk.card(staff, "who changed 2.3 since the spring version")).text).toContain('No version is called "spring"');
});

test("figures that are new or corrected since then are told with who and when, and what is not kept is said", async () => {
  await freeze("freeze the plan as agreed");
  const report = async (words: string, value: string, why?: string) => {
    const form = await talk.card(headOfService, words);
    return talk.press(headOfService, form, "Save", { value0: value, ...(why && { why0: why }) });
  };
  const [newest] = await talk.features.figures.all("plan", "1.1.m1");
  if (!newest) throw new Error("no figure");
  expect((await report(`correct 1.1.m1 for ${newest.period}`, "151", "two branches reported late")).text).toContain("Saved");
  const card = await talk.card(staff, "what changed since it was agreed");
  expect(card.text).toContain("1 measure with new or corrected figures");
  expect(card.text).toMatch(new RegExp(`${newest.period} was ${newest.value}\\b.*, is 151\\b.* \\(by ${person(headOfService).name} on 24 November 2026\\)`));
  expect(card.text).toContain("nor are reports that there is no figure");
  expect((await talk.card(staff, "what changed in 2.3 since it was agreed")).text).toContain("Nothing has changed under 2.3 since then.");
});

test("of several versions the newest answers and the others are offered; one is found by a part of its name", async () => {
  await talk.press(headOfService, await talk.card(headOfService, "freeze the plan as 'agreed July 2025'"), "Freeze", undefined, {
    at: "2026-11-20T10:00:00.000Z",
  });
  await freeze("freeze the plan as autumn");
  const newest = await talk.card(staff, "what changed since the plan was frozen");
  expect(newest.text).toContain('Changes since "autumn"');
  expect(newest.text).toContain("it is the newest of 2 versions.");
  expect(newest.buttons).toContain('Since "agreed July 2025"');
  expect((await talk.card(staff, "what has changed since July 2025 version")).text).toContain('Changes since "agreed July 2025"');
  expect((await talk.card(staff, 'What changed since version "agreed July 2025"?')).text).toContain('Changes since "agreed July 2025"');
  expect((await talk.card(staff, "what changed since it was agreed in November 2026")).text).toContain("I do not know that version");
  expect((await talk.card(staff, "what changed since it was agreed on 20 November 2026")).text).toContain('Changes since "agreed July 2025"');
  const unknown = await talk.card(staff, "what changed since the spring version");
  expect(unknown.text).toContain('No version is called "spring"');
  expect(unknown.buttons).toContain('Since "autumn"');
});

test("what is in the record says that the plan was frozen", async () => {
  await freeze("freeze the plan as agreed");
  expect((await talk.card(staff, "what changed today")).text).toContain("Plan frozen under the name as agreed");
});

test("of several plans each has versions of its own", async () => {
  const museums = readPlan("museums.json", JSON.stringify(planFile({ plan: { title: "Harbour Museums Forward Plan" } })));
  await importPlan(talk.features, museums, { by: headOfService, at: new Date("2026-10-13T09:00:00Z"), into: { id: "museums", name: "Museums" } });
  const receipt = await freeze("freeze the Museums plan as agreed");
  expect(receipt.text).toContain("Harbour Museums Forward Plan is kept as it was then");
  expect((await talk.card(staff, "what changed since the Museums plan was agreed")).text).toContain('"as agreed" was frozen');
  expect((await talk.card(staff, "in Libraries: what changed since it was agreed")).text).toContain("No version was frozen yet");
});
