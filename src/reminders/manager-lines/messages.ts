/** What did not arrive, who cannot be reached, and when nothing was sent at all. */
import { dayInWords } from "../../plan/index.js";
import { listedUpTo, plural } from "../../shared/words.js";
import { type Line, type ManagerView, mostNamed, type Undelivered } from "./line.js";

const stateWords: Record<Undelivered["state"], string> = { refused: "was refused", unknown: "may not have arrived", "never sent": "could not be sent" };

/** A line for each message that did not arrive or may not have. */
export const undeliveredLines = ({ undelivered }: { undelivered: readonly Undelivered[] }): Line[] =>
  undelivered.map(({ person, day, state, why }) => ({
    key: `message ${person} ${day}`,
    id: "messages",
    step: "not delivered",
    who: person,
    why: `the message to ${person} of ${dayInWords(day)} ${stateWords[state]}`,
    more: [why],
  }));

/** One line for all who cannot be reached; none when everybody can. */
export function unreachableLine({ unreachable }: ManagerView): Line[] {
  if (!unreachable.length) return [];
  return [
    {
      key: "unreachable",
      id: "people",
      step: "cannot be reached",
      why: `${plural(unreachable.length, "person", "people")} cannot be reached: ${listedUpTo(unreachable, mostNamed)}`,
      more: ["Ask them to open Waymark in Teams and say hello once. Your IT team can also install it for them."],
    },
  ];
}

/** One line for days on which no pass ran. */
export function missedLine({ missed }: ManagerView): Line[] {
  if (!missed) return [];
  const when = missed.from === missed.to ? `on ${dayInWords(missed.from)}` : `from ${dayInWords(missed.from)} to ${dayInWords(missed.to)}`;
  return [
    {
      key: "pass missed",
      id: "reminders",
      step: "pass missed",
      why: `no reminders were sent ${when}, as no pass ran`,
      more: ["What was missed has been caught up."],
    },
  ];
}
