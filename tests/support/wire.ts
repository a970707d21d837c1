/** Messages of MongoDB's wire protocol, as far as relays look at them. */

export interface WireMessage {
  id: number;
  responseTo: number;
  /** Of the command; nothing for what is no OP_MSG. */
  name?: string;
  bytes: Buffer;
}

const messageOpcode = 2013;
const upkeep = new Set(["hello", "ismaster", "isMaster", "endSessions"]);

/** Whether the driver asks it by itself. */
export const isUpkeep = (name: string): boolean => upkeep.has(name);

/** Takes what comes over a connection, in whatever pieces, and gives each message whole. */
export function messagesIn(take: (message: WireMessage) => void): (data: Buffer) => void {
  let waiting = Buffer.alloc(0);
  return (data) => {
    waiting = Buffer.concat([waiting, data]);
    while (waiting.length >= 4 && waiting.length >= waiting.readInt32LE(0)) {
      const bytes = waiting.subarray(0, waiting.readInt32LE(0));
      waiting = waiting.subarray(bytes.length);
      take({ id: bytes.readInt32LE(4), responseTo: bytes.readInt32LE(8), name: commandOf(bytes), bytes });
    }
  };
}

/** Header of 16 bytes, flags of 4, the kind of the first section (0: one document), the document's length, the type of its first value, then its name. */
function commandOf(message: Buffer): string | undefined {
  if (message.readInt32LE(12) !== messageOpcode) return undefined;
  const name = 16 + 4 + 1 + 4 + 1;
  return message.toString("utf8", name, message.indexOf(0, name));
}
