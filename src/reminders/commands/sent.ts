/** What was sent, to whom, when, what was in it and whether it arrived. */
import { authorOf, permits, type RequestContext } from "../../people/index.js";
import { dayInWords } from "../../plan/index.js";
import type { Answer, Row } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { capital, inWindow, listedUpTo, plural } from "../../shared/words.js";
import { type ReminderCommandParts, seeList, seeSettings } from "./parts.js";
import type { ReminderCommands } from "./reminder-commands.js";
import type { SentMessage } from "./sent-log.js";
import { addressMeant, unknownName } from "./whom.js";

type Wish = Parameters<ReminderCommands["sent"]>[1];

const mostLooked = 200;
const mostShown = 12;

/** What was sent: the asker's own, or for managers anybody's. */
export async function sent({ sentLog }: ReminderCommandParts, context: RequestContext, wish: Wish): Promise<Answer> {
  const { email } = authorOf(context);
  const manages = permits("pause reminders", context);
  const named = addressMeant(wish, context);
  if (wish.name && !named) return note([unknownName(wish.name)]);
  if (named && named !== email && !manages) return note(["Only managers can see what went to others.", 'For yours, ask "what have you sent me".']);
  const person = named ?? (manages ? undefined : email);
  const { window, scope } = wish;
  const found = await sentLog.of(context.known.id, {
    ...(person !== undefined && { person }),
    ...(window && { from: window.from, to: window.to }),
    limit: mostLooked,
  });
  const all = scope ? found.filter(({ items = [] }) => items.some(({ id }) => id === scope)) : found;
  const whom = person === undefined ? "anybody" : person === email ? "you" : person;
  const about = [scope && `about ${scope}`, window && inWindow(window)].filter(Boolean).join(" ");
  const rest = all.length - mostShown;
  return answerIn("rows", {
    title: `Reminders sent to ${person === undefined ? "everybody" : whom}`,
    lead: [
      all.length
        ? `${whom === "anybody" ? "" : `${capital(whom)}: `}${plural(all.length, "message")} ${about}`.replace(/ +/g, " ").trim().concat(".")
        : `I have sent no reminder to ${whom}${about ? ` ${about}` : " yet"}.`,
    ],
    sections: all.length
      ? [
          {
            heading: "",
            rows: all.slice(0, mostShown).map((one) => rowOf(one, person === undefined, scope)),
            ...(rest > 0 && { more: `And ${rest} earlier ones.` }),
          },
        ]
      : [],
    gaps: all.some(({ state }) => state === "unknown")
      ? ["If Teams gave no clear answer, the message may or may not have arrived. I never send it twice. What was in it comes with the next one."]
      : [],
    sources: [],
    suggestions: manages ? [ask("Who cannot be reached?"), ask("What will you send tomorrow?")] : [seeList, seeSettings],
  });
}

const note = (lead: string[]): Answer => answerIn("notice", { title: "Reminders sent", lead, suggestions: [seeList] });

const states: Record<SentMessage["state"], string> = {
  claimed: "about to be sent",
  sending: "being sent",
  delivered: "delivered",
  refused: "refused by Teams",
  unknown: "may not have arrived",
  empty: "nothing to say",
};

function rowOf({ day, person, state, why, items = [] }: SentMessage, named: boolean, scope: string | undefined): Row {
  const about = items.filter(({ id }) => !scope || id === scope).map(({ id, why: words }) => (/\d/.test(id) ? `${id} ${words}` : words));
  return {
    id: "",
    text: [dayInWords(day), named && person, states[state]].filter(Boolean).join(" · "),
    detail: [listedUpTo(about, 5), state === "delivered" ? undefined : why].filter(Boolean).join(" · "),
  };
}
