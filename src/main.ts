/** Command line and composition root: settings -> storage -> features -> Teams. With features.ts the only file that builds things. */
import { join } from "node:path";
import { Command } from "commander";
import { bringForward, migrations, startSweeping, sweep } from "./backup/index.js";
import { askCommand } from "./cli/ask-command.js";
import { changesCommands } from "./cli/changes-commands.js";
import { dataCommands } from "./cli/data-commands.js";
import { peopleCommands } from "./cli/people-commands.js";
import { planCommands } from "./cli/plan-commands.js";
import { remindCommand } from "./cli/remind-command.js";
import { reportCommand } from "./cli/report-command.js";
import { statusCommand } from "./cli/status-command.js";
import { whichPlan } from "./cli/which-plan.js";
import { type Config, environment, readConfig, registrationOf } from "./config.js";
import { finishImport, importSample } from "./imports/index.js";
import { setUpModel } from "./model/set-up.js";
import { openDeliveryLog, openGreetings } from "./people/index.js";
import { calendarOf, type Reminders, startTimer, watchPasses } from "./reminders/index.js";
import { UserFacingError } from "./shared/errors.js";
import { faultOf } from "./shared/fault.js";
import { stayLean } from "./shared/lean-heap.js";
import { createLogger, type Logger } from "./shared/logger.js";
import { endOnBugs, hushLibraries, stopOnSignal } from "./shared/process-errors.js";
import { openStorage, rewriteFiles, type Storage, type StorageOptions, storable } from "./storage/index.js";
import type { RunningServer, TeamsOptions } from "./teams/index.js";

type Opening = Pick<StorageOptions, "log" | "setDamagedAside" | "waitAtStartMs">;

const openAsItIs = (config: Config, { log = createLogger(config.LOG_LEVEL), ...options }: Opening = {}) =>
  openStorage({ mongodbUri: config.MONGODB_URI, folder: config.DATA_DIR, log, ...options });

/** Gives what `work` makes of the storage, which is closed when that fails: another process need not wait for it. */
const closedOnFailure = async <R>(storage: Storage, work: () => Promise<R>): Promise<R> =>
  work().catch(async (error: unknown) => {
    await storage.close();
    throw error;
  });

/** What every command but those on the data itself sees: documents of the latest layout. */
const openStorageFor = async (config: Config, opening: Opening = {}): Promise<Storage> => {
  const log = opening.log ?? createLogger(config.LOG_LEVEL);
  const storage = await openAsItIs(config, opening);
  await closedOnFailure(storage, () => bringForward(storage, migrations, (about, version) => log.info({ about, version }, "data brought forward")));
  return storage;
};

/** Opened, and what an import or a crash cut short ended, before anybody is answered. */
const openWhole = async (config: Config, opening: Opening = {}) => {
  const { log = createLogger(config.LOG_LEVEL) } = opening;
  // Loaded here, so that the commands on a plan start without what understands questions.
  const [{ openFeatures }, { readTemplate }] = await Promise.all([import("./features.js"), import("./reports/index.js")]);
  const reportTemplate = config.REPORT_TEMPLATE === undefined ? undefined : await readTemplate(config.REPORT_TEMPLATE);
  const storage = await openStorageFor(config, opening);
  const calendar = calendarOf({ nation: config.BANK_HOLIDAYS, closed: config.CLOSURE_DAYS, open: config.OPEN_DAYS });
  return closedOnFailure(storage, async () => {
    const features = await openFeatures({
      storage,
      managers: config.MANAGERS,
      calendar,
      usualHour: config.REMINDERS_AT,
      unansweredDays: config.KEEP_UNANSWERED_DAYS,
      reportTemplate,
      log,
    });
    await finishImport(features);
    await features.settle();
    return { storage, ...features };
  });
};

/** The language model that the settings name, if they name one. */
const openModelOf = (config: Config, storage: Storage, log: Logger) =>
  setUpModel(config, {
    ...{ storage, log, identity: registrationOf(config) },
    tokensFor: async (identity, resource) => (await import("./teams/index.js")).openTokens(identity, resource),
  });

