/** What is paused comes back before its day: a card for managers with a button each. */
import { type FormData, notSaved, OtherAnswer, orInstead, sealFor } from "../../forms/index.js";
import { changeFacts, permits, type RequestContext } from "../../people/index.js";
import { dayInWords } from "../../plan/index.js";
import type { Answer, Press } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { sayResume } from "../setting-updates.js";
import { everyone } from "../settings.js";
import { newSettings, openedFor, type ReminderCommandParts, refused, refuseOld, refuseWithout } from "./parts.js";
import { AboutWho, ofWhom, permission } from "./pause-card.js";
import type { Whom } from "./reminder-commands.js";
import { addressMeant, unknownName } from "./whom.js";

export const resumeVerb = "reminders.resume";

/** What is paused, with a button each; `whom` narrows it down to one person. */
export async function resumeCard({ forms, reminders }: ReminderCommandParts, context: RequestContext, whom: Whom): Promise<Answer> {
  if (!permits(permission, context)) return refused(permission, "resume reminders", context, "Resuming reminders");
  const wanted = whom.person || whom.name ? addressMeant(whom, context) : undefined;
  if (whom.name && !wanted) return notSaved("Resuming reminders", [unknownName(whom.name), "Nothing was changed."], [ask("Resume reminders")]);
  const all = [...(await reminders.settings.all(context.known.id))];
  const paused = all
    .flatMap(([who, { pauses = [] }]) => pauses.filter(({ until }) => until > context.today).map((pause) => ({ who, pause })))
    .filter(({ who }) => !wanted || who === wanted)
    .sort((a, b) => (a.who === everyone ? -1 : b.who === everyone ? 1 : a.who < b.who ? -1 : 1));
  if (!paused.length)
    return notSaved(
      "Nothing is paused",
      [wanted ? `Reminders for ${wanted} are not paused.` : "Nobody's reminders are paused."],
      [ask("What will you send tomorrow?")],
    );
  const shown = paused.slice(0, mostResumed);
  const presses = shown.map(
    ({ who }): Press => ({
      label: who === everyone ? "Resume all reminders" : `Resume for ${who}`,
      verb: resumeVerb,
      data: { form: sealFor(forms, resumeVerb, context, { plan: context.known.id, who }) },
    }),
  );
  return answerIn("form", {
    title: "Resume reminders",
    lead: [
      ...shown.map(
        ({ who, pause }) =>
          `${who === everyone ? "Everyone" : who}: paused from ${dayInWords(pause.from)} until ${dayInWords(pause.until)} by ${pause.by}: ${pause.why}`,
      ),
      ...(paused.length > shown.length ? [`and ${paused.length - shown.length} more; name one to see it.`] : []),
      "They start again today. Nothing changes until you press.",
    ],
    parts: [],
    presses: presses.map((press, at): Press => (at === 0 ? { ...press, style: "positive" } : press)),
    suggestions: [],
  });
}

const mostResumed = 5;

/** Ends a pause. */
export function pressResume(parts: ReminderCommandParts, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const { sealed, about } = openedFor(parts.forms, resumeVerb, AboutWho.required(), data, context);
    const { change } = await parts.reminders.settings.change({ plan: about.plan, who: about.who }, sealed.id, (now) => {
      refuseOld(sealed, about, context);
      refuseWithout(permission, "resume reminders", context, "Resuming reminders");
      const said = sayResume(about.who, now, context.today);
      if (!said.parts.length)
        throw new OtherAnswer(notSaved("Nothing is paused", ["They were resumed already. Nothing was changed."], [ask("What will you send tomorrow?")]));
      return newSettings(said, sealed, context);
    });
    return answerIn("receipt", {
      title: `Resumed: ${ofWhom(about.who)}`,
      lead: ["They start again today, with one message each."],
      rows: [],
      facts: changeFacts(change, context),
      presses: [],
      suggestions: [ask("What will you send tomorrow?")],
    });
  });
}
