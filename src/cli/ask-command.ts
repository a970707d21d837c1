/** The command that asks the plan a question, answered as in the chat, in plain text. */
import { Command } from "commander";
import { z } from "zod/v4";
import type { Assistant, Interpretation } from "../assistant/assistant.js";
import type { Model, ModelReading } from "../model/index.js";
import type { Turn } from "../request/turn.js";
import { UserFacingError } from "../shared/errors.js";
import { type OpenPlan, planOption } from "./which-plan.js";

const Options = z.object({
  as: z.email("--as: an e-mail address was expected").toLowerCase().optional(),
  plan: z.string().optional(),
  withModel: z.boolean().default(false),
  at: z.iso.datetime({ offset: true, message: "--at: an instant was expected, written 2026-11-24T10:00:00Z" }).optional(),
});

export interface OpenAssistant extends OpenPlan {
  assistant: Assistant;
  /** Where one is set up. */
  model?: Model;
}

/** `openDesk` opens what is needed and says how to close it. Bad options throw a UserFacingError before anything is opened. */
export function askCommand(openAssistant: (plan: string | undefined, withModel: boolean) => Promise<OpenAssistant>): Command {
  return new Command("ask")
    .description("ask the plan a question, as in the chat")
    .argument("<question...>")
    .option("--as <email>", "who asks")
    .addOption(planOption())
    .option("--at <instant>", "when it is asked, written 2026-11-24T10:00:00Z; now when not said")
    .option("--with-model", "have a language model read it too, and show both readings")
    .action(async (words: string[], given: unknown) => {
      const options = Options.safeParse(given);
      if (!options.success) throw new UserFacingError(options.error.issues.map(({ message }) => message).join("\n"));
      const { as: email, at, plan, withModel } = options.data;
      const { assistant, model, known, close } = await openAssistant(plan, withModel);
      try {
        if (withModel && !model) throw new UserFacingError("No language model is set up. docs/model.md says how.");
        const asker = { id: email ?? "command line", ...(email && { email }) };
        const turn = { text: words.join(" "), at: at ? new Date(at) : new Date(), conversationId: "command line", asker, plan: plan && known?.id };
        process.stdout.write(`${await (withModel && model ? bothAnswers(assistant, turn, model) : answerTo(assistant, turn))}\n`);
      } finally {
        await close();
      }
    });
}

async function answerTo(assistant: Assistant, turn: Turn): Promise<string> {
  const { readings, context } = await assistant.hear(turn);
  return answersOf(assistant, readings, context);
}

async function answersOf(assistant: Assistant, readings: readonly Interpretation[], context: unknown): Promise<string> {
  const answers = await Promise.all(readings.map((reading) => assistant.answer(reading, context)));
  return answers.map((answer) => answer.text).join("\n\n");
}

/** What is understood without the model, and with it. */
async function bothAnswers(assistant: Assistant, turn: Turn, model: Model): Promise<string> {
  const asked: { alone?: readonly Interpretation[]; helped?: ModelReading; took?: number } = {};
  const { readings, context } = await assistant.hear(turn, async (unsure) => {
    const from = performance.now();
    asked.alone = unsure.readings;
    asked.helped = await model.read(unsure);
    asked.took = performance.now() - from;
    return asked.helped.readings;
  });
  const part = async (title: string, shown: readonly Interpretation[]) =>
    [title, ...shown.map(inWords), "", await answersOf(assistant, shown, context)].join("\n");
  if (!asked.alone) return part("The built-in reading, which is sure, so that no model is asked:", readings);
  const { outcome, tokens } = asked.helped ?? {};
  const cost = [tokens && `${tokens.in} tokens in and ${tokens.out} out`, `${Math.round(asked.took ?? 0)} ms`].filter(Boolean).join(", ");
  const helped = asked.helped?.readings
    ? await part(`With the model (${cost}):`, readings)
    : `With the model (${cost}): ${outcome}, so the built-in reading stands.`;
  return [await part("The built-in reading:", asked.alone), helped].join("\n\n");
}

const inWords = ({ question, args: { instead: _, carried: __, helped: ___, ...args } }: Interpretation): string => `  ${question} ${JSON.stringify(args)}`;
