import { describe, expect, test } from "vitest";
import { conversationLimits, waitAfter } from "../../src/messaging/conversation-pace.js";
import { openPace, perSecond } from "../../src/messaging/pace.js";
import { openStorage } from "../../src/storage/index.js";
import { openWorld } from "../faults/reminders/world.js";

/** `count` moments, so many milliseconds apart, the last of them at 0. */
const every = (ms: number, count: number): number[] => Array.from({ length: count }, (_, at) => (at - count + 1) * ms);

describe("how long a conversation has to wait for its next message", () => {
  test.each<[string, number[], number]>([
    ["nothing went before", [], 0],
    ["6 in a second", every(100, 6), 0],
    ["7 in a second", every(100, 7), 400],
    ["7 at once", every(0, 7), 1_000],
    ["7 in a second, the first of which is a second ago", every(1_000 / 6, 7), 0],
    ["8 in 2 seconds", every(200, 8), 600],
    ["59 in half a minute", every(500, 59), 0],
    ["60 in half a minute", every(500, 60), 500],
    ["1,799 in an hour", every(2_000, 1_799), 0],
    ["1,800 in an hour", every(2_000, 1_800), 2_000],
  ])("after %s", (_, gone, wait) => {
    expect(Math.round(waitAfter(gone, 0))).toBe(wait);
  });
});

/** Of a reminder, or of what is sent beside them. */
type Turn = (conversation: string) => Promise<void>;

describe("messages that all want to go at once", () => {
  const goneBy = async (conversations: string[], work: (turn: Turn, aside: Turn) => Promise<unknown>) => {
    const world = openWorld(await openStorage({}), "2027-03-03T09:30:00Z");
    const clock = world.clockOf(0);
    const pace = openPace(world.storage, clock);
    const gone = new Map<string, number[]>(conversations.map((one) => [one, []]));
    const noting = (turn: (conversation: string) => Promise<void>) => async (conversation: string) => {
      await turn(conversation);
      gone.get(conversation)?.push(world.time());
    };
    await world.run(() => work(noting(pace.turn), noting(pace.soon)));
    return gone;
  };
  const mostWithin = (times: readonly number[], inMs: number): number =>
    Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + inMs).length));

  test.each(conversationLimits)("into one conversation: no more than $most in $inMs ms", async ({ most, inMs }) => {
    const count = most + 20;
    const gone = await goneBy(["a"], (turn) => Promise.all(Array.from({ length: count }, () => turn("a"))));
    expect(gone.get("a")).toHaveLength(count);
    expect(mostWithin(gone.get("a") ?? [], inMs)).toBeLessThanOrEqual(most);
  });

  test("into many: none waits for another's limit, and together they keep to the tenant's", async () => {
    const names = Array.from({ length: 60 }, (_, at) => `conversation ${at}`);
    const gone = await goneBy(["busy", ...names], (turn) => Promise.all([...Array.from({ length: 12 }, () => turn("busy")), ...names.map((one) => turn(one))]));
    const others = names.flatMap((one) => gone.get(one) ?? []);
    expect(others).toHaveLength(60);
    expect(Math.max(...others)).toBeLessThan(Math.max(...(gone.get("busy") ?? [])));
    expect(mostWithin([...gone.values()].flat(), 1_000)).toBeLessThanOrEqual(perSecond);
  });

  test.each(conversationLimits)("reminders and requests into one conversation, together: no more than $most in $inMs ms", async ({ most, inMs }) => {
    const half = Math.ceil(most / 2) + 5;
    const both = Array.from({ length: half });
    const gone = await goneBy(["a"], (turn, aside) => Promise.all(both.flatMap(() => [turn("a"), aside("a")])));
    expect(gone.get("a")).toHaveLength(2 * half);
    expect(mostWithin(gone.get("a") ?? [], inMs)).toBeLessThanOrEqual(most);
  });

  test("a request waits for its own conversation, and goes before the reminders that wait for the tenant's turn", async () => {
    const names = Array.from({ length: 100 }, (_, at) => `conversation ${at}`);
    const asked = new Map<string, number>();
    await goneBy(["a", ...names], async (turn, aside) => {
      const reminders = [...names, "a"].map((one) => turn(one));
      await aside("a").then(() => asked.set("a", asked.size));
      await Promise.all(reminders.map((one) => one.then(() => asked.set("a reminder", asked.size))));
    });
    expect(asked.get("a")).toBe(0);
  });
});
