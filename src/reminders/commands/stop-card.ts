/** For who would hear no more at all: what can be muted and how, and what cannot. */
import type { RequestContext } from "../../people/index.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { figuresCome } from "./figures-come.js";
import { seeList, seeSettings } from "./parts.js";

/** What can be muted and how, and what cannot. */
export function stopCard(context: RequestContext): Answer {
  return answerIn("notice", {
    title: "What you can mute",
    lead: [
      'Your own hour and days: "remind me at 8", "remind me on Mondays only".',
      'A holiday, with somebody to get your reminders: "I am on holiday until 20 August, Sam covers for me".',
      'One action until a day: "snooze 2.3.1 until 1 June because the survey runs until then".',
      'What is not yours: "2.3.1 is not mine". A manager then names somebody else.',
      "They also stop by themselves: when it is done, and after the fourth week overdue.",
      figuresCome,
      "You cannot turn off the last reminder before something goes to the managers. It gives you the chance to reply first. Managers can pause reminders for everyone or for one person.",
    ].map((line) => line.replaceAll("2.3.1", exampleAction(context))),
    suggestions: [seeSettings, ask("I am on holiday"), seeList],
  });
}

const exampleAction = ({ catalogue, asker }: RequestContext): string => {
  const email = asker.email?.toLowerCase();
  const own = catalogue.actions.find(({ action, priority }) => (action.lead ?? priority.lead) === email);
  return (own ?? catalogue.actions[0])?.id ?? "2.3.1";
};