const openAssistantAlone = async (called?: string) => {
  const { storage, assistant, ...features } = await openWhole(readConfig());
  await importSample(features, new Date());
  return { ...(await whichPlan(features.plans, storage, called)), assistant };
};

/** The same with the model, where there is one. */
const openAssistantWithModel = async (called?: string) => {
  const config = readConfig();
  const { storage, assistant, ...features } = await openWhole(config);
  const helper = await closedOnFailure(storage, async () => {
    await importSample(features, new Date());
    return openModelOf(config, storage, createLogger(config.LOG_LEVEL));
  });
  const { known, close } = await whichPlan(features.plans, storage, called);
  return { known, assistant, model: helper?.model, close: async () => void (await Promise.all([close(), helper?.close()])) };
};

/** The record of a plan, for whoever takes it out. */
const openRecordAlone = async (called?: string) => {
  const { storage, plans, auditLog } = await openWhole(readConfig());
  return { ...(await whichPlan(plans, storage, called)), auditLog };
};

/** What says how the plan stands. */
const openStatusAlone = async (called?: string) => {
  const { storage, sources, ...features } = await openWhole(readConfig());
  await importSample(features, new Date());
  return { ...(await whichPlan(features.plans, storage, called)), parts: sources };
};

/** Reminders alone; with the channel's sender where they are to go out. */
const openRemindersAlone = async (sends: boolean) => {
  const config = readConfig();
  const log = createLogger(config.LOG_LEVEL);
  const { storage, messages, reminders } = await openWhole(config, { log });
  const sender = sends ? (await import("./teams/index.js")).openSender({ registration: registrationOf(config) }) : undefined;
  if (sender) messages.via(sender.send);
  const reached = async (emails: string[]) => new Set((await messages.places(emails)).keys());
  const close = async () => {
    await sender?.close();
    await storage.close();
  };
  return { reminders, reached, close };
};

interface BotOpening extends Opening {
  log: Logger;
  /** What the chat client of `start` cannot do; see TeamsOptions. */
  client?: Pick<TeamsOptions, "refreshes" | "besideFiles">;
}

const openBot = async (config: Config, { client, ...opening }: BotOpening) => {
  const { log } = opening;
  const features = await openWhole(config, opening);
  const { storage, directory, messages, assistant, reminders } = features;
  const registration = registrationOf(config);
  const reminding = config.REMINDERS === "on";
  const helper = await closedOnFailure(storage, () => openModelOf(config, storage, log));
  const listening = await closedOnFailure(storage, async () => {
    await importSample(features, new Date());
    // Before the port is open: on a large plan nothing else would be answered meanwhile, and whoever looks after the process would end it.
    await assistant.warm().catch((error: unknown) => log.warn({ fault: faultOf(error) }, "the first question will be slow"));
    // Loaded here, so that the commands that need no Teams start without its SDKs.
    const { startTeams } = await import("./teams/index.js");
    const alive = () => storage.ping();
    const metricsAt = config.METRICS_PORT ? { port: config.METRICS_PORT, host: config.METRICS_HOST } : undefined;
    const passes = { lastPass: () => passedAt(reminders), passesElsewhere: !reminding };
    const channel = { greetings: openGreetings(storage), heard: openDeliveryLog(storage), ...client };
    return startTeams({ port: config.PORT, registration, assistant, model: helper?.model, directory, messages, ...channel, alive, metricsAt, log, ...passes });
  });
  const timer = reminding ? startTimer(reminders, log) : watchPasses(reminders, log);
  const keep = { sent: config.KEEP_SENT_DAYS, people: config.KEEP_PEOPLE_DAYS };
  const stopSweeping = startSweeping(async (now) => {
    await assistant.forgetOld(now);
    await sweep(storage, keep, now);
  }, log);
  const server = { port: listening.port, close: async () => void (await Promise.all([timer.stop(), stopSweeping(), listening.close(), helper?.close()])) };
  return { registration, server, storage, managers: features.managers };
};

