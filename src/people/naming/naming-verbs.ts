import { FormData } from "../../forms/index.js";
import { type Verb, verb } from "../../shared/verb.js";
import type { Moment } from "../moment.js";
import { handOverVerb, pressHandOver } from "./hand-over.js";
import { type ManagerParts, makeManager, pressManager, removeManager } from "./manager-form.js";
import { type NamingParts, nameVerb, pressName } from "./name-form.js";

import { pressWhoIsWho, turnWhoIsWho, whoIsWhoPageVerb, whoIsWhoVerb } from "./who-is-who.js";

/** What the buttons of this folder's cards have done. */
export const namingVerbs = (parts: NamingParts & ManagerParts): Verb<Moment>[] => [
  verb({ name: nameVerb, data: FormData, run: (data, moment: Moment) => pressName(parts, data, moment) }),
  verb({ name: whoIsWhoVerb, data: FormData, run: (data, moment: Moment) => pressWhoIsWho(parts, data, moment) }),
  verb({ name: whoIsWhoPageVerb, data: FormData, run: (data, moment: Moment) => turnWhoIsWho(parts, data, moment) }),
  verb({ name: handOverVerb, data: FormData, run: (data, moment: Moment) => pressHandOver(parts, data, moment) }),
  ...([makeManager, removeManager] as const).map((name) =>
    verb({ name, data: FormData, run: (data, moment: Moment) => pressManager(parts, name, data, moment) }),
  ),
];
