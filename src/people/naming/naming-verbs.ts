import { FormData } from "../../forms/index.js";
import { type Verb, verb } from "../../shared/verb.js";
import type { RequestContext } from "../request-context.js";
import { handOverVerb, pressHandOver } from "./hand-over.js";
import { type ManagerParts, makeManager, pressManager, removeManager } from "./manager-form.js";
import { type NamingParts, nameVerb, pressName } from "./name-form.js";

import { pressWhoIsWho, turnWhoIsWho, whoIsWhoPageVerb, whoIsWhoVerb } from "./who-is-who.js";

/** What the buttons of this folder's cards have done. */
export const namingVerbs = (parts: NamingParts & ManagerParts): Verb<RequestContext>[] => [
  verb({ name: nameVerb, data: FormData, run: (data, context: RequestContext) => pressName(parts, data, context) }),
  verb({ name: whoIsWhoVerb, data: FormData, run: (data, context: RequestContext) => pressWhoIsWho(parts, data, context) }),
  verb({ name: whoIsWhoPageVerb, data: FormData, run: (data, context: RequestContext) => turnWhoIsWho(parts, data, context) }),
  verb({ name: handOverVerb, data: FormData, run: (data, context: RequestContext) => pressHandOver(parts, data, context) }),
  ...([makeManager, removeManager] as const).map((name) =>
    verb({ name, data: FormData, run: (data, context: RequestContext) => pressManager(parts, name, data, context) }),
  ),
];
