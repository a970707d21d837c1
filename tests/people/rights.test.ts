import { describe, expect, test } from "vitest";
import { may, type Permission, permissions, type Roles } from "../../src/people/rights.js";

const staff: Roles = {
  email: "sam.taylor@example.org",
  isManager: false,
  reporter: "events.staff@example.org",
  leads: ["reading.lead@example.org", undefined],
};
const as = (who: Partial<Roles>): Roles => ({ ...staff, ...who });

const reporter = as({ email: "events.staff@example.org" });
const lead = as({ email: "reading.lead@example.org" });
const manager = as({ isManager: true });
const noReporter = as({ reporter: undefined });
const unknown = as({ email: undefined, isManager: true, reporter: undefined, leads: [undefined] });

const deputyReporter = as({ email: "events.deputy@example.org", deputies: ["events.deputy@example.org"] });
const onlyDeputies = as({ reporter: undefined, deputies: ["events.deputy@example.org"] });

const leadsMay: Permission[] = [
  "set up a measure",
  "change a status",
  "mark a milestone done",
  "add a note",
  "ask for more time",
  "snooze a reminder",
  "answer for an overdue action",
  "say whose an action is not",
];
const managersMay: Permission[] = [
  "join measures",
  "decide on more time",
  "name a lead",
  "name a reporter",
  "hand over",
  "name a manager",
  "name a committee date",
  "import a plan",
  "freeze the plan",
  "ask for an update",
  "see what had no answer",
  "pause reminders",
  "send reminders",
  "choose a plan for others",
];
/** When somebody's own reminders come is for nobody else to say; the form is bound to who it was made for. */
const own: Permission[] = ["set own reminders"];

describe("who may do what", () => {
  test.each<[string, Roles, Permission[]]>([
    ["any member of staff may only ask, and set their own reminders", staff, ["ask", ...own]],
    ["any member of staff may report where no reporter is named", noReporter, ["ask", "report a figure", ...own]],
    ["a reporter may report", reporter, ["ask", "report a figure", ...own]],
    ["a reporter's deputy may report", deputyReporter, ["ask", "report a figure", ...own]],
    ["any member of staff may only ask where only deputies are named", onlyDeputies, ["ask", ...own]],
    ["a lead may report and change", lead, ["ask", "report a figure", ...own, ...leadsMay]],
    ["a manager may do all", manager, ["ask", "report a figure", ...own, ...leadsMay, ...managersMay]],
    ["someone the channel cannot name may only ask", unknown, ["ask"]],
    ["a guest gets nothing, whatever else is said of them", as({ ...manager, outsider: true, reporter: undefined, leads: [staff.email] }), []],
  ])("%s", (_, who, allowed) => expect(permissions.filter((permission) => may(permission, who)).sort()).toEqual([...allowed].sort()));

  test("nobody leads and nobody reports: an unnamed lead is no match", () => {
    expect(may("change a status", as({ leads: [undefined] }))).toBe(false);
  });
});
