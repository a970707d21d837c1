/** Leads whom the plan names in words only, asked about by those words. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { driveOfSuite } from "../support/drive.js";
import { headOfService } from "../support/features.js";
import { send, talkOverSample } from "./sent-files.js";
import type { Talk } from "./talk.js";

const csv = `Priority,Ref,Action,Lead,By when
Priority 1: Open spaces,1.1,Mend the bandstand,Head of Property,March 2027
Priority 1: Open spaces,1.2,Draw up a map of paths,Parks Manager,March 2027
Priority 2: Play areas,2.1,Check every swing,Head of Property,May 2027
Priority 2: Play areas,2.2,Open a splash pad,Schools team / K. Osei,TBC
`;

const drive = driveOfSuite();
let talk: Talk;
beforeAll(async () => {
  talk = await talkOverSample();
  drive.served = Buffer.from(csv);
  const card = await send(talk, headOfService, [drive.file("parks-plan.csv")]);
  await talk.press(headOfService, card, "Import", { starts: "2025-04-01" });
});
afterAll(() => talk.stop());

test.each([
  ["what does Head of Property lead", /Head of Property leads 2 actions\.[\s\S]*1\.1[\s\S]*2\.1/],
  ["what does the head of property lead?", /Head of Property leads 2 actions/],
  ["what is the Schools team responsible for", /Schools team leads 1 action\.[\s\S]*2\.2/],
  ["what is overdue for the Parks Manager", /Nothing led by Parks Manager is overdue/],
])("%s", async (text, expected) => {
  expect((await talk.card(headOfService, text)).text).toMatch(expected);
});
