/** What no person would type, and presses that say it: for trying every field of every form. */
import { describe, expect, test } from "vitest";
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

/** A card, its button, a field of it, what else is filled in; `words` when the field takes any words. */
export interface Field {
  card: string;
  as: string;
  says: string;
  button: string;
  field: string;
  typed: Record<string, unknown>;
  words?: boolean;
  /** May stay empty. */
  optional?: boolean;
}

export interface Trial {
  talk(): Talk;
  /** What must stay as it was. */
  standing(): Promise<unknown>;
  /** What the person is told first. */
  told: RegExp;
  /** Names of what is no fault in a field that takes words. */
  fine(field: Field): ReadonlySet<string>;
}

const isEmpty: [string, string][] = [
  ["nothing", '""'],
  ["a lone null", "null"],
];

const whatIsWrong = /Please|could not be read|too long|cannot be (?:seen|below)|without <at>|does not work|do not know/;

/** Fills every field with everything odd: nothing is written, and why is said. */
export function tryEachField(fields: readonly Field[], { talk, standing, told, fine }: Trial): void {
  const triedOn = (field: Field): [string, string][] =>
    [...oddValues, ...oddTexts, ...(field.optional ? [] : isEmpty)].filter(([what]) => !(field.words && fine(field).has(what)));
  describe.each(fields.map((field) => [field.card, field.field, field] as const))("the card %s, field %s", (_, field, one) => {
    const { as, says, button, typed } = one;
    test.each(triedOn(one))("given as %s: nothing is written, and why is said", async (__, json) => {
      const before = await standing();
      const card = await talk().card(as, says);
      const text = await pressRaw(talk(), as, card.press(button, typed), field, json);
      expect(text).toMatch(told);
      expect(text).toMatch(whatIsWrong);
      expect(await standing()).toEqual(before);
      expect(talk().chat.log.filter(({ level }) => level === "error")).toEqual([]);
    });
  });
}

/** Presses each card with everything odd in place of the form's own id. */
export function tryOwnId(cards: readonly Pick<Field, "as" | "says" | "button" | "typed">[], { talk, standing }: Pick<Trial, "talk" | "standing">): void {
  describe.each(cards.map((card) => [card.says, card] as const))('the card of "%s"', (_, { as, says, button, typed }) => {
    test.each([...oddValues, ...oddTexts])("its own id given as %s is no form", async (__, json) => {
      const before = await standing();
      const card = await talk().card(as, says);
      expect(await pressRaw(talk(), as, card.press(button, typed), "form", json)).toMatch(/cannot be used|does not work any more/);
      expect(await standing()).toEqual(before);
    });
  });
}
