/** When reminders come, who gets them instead, what managers pause and have sent: in a chat, through the real adapter. */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Plan } from "../../src/plan/index.js";
import { openStorage } from "../../src/storage/index.js";
import { headOfService } from "../support/features.js";
import type { Call } from "../support/teams.js";
import { person } from "../support/teams.js";
import { business, cardFor, day, dueOn, early, openReminded, type Reminded, staff } from "./reminded.js";

/** Of business.lead: 28 days before on the 24th, 7 days before on the 26th. Of early.years: on the day on the 25th. */
const dates = (plan: Plan): void => {
  dueOn(plan, "2.3.1", "2026-12-22");
  dueOn(plan, "2.3.2", "2026-12-03");
  dueOn(plan, "1.1.2", "2026-11-25");
};

const opened = async (use: (talk: Reminded) => Promise<void>): Promise<void> => {
  const talk = await openReminded(await openStorage(), dates);
  try {
    await use(talk);
  } finally {
    await talk.stop();
  }
};

describe('"what will you send tomorrow"', () => {
  let talk: Reminded;
  beforeAll(async () => {
    talk = await openReminded(await openStorage(), dates);
  });
  afterAll(() => talk.stop());

  test("shows managers what goes to whom and why, and that is what goes", async () => {
    const { text } = await talk.card(headOfService, "what will you send tomorrow");
    expect(text).toMatch(/Reminders for Wednesday 25 November 2026\n1 message would go out[\s\S]*Early Years, at 09:30\n1\.1\.2\n[\s\S]*Due today/);
    expect(text).not.toContain(business);
    expect([...(await talk.pass("2026-11-25")).keys()].filter((email) => email !== business)).toEqual([early]);
  });

  test("shows others their own, and nobody else's", async () => {
    expect((await talk.card(business, "what will you send on 26 November")).text).toMatch(/You get 1 message[\s\S]*2\.3\.2[\s\S]*Due in 7 days/);
    expect((await talk.card(business, `what will you send ${early} tomorrow`)).text).toContain("Only managers can see");
    expect((await talk.card(headOfService, `what will you send ${early} tomorrow`)).text).toContain(`${person(early).name} gets 1 message`);
    expect((await talk.card(business, "what will you send on Saturday")).text).toContain("reminders go on working days only");
  });
});

describe("a pause", () => {
  test("of everyone holds all back until the day, is shown with its reason, and ends by a press", () =>
    opened(async (talk) => {
      expect((await talk.card(business, "pause reminders for everyone until 1 December")).text).toContain("Only a manager (Head of Service)");
      const card = await talk.card(headOfService, "pause reminders until 1 December because of the election");
      expect(card.text).toContain("Pause all reminders\nNobody gets reminders until then, not even managers.");
      expect(card.inputs).toEqual({ from: day, until: "2026-12-01", why: "The election" });
      const receipt = await talk.press(headOfService, card, "Pause all reminders");
      expect(receipt.text).toMatch(/Paused: all reminders until 1 December 2026[\s\S]*The election[\s\S]*Head of Service/);
      expect((await talk.press(headOfService, card, "Pause all reminders")).text).toBe(receipt.text);
      for (const when of [day, "2026-11-25", "2026-11-26", "2026-11-30"]) expect((await talk.pass(when)).size).toBe(0);
      expect((await talk.card(headOfService, "what will you send tomorrow")).text).toContain(
        "Everything is paused until 1 December 2026: The election (Head of Service).",
      );
      expect((await talk.card(business, "my reminder settings")).text).toContain("Head of Service has paused them until 1 December 2026: The election");
      const resume = await talk.card(headOfService, "resume reminders");
      expect(resume.text).toContain("Everyone: paused from 24 November 2026 until 1 December 2026 by Head of Service: The election");
      expect((await talk.press(headOfService, resume, "Resume all reminders")).text).toContain("Resumed: all reminders");
      expect((await talk.press(headOfService, resume, "Resume all reminders")).text).toContain("Resumed: all reminders");
      // One message for all that fell due meanwhile.
      const after = await talk.pass("2026-11-26");
      expect([...after.keys()].sort()).toEqual([business, early]);
      expect(cardFor(after, business).text).toMatch(/2 things need you[\s\S]*2\.3\.2[\s\S]*2\.3\.1/);
    }));

  test("of one person leaves the others alone; an unknown name asks who is meant", () =>
    opened(async (talk) => {
      const unknown = await talk.card(headOfService, "pause reminders for Jo until 1 December because of a course");
      expect(unknown.text).toContain('I do not know who "jo" is');
      expect((await talk.press(headOfService, unknown, "Pause their reminders")).text).toContain("Not saved yet");
      const receipt = await talk.press(headOfService, unknown, "Pause their reminders", { email: business });
      expect(receipt.text).toContain(`Paused: reminders for ${person(business).name} until 1 December 2026`);
      expect((await talk.press(headOfService, unknown, "Pause their reminders", { email: business })).text).toBe(receipt.text);
      expect([...(await talk.pass("2026-11-25")).keys()]).toEqual([early]);
      expect((await talk.card(headOfService, `resume reminders for ${business}`)).buttons).toEqual([`Resume for ${person(business).name}`]);
    }));
});

