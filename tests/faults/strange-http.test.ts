/** HTTP that no channel speaks: headers that say two things, lengths that lie, many requests at once on one connection, bodies that never end. */
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Child, children } from "../support/child.js";
import { patience } from "../support/pace.js";
import { startTeamsSide, type Teams } from "../support/teams.js";

const run = children();
let child: Child;
let teams: Teams;
let url: string;

beforeAll(async () => {
  child = await run(new URL("front-door.ts", import.meta.url).pathname, []);
  url = (await child.line("listening")).split(" ")[1] ?? "";
  teams = await startTeamsSide(url);
});
afterAll(() => teams.stop());

interface Heard {
  /** Of each response, in order. */
  statuses: number[];
  all: string;
  /** The server ended the connection. */
  closed: boolean;
}

/** Sends it as it is and waits until the server ends the connection, or has given so many responses and then said nothing more for a while. */
const raw = (text: string | Buffer, responses = 1): Promise<Heard> =>
  new Promise((done) => {
    const { hostname, port } = new URL(url);
    let all = "";
    const statuses = () => [...all.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status));
    const over = (closed: boolean) => {
      socket.destroy();
      done({ statuses: statuses(), all, closed });
    };
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let quiet = setTimeout(over, 60_000, false);
    socket.on("data", (chunk) => {
      all += chunk.toString("latin1");
      clearTimeout(quiet);
      quiet = setTimeout(over, statuses().length < responses ? 60_000 : 300, false);
    });
    socket.on("error", () => undefined);
    socket.on("close", () => over(true));
  });

/** What follows the heads; an empty body in chunks has the last one. */
const textOf = ({ all }: Heard): string => all.split("\r\n\r\n").slice(1).join("").replace(/^0$/, "");

const line = "POST /api/messages HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n";
/** Would be answered with 200 if it were taken for a request. */
const hidden = "GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n";
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

/** What a proxy in front may read otherwise than the bot: nothing of the body is ever taken for a request. */
const ambiguous: [string, string][] = [
  ["a length and chunks", `${line}content-length: ${hidden.length + 5}\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`],
  ["chunks and a length", `${line}transfer-encoding: chunked\r\ncontent-length: 4\r\n\r\n0\r\n\r\n${hidden}`],
  ["two lengths", `${line}content-length: 0\r\ncontent-length: ${hidden.length}\r\n\r\n${hidden}`],
  ["a list of lengths", `${line}content-length: 0, ${hidden.length}\r\n\r\n${hidden}`],
  ["a length with a sign", `${line}content-length: +0\r\n\r\n${hidden}`],
  ["a length in other figures", `${line}content-length: 0x0\r\n\r\n${hidden}`],
  ["a length below nothing", `${line}content-length: -1\r\n\r\n${hidden}`],
  ["chunks that are something else in the end", `${line}transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n${hidden}`],
  ["chunks twice", `${line}transfer-encoding: chunked\r\ntransfer-encoding: identity\r\n\r\n0\r\n\r\n${hidden}`],
  ["almost chunks", `${line}transfer-encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`],
  ["a blank before the colon", `${line}transfer-encoding : chunked\r\ncontent-length: 5\r\n\r\n0\r\n\r\n${hidden}`],
  ["a blank in front of a header", `${line} transfer-encoding: chunked\r\ncontent-length: 5\r\n\r\n0\r\n\r\n${hidden}`],
  ["a vertical tab in it", `${line}transfer-encoding:\x0bchunked\r\n\r\n0\r\n\r\n${hidden}`],
  ["nothing in a header's name", `${line}: chunked\r\ncontent-length: 0\r\n\r\n${hidden}`],
  ["a zero byte in a header", `${line}x: a\0b\r\ncontent-length: 0\r\n\r\n${hidden}`],
  ["a lone return in a header", `${line}x: a\rcontent-length: 0\r\n\r\n${hidden}`],
  ["a chunk's length with a sign", `${line}transfer-encoding: chunked\r\n\r\n+0\r\n\r\n${hidden}`],
  ["a chunk's length in other figures", `${line}transfer-encoding: chunked\r\n\r\n0x0\r\n\r\n${hidden}`],
  ["a chunk that is longer than it says", `${line}transfer-encoding: chunked\r\n\r\n1\r\nabcdef\r\n0\r\n\r\n${hidden}`],
  ["a chunk of more than there is", `${line}transfer-encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n${hidden}`],
];

