import { describe, expect, it } from "vitest";
import { aspectOf } from "../../src/nlu/aspects.js";
import { plainWords, withDigits } from "../../src/nlu/words.js";

const asked = (text: string) => aspectOf(withDigits(plainWords(text).join(" "))) ?? "latest";

describe("what is asked of a figure", () => {
  it.each([
    ["library visits, the percentage we want", "target"],
    ["readers under five: number wanted", "target"],
    ["required level for complaints", "target"],
    ["the end value for tree cover please", "target"],
    ["how many loans are we after", "target"],
    ["how many loans were we hoping for by 2028", "target"],
    ["what have we promised on waiting times", "target"],
    ["where do we need the vacancy rate to be", "target"],
    ["where should the arrears end up", "target"],
    ["what should it be, then", "target"],
    ["how quickly ought calls to be picked up", "target"],
    ["by rights, what share of trains runs on time", "target"],
    ["to what number of apprentices do we aspire", "target"],
    ["which rating did we set ourselves", "target"],
    ["the starting point and the goal for loans", "target"],
  ])("%s: %s", (text, wanted) => expect(asked(text)).toBe(wanted));

  it.each([
    ["loans before any of this", "baseline"],
    ["loans before the strategy", "baseline"],
    ["how many loans were there when we kicked off", "baseline"],
    ["how many loans were there when the plan was starting", "baseline"],
    ["opening position for complaints", "baseline"],
    ["original number of volunteers", "baseline"],
    ["the pre-plan figure for visits", "baseline"],
    ["empty homes at the very start", "baseline"],
    ["empty homes on day one", "baseline"],
    ["what did the empty homes begin at", "baseline"],
    ["where did we start with recycling", "baseline"],
  ])("%s: %s", (text, wanted) => expect(asked(text)).toBe(wanted));

  it.each([
    ["more or fewer visits", "trend"],
    ["volunteers, more of them or less these days", "trend"],
    ["is the street busier or quieter", "trend"],
    ["the trajectory of complaints", "trend"],
    ["do the arrears rise or fall", "trend"],
    ["are residents any happier", "trend"],
    ["are fewer pupils excluded now", "trend"],
    ["is there less litter on the beach", "trend"],
    ["do more people cycle than before", "trend"],
    ["do people trust us more than they did", "trend"],
    ["the road repairs, are they slipping", "trend"],
    ["visits: up? down?", "trend"],
    ["are visits up on last year", "trend"],
    ["is it taking us longer to answer", "trend"],
  ])("%s: %s", (text, wanted) => expect(asked(text)).toBe(wanted));

  it.each([
    ["how many residents signed up for alerts", "latest"],
    ["how many start-ups were set up lately", "latest"],
    ["how long before we pick up the phone", "latest"],
    ["how many grown-ups can read", "latest"],
    ["money down the drain on repairs, current sum", "latest"],
    ["do we have more than 50 volunteers", "latest"],
    ["which number should I quote for savings", "latest"],
    ["how many visits last month", "latest"],
  ])("%s: %s", (text, wanted) => expect(asked(text)).toBe(wanted));
});
