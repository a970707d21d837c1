import { describe, expect, it } from "vitest";
import { askingOf, inShort } from "./understood.js";

const leisure = askingOf("leisure", { asker: "farid.nasser@example.org" });
const health = askingOf("health");
const fire = askingOf("fire");
const housing = askingOf("housing");

describe("people by their names, of a leisure trust's plan", () => {
  it.each([
    ["what does Dan lead", "held dan.holt@example.org"],
    ["what does Danny look after", "held dan.holt@example.org"],
    ["what's on Dani's plate", "held danielle.hope@example.org"],
    ["whats on dan holts plate", "held dan.holt@example.org"],
    ["kwames actions", "held kwame.boateng@example.org"],
    ["what has Tommy got on", "held tom.ashworth@example.org"],
    ["what does Daniel Holt lead?", "held dan.holt@example.org"],
    ["what does ruth maddox report", "held ruth.maddox@example.org"],
    ["What is due from Sheila McCabe in December?", "due sheila.mccabe@example.org 2026-12-01..2026-12-31"],
    ["What should we expect from Kwame Boateng by the end of January?", "due kwame.boateng@example.org 2026-11-24..2027-01-31"],
    ["make Lucy Trent the lead for food growing plots please", "name-person lucy.trent@example.org lead 2.3"],
    ["Put Beth down as the lead on energy and carbon", "name-person beth.coulson@example.org lead 1.3"],
    ["appoint Gordon Baird as deputy for park quality", "name-person gordon.baird@example.org deputy 2.1"],
    ["could you nudge Priya about the footpaths", "reminders-ask priya.raman@example.org 2.1.2"],
    ["give Sheila a gentle prod about the concert series", "reminders-ask sheila.mccabe@example.org 3.1.1"],
    ["chase owen for an update on the wildflower meadows", "reminders-ask owen.pritchard@example.org 2.4.2"],
    ["everything of mine should pass to Lucy Trent", "hand-over farid.nasser@example.org lucy.trent@example.org"],
    ["I retire in March, all of mine can go to Gordon", "hand-over farid.nasser@example.org gordon.baird@example.org"],
    ["Gordon Baird is leaving, move everything to Priya Raman", "hand-over gordon.baird@example.org priya.raman@example.org"],
  ])("%s", (text, wanted) => expect(inShort(leisure(text))).toBe(wanted));
});

describe("a name that several bear", () => {
  it.each([
    [health, "what does Sam lead?", "choose sam what does samuel.okoro@example.org lead ?|what does samantha.ellwood@example.org lead ?"],
    [fire, "what does Stu look after", "choose stu what does stuart.galbraith@example.org look after|what does stewart.penfold@example.org look after"],
    [housing, "what does jo lead", "choose jo what does joanne.pike@example.org lead|what does joan.pickering@example.org lead"],
  ])("asks which of them is meant: %#", (ask, text, wanted) => expect(inShort(ask(text))).toBe(wanted));

  it("is answered when one of them is pressed", () =>
    expect(inShort(health("what does samuel.okoro@example.org lead ?"))).toBe("held samuel.okoro@example.org"));

  it.each([
    [fire, "what does Stewart look after", "held stewart.penfold@example.org"],
    [housing, "what does Joan lead", "held joan.pickering@example.org"],
    [housing, "what does Stephen lead", "held steve.hargreaves@example.org"],
  ])("gives way to whoever is really called so: %#", (ask, text, wanted) => expect(inShort(ask(text))).toBe(wanted));
});

describe("words that are names of somebody as well", () => {
  it.each([
    [health, "how are grace periods doing", "grace.whitlow@example.org"],
    [health, "mark A1.2 as complete", "mark"],
  ])("stay words: %#", (ask, text, name) => expect(JSON.stringify(ask(text))).not.toContain(`"${name}"`));

  it("are a name where a name stands", () => expect(inShort(health("what does Grace lead"))).toBe("held grace.whitlow@example.org"));
});
