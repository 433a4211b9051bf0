import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { InputFormat } from "./corpus-reader.ts";
import { CorpusError } from "./corpus-error.ts";
import { inputName } from "./input-name.ts";
import { type InputFile, refuseChange, unreadable } from "./input-file.ts";
import { RecordReader, type RecordRules } from "./record-reader.ts";

/** Most lines are shorter than this. */
const CHUNK_BYTES = 1 << 16;

const LINE_FEED = 10;

/** The bytes of a file from a place on to the next line feed, or to its end. */
function readLine(file: InputFile, byte: number, longest: number): Buffer {
  const handle = openSync(file.location, "r");
  try {
    refuseChange(file, fstatSync(handle));
    const parts: Buffer[] = [];
    for (let length = 0; length <= longest;) {
      const chunk = Buffer.alloc(CHUNK_BYTES);
      const read = chunk.subarray(0, readSync(handle, chunk, 0, CHUNK_BYTES, byte + length));
      const feed = read.indexOf(LINE_FEED);
      parts.push(feed < 0 ? read : read.subarray(0, feed + 1));
      if (feed >= 0 || read.length === 0) break;
      length += read.length;
    }
    return Buffer.concat(parts);
  } finally {
    closeSync(handle);
  }
}

/**
 * The text of the document whose line begins at a byte of a file. The few texts that are shown are read again, so that those
 * of all others need not be kept.
 *
 * @throws {CorpusError} when the file is not the one that was found, or cannot be read
 */
export function readLineAt(
  file: InputFile,
  byte: number,
  { format, ...rules }: RecordRules & { readonly format: InputFormat },
): string {
  let bytes: Buffer;
  try {
    bytes = readLine(file, byte, rules.recordBytes);
  } catch (error) {
    throw error instanceof CorpusError ? error : unreadable(file.path, error);
  }
  const block = { bytes, line: 1, byte, dropped: 0, input: 0, format, rereadable: true };
  const [document] = new RecordReader(rules).read(block).documents;
  if (document !== undefined) return document.text;
  const what = `holds no document at byte ${byte} any more`;
  throw new CorpusError("changed_while_reading", `Cannot read ${inputName(file.path)}: it ${what}`);
}
