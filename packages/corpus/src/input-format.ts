import type { ByteStream } from "./byte-stream.ts";
import type { InputFormat } from "./corpus-reader.ts";

const JSON_NAMES = /\.(?:jsonl|ndjson|jsonlines|json-lines|json)(?:\.gz)?$/i;
const TEXT_NAMES = /\.txt(?:\.gz)?$/i;
const BLANK = /[ \t\r\n\v\f]/;
const OPENING_BRACE = 0x7b;

/** How far the first byte that is not blank is looked for. */
const SNIFFED_BYTES = 4096;

/** The format of an input: by its name, else by its first byte that is not blank, which is `{` in JSON Lines. */
export async function inputFormat(path: string, bytes: ByteStream): Promise<InputFormat> {
  if (JSON_NAMES.test(path)) return "jsonl";
  if (TEXT_NAMES.test(path)) return "text";
  const head = await bytes.peek(SNIFFED_BYTES);
  const first = head.find((byte) => !BLANK.test(String.fromCharCode(byte)));
  return first === OPENING_BRACE ? "jsonl" : "text";
}
