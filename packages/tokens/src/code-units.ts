/** Fingerprints read blocks of eight units: as many zeros stand behind a text. */
const PADDING = 8;

/** A text as numbers, in one array that every text is copied to: they are read faster than the characters of a string. */
export class CodeUnits {
  units: Uint16Array = new Uint16Array(PADDING);
  length = 0;

  /** Copies a string, and says whether it is ASCII. */
  readText(text: string): boolean {
    const units = this.#make(text.length);
    let all = 0;
    for (let index = 0; index < text.length; index++) all |= units[index] = text.charCodeAt(index);
    return all < 0x80;
  }

  /** Copies bytes from `start` to `end`, and says whether they are ASCII: if not, they are no code units. */
  readBytes(bytes: Uint8Array, start: number, end: number): boolean {
    const units = this.#make(end - start);
    let all = 0;
    for (let index = start; index < end; index++) all |= units[index - start] = bytes[index];
    return all < 0x80;
  }

  #make(length: number): Uint16Array {
    if (length + PADDING > this.units.length) this.units = new Uint16Array(length * 2 + PADDING);
    this.units.fill(0, length, length + PADDING);
    this.length = length;
    return this.units;
  }
}
