import { describe, expect, test } from "vitest";
import { planIdFor, sameName, shortTitle } from "../../src/plan/index.js";

describe("what a plan is called", () => {
  test.each([
    ["Libraries and Heritage Strategy Action Plan", "Libraries and Heritage"],
    ["Strategy for Museums 2025-2030", "Museums"],
    ["The Digital Inclusion Plan: Delivery", "Digital Inclusion"],
    ["Action plan", "Action plan"],
    ["Children & Young People's Plan", "Children & Young People's"],
  ])("%s", (title, name) => expect(shortTitle(title)).toBe(name));

  test("capitals, marks and spaces make no other name", () => {
    expect(sameName("Museums  Plan.", "museums plan")).toBe(true);
    expect(sameName("Museums Plan", "Museum Plan")).toBe(false);
  });

  test("an id parts no keys and is nobody else's", () => {
    expect(planIdFor("Libraries / Heritage.", [])).toBe("libraries-heritage");
    expect(planIdFor("Caf\u00e9s", ["cafes", "cafes-2"])).toBe("cafes-3");
    expect(planIdFor("\u4e2d\u6587", [])).toBe("another");
  });
});