const passedAt = async (reminders: Reminders): Promise<Date | undefined> => {
  const pass = await reminders.lastPass();
  return pass && new Date(pass.at);
};

const serve = async ({ setDamagedAside }: Opening): Promise<void> => {
  const config = readConfig();
  const log = createLogger(config.LOG_LEVEL);
  hushLibraries(log);
  const { server, storage, registration, managers } = await openBot(config, { log, setDamagedAside, waitAtStartMs: 120_000 });
  // Not before: what is loaded stays, and looking through it again and again takes longer than loading it.
  stayLean();
  log.info({ port: server.port, storage: storage.kind, registered: registration !== undefined }, "listening");
  say(`Waymark listens on ${addressOf(server)}`);
  if (!registration) say("There is no bot registration, so only programs on this machine can reach it.");
  if ((await managers.all()).length === 0) {
    log.warn("no managers");
    say("Nobody is a manager: set MANAGERS to their addresses. Until then nobody can import a plan in the chat, name leads or hear what is overdue.");
  }
  if (storage.kind === "embedded") say(`The database is embedded, in ${config.DATA_DIR}: one process only.`);
  stopOnSignal(log, async () => {
    await server.close();
    await storage.close();
  });
};

/** Built beside this program; see chat-client/loopback-only.ts. */
const guard = new URL("./loopback-only.js", import.meta.url).href;

const besideFiles =
  'Teams asks here whether the file may go into your OneDrive. This chat client takes no files: stop Waymark and run "npm run -s waymark -- report --out report.docx".';

const start = async ({ setDamagedAside }: Opening): Promise<void> => {
  const { openChatClient, sampleManager } = await import("./chat-client/index.js");
  const settings = readConfig();
  const log = createLogger(settings.LOG_LEVEL);
  const config = { ...settings, MANAGERS: settings.MANAGERS.length > 0 ? settings.MANAGERS : [sampleManager] };
  say("Opening the plan and starting the bot ...");
  const { server, storage } = await openBot(config, { log, setDamagedAside, client: { refreshes: false, besideFiles } });
  say("Starting the chat client ...");
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
  stopOnSignal(log, () => stop(windows));
  say("Waymark is ready. Open one of these in a browser and ask it something, for example: how is 2.3 doing");
  for (const { person, address } of windows) say(`  ${address}   as ${person.name}, ${person.part}`);
  say("Everything stays on this machine. Stop with Ctrl+C.");
};

const addressOf = ({ port }: RunningServer): string => `http://127.0.0.1:${port}/api/messages`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

endOnBugs(createLogger("error"));

const program = new Command("waymark").description("Keeps a strategy action plan alive between committee meetings, inside Microsoft Teams");
const aside = ["--set-damaged-aside", "go on with what can be read of damaged files of the embedded database, and keep them whole under another name"] as const;
program
  .command("start")
  .description("the bot and a chat client on this machine")
  .option(...aside)
  .action(start);
program
  .command("serve")
  .description("the bot alone, as in production")
  .option(...aside)
  .action(serve);
program.addCommand(askCommand((called, withModel) => (withModel ? openAssistantWithModel(called) : openAssistantAlone(called))));
program.addCommand(reportCommand(openAssistantAlone));
program.addCommand(statusCommand(openStatusAlone));
program.addCommand(remindCommand(openRemindersAlone));
program.addCommand(changesCommands(openRecordAlone));
program.addCommand(dataCommands({ open: (options) => openAsItIs(readConfig(), options), check: storable }));
program.addCommand(
  peopleCommands({
    open: () => openStorageFor(readConfig()),
    rewrite: async () => {
      const { MONGODB_URI, DATA_DIR } = readConfig();
      if (!MONGODB_URI) await rewriteFiles(DATA_DIR);
    },
    managers: () => readConfig().MANAGERS,
  }),
);
program.addCommand(planCommands(() => openStorageFor(readConfig())));

program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof UserFacingError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
