/** What may be asked of a standing. */
import { z } from "zod/v4";
import { Carried, Scope } from "../../request/args.js";

export const StandingArgs = z.object({
  scope: Scope,
  asked: z.enum(["complete", "on-track", "at-risk", "off-track", "not-started", "started", "cancelled"]).optional().describe("A yes or no question: is it …?"),
  why: z.boolean().optional().describe("Reasons first"),
  unknown: z.array(z.string().max(80)).max(5).optional().describe("Words asked about that the plan does not cover"),
  ...Carried,
});
export type StandingArgs = z.infer<typeof StandingArgs>;
