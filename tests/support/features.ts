/** Everything the bot is made of, over a storage of the test's own, with the settings of nobody in particular. */
import { openFeatures as openAll } from "../../src/features.js";
import { calendarOf, usualHour } from "../../src/reminders/index.js";
import { createLogger } from "../../src/shared/logger.js";
import type { Storage } from "../../src/storage/index.js";

export type { Features } from "../../src/features.js";

export const headOfService = "head.of.service@example.org";

export const openFeatures = (storage: Storage, managers: readonly string[] = [headOfService], log = createLogger("silent")) =>
  openAll({ storage, managers, calendar: calendarOf({ nation: "england" }), usualHour, log });
