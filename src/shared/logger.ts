import { pino } from "pino";

export type Logger = Pick<import("pino").Logger, "debug" | "info" | "warn" | "error"> & { child(fields: Record<string, unknown>): Logger };

/** JSON lines on stderr (stdout belongs to what a command was asked to print). Fixed messages, variables as fields; never message text, figures, names or tokens. */
export const createLogger = (level: string): Logger => pino({ level, base: undefined }, pino.destination({ dest: 2, sync: true }));
