/** fetch that follows no redirects, which would take the key elsewhere, and takes no more than so much of an answer. */

export class TooLong extends Error {
  override name = "TooLong";
}

/** A fetch that gives up on a reply of more bytes than a model's answer has. */
export const boundedFetch =
  (mostBytes: number): typeof fetch =>
  async (address, init) => {
    const sent = new Headers(init?.headers);
    // fetch counts the body itself; with two counts the connections of another undici in this process refuse the request.
    sent.delete("content-length");
    const response = await fetch(address, { ...init, headers: sent, redirect: "error" });
    const body = await bytesOf(response, mostBytes);
    const { status, statusText, headers } = response;
    const kept = new Headers(headers);
    // The body is plain by now.
    for (const name of ["content-encoding", "content-length"]) kept.delete(name);
    return new Response(body, { status, statusText, headers: kept });
  };

async function bytesOf({ body }: Response, mostBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!body) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > mostBytes) {
      await reader.cancel();
      throw new TooLong("the answer is too long");
    }
    chunks.push(next.value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
