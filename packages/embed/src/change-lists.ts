import { int32, longestDocument, type SharedMemory, type TokenCorpus } from "@corpulse/tokens";
import { frequencyWeight } from "./frequency-weight.ts";
import type { KernelMemory } from "./kernel-memory.ts";
import { WORD } from "./word-vectors.ts";

/** The kernel counts words in 16 bits: longer documents are left out. */
const MOST_TOKENS = 0xffff;

/** Windows of tokens are looked up in a table of a slot for so many tokens, as a power of two, and of so many at least. */
const TOKENS_A_SLOT_LOG = 7;
const LEAST_SLOTS_LOG = 10;

/** Numbers of a word whose vector is not kept: its id, and the address where its place is to be. */
const MISSING = 2;

/** Numbers of a batch: the addresses of its row, of the row to begin with, and of where its words end in `places`. */
const BATCH = 3;

/** Numbers of the plan, which ends with room for four hashes. The kernel knows them too. */
const PLAN = 28;
const [ENDS, PLACES, BATCHES, LACKING, TOO_LARGE, FIRST_BATCH] = [12, 15, 17, 18, 19, 20];

/** How much there is room for. */
export interface ListSize {
  readonly listed: number;
  readonly batches: number;
  /** Words whose vectors are not kept. */
  readonly lent: number;
}

/** What is to be added to earlier rows for others, in a memory that threads share. */
export interface ChangeLists {
  /** What `listChanges` of the kernel is given: where all else is, and where it ends. */
  readonly plan: Int32Array;
  /** Of all documents. */
  readonly rows: Uint8Array;
  /** Whether a row is there as sums, by its document. */
  readonly summed: Uint8Array;
  /** The words of `WordVectors`. */
  readonly words: Int32Array;
  readonly places: Int32Array;
  readonly weights: Uint8Array;
  readonly batches: Int32Array;
  readonly missing: Int32Array;
}

const address = ({ byteOffset }: ArrayBufferView): number => byteOffset;
const endOf = ({ byteOffset, byteLength }: ArrayBufferView): number => byteOffset + byteLength;

function frequencyWeights(memory: SharedMemory, most: number): Uint16Array {
  const { buffer, byteOffset } = memory.take((most + 1) * Uint16Array.BYTES_PER_ELEMENT);
  const weights = new Uint16Array(buffer, byteOffset, most + 1);
  for (let frequency = 1; frequency <= most; frequency++) weights[frequency] = frequencyWeight(frequency);
  return weights;
}

/** Lists beside the memory of a kernel; `null` where not all of them can lie in a memory together with the corpus. */
export function changeLists(
  { tokens, offsets, vocabulary }: TokenCorpus,
  { open, layout }: KernelMemory,
  { listed, batches: most, lent }: ListSize,
  memory: SharedMemory,
): ChangeLists | null {
  const rowBytes = layout.stride * Float32Array.BYTES_PER_ELEMENT;
  const documents = offsets.length - 1;
  const slotsLog = Math.max(LEAST_SLOTS_LOG, 32 - Math.clz32(tokens.length >>> TOKENS_A_SLOT_LOG));
  const counts = int32(memory, vocabulary.length);
  // One more, because every token is written where the next new word would stand.
  const used = int32(memory, vocabulary.length + 1);
  const words = int32(memory, vocabulary.length * WORD);
  const byFrequency = frequencyWeights(memory, Math.min(MOST_TOKENS, longestDocument(offsets)));
  const slots = int32(memory, 2 ** slotsLog);
  const summed = memory.take(documents);
  const rows = memory.take(documents * rowBytes);
  const places = int32(memory, listed);
  const weights = memory.take(listed * Int16Array.BYTES_PER_ELEMENT);
  const batches = int32(memory, most * BATCH);
  const missing = int32(memory, lent * MISSING);
  const plan = int32(memory, PLAN);
  const read = [tokens, offsets, counts, used, words, byFrequency, slots];
  const lists = [places, weights, batches, missing];
  if (!memory.holds(...read, summed, rows, open, ...lists, plan)) return null;
  plan.set([...read.map(address), 32 - slotsLog, address(summed), address(rows), rowBytes, address(open)]);
  plan.set([places, batches, missing].map(endOf), ENDS);
  plan[FIRST_BATCH] = address(batches);
  const made = { plan, rows, summed, words, places, weights, batches, missing };
  clearLists(made);
  return made;
}

/** Empties the lists. */
export function clearLists({ plan, places, weights, batches, missing }: ChangeLists): void {
  plan.set([places.byteOffset, weights.byteOffset, batches.byteOffset, missing.byteOffset], PLACES);
}

/** Where the batches end. */
export const lastBatch = ({ plan }: ChangeLists): number => plan[BATCHES] >>> 0;

/** Whether the first document that is not listed is too large for any list. */
export const isTooLarge = ({ plan }: ChangeLists): boolean => plan[TOO_LARGE] === 1;

/** Gives all listed words that lack a place one. */
export function fillPlaces({ plan, places, missing }: ChangeLists, placeOf: (id: number) => number): void {
  const end = ((plan[LACKING] >>> 0) - missing.byteOffset) / missing.BYTES_PER_ELEMENT;
  for (let at = 0; at < end; at += MISSING) {
    places[((missing[at + 1] >>> 0) - places.byteOffset) / places.BYTES_PER_ELEMENT] = placeOf(missing[at]);
  }
}