describe("somebody's own hour and days", () => {
  test("hold from the next day on, and today's message still comes", () =>
    opened(async (talk) => {
      const card = await talk.card(business, "remind me at 2pm on Thursdays only");
      expect(card.inputs).toEqual({ hour: "14:00", days: "4" });
      const receipt = await talk.press(business, card, "Save");
      expect(receipt.text).toContain("Saved: your reminders come at 14:00 on Thursdays");
      expect(receipt.text).toContain("This holds from 25 November 2026 on.");
      expect((await talk.pass(day)).has(business)).toBe(true);
      // Thursday the 26th, before and after their hour.
      expect((await talk.pass("2026-11-26")).has(business)).toBe(false);
      const late = await talk.arriving(() => talk.features.reminders.pass({ at: new Date("2026-11-26T14:01:00Z") }));
      expect(cardFor(late, business).text).toContain("2.3.2");
    }));

  test("what cannot be meant comes back with what is wrong", () =>
    opened(async (talk) => {
      expect((await talk.card(business, "remind me at 11 pm")).text).toContain("23:00 cannot be chosen here");
      const card = await talk.card(business, "my reminder settings");
      expect((await talk.press(business, card, "Save")).text).toContain("There is nothing to change");
      expect((await talk.press(business, card, "Save", { days: "" })).text).toContain("Please choose at least one of these.");
    }));

  test("stop reminding me: what can be muted is said, and what cannot", () =>
    opened(async (talk) => {
      const { text } = await talk.card(business, "stop reminding me");
      expect(text).toContain("You cannot turn off the last reminder before something goes to the managers");
      expect(text).toContain('"snooze 2.3.1 until 1 June');
    }));
});

describe("a holiday", () => {
  test("with a deputy sends it to them, who may answer it in their place for as long as it lasts, and no longer", () =>
    opened(async (talk) => {
      const card = await talk.card(business, `I am on holiday until 4 December, ${staff} covers for me`);
      expect(card.inputs).toMatchObject({ from: day, to: "2026-12-04", email: staff });
      const receipt = await talk.press(business, card, "Save");
      expect(receipt.text).toContain("Saved: away from 24 November 2026 to 4 December 2026");
      expect(receipt.text).toContain(`${person(staff).name} gets your reminders while you are away.`);
      expect(receipt.text).toContain("I record that they did it for you");
      const cards = await talk.pass(day);
      expect(cards.has(business)).toBe(false);
      const theirs = cardFor(cards, staff);
      expect(theirs.text).toContain(`${person(business).name} is away, and you stand in.`);
      // Giving it away is for whose it is.
      expect(theirs.buttons).toEqual(["Done", "On track", "At risk", "More time", "Snooze", "My reminder settings"]);
      const opened = await talk.press(staff, theirs, "At risk");
      const said = await talk.press(staff, opened, "Save 2.3.1", { note: "The partner has left." });
      expect(said.text).toMatch(/Saved: 2\.3\.1[\s\S]*By: \n[\s\S]*Sam Taylor, for Business Lead/);
      expect((await talk.card(headOfService, "who changed 2.3.1?")).text).toContain("by Sam Taylor, for Business Lead on 24 November 2026");
      const snooze = await talk.press(staff, theirs, "Snooze");
      await talk.press(staff, snooze, "Snooze 2.3.1", { until: "2026-12-10", why: "The survey runs until then." });
      expect((await talk.card(business, "my reminder settings")).text).toContain("Snoozed: 2.3.1 until 10 December 2026.");
      expect((await talk.card(staff, "my reminders")).text).toMatch(/2\.3\.2[\s\S]*Of Business Lead, who is away/);
      const kept = await talk.press(staff, theirs, "On track");
      expect((await talk.card(staff, "2.3.1 is on track")).buttons).toContain("Save 2.3.1");
      const settings = await talk.card(business, "I am back");
      expect(settings.text).toContain(`You are away from 24 November 2026 to 4 December 2026; ${person(staff).name} gets them meanwhile.`);
      expect((await talk.press(business, settings, "I am back")).text).toContain("your reminders come to you again");
      // Their card is still there, and does nothing any more.
      const before = await talk.features.auditLog.personalToo({ plan: "plan" });
      expect((await talk.press(staff, kept, "Save 2.3.1")).text).toContain("Only Business Lead or a manager");
      expect((await talk.press(staff, theirs, "Done")).text).toContain("Only Business Lead or a manager");
      expect((await talk.press(staff, opened, "Save 2.3.1", { note: "Again." })).text).toBe(said.text);
      expect(await talk.features.auditLog.personalToo({ plan: "plan" })).toEqual(before);
      expect((await talk.pass("2026-11-26")).has(business)).toBe(true);
    }));

  test("without one waits for them; the wrong days and oneself as deputy come back", () =>
    opened(async (talk) => {
      const card = await talk.card(business, "I'm on leave from 25 to 27 November");
      expect(card.inputs).toMatchObject({ from: "2026-11-25", to: "2026-11-27" });
      expect((await talk.press(business, card, "Save", { to: "2026-11-24" })).text).toContain("This is before the first day away.");
      expect((await talk.press(business, card, "Save", { email: business })).text).toContain("This is you.");
      await talk.press(business, card, "Save");
      await talk.pass(day);
      expect((await talk.pass("2026-11-26")).has(business)).toBe(false);
      expect(cardFor(await talk.pass("2026-11-30"), business).text).toContain("2.3.2");
    }));
});

