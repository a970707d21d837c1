/** Begins something by what may not hold any more, so that its failure says nothing: nothing comes of it then. */
export function attempt<T>(begin: () => T): T | undefined {
  try {
    return begin();
  } catch {
    return undefined;
  }
}
