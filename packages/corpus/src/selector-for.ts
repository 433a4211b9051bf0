import { inputName } from "./input-name.ts";
import { CorpusError } from "./corpus-error.ts";
import type { ChosenSelector } from "./corpus-reader.ts";
import { decodeLines } from "./decode-lines.ts";
import { detectSelector, fieldNames } from "./detect-selector.ts";
import { LineSplitter } from "./line-splitter.ts";
import type { OpenInput } from "./open-bytes.ts";
import { parseRecord } from "./parse-record.ts";
import { kindOf, listFields } from "./read-field.ts";
import { isBlankJson } from "./record-reader.ts";
import { visible } from "./visible.ts";

/** How many lines, or bytes of lines, are looked at to find the text of a record. */
const SAMPLED_LINES = 64;
const SAMPLED_BYTES = 1 << 22;

/** The first records of an input, and the first bad line among them. The bytes stay in place to be read again. */
interface Sample {
  readonly records: readonly unknown[];
  readonly firstBad: string | null;
}

/** Looks at the first records. A line's end decides, never a chunk's, so that the chunk size changes nothing. */
export async function sampleRecords({ bytes, start }: OpenInput, recordBytes: number): Promise<Sample> {
  const splitter = new LineSplitter(recordBytes, start);
  const records: unknown[] = [];
  let firstBad: string | null = null;
  let lines = 0;
  for (let index = 0, ended = false; !ended; index++) {
    const chunk = await bytes.peekChunk(index);
    ended = chunk === undefined;
    const block = chunk === undefined ? splitter.end() : splitter.push(chunk);
    for (const { text, problem, line, byte } of block === null ? [] : decodeLines(block, recordBytes)) {
      if (lines >= SAMPLED_LINES || byte >= SAMPLED_BYTES) return { records, firstBad };
      if (problem === null && isBlankJson(text)) continue;
      lines++;
      const parsed = problem === null ? parseRecord(text) : { record: null, problem };
      if (parsed.problem === null) records.push(parsed.record);
      else firstBad ??= `line ${line} (byte ${byte}) ${parsed.problem.detail}`;
    }
  }
  return { records, firstBad };
}

/** @throws {CorpusError} when it is not obvious which field is the text */
export function selectorFor(path: string, records: readonly unknown[]): ChosenSelector {
  const text = detectSelector(records);
  if (text !== undefined) {
    return { text, detected: true, sentence: `Text: ${visible(text)} (detected; choose with --text)` };
  }
  const names = fieldNames(records);
  const what =
    names.length === 0
      ? `current value is ${kindOf(records[0])}`
      : `its fields are ${listFields(names)}; name one with --text`;
  throw new CorpusError(
    "no_text_field",
    `Cannot find the text of ${inputName(path)}: no field of its records is clearly the text, ${what}`,
  );
}
