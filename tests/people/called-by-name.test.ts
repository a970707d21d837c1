import { describe, expect, test } from "vitest";
import { callingByName, withNames } from "../../src/people/index.js";
import { catalogueOf, type KnownPlan } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { answerIn } from "../../src/shared/answer-text.js";
import { UserFacingError } from "../../src/shared/errors.js";
import { renderCard } from "../../src/teams/cards.js";
import { objectsOf } from "../support/card-check.js";
import { planFile } from "../support/plan-files.js";

const boss = "head.of.service@example.org";

const callingIn = (met: Record<string, string> = {}, { lead = "sheila.grant@example.org", text = "Open late", asker = {} } = {}) => {
  const { plan } = readPlan("museum.json", JSON.stringify(planFile({ action: { lead, text } })));
  return callingByName({ loaded: [{ plan, catalogue: catalogueOf(plan) } as KnownPlan], managers: [boss], asker }, new Map(Object.entries(met)));
};

describe("somebody in a text", () => {
  test.each<[string, Record<string, string>, string, string]>([
    ["is called as in Teams", { "sheila.grant@example.org": "Sheila Grant-Moss" }, "Lead: Sheila.Grant@example.org.", "Lead: Sheila Grant-Moss."],
    ["is called by the address, made readable, where Teams gives no name", {}, "Only sheila.grant@example.org can.", "Only Sheila Grant can."],
    ["is called so too after leaving", {}, "Changed by pat.o'neil@example.org", "Changed by Pat O'neil"],
    ["of another organisation stays as written", {}, "Ask info@partner.example", "Ask info@partner.example"],
    ["of another organisation whom the bot has met has a name", { "kim@partner.example": "Kim Ly" }, "By kim@partner.example", "By Kim Ly"],
    ["with the name of somebody else is told apart", { [boss]: "Sheila Grant" }, boss, "Sheila Grant (head.of.service)"],
  ])("%s", (_what, met, said, shown) => {
    expect(callingIn(met).text(said)).toBe(shown);
  });

  test("stays an address where the plan itself prints it", () => {
    expect(callingIn({}, { text: "Answer feedback@example.org in 2 days" }).text("Answer feedback@example.org in 2 days")).toBe(
      "Answer feedback@example.org in 2 days",
    );
  });
});

describe("an answer", () => {
  const data = {
    title: "Saved",
    lead: [`Saved by ${boss}`],
    rows: [],
    facts: [
      { label: "Lead", value: "sheila.grant@example.org" },
      { label: "By", value: boss },
    ],
    presses: [{ label: `Ask ${boss}`, verb: "reminders.act", data: { to: boss } }],
    suggestions: [{ label: `What does ${boss} lead?`, says: `What does ${boss} lead?` }],
  };
  const { data: shown, text, chats } = callingIn({}, { asker: { email: boss } }).answer(answerIn("receipt", data));

  test("shows names, in its text too, and its buttons carry the addresses", () => {
    expect(text).toBe("Saved\nSaved by Head of Service\nLead: Sheila Grant\nBy: Head of Service");
    expect(shown).toMatchObject({
      presses: [{ label: "Ask Head of Service", data: { to: boss } }],
      suggestions: [{ label: "What does Head of Service lead?", says: `What does ${boss} lead?` }],
    });
  });

  test("opens a chat behind a name, but for one's own", () => {
    expect(chats).toEqual({ "Sheila Grant": "sheila.grant@example.org" });
    const card = renderCard({ view: "receipt", data: { ...data, facts: [{ label: "Lead", value: "Sheila Grant" }] }, text, chats });
    expect(objectsOf(card).filter(({ type }) => type === "Action.OpenUrl")).toEqual([
      { type: "Action.OpenUrl", title: "Chat with Sheila Grant", url: "https://teams.microsoft.com/l/chat/0/0?users=sheila.grant%40example.org" },
    ]);
  });

  test("leaves what is typed into a form, and the example beside it, as they are", () => {
    const input = { name: "email", kind: "line", label: `Not ${boss}`, hint: "name@example.org", value: boss, message: `${boss} is one already` } as const;
    const choice = { name: "who", kind: "person", label: "Who", choices: [{ label: boss, value: boss }] } as const;
    const form = answerIn("form", {
      title: "",
      lead: [],
      parts: [{ id: "", text: "", facts: [], inputs: [input, { ...choice, choices: [...choice.choices] }] }],
      presses: [],
      suggestions: [],
    });
    expect(callingIn().answer(form).data).toMatchObject({
      parts: [
        {
          inputs: [
            { label: "Not Head of Service", hint: "name@example.org", value: boss, message: "Head of Service is one already" },
            { choices: [{ label: "Head of Service", value: boss }] },
          ],
        },
      ],
    });
  });
});

test("a refusal that is thrown calls people by their names", async () => {
  const refused = withNames(
    async () => callingIn(),
    async () => {
      throw new UserFacingError(`${boss} is a manager already.`);
    },
  );
  await expect(refused).rejects.toThrow(new UserFacingError("Head of Service is a manager already."));
});
