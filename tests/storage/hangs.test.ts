import { EventEmitter } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { watchForHangs } from "../../src/storage/hangs.js";

const server = "127.0.0.1:27017";
const look = { connectionId: server };
const connection = { address: server, connectionId: 7 };

describe("what a driver began", () => {
  let client: EventEmitter;
  let hung: number;
  let stop: () => void;
  beforeEach(() => {
    client = new EventEmitter();
    hung = 0;
    stop = watchForHangs(client, 30, () => hung++);
  });
  afterEach(() => stop());

  test.each<[string, [string, object][]]>([
    [
      "a look that succeeds",
      [
        ["serverHeartbeatStarted", look],
        ["serverHeartbeatSucceeded", look],
      ],
    ],
    [
      "a look that fails",
      [
        ["serverHeartbeatStarted", look],
        ["serverHeartbeatFailed", look],
      ],
    ],
    [
      "a server that is looked at no more",
      [
        ["serverHeartbeatStarted", look],
        ["serverClosed", { address: server }],
      ],
    ],
    [
      "a connection that is made",
      [
        ["connectionCreated", connection],
        ["connectionReady", connection],
      ],
    ],
    [
      "a connection that is closed",
      [
        ["connectionCreated", connection],
        ["connectionClosed", connection],
      ],
    ],
  ])("and ended is no hang: %s", async (_, events) => {
    for (const [name, event] of events) client.emit(name, event);
    await pause(80);
    expect(hung).toBe(0);
  });

  test.each<[string, [string, object][]]>([
    ["a look", [["serverHeartbeatStarted", look]]],
    [
      "a look at one of two servers",
      [
        ["serverHeartbeatStarted", look],
        ["serverHeartbeatStarted", { connectionId: "b" }],
        ["serverHeartbeatFailed", { connectionId: "b" }],
      ],
    ],
    [
      "one of two connections",
      [
        ["connectionCreated", connection],
        ["connectionCreated", { ...connection, connectionId: 8 }],
        ["connectionReady", connection],
      ],
    ],
    [
      "both",
      [
        ["serverHeartbeatStarted", look],
        ["connectionCreated", connection],
      ],
    ],
  ])("and did not end is told once: %s", async (_, events) => {
    for (const [name, event] of events) client.emit(name, event);
    await pause(80);
    expect(hung).toBe(1);
    client.emit("serverHeartbeatStarted", look);
    await pause(80);
    expect(hung).toBe(1);
  });

  test("is not watched any more after the watch was ended", async () => {
    client.emit("connectionCreated", connection);
    stop();
    await pause(80);
    expect(hung).toBe(0);
  });
});
