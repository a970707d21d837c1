/** The bot killed with kill -9 while forms are being saved: what was answered stands, nothing stands twice, and what was not answered can be pressed again. */
import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { openTalk } from "../conversations/talk.js";
import { type Child, children } from "../support/child.js";
import { databaseOf, type TestDatabase } from "../support/database.js";
import { whole } from "../support/fault-scale.js";
import { headOfService } from "../support/features.js";
import { shown } from "../support/form.js";
import { startTeamsSide, type Teams } from "../support/teams.js";
import { fill, noon, press, receiptIn, type Sent, standing, untilAnswered } from "./ledger.js";

const measures = ["1.1.m1", "1.2.m1", "1.4.m1", "1.4.m2", "2.3.m1", "2.3.m3", "3.1.m1", "3.3.m2"];
/** A kill falls somewhere in here after the presses began. */
const longestMilliseconds = 250;

const kills = whole ? 200 : 5;

interface Running {
  bot: Child;
  teams: Teams;
}

const kinds: TestDatabase["kind"][] = ["embedded file", "mongodb"];

describe.each(kinds)("forms saved while the bot is killed (%s)", (kind) => {
  const run = children();

  test.skipIf(kind === "mongodb" && !process.env.MONGODB_URI)(
    `${kills} kills: nothing that was answered is lost, nothing is there twice`,
    async () => {
      const place = await database.place();
      await importInto(place);
      const sent: Sent[] = [];
      let running = await start(place);
      for (let kill = 0; kill < kills; kill++) {
        const forms = await Promise.all([...measures.map((measure) => oneForm(running.teams, [measure])), oneForm(running.teams, measures.slice(0, 3))]);
        // The last form is of measures that others are of too: whoever is second is told, and that is no receipt.
        const racing = forms.slice(kill % 2 ? 0 : 3);
        const presses = racing.map(async (one) => {
          await pause(randomInt(longestMilliseconds / 2));
          one.receipt = receiptIn(await press(running.teams, headOfService, one));
        });
        await pause(randomInt(longestMilliseconds));
        await running.bot.kill("SIGKILL");
        await Promise.all(presses);
        await running.teams.stop();
        running = await start(place);
        for (const one of racing) {
          const again = receiptIn(await untilAnswered(() => press(running.teams, headOfService, one)));
          if (one.receipt) expect(again).toBe(one.receipt);
          one.receipt = again;
        }
        sent.push(...racing);
      }
      await running.bot.kill("SIGKILL");
      await running.teams.stop();
      await expectLedger(place, sent);
    },
    120_000 + 12_000 * kills,
  );

  const database = databaseOf(kind);

  async function start(place: object): Promise<Running> {
    const bot = await run("tests/faults/bot.ts", [JSON.stringify(place)]);
    const address = (await bot.line("listening")).replace("listening ", "");
    return { bot, teams: await startTeamsSide(address) };
  }
});

async function importInto(place: object): Promise<void> {
  const storage = await openStorage(place);
  await (await openTalk(storage)).stop();
  await storage.close();
}

async function oneForm(teams: Teams, of: string[]): Promise<Sent> {
  const { body } = await teams.execute(headOfService, "figures.form", { measures: of }, { at: noon });
  return fill(shown((body as { value: Record<string, unknown> }).value));
}

/** Every value of a form that has a receipt stands once, as a figure or in a figure's past, with one entry in the record; none of the others does. */
async function expectLedger(place: object, sent: Sent[]): Promise<void> {
  const storage = await openStorage(place);
  const { reports, entries } = await standing(storage);
  const times = ({ values }: Sent) => values.map((value) => [reports.get(value) ?? 0, entries.get(value) ?? 0]);
  const single = sent.filter(({ values }) => values.length === 1);
  expect(single.filter((one) => one.receipt && times(one).some(([a, b]) => a !== 1 || b !== 1))).toEqual([]);
  expect(single.filter((one) => !one.receipt && times(one).some(([a, b]) => a || b))).toEqual([]);
  // Of a form with several, what somebody else was quicker with is told in the receipt, and stands nowhere.
  const several = sent.filter(({ values }) => values.length > 1);
  expect(several.flatMap(times).filter(([a, b]) => a !== b || (a ?? 0) > 1)).toEqual([]);
  expect(single.filter(({ receipt }) => receipt).length).toBeGreaterThan(0);
  await storage.close();
}
