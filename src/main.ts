/** Command line and composition root: settings -> storage -> features -> Teams. With features.ts the only file that builds things. */
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Command } from "commander";
import { askCommand } from "./command-line/ask-command.js";
import { changesCommands } from "./command-line/changes-commands.js";
import { dataCommands } from "./command-line/data-commands.js";
import { planCommands } from "./command-line/plan-commands.js";
import { remindCommand } from "./command-line/remind-command.js";
import { reportCommand } from "./command-line/report-command.js";
import { whichPlan } from "./command-line/which-plan.js";
import { type Config, environment, readConfig } from "./config.js";
import { finishImport, importSample } from "./imports/index.js";
import { openGreetings, openHeard } from "./people/index.js";
import { calendarOf, type Reminders, startTimer, watchPasses } from "./reminders/index.js";
import { UserFacingError } from "./shared/errors.js";
import { faultOf } from "./shared/fault.js";
import { endOnBugs, hushLibraries } from "./shared/last-words.js";
import { createLogger, type Logger } from "./shared/logger.js";
import { openStorage, type Storage, storable } from "./storage/index.js";
import type { Registration, RunningServer, TeamsOptions } from "./teams/index.js";
import { bringForward, migrations } from "./upkeep/index.js";

const openAsItIs = (config: Config, log = createLogger(config.LOG_LEVEL)) =>
  openStorage({ mongodbUri: config.MONGODB_URI, folder: config.DATA_DIR, onRenewed: () => log.warn("connections to the database made anew") });

/** What every command but those on the data itself sees: documents of the latest layout. */
const openStorageFor = async (config: Config): Promise<Storage> => {
  const log = createLogger(config.LOG_LEVEL);
  const storage = await openAsItIs(config, log);
  await bringForward(storage, migrations, (about, version) => log.info({ about, version }, "data brought forward")).catch(async (error: unknown) => {
    await storage.close();
    throw error;
  });
  return storage;
};

/** Opened, and what an import or a crash cut short ended, before anybody is answered. */
const openWhole = async (config: Config, log = createLogger(config.LOG_LEVEL)) => {
  // Loaded here, so that the commands on a plan start without what understands questions.
  const { openFeatures } = await import("./features.js");
  const storage = await openStorageFor(config);
  const calendar = calendarOf({ nation: config.BANK_HOLIDAYS, closed: config.CLOSURE_DAYS, open: config.OPEN_DAYS });
  const features = await openFeatures({ storage, managers: config.MANAGERS, calendar, usualHour: config.REMINDERS_AT, log });
  await finishImport(features);
  await features.settle();
  return { storage, ...features };
};

const openDeskAlone = async (called?: string) => {
  const { storage, desk, ...features } = await openWhole(readConfig());
  await importSample(features, new Date());
  return { ...(await whichPlan(features.plans, storage, called)), desk };
};

/** The record of a plan, for whoever takes it out. */
const openRecordAlone = async (called?: string) => {
  const { storage, plans, trail } = await openWhole(readConfig());
  return { ...(await whichPlan(plans, storage, called)), trail };
};

/** Reminders alone; with the channel's sender where they are to go out. */
const openRemindersAlone = async (sends: boolean) => {
  const config = readConfig();
  const log = createLogger(config.LOG_LEVEL);
  const { storage, messages, reminders } = await openWhole(config, log);
  const sender = sends ? (await import("./teams/index.js")).openSender({ registration: registrationOf(config) }) : undefined;
  if (sender) messages.via(sender.send);
  const reached = async (emails: string[]) => new Set((await messages.places(emails)).keys());
  const close = async () => {
    await sender?.close();
    await storage.close();
  };
  return { reminders, reached, close };
};

/** `client`: what the chat client of `start` cannot do; see TeamsOptions. */
const openBot = async (config: Config, log: Logger, client: Pick<TeamsOptions, "refreshes" | "besideFiles"> = {}) => {
  const features = await openWhole(config, log);
  const { storage, directory, messages, desk, reminders } = features;
  await importSample(features, new Date());
  // Before the port is open: on a large plan nothing else would be answered meanwhile, and whoever looks after the process would end it.
  await desk.warm().catch((error: unknown) => log.warn({ fault: faultOf(error) }, "the first question will be slow"));
  // Loaded here, so that the commands that need no Teams start without its SDKs.
  const { startTeams } = await import("./teams/index.js");
  const registration = registrationOf(config);
  const alive = () => storage.ping();
  const metricsAt = config.METRICS_PORT ? { port: config.METRICS_PORT, host: config.METRICS_HOST } : undefined;
  const reminding = config.REMINDERS === "on";
  const passes = { lastPass: () => passedAt(reminders), passesElsewhere: !reminding };
  const channel = { greetings: openGreetings(storage), heard: openHeard(storage), ...client };
  const parts = { registration, desk, directory, messages, ...channel, alive, metricsAt, log, ...passes };
  const listening = await startTeams({ port: config.PORT, ...parts }).catch(async (error: unknown) => {
    await storage.close();
    throw error;
  });
  const timer = reminding ? startTimer(reminders, log) : watchPasses(reminders, log);
  const server = { port: listening.port, close: async () => void (await Promise.all([timer.stop(), listening.close()])) };
  return { registration, server, storage, managers: features.managers };
};

