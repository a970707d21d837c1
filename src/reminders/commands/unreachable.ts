/** Who cannot be written to, what did not arrive, and what to do about it. */
import { dutyOf } from "../../figures/index.js";
import { permits, type RequestContext } from "../../people/index.js";
import { addDays, dayInWords, leadOf } from "../../plan/index.js";
import type { Answer, Row } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { plural } from "../../shared/words.js";
import { type ReminderCommandParts, seeList } from "./parts.js";

const mostShown = 30;
const mostFailed = 12;
/** Messages of so many days are looked at. */
const lookedBack = 14;

/** Whom the plan names and nobody can write to, and for managers what did not arrive, with what to do. */
export async function unreachable({ messages, sentLog }: ReminderCommandParts, context: RequestContext): Promise<Answer> {
  const has = whatTheyHave(context);
  const people = [...has.keys()].sort();
  const [there, failed] = await Promise.all([
    messages.places([...people, ...context.managers]),
    permits("pause reminders", context) ? sentLog.troubled(context.known.id, addDays(context.today, -lookedBack)) : [],
  ]);
  const without = people.filter((email) => !there.has(email));
  const managers = context.managers.filter((email) => !there.has(email) && !has.has(email));
  const rest = without.length - mostShown;
  return answerIn("rows", {
    title: "Who cannot be reached",
    lead: [
      without.length || managers.length
        ? `${plural(without.length + managers.length, "person", "people")} cannot be reached: they have not opened Waymark in Teams yet, or have removed it.`
        : `I can reach everybody the plan names: ${plural(people.length, "person", "people")}.`,
      ...(without.length || managers.length ? ["Ask them to open Waymark in Teams and say hello once. Your IT team can also install it for them."] : []),
    ],
    sections: [
      ...(without.length
        ? [
            {
              heading: "Leads and reporters",
              rows: without.slice(0, mostShown).map((email): Row => ({ id: "", text: email, detail: has.get(email) ?? "" })),
              ...(rest > 0 && { more: `And ${rest} more.` }),
            },
          ]
        : []),
      ...(managers.length ? [{ heading: "Managers", rows: managers.map((email): Row => ({ id: "", text: email })) }] : []),
      ...(failed.length
        ? [
            {
              heading: "Did not arrive, or may not have",
              rows: failed.slice(0, mostFailed).map(({ person, day, why = "" }): Row => ({ id: "", text: `${person}, ${dayInWords(day)}`, detail: why })),
              ...(failed.length > mostFailed && { more: `And ${failed.length - mostFailed} more.` }),
            },
          ]
        : []),
    ],
    gaps: [],
    sources: [],
    suggestions: [ask("What will you send tomorrow?"), seeList],
  });
}

/** "leads 1.1.2, 1.1.3 and 4 more; reports 2 measures", by address. */
function whatTheyHave({ catalogue }: RequestContext): Map<string, string> {
  const led = new Map<string, string[]>();
  const reports = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, email: string | undefined, id: string) => email && to.set(email, [...(to.get(email) ?? []), id]);
  for (const item of catalogue.actions) add(led, leadOf(item), item.id);
  for (const item of catalogue.measures) add(reports, dutyOf(item), item.id);
  const people = new Set([...led.keys(), ...reports.keys()]);
  return new Map(
    [...people].map((email) => {
      const parts = [
        led.get(email) && `leads ${plural(led.get(email)?.length ?? 0, "action")}`,
        reports.get(email) && `is asked for ${plural(reports.get(email)?.length ?? 0, "figure")}`,
      ];
      return [
        email,
        parts
          .filter(Boolean)
          .join(", ")
          .replace(/^./, (letter) => letter.toUpperCase()),
      ];
    }),
  );
}
