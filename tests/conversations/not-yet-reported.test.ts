/** A plan that has just been loaded: what fell due before it came in is not overdue until somebody has said how it stands. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { driveOfSuite } from "../support/drive.js";
import { headOfService } from "../support/features.js";
import { send, talkOverSample } from "./sent-files.js";
import type { Talk } from "./talk.js";

const lead = "parks.lead@example.org";
const csv = `Priority,Ref,Action,Lead,By when
Priority 1: Open spaces,1.1,Mend the bandstand,${lead},March 2026
Priority 1: Open spaces,1.2,Plant forty trees,${lead},June 2026
Priority 1: Open spaces,1.3,Draw up a map of paths,${lead},March 2027
Priority 2: Play areas,2.1,Check every swing,Play Officer,May 2027
Priority 2: Play areas,2.2,Open a splash pad,Play Officer,TBC
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

const asked = async (text: string) => (await talk.card(headOfService, text)).text;
const waiting = "2 of 5 actions fell due before the plan was loaded and are not yet reported: 1.1 and 1.2.";

test("nothing is overdue; what fell due before stands in a list of its own", async () => {
  expect(await asked("what is overdue in the whole plan")).toMatch(/Nothing is overdue\.\s+Not yet reported\s+1\.1[\s\S]*1\.2/);
  expect(await asked("how many actions are overdue")).toMatch(/^\s*Actions\s+None\./);
  expect(await asked("how many milestones are there")).toContain("2 not yet reported, 2 still to come");
  expect(await asked("how many actions are there")).toContain("5 actions in the plan: 3 not started, 2 not yet reported.");
});

test("no status card is red or overdue", async () => {
  for (const text of ["how is 1 doing", "how is 1.1 doing", "is 1.1 overdue", "how late is 1.1", "how is the plan doing", "timeline of the plan"]) {
    const card = await asked(text);
    expect(card, text).toMatch(/not yet reported/i);
    expect(card.replaceAll("What is overdue", ""), text).not.toMatch(/overdue by|off track|\bred\b|is overdue|are overdue/);
  }
  expect(await asked("how is 1 doing")).toContain("Nobody has said yet how its 3 actions stand.");
  expect(await asked("how is 2 doing")).toContain("None of its 2 actions has begun.");
});

test("what to worry about, the briefing and the report list it, and say that there are no statuses", async () => {
  for (const text of ["what should I worry about", "brief me for committee on Thursday"]) expect(await asked(text), text).toContain(waiting);
  expect(await asked("what should I worry about")).toContain(
    "Nothing is known to be in trouble in the plan, but nobody has reported yet how anything is going.",
  );
  // The card of a report counts; the file lists them.
  expect(await asked("report for 2026-27 Q2")).toMatch(/5 actions: .*2 not yet reported\.[\s\S]*No milestone is overdue\./);
});

test("its lead is asked once how it stands, and managers hear of it on Mondays", async () => {
  await talk.card(lead, "hello");
  const on = async (day: string, dayOf?: "whole") => {
    const digests = await talk.features.reminders.preview(new Date(`${day}T09:30:00.000Z`), dayOf && { dayOf });
    return (who: string) => digests.find(({ to }) => to === who)?.items.map(({ id, why }) => `${id} ${why}`) ?? [];
  };
  expect((await on("2026-11-24", "whole"))(lead)).toEqual(["1.1 not yet reported: please say how it stands", "1.2 not yet reported: please say how it stands"]);
  const monday = await on("2026-11-30", "whole");
  expect(monday(headOfService).join("\n")).toContain("not yet reported: 2 actions fell due before the plan was loaded: 1.1 and 1.2");
  expect(monday(headOfService).join("\n")).not.toContain("overdue");
  expect((await talk.card(lead, "my reminders")).text).toMatch(/1\.1[\s\S]*Not yet reported\s+· Was due on 31 March 2026/);
});

test("once somebody has said how it stands, its date counts", async () => {
  const form = await talk.card(headOfService, "1.1 has not started");
  await talk.press(headOfService, form, "Save 1.1", { status: "not-started", note: "" });
  expect(await asked("is 1.1 overdue")).toContain("Yes. 1.1 was due on 31 March 2026 and is overdue by 238 days.");
  expect(await asked("what is overdue in the whole plan")).toMatch(/1 milestone is overdue\.[\s\S]*1\.1[\s\S]*Not yet reported\s+1\.2/);
});

test("a later file of the plan leaves what is overdue overdue, and what is not yet reported so; what is new in it with a past date is not yet reported", async () => {
  drive.served = Buffer.from(`${csv}Priority 2: Play areas,2.3,Mend the gate,Play Officer,May 2026\n`);
  const card = await send(talk, headOfService, [drive.file("parks-plan.csv")]);
  await talk.press(headOfService, card, "Import");
  expect(await asked("what is overdue in the whole plan")).toMatch(/1 milestone is overdue\.[\s\S]*1\.1[\s\S]*Not yet reported[\s\S]*2\.3[\s\S]*1\.2/);
});