/**
 * Half of what lives is room enough for a bot to work in; as it comes, V8 lets several times as much pile up before it clears. And
 * pages that are half empty are made whole each time: without it they grow in number for as long as there is work (1.6 MB a minute at 50 turns a second).
 */
const stayLean = (): void => ["--heap-growing-percent=50", "--compact-on-every-full-gc"].forEach(setFlagsFromString);

const passedAt = async (reminders: Reminders): Promise<Date | undefined> => {
  const pass = await reminders.lastPass();
  return pass && new Date(pass.at);
};

const serve = async (): Promise<void> => {
  stayLean();
  const config = readConfig();
  const log = createLogger(config.LOG_LEVEL);
  hushLibraries(log);
  const { server, storage, registration, managers } = await openBot(config, log);
  log.info({ port: server.port, storage: storage.kind, registered: registration !== undefined }, "listening");
  say(`Waymark listens on ${addressOf(server)}`);
  if (!registration) say("There is no bot registration, so only programs on this machine can reach it.");
  if ((await managers.all()).length === 0) {
    log.warn("no managers");
    say("Nobody is a manager: set MANAGERS to their addresses. Until then nobody can import a plan in the chat, name leads or hear what is overdue.");
  }
  if (storage.kind === "embedded") say(`The database is embedded, in ${config.DATA_DIR}: one process only.`);
  stopOnSignal(async () => {
    await server.close();
    await storage.close();
  });
};

/** Built beside this program; see chat-client/loopback-only.ts. */
const guard = new URL("./loopback-only.js", import.meta.url).href;

const besideFiles =
  'Teams asks here whether the file may go into your OneDrive. This chat client takes no files: stop Waymark and run "npm run -s waymark -- report --out report.docx".';

const start = async (): Promise<void> => {
  const { openChatClient, sampleManager } = await import("./chat-client/index.js");
  const settings = readConfig();
  const config = { ...settings, MANAGERS: settings.MANAGERS.length > 0 ? settings.MANAGERS : [sampleManager] };
  const { server, storage } = await openBot(config, createLogger(config.LOG_LEVEL), { refreshes: false, besideFiles });
  const stop = async (windows: { close(): void }[] = []) => {
    for (const window of windows) window.close();
    await server.close();
    await storage.close();
  };
  const opening = openChatClient({ bot: addressOf(server), guard, folder: join(config.DATA_DIR, "chat-client"), environment: environment() });
  const windows = await opening.catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  stopOnSignal(() => stop(windows));
  say("Waymark is ready. Open one of these in a browser and ask it something, for example: how is 2.3 doing");
  for (const { person, address } of windows) say(`  ${address}   as ${person.name}, ${person.part}`);
  say("Everything stays on this machine. Stop with Ctrl+C.");
};

const registrationOf = (config: Config): Registration | undefined => {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TENANT_ID: tenantId, MICROSOFT_APP_TYPE: type } = config;
  if (!appId) {
    if (!password && type === "SingleTenant") return undefined;
    const given = password ? "MICROSOFT_APP_PASSWORD" : "MICROSOFT_APP_TYPE";
    throw new UserFacingError(`${given} is set, so MICROSOFT_APP_ID and MICROSOFT_APP_TENANT_ID have to be set too.`);
  }
  const managed = type === "UserAssignedMSI";
  if (!tenantId || !(password || managed))
    throw new UserFacingError("MICROSOFT_APP_ID is set, so MICROSOFT_APP_PASSWORD (or a managed identity) and MICROSOFT_APP_TENANT_ID have to be set too.");
  const channel = { serviceHosts: config.SERVICE_HOSTS, fileHosts: config.FILE_HOSTS, issuer: config.CHANNEL_ISSUER, metadataUrl: config.CHANNEL_METADATA };
  return { appId, tenantId, password: managed ? undefined : password, tenants: config.TENANTS, ...channel, loginOrigin: new URL(config.LOGIN_ADDRESS).origin };
};

const addressOf = ({ port }: RunningServer): string => `http://127.0.0.1:${port}/api/messages`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Stops once, in order; a second signal stops at once. */
const stopOnSignal = (stop: () => Promise<void>): void => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          createLogger("error").error({ fault: faultOf(error) }, "could not stop in order");
          process.exit(1);
        },
      );
    });
  }
};

endOnBugs(createLogger("error"));

const program = new Command("waymark").description("Keeps a strategy action plan alive between committee meetings, inside Microsoft Teams");
program.command("start").description("the bot and a chat client on this machine").action(start);
program.command("serve").description("the bot alone, as in production").action(serve);
program.addCommand(askCommand(openDeskAlone));
program.addCommand(reportCommand(openDeskAlone));
program.addCommand(remindCommand(openRemindersAlone));
program.addCommand(changesCommands(openRecordAlone));
program.addCommand(dataCommands({ open: () => openAsItIs(readConfig()), check: storable }));
program.addCommand(planCommands(() => openStorageFor(readConfig())));

program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof UserFacingError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
