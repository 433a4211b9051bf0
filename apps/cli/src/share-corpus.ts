import type { TokenCorpus } from "@corpulse/tokens";

function shared<T extends Int32Array | Uint32Array>(column: T): T {
  if (column.buffer instanceof SharedArrayBuffer) return column;
  const Column = column.constructor as new (buffer: SharedArrayBuffer) => T;
  const copy = new Column(new SharedArrayBuffer(column.byteLength));
  copy.set(column);
  return copy;
}

/** A corpus with its columns in memory that all threads read. */
export function shareCorpus(corpus: TokenCorpus): TokenCorpus {
  const { tokens, offsets, fingerprints } = corpus;
  return { ...corpus, tokens: shared(tokens), offsets: shared(offsets), fingerprints: shared(fingerprints) };
}
