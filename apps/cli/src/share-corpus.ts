import type { NgramColumn, TokenCorpus } from "@corpulse/tokens";

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

/** A column of n-grams in memory that all threads read. */
export function shareColumn(column: NgramColumn): NgramColumn {
  return { ...column, ids: shared(column.ids), counts: shared(column.counts) };
}
