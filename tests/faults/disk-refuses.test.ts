/** The bot on an embedded database whose disk is full or read-only: nobody has a receipt for what is not on it, nor reads it. */
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { openTalk, today } from "../conversations/talk.js";
import { type Child, children } from "../support/child.js";
import { headOfService } from "../support/features.js";
import { shown } from "../support/form.js";
import { canMount, type SmallDisk, smallDisks } from "../support/small-disk.js";
import { startTeamsSide, type Teams, textOf } from "../support/teams.js";
import { expectOnce, fill, press, receiptIn, type Sent, standing } from "./ledger.js";

interface Running {
  bot: Child;
  teams: Teams;
  /** The status of /ready. */
  ready(): Promise<number>;
}

const measure = "1.1.m1";

describe.skipIf(!canMount)("a figure pressed on a disk", () => {
  const disk = smallDisks();
  const run = children();

  async function start({ folder }: SmallDisk): Promise<Running> {
    const bot = await run("tests/faults/bot.ts", [JSON.stringify({ folder })]);
    const address = (await bot.line("listening")).replace("listening ", "");
    const ready = async () => (await fetch(new URL("/ready", address))).status;
    return { bot, teams: await startTeamsSide(address), ready };
  }
  const end = async ({ bot, teams }: Running) => {
    await bot.kill("SIGKILL");
    await teams.stop();
  };
  const asked = async ({ teams }: Running): Promise<string> => {
    const { replies } = await teams.say(headOfService, `what is ${measure}`, { at: today });
    return replies.flatMap(({ attachments = [] }) => attachments.map(({ content }) => textOf(content))).join("\n");
  };
  const formFor = async ({ teams }: Running): Promise<Sent> => {
    const { replies } = await teams.say(headOfService, `update ${measure}`, { at: today });
    const form = fill(shown(replies[0]?.attachments?.[0]?.content));
    return { ...form, typed: { ...form.typed, note0: "n".repeat(450) } };
  };
  const pressed = async ({ teams }: Running, form: Sent) => {
    form.receipt = receiptIn(await press(teams, headOfService, form));
    return form.receipt;
  };
  /** The first form that has no receipt; on a full disk some fit into what files have been given already. */
  const untilRefused = async (running: Running, sent: Sent[]): Promise<Sent> => {
    for (let forms = 0; forms < 60; forms++) {
      const form = await formFor(running);
      sent.push(form);
      if (!(await pressed(running, form))) return form;
    }
    throw new Error("the disk takes everything");
  };
  const inWords = (value: number | undefined) => new Intl.NumberFormat("en-GB").format(value ?? 0);

  test.each([
    ["that is read-only", (small: SmallDisk) => small.readOnly(), (small: SmallDisk) => small.writable()],
    ["that is full", (small: SmallDisk) => small.fill(), (small: SmallDisk) => small.makeRoom()],
  ])(
    "%s: no receipt however often, the old figure for whoever asks, also after kill -9, and saved once when it is pressed again",
    async (_how, refuse, giveIn) => {
      const small = await disk(1_000);
      const storage = await openStorage({ folder: small.folder });
      await (await openTalk(storage)).stop();
      await storage.close();
      const sent: Sent[] = [];
      let running = await start(small);
      await pressed(running, await formFor(running));

      await refuse(small);
      const refused = await untilRefused(running, sent);
      for (let presses = 0; presses < 3; presses++) expect(await pressed(running, refused)).toBeUndefined();
      const { verb, data } = refused.card.press("Save", refused.typed);
      expect((await running.teams.execute(headOfService, verb, data, { at: today })).raw).toContain("The disk that holds my records refuses new entries");
      const before = await asked(running);
      expect(before).not.toContain(inWords(refused.values[0]));
      expect(await running.ready()).toBe(503);

      await end(running);
      await giveIn(small);
      running = await start(small);
      expect(await asked(running)).toBe(before);
      expect(await running.ready()).toBe(200);

      await refuse(small);
      const again = await untilRefused(running, sent);
      await giveIn(small);
      for (const from = performance.now(); (await running.ready()) !== 200; await pause(100)) expect(performance.now() - from).toBeLessThan(20_000);
      expect(await pressed(running, again)).toContain("Saved");
      expect(await asked(running)).toContain(inWords(again.values[0]));
      await end(running);
      const left = await openStorage({ folder: small.folder });
      await expectOnce(
        left,
        sent.filter(({ receipt }) => receipt),
      );
      const { reports } = await standing(left);
      expect(refused.values.map((value) => reports.get(value))).toEqual([undefined]);
      await left.close();
    },
    60_000,
  );
});
