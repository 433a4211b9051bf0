import type { Host } from "../run.ts";

/** Standard input, which Node opens when it is first looked at: here when it is read, as most runs read files only. */
export function stdinOf(host: Host): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => host.stdin[Symbol.asyncIterator]() };
}
