/** A plan that was agreed and frozen, and what was changed since: before the questions of a set are asked. */
import type { Storage } from "../../src/storage/index.js";
import { openTalk } from "../conversations/talk.js";
import { headOfService } from "../support/features.js";

const business = "business.lead@example.org";
const agreed = { at: "2026-10-01T10:00:00.000Z" };
const later = { at: "2026-11-10T10:00:00.000Z" };

export async function agreedAndChanged(storage: Storage): Promise<void> {
  const talk = await openTalk(storage);
  const said = async (as: string, text: string, button: string, typed: Record<string, string>, on: { at: string }) =>
    talk.press(as, await talk.card(as, text, on), button, typed, on);
  // Of before it was agreed, so that no answer may speak of it.
  await said(business, "2.3.2 is at risk because the adviser is ill", "Save 2.3.2", {}, { at: "2026-09-20T10:00:00.000Z" });
  await said(headOfService, "freeze the plan as 'agreed October 2026'", "Freeze", {}, agreed);
  await said(business, "2.3.1 is off track because the builders left", "Save 2.3.1", {}, later);
  await said(headOfService, "name new.lead@example.org the lead of 3.1.2", "Save for 3.1.2", {}, later);
  await said(headOfService, "correct 1.1.m1 for 2026-27 Q2", "Save", { value0: "151", why0: "two branches reported late" }, later);
  await talk.stop();
}
