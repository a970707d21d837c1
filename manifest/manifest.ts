/** The Teams app manifest: where Waymark may be used, what its menus offer, and the search that is part of writing a message. */
import { personalCommands, sharedCommands } from "./commands.js";
import type { Settings } from "./settings.js";

/** The newest schema that Microsoft's own validator knows. Nothing newer than `oldestSchema` is used, so that an older tenant can be given that one. */
export const newestSchema = "1.30";
export const oldestSchema = "1.19";

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

export function manifestOf({ botId, appId, host, organisation, website, privacy, terms }: Settings, version: string, schema = newestSchema) {
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
        scopes: ["personal", "team", "groupChat"],
        supportsFiles: true,
        isNotificationOnly: false,
        commandLists: [
          { scopes: ["personal"], commands: personalCommands },
          { scopes: ["team"], commands: sharedCommands },
          { scopes: ["groupChat"], commands: sharedCommands },
        ],
      },
    ],
    composeExtensions: [{ botId, commands: [search] }],
    permissions: ["identity", "messageTeamMembers"],
    validDomains: [host],
    defaultInstallScope: "personal",
    defaultGroupCapability: { team: "bot", groupchat: "bot" },
  };
}
