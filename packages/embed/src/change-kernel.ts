import type { SharedMemory, TokenCorpus } from "@corpulse/tokens";
import { type ChangeLists, changeLists, lastBatch } from "./change-lists.ts";
import { BLOCK, kernelLayout, kernelMemory, type KernelSize } from "./kernel-memory.ts";
import { loadSharedKernel, type SharedKernelExports } from "./load-kernel.ts";
import { kernelOver, type RowKernel } from "./row-kernel.ts";

/** What rows are added up with where they can begin with those of other documents. */
export interface ChangeKernel extends RowKernel {
  readonly lists: ChangeLists;
  readonly exports: SharedKernelExports;
  /**
   * Lists what is to be added for the documents from one up to another, and gives the first one that is not listed: where a list is
   * full, or one that is too large.
   */
  readonly listChanges: (document: number, last: number) => number;
  /** Adds up what is listed. */
  readonly addChanges: () => void;
  /** Makes rows of length 1 of sums. */
  readonly scaleSums: (from: number, to: number) => void;
}

/** The kernel for a corpus, of whose vectors `lent` are not kept; `null` where the memory cannot hold all of it. */
export function changeKernel(
  corpus: TokenCorpus,
  { lent, ...size }: KernelSize & { readonly lent: number },
  memory: SharedMemory,
): ChangeKernel | null {
  const layout = kernelLayout(size);
  if (layout.stride !== size.dimensions || !memory.holds(corpus.tokens)) return null;
  const exports = loadSharedKernel(memory);
  if (exports === null) return null;
  const { buffer, byteOffset } = memory.take(layout.bytes);
  const held = kernelMemory(buffer, byteOffset, layout);
  const lists = changeLists(corpus, held, { ...size, lent }, memory);
  if (lists === null) return null;
  const { plan, rows, places, weights, batches } = lists;
  const rowBytes = layout.stride * Float32Array.BYTES_PER_ELEMENT;
  return {
    ...kernelOver(exports, held),
    lists,
    exports,
    listChanges: (document, last) => exports.listChanges(plan.byteOffset, document, last),
    addChanges() {
      const words = [places.byteOffset, weights.byteOffset, batches.byteOffset, lastBatch(lists)] as const;
      for (let block = 0; block < layout.stride / BLOCK; block++) {
        exports.addChanges(block * BLOCK * 4, held.table.byteOffset + block * layout.blockBytes, ...words);
      }
    },
    scaleSums: (from, to) =>
      exports.scaleSums(rows.byteOffset + from * rowBytes, rows.byteOffset + to * rowBytes, rowBytes),
  };
}
