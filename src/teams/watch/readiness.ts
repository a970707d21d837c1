import type { Reply } from "../server.js";

/** What has to be there before turns can be answered well. */
export interface Needs {
  /** Rejects when the database does not answer. */
  database(): Promise<unknown>;
  /** Whether there are keys to check tokens with; absent where nothing is signed. */
  keys?(): boolean;
  /** When the last pass of the reminders was, an instant; nothing before the first. Absent where reminders are off. */
  lastPass?(): Promise<Date | undefined>;
  /** This server runs no passes; somebody else may. */
  passesElsewhere?: boolean;
}

const WITHIN_MS = 1_500;

/** 200 when turns can be answered, else 503, and which part it is. When the last pass was is told; it is no reason to send people elsewhere. */
export const readiness = async ({ database, keys, ...needs }: Needs): Promise<Reply> => {
  const [kept, passed] = await Promise.all([isThere(database), reminders(needs)]);
  const signed = keys ? keys() : true;
  const ready = kept && signed;
  const body = {
    status: ready ? "ready" : "not ready",
    database: kept ? "ok" : "does not answer",
    keys: keys ? (signed ? "ok" : "none") : "not needed",
    reminders: passed,
  };
  return { status: ready ? 200 : 503, body };
};

const isThere = (part: () => Promise<unknown>): Promise<boolean> =>
  soon(part).then(
    () => true,
    () => false,
  );

/** How the reminders go, for /health and /ready: told, and no reason to restart or to send people elsewhere. */
export const reminders = async ({ lastPass, passesElsewhere }: Pick<Needs, "lastPass" | "passesElsewhere">) => {
  if (!lastPass) return { status: "off" };
  try {
    const at = await soon(lastPass);
    if (!at) return { status: passesElsewhere ? "off" : "no pass yet" };
    return { status: passesElsewhere ? "run from outside" : "on", lastPass: at.toISOString() };
  } catch {
    return { status: "unknown" };
  }
};

const soon = async <T>(part: () => Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const timeOut = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, WITHIN_MS, new Error("no answer"));
  });
  return Promise.race([part(), timeOut]).finally(() => clearTimeout(timer));
};
