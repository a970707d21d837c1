/** How a plan comes in: the way, in a sentence or two. */

import { z } from "zod/v4";
import { answerIn, ask } from "../answers/answer-text.js";
import { permits, whoMay } from "../people/index.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { always } from "./says.js";

export const importHelp = defineIntent({
  name: "import-help",
  about: "How to import, upload, update or replace a plan, which files can be read, why a file in a channel is not taken",
  says: always("How do I import a plan?"),
  args: z.object({ ...Carried }),
  traits: {
    outOfPlan: true,
    help: [{ says: "How do I import a plan?", about: "Send me the file in our own chat", for: "managers", place: 5 }],
  },
  examples: [
    "how do i import a plan",
    "how do i upload a plan",
    "how can i load our plan",
    "upload",
    "upload a plan",
    "i want to upload our action plan",
    "import",
    "import plan",
    "replace the plan",
    "how do i replace the plan",
    "how do i update the plan with a new version",
    "we have a new version of the plan",
    "can you take our plan as a word file",
    "can you read an excel plan",
    "do you read pdfs",
    "which file types can you take",
    "what formats can the plan be in",
    "how do i get our plan into you",
    "where do i put the file",
    "can i send you a file",
    "load a spreadsheet",
    "how do i swap the sample for ours",
    "get rid of the sample plan",
    "how do we get rid of the example plan and use ours",
    "use our own plan instead of the sample",
    "how to add another plan",
    "can i add a second plan",
    "how do i load a second plan beside this one",
    "i posted the file in the channel and nothing happened",
    "why did you not take the file in the channel",
    "can i drop the plan in the team",
    "the plan has changed, how do i tell you",
    "how do i bring in the new action plan",
    "where do i upload the document",
    "attach a plan",
    "can i attach our action plan here",
    "how does importing work",
    "what happens when i send a new plan",
    "will importing again lose our updates",
    "import a new plan please",
    "start again with a new plan file",
  ],
  answer: async ({ carried }, context) => {
    const may = permits("import a plan", context);
    return answerIn("notice", {
      carried,
      title: "How a plan comes in",
      lead: [
        may
          ? "Send me the file in our own chat: Word, Excel, PDF, CSV or text. I show you what I read, and nothing changes until you press Import."
          : `${whoMay("import a plan", context)} can send me the file in a chat with me: Word, Excel, PDF, CSV or text.`,
        context.known.sample
          ? "It replaces the sample plan."
          : "A new version updates the plan: leads, statuses, notes and figures stay with their actions. If a file has another title, I ask whether it is a new version or a separate plan.",
        "I do not open files posted in a channel or a group chat.",
      ],
      suggestions: may ? [ask("What is left to set up?")] : [],
    });
  },
});
