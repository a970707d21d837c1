/** What the menu beside the message box offers, in people's words. A title is sent as it stands, so each has to be a question that is understood. */
export interface Command {
  /** At most 32 characters: what every version of Teams takes. */
  title: string;
  /** At most 128. */
  description: string;
}

const forAll: Command[] = [
  { title: "How is the plan doing?", description: "Every theme with its status, and what holds it back" },
  { title: "What is overdue?", description: "Everything whose date is past and that is not done" },
  { title: "What is due this quarter?", description: "Or next month, in the next 60 days, in Year 2" },
  { title: "Which figures are missing?", description: "What is still to be reported, and by whom" },
  { title: "What changed this month?", description: "Who changed what, and when" },
];

const help: Command = { title: "What can I ask?", description: "Examples from the plan, and what I can do for you" };

/** In a chat with the bot alone. */
export const personalCommands: Command[] = [
  help,
  { title: "My actions", description: "Say how your actions stand, mark milestones done, ask for more time" },
  { title: "Report figures", description: "A form for the figures that you report" },
  { title: "What is due for me?", description: "Your own dates, soonest first" },
  ...forAll,
  { title: "Report for last quarter", description: "What needs attention first; the whole as a Word, Excel or CSV file" },
];

/** In a channel or a group chat, where everybody reads the answer: nothing personal. */
export const sharedCommands: Command[] = [
  help,
  ...forAll,
  { title: "Chart of the plan", description: "How many actions of each theme have which status, as a picture" },
  { title: "Which priority is worst?", description: "The priorities that are furthest behind, and why" },
];
