import { inputName } from "./input-name.ts";
import { CorpusError } from "./corpus-error.ts";

/** How many bytes at the beginning tell an encoding or a binary format. */
export const HEAD_BYTES = 16;

/** What the bytes at the beginning of an input stand for. The longer marks come first: UTF-32's begins with UTF-16's. */
const ENCODING_MARKS: readonly (readonly [mark: RegExp, encoding: string])[] = [
  [/^\xff\xfe\0\0/, "UTF-32LE"],
  [/^\0\0\xfe\xff/, "UTF-32BE"],
  [/^\xff\xfe/, "UTF-16LE"],
  [/^\xfe\xff/, "UTF-16BE"],
  // Without a mark, UTF-16 shows itself by a zero in every other byte, in all scripts that begin with ASCII.
  [/^(?:[^\0]\0){2}/, "UTF-16LE"],
  [/^(?:\0[^\0]){2}/, "UTF-16BE"],
];

/* oxlint-disable no-control-regex -- these marks are made of control characters */
const BINARY_MARKS: readonly (readonly [mark: RegExp, format: string])[] = [
  [/^\x28\xb5\x2f\xfd/, "Zstandard data"],
  [/^\xfd7zXZ\0/, "xz data"],
  [/^BZh[1-9]1AY&SY/, "bzip2 data"],
  [/^PK\x03\x04/, "a ZIP archive"],
  [/^PAR1\x15/, "a Parquet file"],
  [/^ARROW1\0/, "an Arrow file"],
  [/^SQLite format 3\0/, "an SQLite database"],
  [/^\x89PNG\r\n/, "a PNG image"],
  [/^\xff\xd8\xff/, "a JPEG image"],
  [/^%PDF-\d/, "a PDF document"],
  [/^\x1f\x8b/, "gzip data inside gzip data"],
];
/* oxlint-enable no-control-regex */

const UTF8_MARK = "\xef\xbb\xbf";

/**
 * Looks at the beginning of an input and says how many bytes the mark of UTF-8 takes there.
 *
 * @throws {CorpusError} when it is in another encoding, or in a binary format that can be named
 */
export function checkEncoding(path: string, head: Buffer): number {
  const bytes = head.toString("latin1");
  const encoding = ENCODING_MARKS.find(([mark]) => mark.test(bytes))?.[1];
  if (encoding !== undefined) {
    throw new CorpusError(
      "encoding",
      `Cannot read ${inputName(path)}: text must be in UTF-8, current value is ${encoding}`,
    );
  }
  const binary = BINARY_MARKS.find(([mark]) => mark.test(bytes))?.[1];
  if (binary !== undefined) {
    const rule = "it must be text, plain or gzip";
    throw new CorpusError("binary", `Cannot read ${inputName(path)}: ${rule}, current value is ${binary}`);
  }
  return bytes.startsWith(UTF8_MARK) ? UTF8_MARK.length : 0;
}
