import { createRequire } from "node:module";

// The built file: the package's modules load only with a bundler.
const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)(
  "adaptivecards/dist/adaptivecards.js",
) as typeof import("adaptivecards");

/** Teams takes its people picker in cards of any version from 1.2 on. */
const isPeoplePicker = /^Property "choices\.data" is supported in version 1\.6/;

/** Teams' own, which every other client replaces by its fallback. */
const isTeamsOwn = /^Unknown element type "(?:Chart\.(?:Line|HorizontalBar\.Stacked)|Badge|ProgressBar)"\. Fallback will be used/;

/** What is wrong with a card by the schema 1.5, in words; nothing when it is valid. */
export const faultsOf = (json: unknown): string[] => {
  const card = new AdaptiveCard();
  const context = new SerializationContext(Versions.v1_5);
  card.parse(json, context);
  const read = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message).filter(
    (message) => !isPeoplePicker.test(message) && !isTeamsOwn.test(message),
  );
  return [...read, ...card.validateProperties().validationEvents.map(({ message }) => message)];
};

/** Every object of a card, outermost first. */
export const objectsOf = (json: unknown): Record<string, unknown>[] => {
  if (typeof json !== "object" || json === null) return [];
  const inside = Object.values(json).flatMap(objectsOf);
  return Array.isArray(json) ? inside : [json as Record<string, unknown>, ...inside];
};
