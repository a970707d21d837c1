/** What can be said of the Dockerfile and of compose.yaml without Docker: that they fit each other, the sources and the settings. */
import { existsSync, readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { listSettings } from "../src/config.js";

const project = new URL("../", import.meta.url);
const fileNamed = (name: string) => readFileSync(new URL(name, project), "utf8");
const dockerfile = fileNamed("Dockerfile");
const compose = parse(fileNamed("compose.yaml"));
const { waymark, mongodb } = compose.services;
const known = new Set(listSettings().map(({ name }) => name));

/** [from a stage, what, where to] of each COPY. */
const copies = [...dockerfile.matchAll(/^COPY (--from=\w+ )?(.+) (\S+)$/gm)].map(([, from, what = "", to]) => ({ from, what: what.split(" "), to }));

test("everything that is copied into the image from here is there, and let through by .dockerignore", () => {
  const allowed = [...fileNamed(".dockerignore").matchAll(/^!(.+)$/gm)].map(([, path]) => path ?? "");
  const copied = copies.flatMap(({ from, what }) => (from ? [] : what));
  expect(copied).toEqual(expect.arrayContaining(["package.json", "package-lock.json", ".npmrc", "cards", "src"]));
  expect(copied.filter((path) => !existsSync(new URL(path, project)))).toEqual([]);
  expect(copied.filter((path) => !allowed.some((one) => path === one || path.startsWith(`${one}/`)))).toEqual([]);
});

test("no secret, no data and no folder of this machine can get into it", () => {
  expect(fileNamed(".dockerignore")).toMatch(/^\*$/m);
  expect(fileNamed(".dockerignore")).not.toMatch(/^!\.env|^!node_modules|^!\.data|^!\.git/m);
  expect(dockerfile).not.toMatch(/PASSWORD|SECRET|TOKEN/);
});

test("it runs what is built, as somebody who is not root, from a base of the Node that package.json asks for", () => {
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
  expect(bases).toEqual([expect.stringMatching(/^node:24\.[\d.]+-bookworm-slim@sha256:[0-9a-f]{64}$/), bases[0]]);
  const last = dockerfile.slice(dockerfile.lastIndexOf("FROM "));
  expect(last.match(/^USER (\d+):/m)?.[1]).not.toBe("0");
  expect(last).toContain('ENTRYPOINT ["node", "dist/main.js"]');
  expect(last.indexOf("USER ")).toBeGreaterThan(last.lastIndexOf("COPY "));
  for (const [, names = ""] of last.matchAll(/^ENV (.+)$/gm))
    for (const each of names.split(" ").map((one) => one.split("=")[0] ?? "")) expect(each === "NODE_ENV" || known.has(each)).toBe(true);
});

test("what it reads while it runs is in it: files beside the bundle", () => {
  const brought = copies.filter(({ from, to }) => from || to === "./" || to?.startsWith("src/")).flatMap(({ what }) => what);
  expect(brought).toEqual(
    expect.arrayContaining([
      "/app/node_modules",
      "/app/dist",
      "src/imports/sample",
      "src/nlu/vectors",
      "src/nlu/classifier/weights.bin",
      "src/nlu/everyday-words.txt",
      "package.json",
    ]),
  );
});

test("compose starts it with nothing to write to, no rights, and settings that there are", () => {
  expect(waymark).toMatchObject({ read_only: true, cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"], restart: "unless-stopped" });
  expect(Object.keys(waymark.environment).filter((name) => !known.has(name))).toEqual([]);
  expect(Number.parseInt(waymark.stop_grace_period, 10)).toBeGreaterThan(10);
  expect(waymark.depends_on.mongodb.condition).toBe("service_healthy");
});

test("compose lets nobody from outside at the database or the metrics", () => {
  expect(waymark.ports).toEqual(["127.0.0.1:3978:3978"]);
  expect(waymark.environment.PORT).toBe("3978");
  expect(mongodb).not.toHaveProperty("ports");
  expect(mongodb.image).toMatch(/^mongo:8\.0@sha256:[0-9a-f]{64}$/);
  expect(mongodb.volumes).toEqual(["mongodb:/data/db"]);
  expect(compose.volumes).toHaveProperty("mongodb");
});

test("compose gives the bot a database user of its own, who may read and write its database and nothing else; no password is in the file", () => {
  const made: unknown[] = [];
  const db = { getSiblingDB: (name: string) => ({ createUser: (user: object) => made.push({ name, ...user }) }) };
  runInNewContext(compose.configs["bot-user"].content, { db, process: { env: { WAYMARK_PASSWORD: "secret" } } });
  expect(made).toEqual([{ name: "waymark", user: "waymark", pwd: "secret", roles: ["readWrite"] }]);
  expect(mongodb.configs).toEqual([{ source: "bot-user", target: expect.stringMatching(/^\/docker-entrypoint-initdb\.d\/.+\.js$/) }]);

  const { MONGO_INITDB_ROOT_USERNAME: root, MONGO_INITDB_ROOT_PASSWORD: rootPassword, WAYMARK_PASSWORD: password } = mongodb.environment;
  expect([rootPassword, password]).toEqual([expect.stringMatching(/^\$\{MONGODB_ROOT_PASSWORD:\?/), expect.stringMatching(/^\$\{MONGODB_PASSWORD:\?/)]);
  expect(waymark.environment.MONGODB_URI).toContain(password);
  const uri = new URL(waymark.environment.MONGODB_URI.replace(password, "secret"));
  expect([uri.protocol, uri.username, uri.hostname, uri.pathname, uri.search]).toEqual(["mongodb:", "waymark", "mongodb", "/waymark", "?authSource=waymark"]);
  expect(root).not.toBe(uri.username);
});
