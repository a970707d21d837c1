import { describe, expect, it } from "vitest";
import { askingOf, inShort } from "./understood.js";

const farid = "farid.nasser@example.org";
const gordon = "gordon.baird@example.org";
const priya = "priya.raman@example.org";
const lucy = "lucy.trent@example.org";
const leisure = askingOf("leisure", { asker: farid });

describe("everything of one person to another", () => {
  it.each([
    ["Gordon Baird is leaving us, everything of his goes to Priya Raman", gordon, priya],
    ["everything Gordon has goes over to Priya", gordon, priya],
    ["Gordon's retiring, pass his stuff to Priya", gordon, priya],
    ["transfer the lot to Priya, Gordon has resigned", gordon, priya],
    ["shift all of Gordon's items across to Priya Raman", gordon, priya],
    ["reassign Gordon's portfolio to Priya", gordon, priya],
    ["Gordon goes on parental leave so Priya is inheriting the lot", gordon, priya],
    ["Priya is taking over all of Gordon's work", gordon, priya],
    ["swap Gordon out and Priya in, hand over the lot", gordon, priya],
  ])("%s", (text, person, to) => expect(inShort(leisure(text))).toBe(`hand-over ${person} ${to}`));

  it.each([
    ["I'm off to another trust, everything of mine goes to Lucy", farid, lucy],
    ["moving abroad so pass my whole lot on to Lucy Trent", farid, lucy],
    ["Lucy takes over all of mine", farid, lucy],
    ["going on secondment, all my actions to Lucy please", farid, lucy],
    ["I finish on Friday, give the lot to Lucy", farid, lucy],
    ["pass all of Gordon's things to me", gordon, farid],
    ["I am taking over everything from Gordon", gordon, farid],
  ])("of the asker or to the asker: %s", (text, person, to) => expect(inShort(leisure(text))).toBe(`hand-over ${person} ${to}`));

  it.each([["give the concert series to Lucy"], ["pass 2.3.1 to Lucy"], ["Lucy takes over the wildflower meadows"]])(
    "one thing alone is no hand-over: %s",
    (text) => expect(leisure(text)[0]?.question).not.toBe("hand-over"),
  );
});
