/** A model that always chooses rightly, over the whole path: what it cannot reach is an argument or an answer that is missing. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "../support/teams.js";
import { type TalkWithModel, talkWithModel } from "./talk-with-model.js";

interface Asked {
  id: string;
  as: string;
  now: string;
  history: string[];
  q: string;
  expect: { all: string[]; any: string[][]; none: string[] };
}

const linesOf = <T>(path: string): T[] =>
  readFileSync(new URL(path, import.meta.url), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const asked = linesOf<Asked>("../questions/sets/dev2.jsonl");
/** What each question means, as calls; `as` whoever asks is "me". */
const calls = new Map(linesOf<{ id: string; calls: [string, unknown][] }>("dev2-calls.jsonl").map((one) => [one.id, one.calls]));

function problemsIn(text: string, { all = [], any = [], none = [] }: Partial<Asked["expect"]>): string[] {
  const has = (source: string) => new RegExp(source, "i").test(text);
  return [
    ...all.filter((source) => !has(source)),
    ...any.filter((group) => !group.some(has)).map((group) => group.join(" | ")),
    ...none.filter(has).map((source) => `not ${source}`),
  ];
}

let talk: TalkWithModel;
beforeAll(async () => {
  talk = await talkWithModel({ managers: ["clare.winslow@example.org"] });
});
afterAll(() => talk.stop());

test("97 of a hundred everyday questions are right at once", { timeout: 120_000 }, async () => {
  const missed: string[] = [];
  for (const { id, as, now, history, q, expect: wanted } of asked) {
    const options = { conversation: `a:${id}`, at: now };
    talk.model.script = () => [["none_of_these", { understood: "" }]];
    for (const before of history) await talk.chat.say(as, before, options);
    let used = false;
    talk.model.script = () => {
      used = true;
      return calls.get(id) ?? [];
    };
    const { replies } = await talk.chat.say(as, q, options);
    const text = replies.flatMap(({ attachments = [] }) => attachments.map(({ content }) => textOf(content))).join("\n");
    const problems = problemsIn(text, wanted);
    const helped = /Read with help of a language model/.test(text);
    if (problems.length)
      missed.push(
        `${id} [${used ? (helped ? "called" : "DROPPED") : "not called"}] ${[...history, q].join(" > ")} ${JSON.stringify(calls.get(id))}\n    ${problems.join("; ").slice(0, 400)}\n    ${text.replace(/\s+/g, " ").slice(0, 400)}`,
      );
  }
  expect(1 - missed.length / asked.length, missed.join("\n")).toBeGreaterThanOrEqual(0.97);
});
