import { writeFileSync } from "node:fs";
import { test } from "vitest";
import { openStorage } from "../src/storage/index.js";
import { openTalk } from "./conversations/talk.js";
import { shown } from "./support/form.js";

const business = "business.lead@example.org";
const head = "head.of.service@example.org";
test("look", async () => {
  const talk = await openTalk(await openStorage());
  const out: string[] = [];
  const cards: unknown[] = [];
  for (const [as, q, at] of [
    [head, "what will you send tomorrow"],
    [head, "what will you send on monday"],
    [head, "what will you send in the next 7 days"],
    [business, "my reminders"],
    [business, "what will you send on 1 december"],
    [head, "who cannot be reached"],
    [head, "send reminders now"],
    [business, "my reminder settings"],
    [business, "I am on holiday until 20 August, Sam covers for me"],
    [business, "stop reminding me"],
    [business, "snooze 2.3.1 until 1 June because the survey is late"],
    [business, "2.3.1 is not mine"],
    [head, "pause reminders until 12 May because of the election"],
  ] as string[][]) {
    for (const c of await talk.ask(as as string, q as string, at ? { at } : {})) {
      out.push(`### ${as}: ${q}\n${c.text}\n[${c.buttons.join(" | ")}] ${JSON.stringify(c.inputs)}`);
      cards.push(c.card);
    }
  }
  for (const at of ["2026-11-30T09:31:00Z", "2026-12-07T09:31:00Z", "2027-03-03T09:31:00Z"]) {
    const mark = talk.chat.calls.length;
    const r = await talk.features.reminderPass.pass({ at: new Date(at) });
    out.push(`@@@ ${at} ${JSON.stringify({ ...r, sent: r.sent.map((s) => [s.digest.to, s.digest.items.map((i) => [i.key, i.why, i.part])]) })}`);
    for (const call of talk.chat.calls.slice(mark))
      if (call.body?.attachments) {
        const c = shown(call.body.attachments[0]?.content);
        out.push(`<<< ${call.path}\n${c.text}\n[${c.buttons.join(" | ")}] size ${JSON.stringify(c.card).length * 2}`);
        cards.push(c.card);
      }
  }
  writeFileSync("/tmp/rc-look.txt", out.join("\n\n"));
  writeFileSync("/tmp/rc-cards.json", JSON.stringify(cards));
  await talk.stop();
});
