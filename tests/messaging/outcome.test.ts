import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../src/messaging/outcome.js";

const answered = (statusCode: number, more: object = {}) => Object.assign(new Error("x"), { statusCode, sent: true, ...more });

describe("what the channel's answer means for a reminder", () => {
  const unknown = /may have arrived or not/;
  test.each([
    ["an error of the channel", answered(500), "unknown", unknown],
    ["a gateway's error", answered(502), "unknown", unknown],
    ["no room for it", answered(503), "unknown", unknown],
    ["a gateway that gave up", answered(504), "unknown", unknown],
    ["a request that took too long", answered(408), "unknown", unknown],
    ["a reset after the bytes went out", { sent: true, code: "ECONNRESET" }, "unknown", unknown],
    ["something else that failed, who knows when", new TypeError("x"), "unknown", unknown],
    ["nothing at all", undefined, "unknown", unknown],
    ["a host that is not there", { sent: false, code: "ENOTFOUND" }, "again", /could not be reached/],
    ["a refused connection of which nothing else is known", { code: "ECONNREFUSED" }, "again", /could not be reached/],
    ["a wrong registration", answered(401), "again", /registration/],
    ["one at a time", answered(412), "again", /busy/],
    ["a bad request", answered(400), "refused", /refused it \(400\)/],
    ["a message that is too large", answered(413), "refused", /refused it \(413\)/],
    ["somebody who blocked the bot", answered(403, { code: "ConversationBlockedByUser" }), "refused", /They have blocked Waymark/],
    ["the same in a nested code", answered(403, { code: "Forbidden", codes: ["Forbidden", "209"] }), "refused", /They have blocked Waymark/],
    ["a bot that is switched off", answered(403, { code: "BotDisabledByAdmin" }), "refused", /switched off for them/],
    ["a bot that was removed", answered(403, { code: "BotNotInConversationRoster" }), "refused", /no longer installed/],
    ["a refusal without a reason", answered(403), "refused", /refused it \(403\)/],
    ["a conversation that is gone", answered(404), "refused", /is gone/],
  ] as const)("%s", (_what, error, state, why) => {
    const outcome = outcomeOf(error, 1);
    expect(outcome.state).toBe(state);
    expect(outcome.why).toMatch(why);
  });

  test("only a conversation that is gone is forgotten, others are blocked", () => {
    expect(outcomeOf(answered(404), 1)).toMatchObject({ place: "gone" });
    expect(outcomeOf(answered(403), 1)).toMatchObject({ place: "blocked" });
  });

  test("too many requests wait as long as they are told, else longer each time, at most a minute", () => {
    expect(outcomeOf(answered(429, { retryAfterMs: 17_000 }), 1)).toMatchObject({ state: "again", afterMs: 17_000 });
    expect([1, 2, 3, 10].map((tries) => (outcomeOf(answered(429), tries) as { afterMs: number }).afterMs)).toEqual([2_000, 4_000, 8_000, 60_000]);
  });
});
