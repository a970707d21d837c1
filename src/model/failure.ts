/** How a call to the model failed: a kind, and never what was said. */

export type FailureKind =
  /** No answer within the deadline. */
  | "late"
  /** The server's content filter took the words or the answer. */
  | "filtered"
  /** Too many calls: the server says when the next may come. */
  | "busy"
  /** The server does not know the key, the deployment or the request. */
  | "refused"
  /** No connection, or an error of the server. */
  | "failed"
  /** An answer that is no answer of the API. */
  | "unreadable";

export class ModelFailure extends Error {
  readonly kind: FailureKind;
  readonly retryAfterMs?: number;

  constructor(kind: FailureKind, retryAfterMs?: number) {
    super(`The model gave no answer (${kind})`);
    this.name = "ModelFailure";
    this.kind = kind;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
  }
}
