import { describe, expect, test } from "vitest";
import { openForms, receiptNumber, refusalOf } from "../../src/forms/index.js";
import { describeEachDatabase } from "../support/database.js";

const form = { verb: "figures.record", who: "11111111-2222", at: "2026-11-24T10:00:00.000Z", about: [["2.3.m1", "2026-27 Q2"]] };

describeEachDatabase("a form's signed id", (database) => {
  test("says what the form is, each time with an id of its own", async () => {
    const forms = await openForms(await database.open());
    const [one, two] = [forms.seal(form), forms.seal(form)].map((token) => forms.open(token, "figures.record"));
    expect(one).toEqual({ ...form, id: expect.stringMatching(/^[\w-]{20}$/) });
    expect(two?.id).not.toBe(one?.id);
  });

  test("is known to every instance over the same database, and to none over another", async () => {
    const storage = await database.open();
    const [here, there] = await Promise.all([openForms(storage), openForms(storage)]);
    const other = await openForms(await database.open());
    const token = here.seal(form);
    expect(there.open(token, "figures.record")).toEqual(here.open(token, "figures.record"));
    expect(other.open(token, "figures.record")).toBeUndefined();
  });

  test("is nothing once a single character of it is another, or it is for another verb", async () => {
    const forms = await openForms(await database.open());
    const token = forms.seal(form);
    for (let place = 0; place < token.length; place++) {
      const changed = token.slice(0, place) + (token[place] === "A" ? "B" : "A") + token.slice(place + 1);
      // The last character of a signature has bits that say nothing.
      if (place < token.length - 1) expect(forms.open(changed, "figures.record")).toBeUndefined();
    }
    expect(forms.open(token, "figures.form")).toBeUndefined();
    for (const odd of ["", ".", "..", "a.b", `${token}.`, `.${token}`, token.split(".")[0] ?? "", "x".repeat(100_000)])
      expect(forms.open(odd, "figures.record")).toBeUndefined();
  });
});

describe("a form is refused", () => {
  const sealed = { ...form, id: "x" };
  const by = (id: string, at: string) => ({ asker: { id }, at: new Date(at) });
  test.each([
    ["never to whom it was made for, the day it was made", sealed, by(form.who, "2026-11-24T18:00:00Z"), undefined],
    ["not within sixty days", sealed, by(form.who, "2027-01-23T10:00:00Z"), undefined],
    ["after sixty days", sealed, by(form.who, "2027-01-23T10:00:01Z"), "too old"],
    ["a year later", sealed, by(form.who, "2027-11-24T10:00:00Z"), "too old"],
    ["to anybody else", sealed, by("other", "2026-11-24T10:00:00Z"), "somebody else's"],
    ["when it is not ours", undefined, by(form.who, "2026-11-24T10:00:00Z"), "not ours"],
  ])("%s", (_, it, context, why) => {
    expect(refusalOf(it, context)).toBe(why);
  });
});

test("receipt numbers are short, always the same and hardly ever alike", () => {
  const numbers = Array.from({ length: 5_000 }, (_, place) => receiptNumber(`form ${place}`));
  expect(new Set(numbers).size).toBe(5_000);
  expect(numbers[7]).toBe(receiptNumber("form 7"));
  for (const number of numbers.slice(0, 50)) expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
});
