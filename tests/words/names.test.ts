/** People are called by their names in all that is shown. */
import { beforeAll, expect, test } from "vitest";
import { everythingSaid, type Said, shownIn } from "./everything-said.js";

const addresses = /\S+@\S+/g;

const all: Said[] = [];
beforeAll(async () => {
  for (const [file, tables] of [
    ["libraries", ["libraries", "commands", "reminders"]],
    ["hospital", ["hospital"]],
    ["museum", ["museum"]],
  ] as const)
    all.push(...(await everythingSaid(file, tables)).said);
}, 300_000);

test("no address stands in anything that is shown", () => {
  const found = all.flatMap(({ to, answer }) =>
    shownIn(answer).flatMap((text) => (text.match(addresses) ?? []).map((address) => `${to}: ${address} in "${text}"`)),
  );
  expect(all.length).toBeGreaterThan(2_000);
  expect([...new Set(found)].slice(0, 20)).toEqual([]);
});
