/** Run as a process of its own: opens the folder, then inserts and counts without pause, and prints what was acknowledged. */
import { openStorage } from "../../src/storage/index.js";

const [, , folder, mode] = process.argv;
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const storage = await openStorage({ folder });
  const rows = storage.collection<{ _id: string; text?: string; n?: number }>("rows");
  say("open");
  if (mode === "hold") setInterval(() => undefined, 1_000);
  else await Promise.all(Array.from({ length: 4 }, (_, lane) => write(lane)));

  async function write(lane: number): Promise<void> {
    await rows.insert({ _id: `count-${lane}`, n: 0 });
    for (let place = 0; ; place += 1) {
      try {
        if (await rows.insert({ _id: `${lane}/${place}`, text: "x".repeat(50 + (place % 500)) })) say(`row ${lane}/${place}`);
        const counted = await rows.updateWhere({ _id: `count-${lane}` }, { $inc: { n: 1 } });
        say(`count ${lane} ${counted?.n}`);
      } catch (error) {
        say(`failed ${lane}/${place} ${(error as Error).message}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  }
} catch (error) {
  say(`refused ${(error as Error).name}: ${(error as Error).message}`);
}
