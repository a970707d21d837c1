/** A pause in long work of one turn, in which others have theirs. */
export const letOthers = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
