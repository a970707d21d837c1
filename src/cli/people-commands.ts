/** The commands on what is kept of one person: all of it out, or out of everything. */
import { Command } from "commander";
import { z } from "zod/v4";
import { checkedWords, erasePerson, knownAs, personalDataOf } from "../backup/index.js";
import { UserFacingError } from "../shared/errors.js";
import type { Storage } from "../storage/port.js";
import { print } from "./print.js";

export interface PeopleParts {
  open(): Promise<Storage>;
  /** After the storage is closed: nothing that was removed is left in its files. */
  rewrite(): Promise<void>;
  /** Managers by setting, which no command changes. */
  managers(): readonly string[];
}

const turnsEndMs = 5_000;

const Address = z.email().transform((address) => address.toLowerCase());

function addressIn(given: string): string {
  const address = Address.safeParse(given.trim());
  if (!address.success) throw new UserFacingError(`${given}: an e-mail address was expected, as the plan and Teams have it. Nothing was changed.`);
  return address.data;
}

/** `people export` and `people erase`. Bad options throw a UserFacingError before anything is opened. */
export function peopleCommands({ open, rewrite, managers }: PeopleParts): Command {
  const people = new Command("people").description("what is kept of one person");
  people
    .command("export")
    .description("print everything that is kept of a person, as JSON")
    .argument("<address>", "their sign-in name")
    .action(async (given: string) => {
      const address = addressIn(given);
      await withStorage(open, async (storage) => {
        const known = await knownAs(storage, address);
        const kept = await personalDataOf(storage, known);
        const all = { person: address, ids: known.ids, names: known.names, managerBySetting: managers().includes(address), at: new Date().toISOString(), kept };
        await print(JSON.stringify(all, undefined, 2));
      });
    });
  people
    .command("erase")
    .description(
      "put words in a person's place everywhere, and remove what is theirs alone; take a backup first, and stop the bot where the database is embedded",
    )
    .argument("<address>", "their sign-in name")
    .requiredOption("--replace-with <words>", 'such as "former member of staff"')
    .action(async (given: string, { replaceWith }: { replaceWith: string }) => {
      const [address, as] = [addressIn(given), checkedWords(replaceWith)];
      if (managers().includes(address))
        throw new UserFacingError(`${address} is a manager by the setting MANAGERS. Take them out of it first. Nothing was changed.`);
      const done = await withStorage(open, async (storage) => {
        const known = await knownAs(storage, address);
        if (!Object.keys(await personalDataOf(storage, known)).length) throw new UserFacingError(`Nothing is kept of ${address}. Nothing was changed.`);
        const done = await erasePerson(storage, { known, as, at: new Date(), turnsEndMs });
        return done;
      });
      await rewrite();
      await print(
        [
          `${address} is "${done.as}" now: ${done.changed} documents were changed, ${done.removed} removed, and the record says so.`,
          "Not reached by this: backups, files that were exported, messages in Teams, and the plan file that is imported next.",
        ].join("\n"),
      );
    });
  return people;
}

async function withStorage<T>(open: () => Promise<Storage>, work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await open();
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}
