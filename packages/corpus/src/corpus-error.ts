/** Why a corpus cannot be read. Every one of them is the user's to mend. */
export type CorpusErrorCode =
  | "no_match"
  | "not_found"
  | "not_readable"
  | "not_a_file"
  | "corrupt_gzip"
  | "expansion"
  | "encoding"
  | "binary"
  | "bad_records"
  | "no_documents"
  | "no_text_field"
  | "changed_while_reading";

/** A corpus that cannot be read whole: one line that names the input and, where there is one, the line and the byte. */
export class CorpusError extends Error {
  override readonly name = "CorpusError";
  readonly code: CorpusErrorCode;

  constructor(code: CorpusErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options);
    this.code = code;
  }
}
