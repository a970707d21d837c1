import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Document, Storage } from "../storage/port.js";

/** A form that was shown to somebody. Nothing of it is kept until it is used: all that it is stands in its signed id. */
export interface SealedForm {
  /** The key under which whatever it writes counts once. */
  id: string;
  /** The verb that it may be used with. */
  verb: string;
  /** Who it was made for: the channel's id of a person. */
  who: string;
  /** When it was made, an instant (ISO 8601). */
  at: string;
  /** What it is about, in the verb's own shape; plain JSON. */
  about: unknown;
}

export interface Forms {
  /** A new form's signed id, to stand in the data of its buttons. */
  seal(form: Omit<SealedForm, "id">): string;
  /** The form of a signed id; nothing when we did not sign it, or for another verb. */
  open(token: string, verb: string): SealedForm | undefined;
}

/** Longest signed id that is looked at. */
export const mostTokenLength = 6_000;

interface KeyDocument extends Document {
  key: string;
}

/** Signs with a key that is made once and kept in the database, so that every instance and every later start knows its forms. */
export async function openForms(storage: Storage): Promise<Forms> {
  const keys = storage.collection<KeyDocument>("formKeys");
  await keys.insert({ _id: "forms", key: randomBytes(32).toString("base64url") });
  const kept = await keys.get("forms");
  if (!kept) throw new Error("the key of the forms is missing");
  const key = Buffer.from(kept.key, "base64url");
  const sign = (body: string) => createHmac("sha256", key).update(body).digest();
  return {
    seal({ verb, who, at, about }) {
      const body = Buffer.from(JSON.stringify([randomBytes(15).toString("base64url"), verb, who, at, about])).toString("base64url");
      return `${body}.${sign(body).toString("base64url")}`;
    },
    open(token, wanted) {
      const [body = "", signature = "", ...rest] = token.length <= mostTokenLength ? token.split(".") : [];
      const given = Buffer.from(signature, "base64url");
      const right = sign(body);
      if (rest.length || given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
      const [id, verb, who, at, about] = JSON.parse(Buffer.from(body, "base64url").toString()) as [string, string, string, string, unknown];
      return verb === wanted ? { id, verb, who, at, about } : undefined;
    },
  };
}

/** A form older than this asks of a time that is gone. */
const mostAgeMilliseconds = 60 * 86_400_000;

export type FormRefusal = "not ours" | "somebody else's" | "too old";

/** Why a form may not be used now, if so. Whether it was used before is for the verb to say first. */
export function refusalOf(form: SealedForm | undefined, { asker, at }: { asker: { id: string }; at: Date }): FormRefusal | undefined {
  if (!form) return "not ours";
  if (form.who !== asker.id) return "somebody else's";
  return at.getTime() - Date.parse(form.at) > mostAgeMilliseconds ? "too old" : undefined;
}

export const refusalInWords: Record<FormRefusal, string> = {
  "not ours": "This form cannot be used. Nothing was saved.",
  "somebody else's": "This form was made for somebody else, so you cannot use it. Nothing was saved.",
  "too old": "This form is too old to be used. Nothing was saved.",
};

/** "7K3F-9QXM": what people quote of a form that was saved. Always the same for the same form. */
export function receiptNumber(formId: string): string {
  const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const bytes = createHash("sha256").update(formId).digest().subarray(0, 8);
  const text = [...bytes].map((byte) => letters[byte % 32]).join("");
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
