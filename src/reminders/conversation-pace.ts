/** How fast one conversation may be written to. Pure. */

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

/** The moments that still count. */
export const stillCounted = (gone: readonly number[], now: number): number[] => gone.filter((at) => at > now - longestMs);
