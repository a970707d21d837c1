/** What is one person's is read by that person alone, wherever and with whichever question it is asked for. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod/v4";
import { INTENTS, type Interpretation } from "../../src/intents/index.js";
import { openStorage } from "../../src/storage/index.js";
import { headOfService } from "../support/features.js";
import { type ShownCard, shown } from "../support/form.js";
import { person, tenantId } from "../support/teams.js";
import { openTalk, type Talk, today } from "./talk.js";

const lead = "business.lead@example.org";
const deputy = "events.staff@example.org";
const bystander = "nobody@example.org";

/** Every way in which a client says, or fails to say, that others read along. */
const sharedPlaces: Record<string, { conversation: object; channelData?: object }> = {
  channel: { conversation: { id: "19:channel@thread.tacv2;messageid=1", conversationType: "channel", isGroup: true } },
  "group chat": { conversation: { id: "19:group@thread.v2", conversationType: "groupChat", isGroup: true } },
  "group chat of a client that says nothing of its type": { conversation: { id: "19:group@thread.v2" } },
  "group chat that calls itself personal": { conversation: { id: "19:group@thread.v2", conversationType: "personal" } },
  "group whose id says nothing": { conversation: { id: "a:group", isGroup: true } },
  "conversation of an unknown type": { conversation: { id: "a:group", conversationType: "meeting" } },
  "team that is named beside the conversation alone": { conversation: { id: "a:team" }, channelData: { team: { id: "19:team" } } },
};

const mention = { type: "mention", text: "<at>Waymark</at>", mentioned: { id: "28:bot", name: "Waymark" } };

let talk: Talk;
beforeAll(async () => {
  talk = await openTalk(await openStorage());
  for (const email of [lead, headOfService, deputy]) await talk.ask(email, "hello");
  // What nobody else may read of the lead.
  await talk.press(lead, await talk.card(lead, `I am on holiday from 21 December until 3 January, ${deputy} covers for me`), "Save");
  await talk.press(lead, await talk.card(lead, "snooze 2.3.1 until 1 June because the zebra survey runs until then"), "Snooze 2.3.1");
  await talk.press(lead, await talk.card(lead, "remind me at 6:30"), "Save");
});
afterAll(() => talk.stop());

const plantedPrivately = /holiday 2026|2026-12-21|21 December|3 January 2027|2027-01-03|snoozed|zebra|06:30|hour and days/i;

interface Said {
  /** Cards that everybody in the place reads. */
  here: ShownCard[];
  /** Cards that went to the asker's own chat. */
  aside: ShownCard[];
}

async function sayAmongOthers(as: string, text: string, place: string): Promise<Said> {
  const mark = talk.chat.calls.length;
  const { conversation, channelData } = sharedPlaces[place] as { conversation: object; channelData?: object };
  const fields = {
    type: "message",
    text: `<at>Waymark</at> ${text}`,
    entities: [mention],
    conversation: { tenantId, ...conversation },
    channelData: { tenant: { id: tenantId }, ...channelData },
  };
  const { replies } = await talk.chat.post(as, fields, { at: today });
  const posted = talk.chat.calls.slice(mark).filter(({ method, body }) => method === "POST" && body?.attachments && !body.replyToId);
  return {
    here: replies.flatMap(({ attachments = [] }) => attachments.map(({ content }) => shown(content))),
    aside: posted.flatMap(({ body }) => body?.attachments ?? []).map(({ content }) => shown(content)),
  };
}

describe.each(["channel", "group chat"])("in a %s", (place) => {
  test.each([
    [lead, "my reminders"],
    [lead, "my actions"],
    [lead, "what will you send me on Monday"],
    [lead, "what have you sent me"],
    [lead, "remind me at 8"],
    [lead, "I am on holiday until 20 December"],
    [lead, "snooze 2.3.1 until 1 May because the survey runs until then"],
    [lead, "stop reminding me"],
    [headOfService, "what will you send on Monday 7 December"],
    [headOfService, "what have you sent"],
    [headOfService, `was ${lead} reminded`],
    [headOfService, "who cannot be reached"],
    [headOfService, "pause reminders until 12 May because of the election"],
    [headOfService, "make 2.3 led by sam.taylor@example.org"],
  ])('%s, who says "%s", is answered in their own chat alone', async (as, text) => {
    const { here, aside } = await sayAmongOthers(as, text, place);
    expect(here.map((card) => card.text.split("\n")[0])).toEqual(["I have answered you in our own chat"]);
    expect(aside).toHaveLength(1);
  });
});

