/** The client of a driver that loses its way: another one is made, for as long as it takes. */
import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { openClients } from "../../src/storage/mongo-client.js";

interface Made extends EventEmitter {
  number: number;
  closed: boolean;
  connect(): Promise<void>;
  close(): Promise<void>;
}

/** Clients whose n-th connects as `connecting` says. */
function opened(connecting: (n: number) => Promise<void>) {
  const made: Made[] = [];
  const make = () => {
    const number = made.length + 1;
    const client: Made = Object.assign(new EventEmitter(), {
      number,
      closed: false,
      connect: () => connecting(number),
      close: async () => {
        client.closed = true;
      },
    });
    made.push(client);
    return client;
  };
  return { made, clients: openClients({ make, hungAfterMs: 50, waitMs: 10_000 }) };
}
const named = (name: string) => Object.assign(new Error("x"), { name });
const refusing = () => Promise.reject(new Error("no server"));
const never = () => new Promise<void>(() => undefined);

test.each(["MongoTopologyClosedError", "MongoNotConnectedError", "MongoClientClosedError", "MongoPoolClosedError"])(
  "after %s another one is made, and again until one connects",
  async (name) => {
    const { made, clients } = opened((n) => (n === 1 || n > 4 ? Promise.resolve() : refusing()));
    await clients.connect();
    await expect(clients.use(() => Promise.reject(named(name)))).rejects.toThrow("I cannot reach my records just now");
    expect(await clients.use(async ({ number }) => number)).toBe(5);
    expect(made.map(({ closed }) => closed)).toEqual([true, true, true, true, false]);
    await clients.close();
  },
);

test("the cause of another error counts too, and any other error leaves the client as it is", async () => {
  const { made, clients } = opened(() => Promise.resolve());
  await clients.connect();
  await expect(clients.use(() => Promise.reject(new Error("a document is too large")))).rejects.toThrow("too large");
  expect(made).toHaveLength(1);
  await expect(clients.use(() => Promise.reject(new Error("y", { cause: named("MongoTopologyClosedError") })))).rejects.toThrow(
    "I cannot reach my records just now",
  );
  expect(await clients.use(async ({ number }) => number)).toBe(2);
  await clients.close();
});

test.each(["MongoServerSelectionError", "MongoNetworkTimeoutError", "MongoPoolClearedError"])(
  "%s is said in words for people, and the client stays",
  async (name) => {
    const { made, clients } = opened(() => Promise.resolve());
    await clients.connect();
    await expect(clients.use(() => Promise.reject(named(name)))).rejects.toThrow(/I cannot reach my records just now.*saved once only/);
    expect(made).toHaveLength(1);
    await clients.close();
  },
);

test("a client that never comes to an end of connecting is given up when it shows that it hangs", async () => {
  const { made, clients } = opened((n) => (n === 2 ? never() : Promise.resolve()));
  await clients.connect();
  await expect(clients.use(() => Promise.reject(named("MongoTopologyClosedError")))).rejects.toThrow();
  while (made.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  made[1]?.emit("connectionCreated", { address: "127.0.0.1:1", connectionId: 1 });
  expect(await clients.use(async ({ number }) => number)).toBe(3);
  await clients.close();
});

test("a call that takes too long has another client made, for everybody after it", async () => {
  const { clients } = opened(() => Promise.resolve());
  await clients.connect();
  void clients.use(never, 20);
  let number = 1;
  while (number === 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    number = await clients.use(async (client) => client.number);
  }
  expect(number).toBe(2);
  await clients.close();
});
