import type { TextSink } from "./text-sink.ts";
import { writeMultibyte } from "./write-multibyte.ts";

/** Writes a string to the array of a sink and gives its length. */
export function writeText(text: string, sink: TextSink): number {
  const units = sink.units(text.length);
  for (let index = 0; index < text.length; index++) units[index] = text.charCodeAt(index);
  return text.length;
}

/** Writes the text of valid UTF-8 to an array and gives its length there. */
export function writeUtf8(bytes: Uint8Array, start: number, end: number, units: Uint16Array): number {
  let to = 0;
  for (let at = start; at < end;) {
    const byte = bytes[at];
    if (byte < 0x80) {
      units[to++] = byte;
      at++;
    } else {
      at += writeMultibyte(bytes, at, units, to);
      to += byte >= 0xf0 ? 2 : 1;
    }
  }
  return to;
}
