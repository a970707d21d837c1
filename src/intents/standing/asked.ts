/** Yes and no: a status that was asked for against the one that is. Pure. */
import type { Badge, Colour } from "../../shared/answer.js";
import type { StandingArgs } from "./args.js";

export type AskedStatus = NonNullable<StandingArgs["asked"]>;

const colourAsked: Record<Exclude<AskedStatus, "started">, Colour> = {
  complete: "blue",
  "on-track": "green",
  "at-risk": "amber",
  "off-track": "red",
  "not-started": "none",
  cancelled: "grey",
};

/** "Yes. 2.4 is complete (blue)." `is` says what is so; the status that was asked for and is not is never named. */
export function askedAnswer(is: string, badge: Badge, asked: AskedStatus | undefined): string {
  if (!asked) return is;
  if (asked === "started") return badge.colour === "none" ? `Not yet. ${is}` : `Yes, it has started. ${is}`;
  if (badge.colour === colourAsked[asked]) return `Yes. ${is}`;
  if (asked === "on-track" && badge.colour === "blue") return `Yes, and more: ${is}`;
  if (asked === "at-risk" && badge.colour === "red") return `It is worse than that: ${is}`;
  return `${asked === "complete" && badge.colour !== "grey" ? "Not yet" : "No"}. ${is}`;
}

/** The first sentence when words were asked about that the plan does not cover. */
export const notCovered = (name: string, unknown: string[] = []): string[] =>
  unknown.length ? [`The plan says nothing about ${unknown.map((word) => `"${word}"`).join(" or ")}. This is what it says about ${name}.`] : [];
