import { describe, expect, it } from "vitest";
import { plainWords, withDigits } from "../../src/nlu/words.js";

describe("ids that are spelled out", () => {
  it.each([
    ["how is s o one point two point two", "how is so1.2.2"],
    ["S O 3.1 please", "so3.1 please"],
    ["b1 1 2 whats the status", "b1.1.2 what is the status"],
    ["action two point three", "action 2.3"],
    ["q2 4 5", "q2 4 5"],
    ["in c2 3 4 weeks", "in c2 3 4 weeks"],
  ])("%s", (text, wanted) =>
    expect(
      withDigits(
        plainWords(text)
          .filter((word) => word !== "please")
          .join(" "),
      ),
    ).toBe(wanted.replace(" please", "")),
  );
});
