import { expect, test } from "vitest";
import { people, sampleManager, windowed } from "../../src/chat-client/index.js";
import { windowOf } from "../../src/chat-client/people.js";
import { readSample } from "../../src/imports/index.js";

test.each(people)("the window of $name has five others, all with ids of their own", (person) => {
  const { currentUser, users } = windowOf(person);
  expect(users).toHaveLength(5);
  const all = [currentUser, ...users];
  expect(new Set(all.map(({ id }) => id)).size).toBe(6);
  expect(new Set(all.map(({ aadObjectId }) => aadObjectId)).size).toBe(6);
});

test("the people are the sample plan's: a manager, a lead who leads something, a reporter who reports something", () => {
  const priorities = readSample().plan.themes.flatMap((theme) => theme.priorities);
  const leads = priorities.flatMap((priority) => [priority.lead, ...priority.actions.map(({ lead }) => lead)]);
  const reporters = priorities.flatMap((priority) => priority.measures.map(({ reporter }) => reporter));
  expect(windowed.map(({ part }) => part)).toEqual(["a manager", "a lead", "a member of staff"]);
  expect(windowed[0]?.email).toBe(sampleManager);
  for (const { part, email } of people) {
    if (part === "a lead") expect(leads).toContain(email);
    if (part === "a member of staff") expect(reporters).toContain(email);
  }
});
