/** How fast one conversation may be written to of the bot's own accord: reminders, requests and their answers count together. */

/** Teams takes no more than these in one conversation. */
export const conversationLimits = [
  { most: 7, inMs: 1_000 },
  { most: 8, inMs: 2_000 },
  { most: 60, inMs: 30_000 },
  { most: 1_800, inMs: 3_600_000 },
] as const;

const longestMs = Math.max(...conversationLimits.map(({ inMs }) => inMs));

/** Milliseconds until another message may go, after those that went at these moments, oldest first. */
export const waitAfter = (gone: readonly number[], now: number): number =>
  conversationLimits.reduce((wait, { most, inMs }) => Math.max(wait, (gone.at(-most) ?? Number.NEGATIVE_INFINITY) + inMs - now), 0);

const stillCounted = (gone: readonly number[], now: number): number[] => gone.filter((at) => at > now - longestMs);

/** Milliseconds by a counter that nobody sets, and waiting by it. */
export interface Counter {
  count(): number;
  wait(milliseconds: number): Promise<void>;
}

/** Of one process: two that write into one conversation in the same second do not know of each other. */
export interface ConversationPace {
  /**
   * Resolves when another message may go into the conversation; it counts from then on. `also` is what the message has to
   * wait for besides; nobody else's waits for that, and it is asked again when the conversation has filled up meanwhile.
   */
  turn(conversation: string, also?: () => Promise<void>): Promise<void>;
}

const ownCounter: Counter = {
  count: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

export function openConversationPace({ count, wait }: Counter = ownCounter): ConversationPace {
  const gone = new Map<string, number[]>();
  const waitFor = (conversation: string) => waitAfter(gone.get(conversation) ?? [], count());
  const note = (conversation: string): void => {
    const now = count();
    const moments = [...stillCounted(gone.get(conversation) ?? [], now), now];
    gone.delete(conversation);
    gone.set(conversation, moments);
    // Whoever was written to longest ago stands first.
    for (const [one, before] of gone) {
      if (stillCounted(before, now).length) break;
      gone.delete(one);
    }
  };
  return {
    async turn(conversation, also) {
      do {
        for (let ms = waitFor(conversation); ms > 0; ms = waitFor(conversation)) await wait(ms);
        await also?.();
      } while (waitFor(conversation) > 0);
      note(conversation);
    },
  };
}
