/** What is sent of the bot's own accord: a request for more time to the managers, the answer to the lead; once each, and nobody waits for it. */
import { setTimeout as pause } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { answerIn } from "../../src/shared/answer-text.js";
import { headOfService } from "../support/features.js";
import { type ShownCard, shown } from "../support/form.js";
import { patience, patienceOfWaiting, untilCalm } from "../support/pace.js";
import { person } from "../support/teams.js";
import { type Talk, talkOfEachTest, today } from "./talk.js";

const funding = "funding.lead@example.org";
const anna = "anna.smith@example.org";
const says = "more time for the full programme milestone of 3.2.1 until 30 June 2030 because the programme starts later";

const talk = talkOfEachTest();

const isOwn = ({ method, path, body }: Talk["chat"]["calls"][number]) => method === "POST" && path.endsWith("/activities") && Boolean(body?.attachments);
const hello = (email: string) => talk.chat.say(email, "hello", { at: today });
const forget = () => talk.chat.calls.splice(0);

/** The cards sent of the bot's own accord since the last `forget`, once there are so many. */
async function sent(count: number): Promise<ShownCard[]> {
  const own = () => talk.chat.calls.filter(isOwn).length;
  await vi.waitFor(() => expect(own()).toBeGreaterThanOrEqual(count), patienceOfWaiting);
  await untilCalm(own);
  return talk.chat.calls.filter(isOwn).map(({ body }) => shown(body?.attachments?.[0]?.content));
}

async function askForTime(): Promise<ShownCard> {
  const card = await talk.card(funding, says);
  forget();
  return talk.press(funding, card, "Ask for more time");
}

test("every manager who has met the bot gets the card to answer, which works where it is, and the lead hears the answer", async () => {
  await hello(headOfService);
  await hello(anna);
  expect((await askForTime()).text).toContain("Asked: more time for 3.2.1");
  const cards = await sent(1);
  expect(cards).toHaveLength(1);
  expect(cards[0]?.text).toContain(`${person(funding).name} asks for 30 June 2030 instead of 31 March 2030.`);
  forget();
  const agreed = await talk.press(headOfService, cards[0] as ShownCard, "Agree to 30 June 2030");
  expect(agreed.text).toContain("Agreed: 3.2.1 is due on 30 June 2030");
  const heard = await sent(1);
  expect(heard.map(({ text }) => text)).toEqual([
    expect.stringContaining(`${person(headOfService).name} agreed: 3.2.1 "Full programme" is now due on 30 June 2030 (printed: 31 March 2030; moved once).`),
  ]);
});

test("a manager who refuses has the reason sent with it", async () => {
  await hello(headOfService);
  await askForTime();
  const [card] = await sent(1);
  forget();
  await talk.press(headOfService, card as ShownCard, "Refuse; 31 March 2030 stays", { words: "The grant ends in March." });
  const [heard] = await sent(1);
  expect(heard?.text).toContain('refused more time for 3.2.1 "Full programme", so its date stays.');
  expect(heard?.text).toContain('"The grant ends in March."');
});

test("pressed twice, it is sent once", async () => {
  await hello(headOfService);
  const card = await talk.card(funding, says);
  forget();
  await Promise.all([talk.press(funding, card, "Ask for more time"), talk.press(funding, card, "Ask for more time")]);
  expect(await sent(1)).toHaveLength(1);
});

test.each<[string, NonNullable<Talk["chat"]["fault"]>]>([
  ["refuses it", ({ path }, response) => path.endsWith("/activities") && !!response.writeHead(403).end("{}")],
  ["fails", ({ path }, response) => path.endsWith("/activities") && !!response.writeHead(500).end()],
  ["says nothing", ({ path }) => path.endsWith("/activities")],
])("when the channel %s the lead's receipt comes all the same, at once, and the manager finds the request by asking", async (_, fault) => {
  await hello(headOfService);
  const card = await talk.card(funding, says);
  forget();
  talk.chat.fault = fault;
  const started = performance.now();
  expect((await talk.press(funding, card, "Ask for more time")).text).toContain("Asked: more time for 3.2.1");
  expect(performance.now() - started).toBeLessThan(await patience(2_000));
  expect(await sent(1)).toHaveLength(1);
  talk.chat.fault = undefined;
  expect((await talk.card(headOfService, "requests for more time")).text).toContain("asks for 30 June 2030");
  expect(talk.chat.log.filter(({ level }) => level === "error")).toEqual([]);
});

test("nobody is written to in a channel or a group, where others would read it", async () => {
  await talk.chat.post(headOfService, { type: "message", text: "hello", conversation: { id: "19:group", conversationType: "groupChat", isGroup: true } });
  await askForTime();
  await pause(100);
  expect(talk.chat.calls.filter(isOwn)).toEqual([]);
  expect((await talk.card(headOfService, "requests for more time")).text).toContain("asks for 30 June 2030");
});

test("twelve requests at once: each arrives once, those that Teams takes at once do, and the others later without anybody waiting for them", async () => {
  await hello(headOfService);
  forget();
  const arrived: number[] = [];
  const started = performance.now();
  talk.chat.fault = (call) => {
    if (isOwn(call)) arrived.push(performance.now() - started);
    return false;
  };
  const answer = answerIn("notice", { title: "Asked", lead: [], suggestions: [] });
  const told = await Promise.all(Array.from({ length: 12 }, () => talk.features.messages.tell(headOfService, () => answer)));
  expect(told).toEqual(Array.from({ length: 12 }, () => 1));
  await vi.waitFor(() => expect(arrived.length).toBeGreaterThanOrEqual(12), patienceOfWaiting);
  await untilCalm(() => arrived.length);
  expect(arrived).toHaveLength(12);
  expect(arrived[6]).toBeLessThan(await patience(500));
  // Seven in a second and eight in two: however late one arrives, it cannot have gone before its turn (of which the clocks differ a little).
  expect(arrived[7]).toBeGreaterThan(900);
  expect(arrived[8]).toBeGreaterThan(1_900);
});
