/** XML read from front to back. Prefixes are dropped, as office files are told apart by their local names; declarations of entities are refused. */
import { SaxesParser } from "saxes";

export interface Tag {
  name: string;
  /** By local name. */
  of: Record<string, string>;
}

export interface Listener {
  open?(tag: Tag): void;
  text?(text: string): void;
  close?(name: string): void;
}

const deepest = 256;

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Throws when it is not well-formed. */
export function readXml(xml: string, { open, text, close }: Listener): void {
  const parser = new SaxesParser();
  let depth = 0;
  const fail = (why: string) => {
    throw new SyntaxError(why);
  };
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => fail("a document type"));
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > deepest) fail("too deep");
    open?.({ name: local(name), of: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value])) });
  });
  parser.on("text", (read) => text?.(read));
  parser.on("cdata", (read) => text?.(read));
  parser.on("closetag", ({ name }) => {
    depth--;
    close?.(local(name));
  });
  parser.write(xml).close();
}
