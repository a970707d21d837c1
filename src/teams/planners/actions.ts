/** Every question as an action of the SDK's, so that whichever planner is used finds them all. */
import type { AI } from "@microsoft/teams-ai/lib/AI.js";
import type { TurnContext } from "botbuilder";
import type { Assistant } from "../../assistant/assistant.js";
import type { Interpretation } from "../../intents/index.js";
import { faultOf } from "../../shared/fault.js";
import { isInCopilot } from "../copilot.js";
import { type FileParts, offerFiles, withFileLine } from "../files.js";
import { openReaders, refreshFor } from "../refresh.js";
import { apologyFor, replyWith } from "../reply.js";
import { turnLog } from "../turn-log.js";
import type { TurnMemory } from "./memory.js";

export const SEND_REPLY = "sendReply";

/** An action that returns anything but an empty string has the planner called again. */
const DONE = "";

/** `refreshes`: cards ask again when they are opened. Registers each question once, its parameters checked by its own schema, and the command that sends what was answered. */
export const registerActions = (ai: AI<TurnMemory>, assistant: Assistant, files: FileParts, refreshes: boolean): void => {
  const { log } = files;
  const readers = openReaders();
  for (const { name, args } of assistant.questions) {
    ai.action(name, async (context: TurnContext, state: TurnMemory, parameters: unknown) => {
      state.temp.answers ??= [];
      try {
        const reading = { question: name, args: args.parse(parameters) } as Interpretation;
        const answer = await assistant.answer(reading, state.temp.answerContext);
        const refresh =
          refreshes && !isInCopilot(context.activity) && assistant.staysFresh(reading)
            ? refreshFor(reading, await readers(context, assistant.concerned(reading, state.temp.answerContext)), answer.plan)
            : undefined;
        state.temp.answers.push({ answer, refresh });
      } catch (error) {
        // One failing question of a message does not take the others' answers away.
        const { answer, bug } = apologyFor(error);
        if (bug) turnLog(log, context.activity).error({ fault: faultOf(error), question: name }, "question failed");
        state.temp.answers.push({ answer });
      }
      return DONE;
    });
  }
  ai.action(SEND_REPLY, async (context: TurnContext, state: TurnMemory) => {
    const answered = state.temp.answers ?? [];
    const sent = await context.sendActivity(
      replyWith(
        answered.map(({ answer }) => withFileLine(answer, context)),
        answered.map(({ refresh }) => refresh),
      ),
    );
    if (sent?.id) state.temp.sentAs?.(sent.id);
    await offerFiles(
      context,
      answered.map(({ answer }) => answer),
      files,
    );
    return DONE;
  });
};
