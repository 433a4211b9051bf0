import type { NgramColumn } from "@corpulse/tokens";
import type { KernelIn } from "./kernel-in.ts";
import { piecesOf } from "./pieces-of.ts";
import { LOOK_UP } from "./read-shared.ts";
import type { SharedNgrams, Threshold } from "./shared-ngrams.ts";

const WORD = Uint32Array.BYTES_PER_ELEMENT;

/** The n-grams that are told apart, in the order of their list. */
function listedIn(frequencies: Uint32Array, { least, room }: Threshold, { functions }: KernelIn): readonly number[] {
  const end = frequencies.byteOffset + frequencies.byteLength;
  const ids: number[] = [];
  let left = room;
  for (let at = frequencies.byteOffset; ; at += WORD) {
    at = functions.nextAtLeast(at, end, left > 0 ? least : least + 1) >>> 0;
    if (at >= end) break;
    const id = (at - frequencies.byteOffset) / WORD;
    if (frequencies[id] === least) left--;
    ids.push(id);
  }
  return ids.toSorted((one, other) => frequencies[other] - frequencies[one] || one - other);
}

/** `readShared` by the kernel, `null` where it cannot read the column. */
export function readSharedInKernel(
  offsets: Uint32Array,
  column: NgramColumn,
  threshold: Threshold,
  kernel: KernelIn | null,
): SharedNgrams | null {
  const { ids, order, counts, documentFrequencies, repeats } = column;
  if (!kernel?.holds(offsets, ids, documentFrequencies, repeats)) return null;
  const { functions } = kernel;
  const documents = offsets.length - 1;
  const listed = listedIn(documentFrequencies, threshold, kernel);
  const occurrences = listed.reduce((sum, id) => sum + counts[id], 0);
  const sizes = [documents * 2 * WORD, occurrences * WORD, listed.length * WORD, counts.length * 2, counts.length + 1];
  const room = kernel.zeros(sizes.reduce((sum, size) => sum + size, 0));
  if (room === null) return null;
  const [elsewhereAt, endsAt, nextAt, placesAt, furtherAt] = sizes.map((_, at) =>
    sizes.slice(0, at).reduce((sum, size) => sum + size, room.byteOffset),
  );
  const next = new Uint32Array(room.buffer, nextAt, listed.length);
  const places = new Uint16Array(room.buffer, placesAt, counts.length);
  let begin = 0;
  for (let at = 0; at < listed.length; at++) {
    places[listed[at]] = at + 1;
    next[at] = begin;
    begin += counts[listed[at]];
  }
  const most = Math.min(threshold.least - 1, LOOK_UP);
  for (const [from, to] of piecesOf(documentFrequencies)) {
    functions.writeFurther(from, to, furtherAt + 1 + (from - documentFrequencies.byteOffset) / WORD, most);
  }
  const frequencies = documentFrequencies.byteOffset;
  const lastOffset = offsets.byteOffset + documents * WORD;
  functions.readShared(
    offsets.byteOffset,
    lastOffset,
    ids.byteOffset,
    order,
    frequencies,
    furtherAt,
    placesAt,
    nextAt,
    endsAt,
    elsewhereAt,
  );
  const lastRepeat = repeats.byteOffset + repeats.byteLength;
  functions.withoutRepeats(
    repeats.byteOffset,
    lastRepeat,
    offsets.byteOffset,
    ids.byteOffset,
    frequencies,
    elsewhereAt,
  );
  const ends = new Uint32Array(room.buffer, endsAt, occurrences).slice();
  const widespread = listed.map((id, at) => ({
    documents: documentFrequencies[id],
    ends: ends.subarray(next[at] - counts[id], next[at]),
  }));
  return { elsewhere: new Float64Array(room.buffer, elsewhereAt, documents).slice(), widespread };
}
