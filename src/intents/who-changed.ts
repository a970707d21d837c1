/** Who changed something: every change of an item, newest first, with who, when, from what, to what; all there are, or those since a version was frozen. */

import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { answerIn, ask, suggest } from "../answers/answer-text.js";
import { changeRow, whoAndWhen } from "../answers/changes.js";
import { mostRows, section } from "../answers/rows.js";
import { itemsUnder, nameOf, placeOf, type Scoped, scopeOf, titleOf } from "../answers/scope.js";
import { sourcesOf } from "../answers/sources.js";
import { capital, instantInWords, listedUpTo, plural } from "../answers/wording.js";
import type { Change } from "../audit/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import { Carried, Scope, VersionName } from "../request/args.js";
import type { Version } from "../request/plan-snapshots.js";
import { defineIntent } from "./define-intent.js";
import { history } from "./history.js";
import { scoped } from "./says.js";

/** More than these are counted as "more than". */
const mostRead = 300;

export const whoChanged = defineIntent({
  name: "who-changed",
  about: "Who changed an action, priority, theme, measure or the plan, at all or since it was agreed: every change with who, when, from what, to what",
  says: scoped("Who changed what?", (name) => `Who changed ${name}?`),
  args: z.object({
    scope: Scope,
    since: z.object({ name: VersionName.optional() }).optional().describe("Since a version was frozen: the newest, or the one of that name"),
    ...Carried,
  }),
  traits: { subjects: ["theme", "priority", "action", "measure"], followUp: ["scope"] },
  examples: [
    "audit trail",
    "the audit trail of {item}",
    "who changed {action}",
    "who set {item} to {status}",
    "who marked {stage} done",
    "who updated {topic} last",
    "when was {action} last updated",
    "who touched {item}",
    "who made {action} red",
    "history of {action}",
    "who moved the date of {action}",
    "change history {item}",
    "audit trail for {topic}",
    "who wrote that note on {action}",
    "who decided to cancel {action}",
    "was it {person} who changed {item}",
    "which person turned {topic} green",
    "who's been fiddling with {action}",
    "log of changes to {item}",
    "when did {action} turn {status}",
    "since when is {action} {status}",
    "who signed {stage} off",
    "Please show every change made to {action}, and by whom",
    "who chaned {action}",
    "trail of edits for {item}",
    "when did anyone last look at {topic}",
    "who's altered {item} since it was agreed",
    "whose edit was it on {action}",
    "who has changed the plan {time} version",
    "who changed what since we {topic} it",
    "who has changed anything in the plan since it was {topic}?",
    "who changed {item} {time} version",
    "who changed {item} since it was {topic}",
    "who has changed something in {item} since the plan was {topic}?",
    "who changed the plan since it was {topic}",
    "who changed what since we agreed it",
    "who last edited {action}",
    "who put {action} at {status}",
    "changes made to {item}",
    "who was it that moved {stage}",
    "who did that to {action}",
    "who set the lead of {item}",
    "what's been done to {action} and by whom",
    "when was the status of {action} changed",
    "record of changes for {topic}",
    "who reworded {item}",
    "every change to {topic}",
    "who is changing things in {item}",
  ],
  answer: async ({ scope, since, carried }, context) => {
    const scoped = scopeOf(context, scope);
    // A measure's history has its figures with what they replaced, and who changed anything else of it.
    if (scoped.type === "measure" && !since) return history.answer({ measure: scoped.id, carried }, context);
    const found = since && (await context.frozen.version(context, since));
    if (found && "instead" in found) return withCarried(found.instead, carried);
    const version = found?.version;
    const read = await context.changes({ items: itemsUnder(context, scoped), ...(version && { from: version.at }), newestFirst: true, limit: mostRead });
    const changes = read.filter(({ _id }) => _id !== version?.change);
    return answerIn("rows", {
      carried,
      title: `Changes ${scoped.type === "action" || scoped.type === "measure" ? `of ${titleOf(scoped)}` : placeOf(scoped)}${version ? ` since "${version.name}"` : ""}`,
      lead: version ? leadSince(context, scoped, version, changes) : leadOf(context, scoped, changes),
      sections: section("", changes, (change) => changeRow(context, change, scoped.id)),
      gaps: changes.length > mostRows ? ["Whoever runs Waymark can export the full record."] : [],
      sources: sourcesOf(context, { statuses: false }),
      suggestions: [
        ...(version
          ? [ask("What changed since?", `What changed${scoped.type === "plan" ? "" : ` in ${idSaid(scoped)}`} since version "${version.name}"?`)]
          : []),
        ...suggest(scoped.type !== "plan" && `How is ${scoped.type === "theme" ? scoped.theme.name : scoped.id} doing?`, "Recent changes"),
      ],
    });
  },
});

const countOf = ({ length }: Change[]): string => (length >= mostRead - 1 ? `more than ${mostRead - 2} changes` : plural(length, "change"));

const idSaid = (scoped: Scoped): string => (scoped.type === "theme" ? `theme ${scoped.id}` : scoped.id);

const leadOf = (context: AnswerContext, scoped: Scoped, changes: Change[]): string[] => [
  changes[0]
    ? `${capital(nameOf(scoped))} has ${countOf(changes)} ${scoped.type === "plan" ? "on record" : "since it was imported"}. The last: ${whoAndWhen(context, changes[0])}.`
    : `Nobody has changed ${nameOf(scoped)} since the plan was imported on ${instantInWords(context.known.importedAt, context.plan.timeZone)} by ${context.known.importedBy}.`,
];

/** "5 changes since then: 3 by lead@example.org, 2 by …" */
function leadSince(context: AnswerContext, scoped: Scoped, { said }: Version, changes: Change[]): string[] {
  const people = new Map<string, number>();
  for (const { by } of changes) people.set(by, (people.get(by) ?? 0) + 1);
  const most = [...people].sort(([, a], [, b]) => b - a).map(([by, count]) => `${count} by ${by}`);
  const last = changes[0] ? ` The last: ${whoAndWhen(context, changes[0])}.` : "";
  return [
    said,
    changes.length
      ? `${capital(nameOf(scoped))} has ${countOf(changes)} since then: ${listedUpTo(most, 5)}.${last}`
      : `Nobody has changed ${nameOf(scoped)} since then.`,
  ];
}