describe("what was sent", () => {
  test("is told to those who got it and to managers, and whether it arrived", () =>
    opened(async (talk) => {
      expect((await talk.card(business, "what have you sent me")).text).toContain("I have sent no reminder to you yet.");
      await talk.pass(day);
      const own = await talk.card(business, "what have you sent me");
      expect(own.text).toMatch(/Reminders sent to you[\s\S]*24 November 2026 · delivered[\s\S]*2\.3\.1 due in 28 days/);
      expect((await talk.card(headOfService, `was ${business} reminded`)).text).toContain("24 November 2026 · delivered");
      expect((await talk.card(headOfService, `was ${early} reminded`)).text).toContain(`I have sent no reminder to ${person(early).name} yet.`);
      expect((await talk.card(headOfService, "who was reminded of 2.3.1")).text).toContain(`24 November 2026 · ${person(business).name} · delivered`);
      expect((await talk.card(early, `was ${business} reminded`)).text).toContain("Only managers can see");
    }));

  test("who cannot be reached is on a list, with what to do", () =>
    opened(async (talk) => {
      const { text } = await talk.card(headOfService, "who cannot be reached");
      expect(text).toContain("have not opened Waymark in Teams yet");
      expect(text).toContain("Ask them to open Waymark in Teams and say hello once");
      expect(text).toMatch(/Skills Lead\nLeads 4 actions/);
      expect(text).not.toMatch(new RegExp(business));
    }));
});

