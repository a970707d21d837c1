/** What a message is said of when it quotes another one: what the bot's message answered, or what the quoted words ask. */
import { traitsOf } from "../intents/index.js";
import { understand } from "../nlu/index.js";
import type { WeekNotes } from "../people/index.js";
import { dayOf, type KnownPlan } from "../plan/index.js";
import { placeOf } from "../request/plan-choices.js";
import type { Turn } from "../request/turn.js";
import type { Interpretation } from "./assistant.js";
import { contextOf } from "./plan-use/hearing.js";

/** What a message of the bot's answered: which items, people and times, no words of anybody's. */
export interface AnswerSent {
  readings: Interpretation[];
  /** Id of the plan. */
  plan: string;
}

/** Arguments that a later message can lean on. */
const kept: ReadonlySet<string> = new Set(["scope", "scopes", "action", "measure", "id", "person", "window", "state", "committee", "who"]);

/** What is kept of an answer so that a reply which quotes it is understood: intents and items, no words. */
export const answerSent = (readings: readonly Interpretation[], plan: string): AnswerSent => ({
  // Only ever leant on, which asks for no argument to be there.
  readings: readings.map(
    ({ question, args }) => ({ question, args: Object.fromEntries(Object.entries(args).filter(([name]) => kept.has(name))) }) as Interpretation,
  ),
  plan,
});

/** By place, so that a message of one conversation says nothing in another. */
export const messageKey = (turn: Pick<Turn, "conversationId" | "team">, messageId: string): string => `${placeOf(turn)}/${messageId}`;

/** The answer that a turn quotes, if it was sent within a week. */
export async function sentBefore(sent: WeekNotes<AnswerSent> | undefined, turn: Turn): Promise<AnswerSent | undefined> {
  const found = await Promise.all((turn.quotes ?? []).map(({ id }) => (id ? sent?.find(messageKey(turn, id)) : undefined)));
  return found.find((one) => one !== undefined);
}

/** What the words that a client repeats of a quoted message ask, where they ask anything. */
export function readAsAnswer({ used }: { used: KnownPlan }, turn: Turn): AnswerSent | undefined {
  const words = (turn.quotes ?? []).flatMap(({ preview }) => preview ?? []).join("\n");
  if (!words) return undefined;
  const readings = understand(words, contextOf(used, dayOf(turn.at, used.plan.timeZone), [])).filter(({ question }) => !traitsOf(question).unanswered);
  return readings.length ? answerSent(readings, used.id) : undefined;
}
