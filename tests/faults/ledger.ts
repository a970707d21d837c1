/** Forms that were made, what was answered to them, and what must stand because of it. */

import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import type { Change } from "../../src/audit/index.js";
import type { Report } from "../../src/figures/index.js";
import type { Storage } from "../../src/storage/index.js";
import { openFeatures } from "../support/features.js";
import { type ShownCard, shown } from "../support/form.js";
import type { Outcome, Teams } from "../support/teams.js";

export const noon = "2026-11-24T10:00:00.000Z";

/** One form, with a value for each of its measures that no other form has. */
export interface Sent {
  card: ShownCard;
  values: number[];
  typed: Record<string, unknown>;
  /** The receipt's text, once one was answered. */
  receipt?: string;
}

/** Far above every figure that the plan itself has. */
let next = 1_000_000;

/** Fills in every measure of a form that takes numbers, with values that are never used again. What is far out is sure from the start. */
export function fill(card: ShownCard): Sent {
  const places = card.names.flatMap((name) => /^value(\d+)$/.exec(name)?.[1] ?? []).filter((place) => !card.names.includes(`baseline${place}`));
  const values = places.map(() => next++);
  const typed = Object.fromEntries(
    places.flatMap((place, at): [string, unknown][] => [
      [`value${place}`, String(values[at])],
      [`why${place}`, "Counted again."],
      [`none${place}`, ""],
    ]),
  );
  const sure = Object.fromEntries(places.map((place, at) => [`value${place}`, String(values[at])]));
  return { card, values, typed: { ...typed, sure } };
}

/** The card of a pressed form: the receipt, or what came instead. Nothing when there was no answer. */
export function answered({ status, body }: Outcome): string | undefined {
  const { type, value } = (body ?? {}) as { type?: string; value?: Record<string, unknown> };
  return status === 200 && type === "application/vnd.microsoft.card.adaptive" ? shown(value).text : undefined;
}

export async function press(teams: Teams, as: string, { card, typed }: Sent, fields: Record<string, unknown> = {}): Promise<string | undefined> {
  const { sure, ...filled } = typed;
  const { verb, data } = card.press("Save", filled);
  const action = { type: "Action.Execute", verb, data: { ...data, sure } };
  const outcome = await teams
    .post(as, { type: "invoke", name: "adaptiveCard/action", deliveryMode: undefined, value: { action }, ...fields }, { at: noon })
    .catch(() => undefined);
  return outcome && answered(outcome);
}

/** Presses again, as people are told to, until there is a card in answer: on a busy machine the first answer may be that it cannot be told in time. */
export async function untilAnswered(pressIt: () => Promise<string | undefined>): Promise<string | undefined> {
  for (let tries = 0; tries < 100; tries++) {
    const text = await pressIt();
    if (text !== undefined) return text;
    await pause(100);
  }
  return undefined;
}

/** How often each value stands, once all is entered: as a figure or in a figure's past, and as the end of an entry of the record. */
export async function standing(storage: Storage): Promise<{ reports: Map<unknown, number>; entries: Map<unknown, number> }> {
  await (await openFeatures(storage)).settle();
  const reports = new Map<unknown, number>();
  const entries = new Map<unknown, number>();
  const count = (counts: Map<unknown, number>, value: unknown) => counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const report of await storage.collection<Report>("figures").find({})) for (const { value } of [report, ...(report.earlier ?? [])]) count(reports, value);
  for (const { parts } of await storage.collection<Change>("changes").find({})) for (const part of parts) if (part.what === "figure") count(entries, part.to);
  return { reports, entries };
}

/** The text of a receipt, or nothing when it is another answer. */
export const receiptIn = (text: string | undefined): string | undefined => (text?.includes("Saved") ? text : undefined);

/** Every value of these forms stands once, with one entry in the record. */
export async function expectOnce(storage: Storage, sent: Sent[]): Promise<void> {
  const { reports, entries } = await standing(storage);
  const values = sent.flatMap(({ values: all }) => all);
  expect(values.filter((value) => reports.get(value) !== 1)).toEqual([]);
  expect(values.filter((value) => entries.get(value) !== 1)).toEqual([]);
}
