import type { ByteStep } from "./byte-path.ts";
import type { WantedField, WantedText } from "./wanted-text.ts";

const NUMBER = Int32Array.BYTES_PER_ELEMENT;
/** The bytes of a field, and of a step, as `kernel/records.wat` and `kernel/paths.wat` have them. */
const FIELD = 6 * NUMBER;
const STEP = 2 * NUMBER;

/** What stands where the length of a name would be, for an element by its number and for every element. */
const BY_NUMBER = -1;
const EACH_ELEMENT = -2;

/** More elements than fit into the memory of a kernel. */
const MOST_ELEMENTS = 2 ** 31 - 1;

/** The steps of a field, with its member as the first one. */
function stepsOf({ member, steps }: WantedField): readonly ByteStep[] {
  return member === null ? steps : [member, ...steps];
}

const lengthOf = (step: ByteStep): number => (step instanceof Uint8Array ? step.length : 0);

/** How many bytes `writeFields` writes, at most. */
export function fieldBytes({ fields, added }: WantedText): number {
  const steps = fields.flatMap(stepsOf);
  const names = steps.reduce<number>((sum, step) => sum + lengthOf(step), 0);
  return (fields.length + 1) * FIELD + steps.length * STEP + 2 * added + names;
}

/**
 * Writes the fields of a text to the memory of a kernel, from an address on that is a multiple of four, and gives the address
 * of the literal behind the last one.
 */
export function writeFields(buffer: ArrayBuffer, at: number, { fields, after, added }: WantedText): number {
  const numbers = new Int32Array(buffer);
  const last = at + fields.length * FIELD;
  let step = last + FIELD;
  let literal = step + fields.flatMap(stepsOf).length * STEP;
  let name = literal + 2 * added;
  const writeStep = (wanted: ByteStep): void => {
    const place = step / NUMBER;
    step += STEP;
    if (wanted instanceof Uint8Array) {
      new Uint8Array(buffer).set(wanted, name);
      numbers.set([name, wanted.length], place);
      name += wanted.length;
    } else if (typeof wanted === "number") numbers.set([Math.min(wanted, MOST_ELEMENTS), BY_NUMBER], place);
    else numbers.set([0, EACH_ELEMENT], place);
  };
  const writeLiteral = (units: Uint16Array, field: number): void => {
    new Uint16Array(buffer).set(units, literal / 2);
    numbers.set([literal, 2 * units.length], field / NUMBER);
    literal += 2 * units.length;
  };
  for (const [index, field] of fields.entries()) {
    const first = step;
    for (const wanted of stepsOf(field)) writeStep(wanted);
    const place = at + index * FIELD;
    writeLiteral(field.before, place);
    numbers.set([first, step, field.optional ? 1 : 0], place / NUMBER + 2);
  }
  writeLiteral(after, last);
  return last;
}
