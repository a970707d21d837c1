/** npm run test:chaos: three instances on one database under load, killed and frozen at random, the database too; afterwards the ledger is compared with what is stored. */
import { execFile } from "node:child_process";
import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { expectOnce } from "../faults/ledger.js";
import { commandLine } from "../support/command-line.js";
import { headOfService } from "../support/features.js";
import { documentdbOrSkip, type OwnServer, ownServer } from "../support/own-documentdb.js";
import { textOf } from "../support/teams.js";
import { openSlot, type Slot } from "./slot.js";
import { openCrowd } from "./work.js";

const seconds = Number(process.env.WAYMARK_CHAOS ?? 0);
const programs = seconds ? documentdbOrSkip() : undefined;
const plan = fileURLToPath(new URL("../questions/plans/libraries.json", import.meta.url));
const reporters = ["1.1.m1", "1.2.m1", "1.4.m1", "2.3.m1", "2.3.m3", "3.1.m1"];
const leads: [string, string][] = [
  ["business.lead@example.org", "2.3.1"],
  ["business.lead@example.org", "2.3.2"],
  ["funding.lead@example.org", "3.2.1"],
];
const promisedMs = 5_000;
const run = promisify(execFile);

describe.skipIf(!programs)(`three instances for ${seconds} s of kills and freezes`, () => {
  const waymark = commandLine();
  let server: OwnServer;
  const slots: Slot[] = [];
  beforeAll(async () => {
    server = await ownServer(programs ?? "");
    const settings = { MONGODB_URI: server.mongodbUri, MANAGERS: headOfService, LOG_LEVEL: "warn" };
    const { code, err } = await waymark.run(["plan", "import", plan], settings);
    if (code) throw new Error(err);
    const built = await run(process.execPath, [fileURLToPath(new URL("../../tools/build.mjs", import.meta.url))]);
    expect(built.stderr).toBe("");
    const program = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
    for (const _ of [1, 2, 3]) slots.push(await openSlot(program, settings));
    await Promise.all(slots.map((slot) => slot.start()));
  }, 300_000);
  afterAll(async () => {
    for (const slot of slots) await slot.close();
    await server?.drop();
  }, 60_000);

  const answers = async ({ teams }: Slot): Promise<boolean> => {
    const { replies } = await teams.say(headOfService, "how is 2.3 doing", { at: new Date().toISOString() });
    return replies.some(({ attachments = [] }) => attachments.some(({ content }) => textOf(content).includes("2.3 Deliver services")));
  };
  const answeredAgain = async (slot: Slot): Promise<number> => {
    const from = performance.now();
    while (!(await answers(slot).catch(() => false))) {
      if (performance.now() - from > 60_000) throw new Error("it does not come back");
      await pause(50);
    }
    return performance.now() - from;
  };

  test(
    "every receipt stands once, nobody has two messages of a day, and each instance answers within 5 seconds of the database's return",
    async () => {
      for (const slot of slots) await answeredAgain(slot);
      const crowd = openCrowd(
        slots.map(({ teams }) => teams),
        { reporters, leads },
      );
      const counts: Record<string, number> = {};
      const back: number[] = [];
      const events: [string, () => Promise<void>][] = [
        ["instances killed", killed],
        [
          "gateway frozen",
          () =>
            databaseAway(
              () => server.freeze("gateway"),
              () => server.thaw(),
              20_000,
            ),
        ],
        [
          "database killed",
          () =>
            databaseAway(
              () => server.kill(),
              () => server.start(),
              4_000,
            ),
        ],
        ["instances frozen", frozen],
        ["instances killed", killed],
        [
          "engine frozen",
          () =>
            databaseAway(
              () => server.freeze("engine"),
              () => server.thaw(),
              20_000,
            ),
        ],
      ];
      async function killed(): Promise<void> {
        const slot = slots[randomInt(slots.length)] as Slot;
        await slot.kill();
        await pause(randomInt(2_000));
        await slot.start();
      }
      async function frozen(): Promise<void> {
        const slot = slots[randomInt(slots.length)] as Slot;
        slot.signal("SIGSTOP");
        await pause(2_000 + randomInt(8_000));
        slot.signal("SIGCONT");
      }
      async function databaseAway(leave: () => Promise<void>, comeBack: () => Promise<void>, longestMs: number): Promise<void> {
        await leave();
        await pause(500 + randomInt(longestMs));
        await comeBack();
        back.push(...(await Promise.all(slots.map(answeredAgain))));
      }
      const until = performance.now() + seconds * 1_000;
      for (let turn = 0; performance.now() < until; turn++) {
        await pause(3_000 + randomInt(4_000));
        const [name, happen] = events[turn % events.length] as (typeof events)[number];
        await happen();
        counts[name] = (counts[name] ?? 0) + 1;
      }
      await crowd.stop();

      const { figures, notes, questions, presses } = crowd.ledger;
      const storage = await openStorage({ mongodbUri: server.mongodbUri });
      await expectOnce(storage, figures);
      const changes = await storage.collection<{ _id: string; parts: { what: string; to?: unknown }[] }>("changes").find({});
      const stands = (word: string) =>
        changes.flatMap(({ parts }) => parts).filter(({ what, to }) => what === "note" && typeof to === "string" && to.includes(`${word} `)).length;
      const standing = notes.map(({ word }) => [word, stands(word)] as const);
      await storage.close();
      const said = slots.flatMap(({ teams }) => teams.calls).filter(({ method, body }) => method === "POST" && body?.type === "message" && !body.replyToId);
      const people = new Map<string, number>();
      for (const { path } of said) people.set(path, (people.get(path) ?? 0) + 1);

      const slowest = presses.toSorted((a, b) => a - b);
      process.stderr.write(
        `${JSON.stringify({
          ...counts,
          figures: figures.length,
          notes: notes.length,
          questions,
          pressMs: { median: slowest[slowest.length >> 1]?.toFixed(0), longest: slowest.at(-1)?.toFixed(0) },
          backMs: { times: back.length, longest: Math.max(...back).toFixed(0) },
          reminded: people.size,
        })}\n`,
      );
      expect(figures.filter(({ receipt }) => !receipt)).toEqual([]);
      expect(standing.filter(([, times]) => times !== 1)).toEqual([]);
      expect([...people].filter(([, times]) => times > 1)).toEqual([]);
      expect(Math.max(...back)).toBeLessThan(promisedMs);
    },
    (seconds + 600) * 1_000,
  );
});
