import { expect, test } from "vitest";
import { clip } from "../../src/teams/cards.js";

test.each([
  ["short enough", 20, "short enough"],
  ["exactly", 7, "exactly"],
  ["cut after a whole word", 12, "cut after a…"],
  ["cut after a whole word", 10, "cut after…"],
  ["cut after a whole word", 16, "cut after a…"],
  ["averylongwordwithoutanyplacetocutit", 10, "averylong…"],
  ["ab😀cd", 4, "ab…"],
  ["", 5, ""],
])("%j within %d characters is %j", (text, most, clipped) => {
  expect(clip(text, most)).toBe(clipped);
  expect(clip(text, most).length).toBeLessThanOrEqual(most);
});
