/** The embedded database as files in a folder: crashes, damage, and one process at a time. */
import { execFile } from "node:child_process";
import { appendFile, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { UserFacingError } from "../../src/shared/errors.js";
import { openStorage } from "../../src/storage/index.js";
import { children } from "../support/child.js";
import { databaseOf } from "../support/database.js";
import { whole } from "../support/fault-scale.js";
import { canMount } from "../support/small-disk.js";

interface Row {
  _id: string;
  text?: string;
  n?: number;
}

const writer = "tests/storage/writer.ts";
const run = promisify(execFile);

describe("the embedded database in a folder", () => {
  const database = databaseOf("embedded file");
  const start = children();
  const newFolder = async () => (await database.place()).folder as string;

  async function rowsIn(folder: string): Promise<Map<string, Row>> {
    const storage = await openStorage({ folder });
    const rows = await storage.collection<Row>("rows").find({});
    await storage.close();
    return new Map(rows.map((row) => [row._id, row]));
  }

  function expectAcknowledged(lines: string[], rows: Map<string, Row>): void {
    const inserted = lines.filter((line) => line.startsWith("row ")).map((line) => line.slice(4));
    expect(inserted.length).toBeGreaterThan(0);
    expect(inserted.filter((id) => !rows.has(id))).toEqual([]);
    for (const line of lines.filter((each) => each.startsWith("count "))) {
      const [, lane, n] = line.split(" ");
      expect(rows.get(`count-${lane}`)?.n).toBeGreaterThanOrEqual(Number(n));
    }
  }

  it("has everything again after closing", async () => {
    const folder = await newFolder();
    const storage = await openStorage({ folder });
    const text = "one\u2028two\u2029three\u0085four\vfive\fsix\r\nseven 🏛";
    await storage.collection<Row>("rows").insertMissing([{ _id: "a", text }, { _id: "b" }, { _id: "c", n: 1 }]);
    await storage.collection<Row>("rows").updateWhere({ _id: "c" }, { $inc: { n: 1 } });
    await storage.collection<Row>("rows").remove({ _id: "b" });
    await storage.close();
    expect([...(await rowsIn(folder)).values()]).toEqual([
      { _id: "a", text },
      { _id: "c", n: 2 },
    ]);
    expect(await readdir(folder)).toEqual(["collections.json", "rows.jsonl"]);
  });

  it("forgets an index that the code no longer asks for, and its uniqueness", async () => {
    const folder = await newFolder();
    const first = await openStorage({ folder });
    await first.collection<Row>("rows").ensureIndex(["text"], { unique: true });
    await first.collection<Row>("rows").insert({ _id: "a", text: "x" });
    await first.close();
    const second = await openStorage({ folder });
    await second.collection<Row>("rows").ensureIndex(["text"]);
    expect(await second.collection<Row>("rows").insert({ _id: "b", text: "x" })).toBe(true);
    await second.close();
  });

  it.each([120, 260, 400])("loses nothing that was acknowledged when it is killed after %i ms of writing", async (milliseconds) => {
    const folder = await newFolder();
    const child = await start(writer, [folder]);
    await child.line("row ");
    await pause(milliseconds);
    await child.kill("SIGKILL");
    expectAcknowledged(child.lines, await rowsIn(folder));
  });

  it.skipIf(process.platform !== "linux")("loses nothing that was acknowledged before and after the disk was full", async () => {
    const folder = await newFolder();
    // A limit on the size of a file stands in for the full disk: an append is cut off in the middle of a line.
    const child = await start(writer, [folder], ["prlimit", "--fsize=20000:unlimited"]);
    await child.line("failed ");
    await run("prlimit", ["--pid", String(child.pid), "--fsize=unlimited"]);
    const before = child.lines.filter((line) => line.startsWith("row ")).length;
    while (child.lines.filter((line) => line.startsWith("row ")).length < before + 20) await pause(20);
    await child.kill("SIGKILL");
    expectAcknowledged(child.lines, await rowsIn(folder));
  });

  const torn: [string, string | Buffer][] = [
    ["half a line", '{"_id":"c","te'],
    ["a whole line without its end", '{"_id":"c"'],
    ["zeros", Buffer.alloc(300)],
    ["half a line and zeros", Buffer.concat([Buffer.from('{"_id":"c'), Buffer.alloc(30)])],
    ["half a character", Buffer.from('{"_id":"é').subarray(0, -1)],
  ];
  it.each(torn)("cuts off %s at the end", async (_what, end) => {
    const folder = await newFolder();
    const file = join(folder, "rows.jsonl");
    await writeFile(file, '{"_id":"a"}\n{"_id":"b"}\n');
    await appendFile(file, end);
    expect([...(await rowsIn(folder)).keys()]).toEqual(["a", "b"]);
    const storage = await openStorage({ folder });
    await storage.collection<Row>("rows").insert({ _id: "d" });
    await storage.close();
    expect([...(await rowsIn(folder)).keys()]).toEqual(["a", "b", "d"]);
  });

  it("opens a file of nothing but half a line", async () => {
    const folder = await newFolder();
    await writeFile(join(folder, "rows.jsonl"), '{"_id":"a');
    expect((await rowsIn(folder)).size).toBe(0);
  });

  it("writes a file anew when most of it is old, and keeps all", async () => {
    const folder = await newFolder();
    const storage = await openStorage({ folder });
    const rows = storage.collection<Row>("rows");
    const many = Array.from({ length: 5_500 }, (_, n) => ({ _id: `${n}`, text: "x".repeat(80) }));
    for (let round = 0; round < 2; round += 1) {
      await rows.insertMissing(many);
      if (round === 0) await rows.remove({});
    }
    await storage.close();
    const lines = (await readFile(join(folder, "rows.jsonl"), "utf8")).trimEnd().split("\n");
    expect(lines.length).toBe(5_500);
    expect((await rowsIn(folder)).size).toBe(5_500);
  });

  describe("one process at a time", () => {
    it("refuses a second opening in this process, in plain words, until the first is closed", async () => {
      const folder = await newFolder();
      const first = await openStorage({ folder });
      await expect(openStorage({ folder })).rejects.toThrow(UserFacingError);
      await first.close();
      await (await openStorage({ folder })).close();
      expect(await readdir(folder)).toEqual([]);
    });

    it("refuses a second process and names the first", async () => {
      const folder = await newFolder();
      const child = await start(writer, [folder, "hold"]);
      await child.line("open");
      await expect(openStorage({ folder })).rejects.toThrow(`in use by another Waymark (process ${child.pid})`);
      const second = await start(writer, [folder, "hold"]);
      expect(await second.line("refused")).toContain("UserFacingError: The folder");
      await child.kill("SIGKILL");
      await (await openStorage({ folder })).close();
      expect(await readdir(folder)).toEqual([]);
    });

    it("takes over from a dead process, also when its number is another's now", async () => {
      const folder = await newFolder();
      const storage = await openStorage({ folder });
      const [claim] = await readdir(folder);
      const [word, host, pid, started] = (claim as string).split(".");
      await storage.close();
      await writeFile(join(folder, `${word}.${host}.${pid}.${Number(started) - 1}.1`), "");
      await writeFile(join(folder, `${word}.${host}.4194304.1.1`), "");
      await (await openStorage({ folder })).close();
      expect(await readdir(folder)).toEqual([]);
    });

    it("believes a process of another machine while its file is touched, and takes over when it was not touched for a while", async () => {
      const folder = await newFolder();
      const claim = join(folder, "in-use.elsewhere.1.1.1");
      await writeFile(claim, "");
      const touching = setInterval(() => void utimes(claim, new Date(), new Date()), 100);
      await expect(openStorage({ folder }).finally(() => clearInterval(touching))).rejects.toThrow("process 1 on elsewhere");
      await run("touch", ["-d", "1 minute ago", claim]);
      await (await openStorage({ folder })).close();
      expect(await readdir(folder)).toEqual([]);
    });

    it.skipIf(!canMount)(
      "refuses a process of another container with the same host name, and takes over when that one was killed",
      async () => {
        const folder = await newFolder();
        // Each sees processes of its own only, all of them with the same low numbers.
        const container = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"];
        const first = await start(writer, [folder, "hold"], container);
        await first.line("open");
        const second = await start(writer, [folder, "hold"], container);
        expect(await second.line("refused")).toContain("in use by another Waymark");
        await first.kill("SIGKILL");
        const [claim = ""] = (await readdir(folder)).filter((name) => name.startsWith("in-use"));
        if (!whole) await run("touch", ["-d", "1 minute ago", join(folder, claim)]);
        const third = await start(writer, [folder, "hold"], container);
        await third.line("open");
        await third.kill("SIGKILL");
      },
      60_000,
    );

    it("writes no more when another process has taken the folder over", async () => {
      const folder = await newFolder();
      const storage = await openStorage({ folder });
      const rows = storage.collection<Row>("rows");
      await rows.insert({ _id: "a", n: 1 });
      for (const claim of (await readdir(folder)).filter((name) => name.startsWith("in-use"))) await rm(join(folder, claim));
      await expect(rows.updateWhere({ _id: "a" }, { $set: { n: 2 } })).rejects.toThrow(UserFacingError);
      await storage.close();
      expect((await rowsIn(folder)).get("a")).toEqual({ _id: "a", n: 1 });
    });

    it("lets at most one of many that start together have it", async () => {
      const folder = await newFolder();
      const all = await Promise.allSettled(Array.from({ length: 6 }, () => openStorage({ folder })));
      const won = all.filter((result) => result.status === "fulfilled");
      expect(won.length).toBeLessThanOrEqual(1);
      for (const { value } of won) await value.close();
      await (await openStorage({ folder })).close();
    });
  });

  it("says in plain words that a folder cannot be used", async () => {
    const folder = join(await newFolder(), "file");
    await writeFile(folder, "");
    await expect(openStorage({ folder })).rejects.toThrow(UserFacingError);
  });
});
