/** The database's server, or the engine behind it, frozen under three instances that people talk to: each answers again soon after its return, and nothing is lost. */
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { openTalk, today } from "../conversations/talk.js";
import { type Child, children } from "../support/child.js";
import { whole } from "../support/fault-scale.js";
import { headOfService } from "../support/features.js";
import { shown } from "../support/form.js";
import { documentdbOrSkip, type OwnServer, ownServer } from "../support/own-documentdb.js";
import { startTeamsSide, type Teams, textOf } from "../support/teams.js";
import { expectOnce, fill, press, receiptIn, type Sent } from "./ledger.js";

interface Instance {
  bot: Child;
  teams: Teams;
}

/** Each of an instance's own, so that nobody is overtaken. */
const measures = ["1.1.m1", "1.2.m1", "1.4.m1"];
const promisedMs = 5_000;

// Minutes of it: npm run test:faults. What an instance does by itself is in database-away.test.ts, in every run.
const programs = whole ? documentdbOrSkip() : undefined;

describe.skipIf(!programs)("a database that freezes", () => {
  const run = children();
  let server: OwnServer;
  const instances: Instance[] = [];
  const sent: Sent[] = [];

  const start = async (): Promise<Instance> => {
    const bot = await run("tests/faults/bot.ts", [JSON.stringify({ mongodbUri: server.mongodbUri, waitAtStartMs: 120_000 })]);
    return { bot, teams: await startTeamsSide((await bot.line("listening")).replace("listening ", "")) };
  };
  beforeAll(async () => {
    server = await ownServer(programs ?? "");
    const storage = await openStorage({ mongodbUri: server.mongodbUri });
    await (await openTalk(storage)).stop();
    await storage.close();
    for (const _ of measures) instances.push(await start());
  }, 180_000);
  afterAll(async () => {
    for (const { bot, teams } of instances) {
      await bot.kill("SIGKILL");
      await teams.stop();
    }
    await server?.drop();
  }, 60_000);

  const ask = async ({ teams }: Instance): Promise<string> => {
    const { replies } = await teams.say(headOfService, "how is 2.3 doing", { at: today });
    return replies.flatMap(({ attachments = [] }) => attachments.map(({ content }) => textOf(content))).join("\n");
  };
  const answers = async (instance: Instance): Promise<boolean> =>
    ask(instance).then(
      (text) => text.includes("2.3 Deliver services"),
      () => false,
    );
  /** Milliseconds from now to the first good answer. */
  const answeredAgain = async (instance: Instance): Promise<number> => {
    const from = performance.now();
    while (!(await answers(instance))) if (performance.now() - from > 60_000) throw new Error("it does not come back");
    return performance.now() - from;
  };
  /** Reports one figure after the other, each pressed until it has its receipt. */
  const report = async ({ teams }: Instance, measure: string, over: () => boolean): Promise<void> => {
    while (!over()) {
      const { replies } = await teams.say(headOfService, `update ${measure}`, { at: today });
      const card = replies[0]?.attachments?.[0]?.content;
      const form = card && shown(card);
      if (!form?.buttons.includes("Save")) {
        await pause(100);
        continue;
      }
      const one = fill(form);
      sent.push(one);
      while (!one.receipt && !over()) {
        one.receipt = receiptIn(await press(teams, headOfService, one));
        await pause(100);
      }
    }
  };

  const freezes = (["gateway", "engine"] as const).flatMap((part) => [5, 10, 20, 60].map((seconds) => [part, seconds] as const));

  test.each(freezes)(
    "(%s, %i s): the first good answer of each instance comes within 5 seconds of its return, and every receipt stands once",
    async (part, seconds) => {
      for (const instance of instances) await answeredAgain(instance);
      let over = false;
      const working = instances.flatMap((instance, at) => [
        report(instance, measures[at] ?? "", () => over),
        (async () => {
          while (!over) await answers(instance).then(() => pause(60));
        })(),
      ]);
      await pause(1_000);
      await server.freeze(part);
      await pause(seconds * 1_000);
      await server.thaw();
      const back = await Promise.all(instances.map(answeredAgain));
      over = true;
      await Promise.all(working);
      process.stderr.write(`${part} frozen for ${seconds} s: answered again after ${back.map((ms) => ms.toFixed(0)).join(", ")} ms\n`);
      expect(Math.max(...back)).toBeLessThan(promisedMs);
      const storage = await openStorage({ mongodbUri: server.mongodbUri });
      await expectOnce(
        storage,
        sent.filter(({ receipt }) => receipt),
      );
      await storage.close();
    },
    240_000,
  );

  test("while an instance starts: it waits, and answers within 5 seconds of the return", async () => {
    await server.freeze("gateway");
    const starting = start();
    await pause(12_000);
    await server.thaw();
    const from = performance.now();
    const started = await starting;
    instances.push(started);
    expect(await answers(started)).toBe(true);
    expect(performance.now() - from).toBeLessThan(promisedMs);
  }, 120_000);
});
