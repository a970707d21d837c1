/** The command that asks the plan a question, answered as in the chat, in plain text. */
import { Command } from "commander";
import { z } from "zod/v4";
import type { Desk } from "../questions/desk.js";
import { UserFacingError } from "../shared/errors.js";

const Options = z.object({
  as: z.email("--as: an e-mail address was expected").toLowerCase().optional(),
  at: z.iso.datetime({ offset: true, message: "--at: an instant was expected, written 2026-11-24T10:00:00Z" }).optional(),
});

/** `openDesk` opens what is needed and says how to close it. Bad options throw a UserFacingError before anything is opened. */
export function askCommand(openDesk: () => Promise<{ desk: Desk; close(): Promise<void> }>): Command {
  return new Command("ask")
    .description("ask the plan a question, as in the chat")
    .argument("<question...>")
    .option("--as <email>", "who asks")
    .option("--at <instant>", "when it is asked, written 2026-11-24T10:00:00Z; now when not said")
    .action(async (words: string[], given: unknown) => {
      const options = Options.safeParse(given);
      if (!options.success) throw new UserFacingError(options.error.issues.map(({ message }) => message).join("\n"));
      const { as, at } = options.data;
      const { desk, close } = await openDesk();
      try {
        process.stdout.write(`${await answerTo(desk, words.join(" "), as, at ? new Date(at) : new Date())}\n`);
      } finally {
        await close();
      }
    });
}

async function answerTo(desk: Desk, text: string, email: string | undefined, at: Date): Promise<string> {
  const asker = { id: email ?? "command line", ...(email && { email }) };
  const { readings, scene } = await desk.hear({ text, at, conversationId: "command line", asker });
  const answers = await Promise.all(readings.map((reading) => desk.answer(reading, scene)));
  return answers.map((answer) => answer.text).join("\n\n");
}