describe.each(Object.keys(sharedPlaces))("in a %s", (place) => {
  test("one's own reminders are not shown", async () => {
    const { here, aside } = await sayAmongOthers(lead, "my reminders", place);
    expect(here.map((card) => card.text.split("\n")[0])).toEqual(["I have answered you in our own chat"]);
    expect(aside).toHaveLength(1);
  });

  test("what mentions nobody is not answered", async () => {
    const { conversation, channelData } = sharedPlaces[place] as { conversation: object; channelData?: object };
    const fields = { type: "message", text: "what is overdue", conversation, channelData: { tenant: { id: tenantId }, ...channelData } };
    expect((await talk.chat.post(lead, fields, { at: today })).replies).toEqual([]);
  });
});

test.each([headOfService, bystander])("%s, who asks alone what changed today, reads nothing of the lead's holiday, hour or snooze", async (as) => {
  for (const text of ["what changed today", `what did ${lead} change today`, "who changed 2.3.1"])
    expect((await talk.card(as, text)).text, text).not.toMatch(plantedPrivately);
});

/** Arguments of every question, by the name of the field. */
const samples: Record<string, unknown> = {
  scope: "2.3",
  action: "2.3.1",
  measure: "1.1.m1",
  id: "2.3.1",
  window: { from: "2026-11-24", to: "2027-01-31", label: "until 31 January 2027" },
  day: "2026-12-01",
};

type Field = Record<string, unknown> & {
  type?: string;
  enum?: unknown[];
  anyOf?: Field[];
  items?: Field;
  minItems?: number;
  properties?: Record<string, Field>;
  const?: unknown;
};

/** Something that fits a field of a question's schema. */
function sampleOf(name: string, field: Field, person: string): unknown {
  if (name in samples) return samples[name];
  if (["person", "to", "deputy", "name"].includes(name)) return person;
  if (field.const !== undefined) return field.const;
  if (field.enum) return field.enum[0];
  if (field.anyOf?.[0]) return sampleOf("", field.anyOf[0], person);
  if (field.type === "object") return Object.fromEntries(Object.entries(field.properties ?? {}).map(([key, inner]) => [key, sampleOf(key, inner, person)]));
  if (name === "scopes") return ["2.3", "2.4"];
  if (field.type === "array") return Array.from({ length: field.minItems ?? 1 }, () => sampleOf("", field.items ?? {}, person));
  if (field.type === "boolean") return true;
  if (field.type === "integer" || field.type === "number") return 1;
  return ["from", "until", "due"].includes(name) ? "2026-12-01" : "2.3";
}

/** A question with as little as it needs, and with all that it takes, of somebody else and of the asker. */
function askedWith(args: z.ZodType, asker: string): Record<string, unknown>[] {
  const { properties = {}, required = [] } = z.toJSONSchema(args, { io: "input", unrepresentable: "any" }) as {
    properties?: Record<string, Field>;
    required?: string[];
  };
  const filled = (names: string[], person: string) => Object.fromEntries(names.map((name) => [name, sampleOf(name, properties[name] as Field, person)]));
  const all = Object.keys(properties).filter((name) => name !== "carried");
  return [filled(required, lead), ...all.map((name) => filled([...new Set([...required, name])], lead)), filled(all, lead), filled(all, asker)];
}

/** Choosing a plan for everybody in a place is asked and answered in that place. */
const aboutThePlace = new Set(["use-plan"]);

describe.each(INTENTS.map(({ name, args }) => ({ name, args })))("the intent $name", ({ name, args }) => {
  // Nothing is sent to anybody's own chat then, which would take its time.
  beforeAll(async () => {
    for (const email of [lead, headOfService, bystander]) await talk.features.messages.lost(person(email).aadObjectId, "gone");
  });

  test.each([lead, headOfService, bystander])("shows others nothing that is one person's when %s asks it among them", async (asker) => {
    for (const given of askedWith(args, asker)) {
      expect(args.safeParse(given).success, JSON.stringify(given)).toBe(true);
      const turn = { at: new Date(today), conversationId: "19:group@thread.v2", asker: { id: asker, email: asker }, shared: true };
      const answer = await talk.features.assistant.answerNow({ question: name, args: given } as Interpretation, turn);
      const shows = JSON.stringify(answer);
      expect(shows, JSON.stringify(given)).not.toMatch(plantedPrivately);
      if (aboutThePlace.has(name)) continue;
      expect(["form", "digest"], JSON.stringify(given)).not.toContain(answer.view);
      expect(shows, JSON.stringify(given)).not.toMatch(/"form":/);
    }
  });
});
