import { tenantId } from "./teams.js";

export interface Sender {
  id: string;
  name: string;
  aadObjectId: string;
}

/** What every activity of a person's own chat carries, for programs that make many: the rest is spread over it. `at` is an instant (ISO 8601). */
export const personalActivity = (who: Sender, { id, serviceUrl, at }: { id: string; serviceUrl: string; at: string }) => ({
  id,
  timestamp: at,
  localTimestamp: at,
  localTimezone: "Europe/London",
  locale: "en-GB",
  channelId: "msteams",
  serviceUrl,
  from: { id: who.id, name: who.name, aadObjectId: who.aadObjectId },
  recipient: { id: "28:bot", name: "Bot" },
  conversation: { id: `a:${who.aadObjectId}`, conversationType: "personal", tenantId },
  channelData: { tenant: { id: tenantId } },
  entities: [{ type: "clientInfo", locale: "en-GB", country: "GB", platform: "Windows", timezone: "Europe/London" }],
});
