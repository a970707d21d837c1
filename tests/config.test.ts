import { expect, test } from "vitest";
import { readConfig } from "../src/config.js";

test.each([
  ["PORT", "1e3"],
  ["PORT", "0x50"],
  ["PORT", " 80"],
  ["PORT", "80.0"],
  ["PORT", "-1"],
  ["PORT", "65536"],
  ["METRICS_PORT", "0"],
  ["METRICS_PORT", "9e1"],
])("%s=%s is refused by its name", (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(`${name}: `);
});

test("a port is a number in plain digits, and an empty one counts as unset", () => {
  expect(readConfig({ PORT: "0", METRICS_PORT: "9464" })).toMatchObject({ PORT: 0, METRICS_PORT: 9464 });
  const { PORT, METRICS_PORT } = readConfig({ PORT: "", METRICS_PORT: "" });
  expect([PORT, METRICS_PORT]).toEqual([3978, undefined]);
});
