/** Texts of 64 KB that are made to be slow to read do not hold up anybody else. */
import { expect, test } from "vitest";
import { readSample } from "../../src/imports/index.js";
import { planIndexOf } from "../../src/nlu/plan-index.js";
import { understand } from "../../src/nlu/understand.js";
import { catalogueOf } from "../../src/plan/index.js";
import { nastyTexts } from "../bench/nasty-texts.js";
import { processorMs, slowness } from "../support/pace.js";

const { plan } = readSample();
const context = { plan, planIndex: planIndexOf(catalogueOf(plan), plan.title), today: "2026-11-24", before: [] };
/** `npm run bench` measures them against 5 ms on a machine of its own; beside other tests they get more. */
const mostMs = 60;

// Each piece alone at a tenth of its length, too: what grows faster than the text shows sooner there.
const texts = Object.entries(nastyTexts).flatMap(([name, text]): [string, string][] => [
  [name, text],
  [`${name}, 6 KB`, text.slice(0, 6_000)],
  [`${name}, 150 characters`, text.slice(0, 150)],
]);

test.each(texts)("%s", (_, text) => {
  expect(processorMs(() => understand(text, context))).toBeLessThan(mostMs * slowness());
});