describe("a manager", () => {
  test("sends today's reminders at once, once", () =>
    opened(async (talk) => {
      expect((await talk.card(business, "send reminders now")).text).toContain("Only a manager");
      const early = { at: `${day}T07:00:00.000Z` };
      const card = await talk.card(headOfService, "send reminders now", early);
      expect(card.text).toMatch(/1 person gets one message each[\s\S]*Business Lead: 2\.3\.1 due in 28 days/);
      const cards = await talk.arriving(async () => {
        const receipt = await talk.press(headOfService, card, "Send 1 message now", {}, early);
        expect(receipt.text).toMatch(/Sent: 1 message[\s\S]*Business Lead\nDelivered/);
      });
      expect(cardFor(cards, business).text).toContain("2.3.1");
      const second = await talk.arriving(async () => {
        expect((await talk.press(headOfService, card, "Send 1 message now", {}, early)).text).toContain("Sent already");
        expect((await talk.card(headOfService, "send reminders now")).text).toContain("Nothing to send now");
        await talk.features.reminders.pass({ at: new Date(`${day}T10:00:00Z`) });
      });
      expect(second.size).toBe(0);
    }));

  test("asks a lead for an update, who answers in the message; not twice a day, and not on top of a reminder", () =>
    opened(async (talk) => {
      const card = await talk.card(headOfService, "ask the lead of 1.1.2 for an update");
      expect(card.text).toMatch(/Ask for an update\n.*Early Years[\s\S]*1\.1\.2[\s\S]*due in 1 day/);
      const cards = await talk.arriving(async () => {
        expect((await talk.press(headOfService, card, "Ask for an update")).text).toContain(`Asked: ${person(early).name}`);
      });
      const asked = cardFor(cards, early);
      expect(asked.text).toContain("Head of Service asks for an update");
      expect((await talk.press(early, asked, "On track")).inputs).toMatchObject({ status: "on-track" });
      const again = await talk.card(headOfService, "chase the lead of 1.1.2 for an update");
      expect((await talk.press(headOfService, again, "Ask for an update")).text).toContain(`Head of Service has asked ${person(early).name} today already.`);
      await talk.pass(day);
      const other = await talk.card(headOfService, "ask the lead of 2.3.1 for an update");
      expect((await talk.press(headOfService, other, "Ask for an update")).text).toContain(`${person(business).name} has had a reminder today already.`);
    }));
});

/** What the channel answers to whatever is posted. */
const answeringPosts = (talk: Reminded, status: number, code: string) => {
  talk.chat.fault = ({ method, body }, response) =>
    method === "POST" &&
    body?.attachments !== undefined &&
    !!response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ error: { code } }));
};

describe("a request for an update that Teams refuses", () => {
  test.each([
    [403, "BotNotInConversationRoster"],
    [404, "ConversationNotFound"],
  ])("for certain (%i) says so, and may be made again that day once the lead has met the bot", (status, code) =>
    opened(async (talk) => {
      const card = await talk.card(headOfService, "ask the lead of 1.1.2 for an update");
      answeringPosts(talk, status, code);
      for (let press = 0; press < 2; press++) {
        const refused = await talk.press(headOfService, card, "Ask for an update");
        expect(refused.text).toContain(`${person(early).name} could not be reached`);
        expect(refused.text).toContain("Nothing was sent.");
      }
      talk.chat.fault = undefined;
      const unmet = await talk.card(headOfService, "ask the lead of 1.1.2 for an update");
      expect((await talk.press(headOfService, unmet, "Ask for an update")).text).toContain(`${person(early).name} cannot be reached`);
      await talk.ask(early, "hello");
      const again = await talk.card(headOfService, "ask the lead of 1.1.2 for an update");
      const cards = await talk.arriving(async () => {
        expect((await talk.press(headOfService, again, "Ask for an update")).text).toContain(`Asked: ${person(early).name}`);
      });
      expect(cardFor(cards, early).text).toContain("Head of Service asks for an update");
      const third = await talk.card(headOfService, "ask the lead of 1.1.2 for an update");
      expect((await talk.press(headOfService, third, "Ask for an update")).text).toContain("today already");
    }),
  );

  test("only after it had to wait frees the day too, and whoever asked is told", () =>
    opened(async (talk) => {
      const card = await talk.card(headOfService, "ask the lead of 1.1.2 for an update");
      let posts = 0;
      const isToLead = ({ body }: Call) => JSON.stringify(body ?? "").includes("asks for an update");
      talk.chat.fault = (call, response) => {
        if (!isToLead(call)) return false;
        const [status, code] = posts++ === 0 ? [429, "Throttled"] : [403, "BotNotInConversationRoster"];
        return !!response.writeHead(status as number, { "content-type": "application/json", "retry-after": "1" }).end(JSON.stringify({ error: { code } }));
      };
      const told = () => talk.chat.calls.find(({ body }) => JSON.stringify(body ?? "").includes("could not be reached"));
      expect((await talk.press(headOfService, card, "Ask for an update")).text).toContain(`Asked: ${person(early).name}`);
      await vi.waitFor(() => expect(told()).toBeDefined(), { timeout: 60_000, interval: 100 });
      expect(JSON.stringify(told()?.body)).toContain(`Then say \\"ask ${person(early).name} for an update\\" again.`);
      expect((await talk.press(headOfService, card, "Ask for an update")).text).toContain(`${person(early).name} could not be reached`);
      talk.chat.fault = undefined;
      await talk.ask(early, "hello");
      const again = await talk.card(headOfService, "ask the lead of 1.1.2 for an update");
      expect((await talk.press(headOfService, again, "Ask for an update")).text).toContain(`Asked: ${person(early).name}`);
    }));

  test("for certain leaves the day to the reminder that is due", () =>
    opened(async (talk) => {
      const card = await talk.card(headOfService, "ask the lead of 2.3.1 for an update", { at: `${day}T07:00:00.000Z` });
      answeringPosts(talk, 403, "BotNotInConversationRoster");
      await talk.press(headOfService, card, "Ask for an update", {}, { at: `${day}T07:00:00.000Z` });
      talk.chat.fault = undefined;
      await talk.ask(business, "hello");
      expect(cardFor(await talk.pass(day), business).text).toContain("2.3.1");
    }));

  test("without a clear answer counts, since it may have arrived", () =>
    opened(async (talk) => {
      const card = await talk.card(headOfService, "ask the lead of 1.1.2 for an update");
      answeringPosts(talk, 502, "BadGateway");
      expect((await talk.press(headOfService, card, "Ask for an update")).text).toContain("did not say whether my message arrived");
      talk.chat.fault = undefined;
      const again = await talk.card(headOfService, "ask the lead of 1.1.2 for an update");
      expect((await talk.press(headOfService, again, "Ask for an update")).text).toContain("today already");
    }));
});

