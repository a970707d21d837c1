/** The command that sends what is due, or says what would be sent. */
import { Command } from "commander";
import { z } from "zod/v4";
import { dayInWords } from "../plan/index.js";
import { type Digest, type DueItem, planOf, type Reminders } from "../reminders/index.js";
import { UserFacingError } from "../shared/errors.js";
import { plural } from "../shared/words.js";
import { print } from "./print.js";

const Options = z.object({
  at: z.iso.datetime({ offset: true, message: "--at: an instant was expected, written 2027-03-03T09:30:00Z" }).optional(),
  dryRun: z.boolean().default(false),
  json: z.boolean().default(false),
});

export interface OpenReminders {
  reminders: Pick<Reminders, "pass" | "preview" | "whyNone">;
  /** Of these people, those who can be written to. */
  reached(emails: string[]): Promise<ReadonlySet<string>>;
  close(): Promise<void>;
}

interface Message {
  digest: Digest;
  at: Date;
  sure?: boolean;
}

/** `open` opens what is needed, with a channel when messages are to go out. Bad options throw a UserFacingError before anything is opened. */
export function remindCommand(open: (sends: boolean) => Promise<OpenReminders>): Command {
  return new Command("remind")
    .description("send the reminders that are due, each of them once; for a scheduled job, or to see what would go")
    .option("--at <instant>", "as at an instant, written 2027-03-03T09:30:00Z; now when not said")
    .option("--dry-run", "print what would be sent, and send nothing")
    .option("--json", "print JSON")
    .action(async (given: unknown) => {
      const options = Options.safeParse(given);
      if (!options.success) throw new UserFacingError(options.error.issues.map(({ message }) => message).join("\n"));
      const { at, dryRun, json } = options.data;
      const opened = await open(!dryRun);
      try {
        const messages = dryRun ? await wouldSend(opened, at ? new Date(at) : new Date()) : await send(opened, at ? new Date(at) : undefined);
        await print(json ? JSON.stringify(messages.map(inJson)) : inWords(messages, dryRun));
      } finally {
        await opened.close();
      }
    });
}

async function wouldSend({ reminders, reached }: OpenReminders, at: Date): Promise<Message[]> {
  const digests = await reminders.preview(at);
  const known = await reached(digests.map(({ to }) => to));
  if (!digests.length) for (const line of await reminders.whyNone(at)) note(line);
  tellUnreachable(digests.flatMap(({ to }) => (known.has(to) ? [] : [to])));
  return digests.map((digest) => ({ digest, at }));
}

async function send({ reminders }: OpenReminders, at: Date | undefined): Promise<Message[]> {
  const { sent, unreachable, refused, left } = await reminders.pass(at && { at });
  tellUnreachable(unreachable);
  if (refused) note(`${plural(refused, "message")} refused by Teams; the managers' digest says whose.`);
  if (left) note(`${plural(left, "message")} could not be sent now; the next pass tries again.`);
  return sent;
}

function tellUnreachable(people: string[]): void {
  if (people.length) note(`Cannot be reached, as they have not met Waymark in Teams or removed it: ${people.join(", ")}`);
}

const note = (line: string): void => void process.stderr.write(`${line}\n`);

const inJson = ({ digest, at }: Message) => ({
  to: digest.to,
  at: at.toISOString().replace(/\.\d+Z$/, "Z"),
  items: digest.items.map((item) => ({
    ...(item.of && { plan: item.of.id }),
    id: item.id,
    ...milestoneOf(item),
    ...(item.due && { due: item.due }),
    why: item.why,
  })),
});

const milestoneOf = (item: DueItem) => ("milestone" in item && item.milestone ? { milestone: item.milestone } : {});

function inWords(messages: Message[], dryRun: boolean): string {
  if (!messages.length) return dryRun ? "Nothing would be sent." : "Nothing was due, so nothing was sent.";
  const heading = `${plural(messages.length, "message")} ${dryRun ? "would be sent" : "sent"}.`;
  return [
    heading,
    ...messages.flatMap(({ digest, sure }) => ["", `To ${digest.to}${sure === false ? " (may not have arrived)" : ""}:`, ...digest.items.map(lineOf)]),
  ].join("\n");
}

function lineOf(item: DueItem): string {
  const { milestone } = milestoneOf(item);
  const plan = planOf(item);
  const about = [item.id, plan && `of the ${plan}`, milestone && `"${milestone}"`, item.instead && `for ${item.instead}`].filter(Boolean).join(" ");
  return `- ${about}: ${item.why}${item.due && item.part === "lead" ? ` (${dayInWords(item.due)})` : ""}`;
}
