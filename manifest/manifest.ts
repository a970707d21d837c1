/** The Teams app manifest: where Waymark may be used, what its menus offer, and the search that is part of writing a message. */
import { personalCommands, sharedCommands, starters } from "./commands.js";
import type { Settings } from "./settings.js";

/** The newest schema that Microsoft's own validator knows. Nothing newer than `oldestSchema` is used, so that an older tenant can be given that one. */
export const newestSchema = "1.30";
export const oldestSchema = "1.19";

/** The first schema in which an agent of Copilot's says something of itself, and the first in which a command can be a prompt. */
export const oldestCopilotSchema = "1.22";
const oldestPromptSchema = "1.27";
const MOST_STARTERS = 6;

/** The one command of the message extension; src/teams answers it. */
export const searchCommand = "searchPlan";

const about = {
  short: "Ask how the strategy action plan is doing, and keep it up to date",
  full: [
    "Waymark keeps a strategy action plan alive between committee meetings.",
    "Ask it in your own words how a priority is doing, what is due or overdue, who leads what, what the figures say and what is missing. Every answer has its date, its sources and its gaps.",
    "Report figures and say how your actions stand on cards in the chat: nothing is saved before you press the button, and every change is kept with who, when, from what and to what.",
    "Search the plan while you write a message, and put its card into the conversation.",
  ].join("\n\n"),
};

const search = {
  id: searchCommand,
  type: "query",
  title: "Search the plan",
  description: "Find a priority, an action or a measure and put its card into your message",
  initialRun: true,
  context: ["compose", "commandBox"],
  parameters: [{ name: "words", title: "Words or a number", description: "Such as carbon, school visits or 2.3.1", inputType: "text" }],
};

const disclaimer = [
  "Waymark answers from your organisation's action plan and from nothing else; it gives its sources and what is missing.",
  "It keeps the plan, figures, statuses and who changed them, and for up to 12 hours what you asked last, so that you can follow up.",
  "Nothing is changed before you press a button. Reminders and report files come in Teams only.",
].join(" ");

const minorOf = (schema: string): number => Number(schema.split(".")[1]);

/** `copilot`: it is an agent in Microsoft 365 Copilot too. */
export function manifestOf(settings: Settings, version: string, schema = newestSchema, { copilot = false } = {}) {
  const { botId, appId, host, organisation, website, privacy, terms } = settings;
  const asPrompts = minorOf(schema) >= minorOf(oldestPromptSchema);
  const inCopilot = asPrompts ? starters(MOST_STARTERS) : personalCommands.slice(0, MOST_STARTERS);
  return {
    $schema: `https://developer.microsoft.com/en-us/json-schemas/teams/v${schema}/MicrosoftTeams.schema.json`,
    manifestVersion: schema,
    version,
    id: appId,
    developer: { name: organisation, websiteUrl: website, privacyUrl: privacy, termsOfUseUrl: terms },
    name: { short: "Waymark", full: "Waymark, the strategy action plan in Teams" },
    description: about,
    icons: { color: "color.png", outline: "outline.png" },
    accentColor: "#1D5B50",
    bots: [
      {
        botId,
        scopes: ["personal", "team", "groupChat", ...(copilot ? ["copilot"] : [])],
        supportsFiles: true,
        isNotificationOnly: false,
        commandLists: [
          { scopes: ["personal"], commands: personalCommands },
          { scopes: ["team", "groupChat"], commands: sharedCommands },
          ...(copilot ? [{ scopes: ["copilot"], commands: inCopilot }] : []),
        ],
      },
    ],
    composeExtensions: [{ botId, commands: [search] }],
    permissions: ["identity", "messageTeamMembers"],
    validDomains: [host],
    defaultInstallScope: "personal",
    defaultGroupCapability: { team: "bot", groupchat: "bot" },
    ...(copilot && { copilotAgents: { customEngineAgents: [{ id: botId, type: "bot", disclaimer: { text: disclaimer } }] } }),
  };
}