test("who was asked for an update gets that day's reminder on the next: one message a day", () =>
  opened(async (talk) => {
    const card = await talk.card(headOfService, "ask the lead of 2.3.1 for an update", { at: `${day}T07:00:00.000Z` });
    await talk.press(headOfService, card, "Ask for an update", {}, { at: `${day}T07:00:00.000Z` });
    expect((await talk.pass(day)).has(business)).toBe(false);
    expect(cardFor(await talk.pass("2026-11-25"), business).text).toMatch(/2\.3\.1[\s\S]*due in 27 days/);
  }));

describe("the managers' Monday digest", () => {
  test("says what is with the wrong person until somebody else is named", async () => {
    const talk = await openReminded(await openStorage(), (plan) => dueOn(plan, "2.3.2", "2027-03-31"));
    const form = await talk.card(business, "2.3.2 is not mine because I moved to the archive");
    await talk.press(business, form, "Ask for somebody else for 2.3.2");
    const first = cardFor(await talk.pass("2026-11-30"), headOfService);
    expect(first.text).toMatch(/With the wrong person\n2\.3\.2[\s\S]*Business Lead says it is not theirs[\s\S]*I moved to the archive/);
    const naming = await talk.card(headOfService, `name the lead of 2.3.2`);
    expect(first.buttons).toContain("Name a lead for 2.3.2");
    await talk.press(headOfService, naming, "Save for 2.3.2", { email: early });
    expect(cardFor(await talk.pass("2026-12-07"), headOfService).text).not.toContain("2.3.2");
    await talk.stop();
  });

  test("has its sections, what waits for an answer among them, and leads on", async () => {
    const talk = await openReminded(
      await openStorage(),
      (plan) => {
        dueOn(plan, "2.3.1", "2026-11-25");
        dueOn(plan, "2.3.2", "2026-12-22");
        dueOn(plan, "1.1.2", "2026-12-22", { lead: undefined });
        for (const { priorities } of plan.themes) for (const priority of priorities) if (priority.id === "1.1") delete priority.lead;
        const measures = plan.themes.flatMap(({ priorities }) => priorities.flatMap(({ measures }) => measures));
        for (const measure of measures.slice(0, 3)) delete measure.retired;
      },
      {},
    );
    const time = await talk.card(business, "more time for 2.3.2 until 30 June 2027 because the adviser starts in May");
    await talk.press(business, time, "Ask for more time");
    const card = cardFor(await talk.pass("2026-11-30"), headOfService);
    for (const heading of ["Newly overdue", "More time asked for", "Figures missing", "Nobody named", "Cannot be reached"])
      expect(card.text).toContain(`\n${heading}\n`);
    expect(card.text).toMatch(/\d of \d are in/);
    expect(card.text).toContain("The adviser starts in May");
    expect(card.buttons).toEqual(["Answer the requests", "What is overdue?", "Who has no lead?", "My reminder settings"]);
    expect(JSON.stringify(card.card).length * 2).toBeLessThan(40 * 1024);
    await talk.stop();
  });
});
