/** People who report figures, say how actions stand, ask for more time and ask questions, through whichever instance answers; and the ledger of what they were told. */
import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { fill, press, receiptIn, type Sent } from "../faults/ledger.js";
import { headOfService } from "../support/features.js";
import { type ShownCard, shown } from "../support/form.js";
import { type Teams, textOf } from "../support/teams.js";

export interface Ledger {
  figures: Sent[];
  /** The word in each note, and its receipt once there was one. */
  notes: { word: string; receipt?: string }[];
  questions: { asked: number; answered: number; told: number; failed: number };
  /** Milliseconds of each press that had an answer. */
  presses: number[];
}

export interface Crowd {
  ledger: Ledger;
  /** Everybody stops, after what they have in hand has its receipt. */
  stop(): Promise<void>;
}

const at = () => ({ at: new Date().toISOString() });

export function openCrowd(instances: readonly Teams[], { reporters, leads }: { reporters: readonly string[]; leads: readonly [string, string][] }): Crowd {
  const ledger: Ledger = { figures: [], notes: [], questions: { asked: 0, answered: 0, told: 0, failed: 0 }, presses: [] };
  let over = false;
  let serial = 0;
  const any = () => instances[randomInt(instances.length)] as Teams;
  const cardOf = async (as: string, text: string): Promise<ShownCard | undefined> => {
    const { replies } = await any().say(as, text, at());
    const content = replies[0]?.attachments?.[0]?.content;
    return content && shown(content);
  };
  /** Through one instance, or through two at once, until somebody has the receipt. */
  const untilReceipt = async (pressOnce: (teams: Teams) => Promise<string | undefined>): Promise<string> => {
    for (;;) {
      const from = performance.now();
      const twice = randomInt(10) < 4 ? [any(), any()] : [any()];
      const receipts = (await Promise.all(twice.map((teams) => pressOnce(teams).catch(() => undefined)))).filter((one) => one !== undefined);
      if (receipts[0]) {
        ledger.presses.push(performance.now() - from);
        return receipts[0];
      }
      await pause(300);
    }
  };
  const again = async (work: () => Promise<void>) => {
    while (!over) {
      // An instance that is down refuses the connection: the next one may answer.
      await work().catch(() => undefined);
      await pause(50 + randomInt(100));
    }
  };

  const report = (measure: string) =>
    again(async () => {
      const card = await cardOf(headOfService, `update ${measure}`);
      if (!card?.buttons.includes("Save")) return;
      const sent = fill(card);
      ledger.figures.push(sent);
      sent.receipt = await untilReceipt(async (teams) => receiptIn(await press(teams, headOfService, sent)));
    });
  const note = ([lead, action]: readonly [string, string]) =>
    again(async () => {
      const word = `WORD${++serial}`;
      const card = await cardOf(lead, `update ${action}`);
      const label = card?.buttons.find((button) => button.startsWith("Save"));
      if (!card || !label) return;
      const { verb, data } = card.press(label, { status: serial % 2 ? "at-risk" : "off-track", note: `The reason is ${word} indeed.` });
      const kept: Ledger["notes"][number] = { word };
      ledger.notes.push(kept);
      kept.receipt = await untilReceipt(async (teams) => {
        const { body } = await teams.execute(lead, verb, data, at());
        const { type, value } = (body ?? {}) as { type?: string; value?: Record<string, unknown> };
        return type === "application/vnd.microsoft.card.adaptive" ? receiptIn(shown(value).text) : undefined;
      });
    });
  const question = () =>
    again(async () => {
      ledger.questions.asked += 1;
      try {
        const { replies } = await any().say(leads[0]?.[0] ?? headOfService, "how is 2.3 doing", at());
        const text = replies.flatMap(({ attachments = [] }) => attachments.map(({ content }) => textOf(content))).join("\n");
        if (text.includes("2.3 Deliver services")) ledger.questions.answered += 1;
        else ledger.questions.told += 1;
      } catch {
        ledger.questions.failed += 1;
      }
    });
  const working = [...reporters.map(report), ...leads.map(note), question(), question()];
  return {
    ledger,
    async stop() {
      over = true;
      await Promise.all(working);
    },
  };
}
