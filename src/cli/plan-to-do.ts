/** What is left to do with a plan that was imported, for the terminal. */
import type { openMessages } from "../people/index.js";
import { namedInPlan, remindersBegin, toDoWith } from "../people/index.js";
import type { KnownPlan } from "../plan/index.js";
import { type Progress, withProgress } from "../progress/index.js";

interface Parts {
  progress: Pick<Progress, "of">;
  messages: Pick<ReturnType<typeof openMessages>, "places">;
}

const mostRows = 40;

/** What `plan todo` prints: each thing left to do with how to do it, then the rows to look at (the first of them) and when reminders begin. */
export async function toDoInWords({ progress, messages }: Parts, known: KnownPlan): Promise<string> {
  const { catalogue, look, plan } = known;
  const [said, places] = await Promise.all([progress.of(known.id), messages.places(namedInPlan(catalogue))]);
  const actions = catalogue.actions.map(({ id, action }) => withProgress(action, said.get(id)));
  const all = toDoWith(plan.title, { ...known, actions, reached: new Set(places.keys()) });
  return [
    all.length ? `Left to do with ${plan.title}:` : `Nothing is left to do with ${plan.title}.`,
    ...all.flatMap(({ what, how }) => [`- ${what}`, `  ${how}`]),
    ...(look.length ? ["", "Rows to look at:", ...look.slice(0, mostRows).map(({ id, why }) => `  ${id}: ${why}`)] : []),
    ...(look.length > mostRows ? [`  and ${look.length - mostRows} more`] : []),
    "",
    `Reminders. ${remindersBegin}`,
  ].join("\n");
}