const strange: [string, string, number[]][] = [
  ["an address in full", `POST http://example.org/api/messages HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 2\r\n\r\n{}`, [404]],
  ["an address in full, of this bot", `GET http://127.0.0.1/health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`, [404]],
  ["an address with a way up", `GET /x/../health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`, [404]],
  ["an address in other letters", `POST /%61pi/messages HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 2\r\n\r\n{}`, [404]],
  ["an address in capitals", `POST /API/messages HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 2\r\n\r\n{}`, [404]],
  ["a name of every object", `GET /__proto__ HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`, [404]],
  ["an address with a space", `GET /health x HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`, [400]],
  ["no host", `GET /health HTTP/1.1\r\n\r\n`, [400]],
  ["a method in small letters", `post /api/messages HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`, [400]],
  ["a method nobody knows", `BREW /api/messages HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`, [400]],
  ["another protocol", `GET /health HTTP/1.7\r\nhost: 127.0.0.1\r\n\r\n`, [400]],
  ["20 KB of headers", `GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\n${`x: ${"y".repeat(50)}\r\n`.repeat(400)}\r\n`, [431]],
  ["a demand that nobody can meet", `${line}expect: a-miracle\r\ncontent-length: 2\r\n\r\n{}`, [417]],
  ["a compressed body", `${line}content-encoding: gzip\r\ncontent-length: 4\r\n\r\n\x1f\x8b\x08\x00`, [400]],
  ["20 KB beside a chunk", `${line}transfer-encoding: chunked\r\n\r\n2;${"x".repeat(20_000)}\r\n{}\r\n0\r\n\r\n`, [413]],
  ["a thousand trailers", `${line}transfer-encoding: chunked\r\n\r\n${chunk("{}")}0\r\n${"authorization: Bearer x\r\n".repeat(1_000)}\r\n`, [431]],
];

describe("the bot is asked in a way that", () => {
  test.each(ambiguous)("says two things (%s): at most one refusal, and the connection ends", async (_, text) => {
    const heard = await raw(text);
    expect(heard.statuses.filter((status) => status < 400)).toEqual([]);
    expect(heard.statuses.length).toBeLessThanOrEqual(1);
    expect([heard.closed, textOf(heard)]).toEqual([true, ""]);
  });

  test.each(strange)("is strange (%s): a refusal without a text", async (_, text, expected) => {
    const heard = await raw(text);
    expect(heard.statuses).toEqual(expected);
    expect(textOf(heard)).toBe("");
    expect((await teams.say("business.lead@example.org", "how is 2.3 doing")).replies).toHaveLength(1);
  });
});

/** The slowest of so many good turns, one after the other, in milliseconds. */
const slowestOf = async (turns: number): Promise<number> => {
  let slowest = 0;
  for (let turn = 0; turn < turns; turn++) {
    const from = performance.now();
    expect((await teams.say("business.lead@example.org", "how is 2.3 doing")).status).toBe(200);
    slowest = Math.max(slowest, performance.now() - from);
  }
  return slowest;
};

describe("somebody keeps the bot busy", () => {
  test("with 5,000 requests on one connection at once: each has its answer, and others theirs", async () => {
    const count = 5_000;
    const many = raw(`${line}content-length: 2\r\n\r\n{}`.repeat(count), count);
    const slowest = await slowestOf(5);
    const { statuses } = await many;
    expect(statuses).toEqual(Array.from({ length: count }, () => 400));
    expect(slowest).toBeLessThan(await patience(2_000));
  });

  test("with 500 bodies that come a byte at a time: others are answered, and all of them are ended in time", async () => {
    const { hostname, port } = new URL(url);
    const started = performance.now();
    const ended = Promise.all(
      Array.from(
        { length: 500 },
        () =>
          new Promise<number>((done) => {
            const socket = connect(Number(port), hostname, () => socket.write(`${line}content-length: 200000\r\n\r\n`));
            const drip = setInterval(() => socket.write("["), 1_000);
            socket.on("error", () => undefined);
            socket.resume();
            socket.on("close", () => {
              clearInterval(drip);
              done(performance.now() - started);
            });
          }),
      ),
    );
    expect(await slowestOf(20)).toBeLessThan(await patience(1_000));
    expect(Math.max(...(await ended))).toBeLessThan(await patience(20_000));
  });

  test("with bodies that are as dear to read as they can be: nobody waits long", async () => {
    const mostBytes = 256 * 1024;
    const filled = (piece: string) => `[${piece.repeat(Math.floor((mostBytes - 10) / piece.length)).slice(0, -1)}]`;
    const bodies = [
      filled("[],"),
      filled("{},"),
      filled('"",'),
      filled("1,"),
      filled('{"a":{}},'),
      filled("[[[[[]]]]],"),
      `{${filled('"a":1,').slice(1, -1)}}`,
    ];
    for (const body of bodies) {
      const dear = raw(`${line}content-length: ${body.length}\r\n\r\n${body}`.repeat(20), 20);
      const slowest = await slowestOf(5);
      expect((await dear).statuses).toEqual(Array.from({ length: 20 }, () => 400));
      expect(slowest).toBeLessThan(await patience(1_000));
    }
  });

  test("with 256 KB in chunks of one byte: it is read, and others are answered meanwhile", async () => {
    const body = chunk("[").repeat(250_000);
    const dripping = raw(`${line}transfer-encoding: chunked\r\n\r\n${body}0\r\n\r\n`);
    expect(await slowestOf(5)).toBeLessThan(await patience(1_000));
    expect((await dripping).statuses).toEqual([400]);
  });
});
