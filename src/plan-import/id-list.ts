const most = 60;

/** "1.1, 1.2 and 1.3"; of a long list the first ones and how many more. */
export function idList(ids: string[]): string {
  if (ids.length > most) return `${ids.slice(0, most).join(", ")} and ${ids.length - most} more`;
  return ids.length < 2 ? ids.join("") : `${ids.slice(0, -1).join(", ")} and ${ids.at(-1)}`;
}
