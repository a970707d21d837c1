import { describe, expect, test } from "vitest";
import { isSentence, readDay, readLink } from "../../src/progress/words.js";

describe("a day as typed", () => {
  test.each<[string, string | undefined]>([
    ["2026-03-20", "2026-03-20"],
    [" 20/3/2026 ", "2026-03-20"],
    ["20.03.2026", "2026-03-20"],
    ["20 March 2026", "2026-03-20"],
    ["20th mar 2026", "2026-03-20"],
    ["March 20, 2026", "2026-03-20"],
    ["2026-03-20T00:00:00Z", "2026-03-20"],
    ["3/20/2026", undefined],
    ["30 February 2026", undefined],
    ["20 March", undefined],
    ["20 Marchember 26", undefined],
    ["soon", undefined],
    ["", undefined],
    ["0000-00-00", undefined],
  ])("%j is %s", (text, day) => expect(readDay(text)).toBe(day));
});

describe("a web address as typed", () => {
  test.each<[string, string | undefined]>([
    ["https://example.org/a?b=c#d", "https://example.org/a?b=c#d"],
    ["http://example.org", "http://example.org"],
    ["example.org/report", "https://example.org/report"],
    ["javascript:alert(1)", undefined],
    ["data:text/html,x", undefined],
    ["file:///etc/passwd", undefined],
    ["https://", undefined],
    ["my desk", undefined],
    ["report", undefined],
  ])("%j is %s", (text, link) => expect(readLink(text)).toBe(link));
});

test.each<[string, boolean]>([
  ["The partner left.", true],
  ["partner left", true],
  ["late", false],
  ["", false],
  ["1 2 3", false],
  ["a b", false],
  ["… — !", false],
])("%j says something: %s", (text, says) => expect(isSentence(text)).toBe(says));
