/** Readings as choices on buttons. */
import type { Interpretation } from "../../assistant/assistant.js";
import type { Offer } from "../../request/args.js";
import type { Meaning } from "./alternatives.js";
import { offerOf } from "./offers.js";

/** An offer with the id of what it is about: said alone, it picks the choice. */
export type Choice = Offer & { id?: string };

/** Only what is read back as the same is offered; nothing where other readings are not looked for. */
export function choiceOf(one: Interpretation, { intentNamed, utterance, readAgain }: Meaning): Choice | undefined {
  const offer = readAgain && offerOf(one, intentNamed(one.question)?.says, utterance.context.planIndex.catalogue);
  if (!offer) return undefined;
  const [again, ...more] = readAgain(offer.says);
  if (!again || more.length) return undefined;
  // Near commands on the same thing open cards that lead to each other.
  const alike = Boolean(intentNamed(one.question)?.command && intentNamed(again.question)?.command && about(one).id === about(again).id);
  return again.question === one.question || alike ? { ...offer, ...about(one) } : undefined;
}

function about({ args }: Interpretation): { id?: string } {
  const { measure, action, scope } = args as Record<string, unknown>;
  const id = [measure, action, scope].find((it) => typeof it === "string" && it !== "plan");
  return typeof id === "string" ? { id } : {};
}

/** The first of those that say the same, `most` of them at most. */
export function distinct<T extends Offer>(offers: readonly T[], most: number): T[] {
  const seen = new Set<string>();
  return offers.filter(({ says }) => !seen.has(says) && seen.add(says)).slice(0, most);
}
