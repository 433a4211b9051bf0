import { type FieldPath, parseFieldPath } from "./field-path.ts";
import { parseSelector, type Selector } from "./parse-selector.ts";
import type { BlockRecords, RecordBlock } from "./record-block.ts";
import { RecordReader } from "./record-reader.ts";

/** What makes a document of a line. */
export interface BlockOptions {
  /** The path or the template of the text; it may be absent when the lines are plain text. */
  readonly text?: string | undefined;
  /** The path of the field that holds each document's vector. */
  readonly vectors?: string | undefined;
  /** The most bytes of a line. @default 16,777,216 */
  readonly recordBytes?: number | undefined;
}

/**
 * Makes a function that reads the records of blocks, for threads that share the work of one reader.
 *
 * @throws {SyntaxError} when `text` or `vectors` cannot be parsed
 * @example
 * ```ts
 * import { blockReader, openCorpus } from "@corpulse/corpus";
 *
 * const reader = await openCorpus(["-"], { stdin: new Blob(['{"text":"one"}\n']).stream() });
 * const read = blockReader({ text: reader.selector.text });
 * for await (const block of reader.blocks()) read(block).documents.length; // 1
 * ```
 */
export function blockReader(options: BlockOptions = {}): (block: RecordBlock) => BlockRecords {
  const { text = ".", vectors, recordBytes = 1 << 24 } = options;
  const select: Selector = parseSelector(text);
  const path: FieldPath | null = vectors === undefined ? null : parseFieldPath(vectors);
  // Each block anew: what one is found to hold must not depend on which blocks the same thread was given before.
  return (block) => new RecordReader({ select, vectors: path, recordBytes }).read(block);
}
