/** The standard class: every runtime has it, but the language's own types do not know it. */
declare class TextDecoder {
  constructor(label: string, options: { ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}

let decoder: TextDecoder | undefined;

/** The text of UTF-8 bytes: nothing is left out, and what is not UTF-8 becomes U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  decoder ??= new TextDecoder("utf-8", { ignoreBOM: true });
  return decoder.decode(bytes);
}
