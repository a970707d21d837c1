/** People who send the bot files, and cards of imports read as people see them. */
import { expect } from "vitest";
import { importSample } from "../../src/imports/index.js";
import { openStorage } from "../../src/storage/index.js";
import { objectsOf } from "../support/card-check.js";
import { headOfService, openFeatures } from "../support/features.js";
import { type ShownCard, shown } from "../support/form.js";
import { openTalk, type Talk, today } from "./talk.js";

/** Sends files and gives the card of the import; a file with another title is the next version of the plan that is there. */
export async function send(talk: Talk, as: string, attachments: unknown[], fields: Record<string, unknown> = {}): Promise<ShownCard> {
  const card = await sendAlone(talk, as, attachments, fields);
  const update = card.buttons.find((label) => label.startsWith("Update ") && card.text.includes("or load it beside?"));
  return update ? talk.press(as, card, update) : card;
}

/** Sends files and gives the one card that comes back. */
export async function sendAlone({ chat }: Talk, as: string, attachments: unknown[], fields: Record<string, unknown> = {}): Promise<ShownCard> {
  const { status, replies } = await chat.post(as, { type: "message", attachments, ...fields }, { at: today });
  expect([status, replies.length]).toEqual([200, 1]);
  return shown(replies[0]?.attachments?.[0]?.content);
}

/** Over the sample: nothing of a plan of their own is there yet. */
export async function talkOverSample(): Promise<Talk> {
  const storage = await openStorage();
  await importSample(await openFeatures(storage), new Date("2026-10-12T09:00:00Z"));
  return openTalk(storage);
}

/** The inputs of a card by their labels: the names, and what may be chosen. */
export function inputsOf({ card }: ShownCard): Map<string, { name: string; choices: Map<string, string> }> {
  const fields = objectsOf(card).filter(({ type }) => typeof type === "string" && type.startsWith("Input."));
  return new Map(
    fields.map(({ id, label, choices = [] }) => [
      String(label),
      { name: String(id), choices: new Map((choices as { title: string; value: string }[]).map(({ title, value }) => [title, value])) },
    ]),
  );
}

/** What is typed on a page when these are chosen: by label, in the words of a choice or as they are. */
export function chosenOn(card: ShownCard, wanted: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    [...inputsOf(card)].flatMap(([label, { name, choices }]) => {
      const words = wanted[label];
      return words === undefined ? [] : [[name, [...choices].find(([title]) => title.startsWith(words))?.[1] ?? words]];
    }),
  );
}

/** Goes through all pages, chooses what is wanted, and presses Import on the last one. Everything wanted has to be there. */
export async function settle(talk: Talk, first: ShownCard, wanted: Record<string, string>, as = headOfService): Promise<ShownCard> {
  const open = new Set(Object.keys(wanted));
  let card = first;
  for (;;) {
    const typed = chosenOn(card, wanted);
    for (const label of inputsOf(card).keys()) open.delete(label);
    if (!card.buttons.includes("Next rows")) {
      expect([...open], card.text).toEqual([]);
      return talk.press(as, card, "Import", typed);
    }
    card = await talk.press(as, card, "Next rows", typed);
  }
}

/** All pages as they come, with nothing chosen. */
export async function pagesOf(talk: Talk, first: ShownCard, as = headOfService): Promise<ShownCard[]> {
  const pages = [first];
  while (pages.at(-1)?.buttons.includes("Next rows")) pages.push(await talk.press(as, pages.at(-1) as ShownCard, "Next rows"));
  return pages;
}
