/** What real clients send around a person's words. */
import type { Activity } from "botbuilder";
import { describe, expect, test } from "vitest";
import { isMentioned, quotesIn, spokenText } from "../../src/teams/spoken.js";

const bot = { id: "28:bot", name: "People & Place Bot" };
const anna = { id: "29:anna", name: "Anna Berg" };
const said = (text: string, more: object = {}): Partial<Activity> => ({ text, recipient: bot, ...more }) as Partial<Activity>;
const mention = (mentioned: object, text?: string) => ({ type: "mention", mentioned, ...(text !== undefined && { text }) });

describe("the mention of the bot is no part of the question", () => {
  test.each<[string, string, object[] | undefined]>([
    ["listed with its text", "<at>People &amp; Place Bot</at> what is overdue", [mention(bot, "<at>People &amp; Place Bot</at>")]],
    ["listed without its text", "<at>People &amp; Place Bot</at> what is overdue", [mention(bot)]],
    ["listed with another text than is written", "<at>People & Place Bot</at> what is overdue", [mention(bot, "<at>People &amp; Place Bot</at>")]],
    ["listed with an empty text", "<at>People &amp; Place Bot</at>&nbsp;what is overdue", [mention(bot, "")]],
    ["of which nothing is listed", "<at>People &amp; Place Bot</at> what is overdue", undefined],
    ["of which nothing is listed, with an id in its tag", '<at id="0">People &amp; Place Bot</at>&nbsp;what is overdue', []],
    ["beside other things that are listed", "<at>People &amp; Place Bot</at> what is overdue", [{ type: "clientInfo" }]],
    ["without a tag", "People & Place Bot what is overdue", [mention(bot)]],
    ["in the middle", "so <at>People &amp; Place Bot</at> what is overdue", [mention(bot)]],
    ["at the end, in lines of their own", "\r\nwhat is overdue <at>People &amp; Place Bot</at>\r\n", [mention(bot)]],
  ])("%s", (_, text, entities) => {
    expect(spokenText(said(text, { entities })).replace(/^so /, "")).toBe("what is overdue");
    expect(isMentioned(said(text, { entities }))).toBe(true);
  });

  test("in two parts, as some clients cut it", () => {
    const entities = [mention({ ...bot, name: "People" }), mention({ ...bot, name: "Bot" })];
    expect(spokenText(said("<at>People</at> <at>Bot</at> what is overdue in Place", { entities }))).toBe("what is overdue in Place");
  });

  test("where the client does not even say what the bot is called", () => {
    const nameless = { text: "<at>Way</at> what is overdue", recipient: { id: "28:bot" } } as Partial<Activity>;
    expect([spokenText(nameless), isMentioned(nameless)]).toEqual(["what is overdue", true]);
  });

  test("words that are like its name stay", () => {
    expect(spokenText(said("what is overdue in People & Place Bot", { entities: [mention(bot, "<at>x</at>")] }))).toBe("what is overdue in People & Place Bot");
  });
});

describe("a mention of somebody else", () => {
  test.each<[string, object[] | undefined]>([
    ["listed with its text", [mention(bot), mention(anna, "<at>Anna Berg</at>")]],
    ["listed without its text", [mention(bot), mention(anna)]],
    ["of which nothing is listed", undefined],
  ])("%s is their name", (_, entities) => {
    const text = "<at>People &amp; Place Bot</at> make <at>Anna Berg</at> the lead of 1.5";
    expect(spokenText(said(text, { entities }))).toBe("make Anna Berg the lead of 1.5");
  });

  test.each<[string, object[] | undefined]>([
    ["listed", [mention(anna)]],
    ["of which nothing is listed", undefined],
  ])("%s is none of the bot", (_, entities) => {
    expect(isMentioned(said("<at>Anna Berg</at> what is overdue", { entities }))).toBe(false);
    expect(isMentioned(said("what is overdue", { entities }))).toBe(false);
  });
});

describe("what nobody sees or means", () => {
  test.each([
    ["zero width in an id", "how is 2\u200b.\u20603 doing", "how is 2.3 doing"],
    ["marks of direction", "\u200ehow is 2.3 doing\u200f", "how is 2.3 doing"],
    ["a soft hyphen", "how is the car\u00adbon priority doing", "how is the carbon priority doing"],
    ["narrow spaces", "how\u202fis\u00a02.3\u2009doing", "how is 2.3 doing"],
    ["a middle dot", "how is 2·3·1 doing", "how is 2.3.1 doing"],
    ["a middle dot between words", "leads · reporters", "leads · reporters"],
  ])("%s", (_, text, words) => {
    expect(spokenText(said(text))).toBe(words);
  });

  test.each<[string, Partial<Activity>]>([
    ["no text", {}],
    ["entities of nothing", said("hello", { entities: [null, {}, { type: "mention" }, { type: "mention", mentioned: null }, { type: "quotedReply" }] })],
    ["attachments of nothing", said("hello", { attachments: [{}, { contentType: "text/html" }, { contentType: "text/html", content: { a: 1 } }] })],
    ["5,000 open tags", said("<at>".repeat(5_000))],
  ])("%s is no reason to fail", (_, activity) => {
    expect([typeof spokenText(activity), typeof isMentioned(activity), quotesIn(activity)]).toEqual(["string", "boolean", []]);
  });
});

const reply = (id: string, preview: string) =>
  `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="${id}"><strong itemprop="mri" itemid="28:bot">Waymark</strong><span itemprop="time" itemid="${id}"></span><p itemprop="preview">${preview}</p></blockquote><p>who leads it?</p>`;

describe("a quote is no part of the words, and says what they are about", () => {
  test.each<[string, Partial<Activity>, object[]]>([
    ["marked in the text", said('<quoted messageId="177"/> who leads it?'), [{ id: "177" }]],
    ["marked in an escaped text", said('&lt;quoted messageId="177"/&gt; who leads it?'), [{ id: "177" }]],
    [
      "listed",
      said('<quoted messageId="177"/>\nwho leads it?', { entities: [{ type: "quotedReply", quotedReply: { messageId: "177", preview: "2.3 is off track" } }] }),
      [{ id: "177", preview: "2.3 is off track" }],
    ],
    [
      "shown in the text as HTML",
      said("who leads it?", { attachments: [{ contentType: "text/html", content: reply("177", "People &amp; Place") }] }),
      [{ id: "177", preview: "People & Place" }],
    ],
    ["of two messages", said('<quoted messageId="177"/> who leads it? <quoted messageId="178"/>'), [{ id: "177" }, { id: "178" }]],
  ])("%s", (_, activity, quotes) => {
    expect(spokenText(activity)).toBe("who leads it?");
    expect(quotesIn(activity)).toEqual(quotes);
  });

  test("what is forwarded is no quote", () => {
    const content = '<p>what is overdue</p><blockquote itemtype="http://schema.skype.com/Forward"><p>1.1 will slip</p></blockquote>';
    expect(quotesIn(said("what is overdue", { attachments: [{ contentType: "text/html", content }] }))).toEqual([]);
  });
});
