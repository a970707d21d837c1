import { describe, expect, test } from "vitest";
import { milestoneOf, readTimescale } from "../../src/plan/index.js";
import { processorTime, slowness } from "../support/pace.js";

const plan = { starts: "2025-04-01" };

describe("a printed timescale", () => {
  test.each([
    ["Year 1", [{ due: "2026-03-31" }]],
    ["Year 2", [{ due: "2027-03-31" }]],
    ["Year 1 / 2", [{ due: "2027-03-31" }]],
    ["Year 1 to 2", [{ due: "2027-03-31" }]],
    ["Years 1-2", [{ due: "2027-03-31" }]],
    ["Years 1 – 5", [{ due: "2030-03-31" }]],
    ["Year 1 to Year 3", [{ due: "2028-03-31" }]],
    ["Year 1/2/3", [{ due: "2028-03-31" }]],
    ["Year 1, 2 and 3", [{ due: "2028-03-31" }]],
    ["Year One", [{ due: "2026-03-31" }]],
    ["Yr 2", [{ due: "2027-03-31" }]],
    ["Year 10", [{ due: "2035-03-31" }]],
    ["Year 1 (ongoing)", [{ due: "2026-03-31", ongoing: true }]],
    ["Year 1 (On-going)", [{ due: "2026-03-31", ongoing: true }]],
    ["Year 1 - ongoing", [{ due: "2026-03-31", ongoing: true }]],
    ["Year 2 / 3 (ongoing)", [{ due: "2028-03-31", ongoing: true }]],
    ["Year 1 (Pilot, then ongoing)", [{ label: "Pilot", due: "2026-03-31", ongoing: true }]],
    ["Year 1 (2025-26)", [{ due: "2026-03-31" }]],
    [
      "Year 1 (Pilot) Year 2 (Roll out)",
      [
        { label: "Pilot", due: "2026-03-31" },
        { label: "Roll out", due: "2027-03-31" },
      ],
    ],
    ["Year 1 / 2 Year 1 / 2 (ongoing)", [{ due: "2027-03-31" }, { due: "2027-03-31", ongoing: true }]],
    ["Year 1; Year 3", [{ due: "2026-03-31" }, { due: "2028-03-31" }]],
  ])("%s", (printed, milestones) => {
    const read = readTimescale(printed);
    expect(read.stamps.map((stamp) => milestoneOf(plan, stamp))).toEqual(milestones);
    expect(read).toMatchObject({ problems: [], rest: "" });
  });

  test.each([
    ["Year 0", "years are counted from 1"],
    ["Year -1", "years are counted from 1"],
    ["Year 0 to 2", "years are counted from 1"],
    ["Year 3 to 1", "ends before it begins"],
    ["Year 3 - Year 1", "ends before it begins"],
    ["Year 1.5", "a year is a whole number"],
    ["Year 2026", "more than 50 years"],
    ["Year 1 to 99", "more than 50 years"],
  ])("that cannot be right is a problem: %s", (printed, why) => {
    const read = readTimescale(printed);
    expect(read.stamps).toEqual([]);
    expect(read.problems).toEqual([`"${printed}": ${why}`]);
  });

  test.each([
    ["Ongoing", "Ongoing"],
    ["Spring 2026", "Spring 2026"],
    ["by March 2026", "by March 2026"],
    ["Early Years", "Early Years"],
    ["TBC", "TBC"],
    ["Year 1; review in June", "review in June"],
    ["Year 2 and beyond", "beyond"],
    ["", ""],
  ])("keeps words that are no stamp: %s", (printed, rest) => {
    expect(readTimescale(printed)).toMatchObject({ problems: [], rest });
  });

  test("wide white space is read like any other, however much there is", () => {
    const wide = `Year  1\n (Pilot)   Year 2 ${" ".repeat(100_000)} to \t 3 ${" ".repeat(100_000)}x`;
    const from = processorTime();
    expect(readTimescale(wide)).toEqual({
      stamps: [
        { printed: "Year 1 (Pilot)", lastYear: 1, label: "Pilot", ongoing: false },
        { printed: "Year 2 to 3", lastYear: 3, ongoing: false },
      ],
      problems: [],
      rest: "x",
    });
    expect(processorTime() - from).toBeLessThan(1_000 * slowness());
  });

  test("ends on the last day of a leap February when the plan's years start in March", () => {
    const [stamp] = readTimescale("Year 3").stamps;
    expect(stamp && milestoneOf({ starts: "2025-03-01" }, stamp)).toEqual({ due: "2028-02-29" });
  });
});
