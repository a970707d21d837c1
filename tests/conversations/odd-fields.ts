/** What no person would type, and presses that say it: for trying every field of every form. */
import { expect } from "vitest";
import { type ShownCard, shown } from "../support/form.js";
import { person } from "../support/teams.js";
import { type Talk, today } from "./talk.js";

/** What JSON can say and a form cannot mean. A text of JSON, since 1e309 is no number to JavaScript. */
export const oddValues: [string, string][] = [
  ["a number", "45"],
  ["a huge number", "1e309"],
  ["a truth", "true"],
  ["null in a list", "[null]"],
  ["a list", '["45"]'],
  ["an operator", '{"$ne":null}'],
  ["an object", '{"toString":"x"}'],
];
export const oddTexts: [string, string][] = [
  ["a negative number", '"-5"'],
  ["an exponent", '"1e309"'],
  ["NaN", '"NaN"'],
  ["Infinity", '"Infinity"'],
  ["100,000 characters", JSON.stringify("x".repeat(100_000))],
  ["control characters", '"4\\u00005"'],
  ["a turn to the left", '"\\u202e45"'],
  ["half a character", '"45\\ud800"'],
  ["markdown", '"**45** [x](https://example.org)"'],
  ["a mention", '"<at>Priya</at>"'],
  ["another person's id", JSON.stringify(person("priya.shah@example.org").aadObjectId)],
];
/** Presses with one field as the JSON says it. */
export async function pressRaw(talk: Talk, as: string, { verb, data }: ReturnType<ShownCard["press"]>, field: string, json: string) {
  const others = Object.entries(data).filter(([name]) => name !== field);
  const text = JSON.stringify({ ...Object.fromEntries(others), "the field": 0 }).replace('"the field":0', `${JSON.stringify(field)}:${json}`);
  const outcome = await talk.chat.post(
    as,
    { type: "invoke", name: "adaptiveCard/action", deliveryMode: undefined, value: { action: { type: "Action.Execute", verb, data: "the data" } } },
    {
      at: today,
      rewrite: (body) => body.replace('"the data"', () => text),
    },
  );
  expect(outcome.status).toBe(200);
  const { type, value } = outcome.body as { type: string; value: unknown };
  return type.endsWith("card.adaptive") ? shown(value as Record<string, unknown>).text : String(value);
}
