import { ActivityTypes, DeliveryModes, type TurnContext } from "botbuilder";

/** An answer that comes sooner needs no sign that it is on its way. */
const SLOW_AFTER_MS = 1_000;

/** Shows that an answer is on its way once it takes long, and never after it. Gives what to call when the turn is over. */
export const typingWhenSlow = (context: TurnContext): (() => void) => {
  const { type, text, deliveryMode } = context.activity;
  // Replies that go out with the response all come at once: a sign among them would say nothing.
  if (type !== ActivityTypes.Message || !text || deliveryMode === DeliveryModes.ExpectReplies) return () => undefined;
  let sign: Promise<unknown> | undefined;
  const timer = setTimeout(() => {
    // One that is not delivered is no loss.
    sign = context.sendActivity({ type: ActivityTypes.Typing }).catch(() => undefined);
  }, SLOW_AFTER_MS);
  context.onSendActivities(async (_context, activities, next) => {
    if (activities.some((activity) => activity.type === ActivityTypes.Message)) {
      clearTimeout(timer);
      await sign;
    }
    return next();
  });
  return () => clearTimeout(timer);
};
