import { beforeAll, describe, expect, test } from "vitest";
import { openRoom, type Room } from "./room.js";

let room: Room;
beforeAll(async () => {
  room = await openRoom("libraries");
});

describe("asking back", () => {
  test("names what was asked about and offers each candidate with its place in the plan", async () => {
    const choices = [
      { id: "1.4", says: "How is 1.4 doing?" },
      { id: "2.1.m1", says: "What is the latest figure for 2.1.m1?" },
      { id: "2", says: "How is Place doing?" },
      { id: "3.1.3", says: "How is 3.1.3 doing?" },
    ];
    const answer = await room.ask("choose", { about: "digital", choices });
    if (answer.view !== "choice") throw new Error(answer.view);
    expect(answer.data.question).toBe('Which one do you mean by "digital"?');
    expect(answer.data.choices.map(({ says }) => says)).toEqual(choices.map(({ says }) => says));
    expect(answer.data.choices.map(({ label }) => label.slice(0, 20))).toEqual([
      "1.4 Support people t",
      "2.1.m1 Improved cust",
      "Theme 2: Place",
      "3.1.3 Work with furt",
    ]);
    expect(answer.data.choices.map(({ detail }) => detail?.slice(0, 22))).toEqual([
      "Priority in People",
      "Measure of 2.1 Involve",
      "Theme",
      "Action under 3.1 Devel",
    ]);
  });

  test("nothing was named", async () => {
    expect((await room.ask("choose", { about: "", choices: [{ id: "1", says: "How is People doing?" }] })).text).toContain("Which one do you mean?");
  });
});

describe("an id that the plan does not have", () => {
  test.each<[string, string, string, string]>([
    ["a priority", "3.4", "There is no priority 3.4 in the plan.", "Partnership has 3.1 to 3.3."],
    ["an action", "2.3.3", "There is no action 2.3.3 in the plan.", "2.3 has 2.3.1 and 2.3.2."],
    ["a measure", "2.3.m9", "There is no measure 2.3.m9 in the plan.", "2.3 has 2.3.m1 to 2.3.m3."],
    ["a theme", "7", "There is no theme 7 in the plan.", "It has 3 themes: 1 People, 2 Place and 3 Partnership."],
    ["a priority of no theme", "9.9", "There is no priority 9.9 in the plan.", "It has 3 themes"],
    ["an action of no priority", "3.9.1", "There is no action 3.9.1 in the plan.", "It has 3 themes"],
    ["of no form that the plan knows", "XY-1", "There is no XY-1 in the plan.", "It has 3 themes"],
  ])("%s", async (_, id, says, near) => {
    const { text } = await room.ask("unknown-id", { id });
    expect(text).toContain(says);
    expect(text).toContain(near);
  });

  test("ids of another form", async () => {
    const school = await openRoom("school");
    const { text } = await school.ask("unknown-id", { id: "A9" });
    expect(text).toContain("There is no priority A9 in the plan.");
    expect(text).toMatch(/has A1 to A\d\./);
  });

  test.each([
    ["standing", { scope: "9.9" }],
    ["actions", { scope: "9.9" }],
    ["figure", { measure: "9.9.m9" }],
    ["compare", { scopes: ["2", "9.9"] }],
    ["change-status", { action: "2.3.9" }],
    ["report-figure", { measure: "2.3.1" }],
  ])("is the answer to %s too", async (name, args) =>
    expect((await room.ask(name, args)).data).toMatchObject({ title: expect.stringContaining("Not in the plan") }),
  );
});

describe("what the plan does not cover", () => {
  test("says what was not found and what there is, and gives no figure", async () => {
    const { text } = await room.ask("not-understood", { words: ["fines", "overdue books"] });
    expect(text).toContain('I could not find "fines" or "overdue books" in the plan.');
    expect(text).toContain("I only know the Libraries and Heritage Strategy Action Plan");
    expect(text).not.toMatch(/[£\d]/);
  });
});

describe("help", () => {
  const forYou = async (as: string | undefined) => {
    const answer = await room.ask("help", {}, { as });
    if (answer.view !== "rows") throw new Error(answer.view);
    return answer.data.sections.find(({ heading }) => heading === "For you")?.rows.map(({ text }) => text);
  };

  test.each<[string, string | undefined, string[] | undefined]>([
    [
      "a manager",
      "head.of.service@example.org",
      [
        "Requests for more time",
        "Who has no lead?",
        "Who has not reported?",
        "What is left to set up?",
        "What will you send tomorrow?",
        "How do I import a plan?",
        "Freeze the plan as agreed",
        "What could you not answer?",
      ],
    ],
    ["a lead", "business.lead@example.org", ["My actions", "My reminders", "What is overdue for me?"]],
    ["a reporter", "bipc.staff@example.org", ["Which figures are missing from me?"]],
    ["staff", "tom.evans@example.org", undefined],
    ["nobody known", undefined, undefined],
  ])("%s gets what is theirs first", async (_, as, rows) => expect(await forYou(as)).toEqual(rows));

  test("examples are of the plan in hand", async () => {
    const museum = await openRoom("museum");
    const { text } = await museum.ask("help", {});
    expect(text).toContain(museum.known.plan.title);
    for (const id of text.match(/\b\d\.\d(?:\.m?\d)?\b/g) ?? []) expect(museum.known.catalogue.find(id)).toBeDefined();
  });
});
