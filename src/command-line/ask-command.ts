/** The command that asks the plan a question, answered as in the chat, in plain text. */
import { Command } from "commander";
import { z } from "zod/v4";
import type { Desk } from "../questions/desk.js";
import type { Turn } from "../request/turn.js";
import { UserFacingError } from "../shared/errors.js";
import { type OpenPlan, planOption } from "./which-plan.js";

const Options = z.object({
  as: z.email("--as: an e-mail address was expected").toLowerCase().optional(),
  plan: z.string().optional(),
  at: z.iso.datetime({ offset: true, message: "--at: an instant was expected, written 2026-11-24T10:00:00Z" }).optional(),
});

/** `openDesk` opens what is needed and says how to close it. Bad options throw a UserFacingError before anything is opened. */
export function askCommand(openDesk: (plan?: string) => Promise<OpenPlan & { desk: Desk }>): Command {
  return new Command("ask")
    .description("ask the plan a question, as in the chat")
    .argument("<question...>")
    .option("--as <email>", "who asks")
    .addOption(planOption())
    .option("--at <instant>", "when it is asked, written 2026-11-24T10:00:00Z; now when not said")
    .action(async (words: string[], given: unknown) => {
      const options = Options.safeParse(given);
      if (!options.success) throw new UserFacingError(options.error.issues.map(({ message }) => message).join("\n"));
      const { as, at, plan } = options.data;
      const { desk, known, close } = await openDesk(plan);
      try {
        const turn = { text: words.join(" "), at: at ? new Date(at) : new Date(), ...(plan !== undefined && { plan: known?.id }) };
        process.stdout.write(`${await answerTo(desk, turn, as)}\n`);
      } finally {
        await close();
      }
    });
}

async function answerTo(desk: Desk, turn: Pick<Turn, "text" | "at" | "plan">, email: string | undefined): Promise<string> {
  const asker = { id: email ?? "command line", ...(email && { email }) };
  const { readings, scene } = await desk.hear({ ...turn, conversationId: "command line", asker });
  const answers = await Promise.all(readings.map((reading) => desk.answer(reading, scene)));
  return answers.map((answer) => answer.text).join("\n\n");
}
