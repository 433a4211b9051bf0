import type { Draw } from "../draw.ts";
import { PEOPLE, TOWNS } from "../lexicon.ts";
import type { Task } from "../task.ts";
import { withArticle } from "../wording.ts";

/** A thing, what is wrong with it, the likely cause, and two remedies. */
const FAULTS = [
  [
    "dishwasher",
    "leaves sand on the glasses",
    "the filter at the bottom is clogged",
    "lift it out and rinse it under the tap",
    "check that both spray arms turn freely",
  ],
  [
    "bicycle",
    "skips a gear on hills",
    "the cable has stretched",
    "turn the barrel adjuster half a turn at a time",
    "measure the chain for wear",
  ],
  [
    "printer",
    "prints pale stripes",
    "a nozzle has dried up",
    "run the cleaning programme twice at most",
    "print a colour page every week from now on",
  ],
  [
    "sash window",
    "will not stay up",
    "a cord inside the frame has snapped",
    "take off the inner bead and replace the cord",
    "wax the channel while you are there",
  ],
  [
    "guitar",
    "buzzes on the low strings",
    "dry air has lowered the strings",
    "raise the saddle a little",
    "keep a damp sponge in the case",
  ],
  [
    "fridge",
    "freezes the lettuce",
    "the sensor touches the back wall",
    "free it and dry it",
    "set the dial one step warmer",
  ],
  [
    "laptop",
    "shuts down on the train",
    "the battery no longer holds its charge",
    "read out its wear in the system report",
    "carry the charger until the new one arrives",
  ],
  [
    "tap",
    "drips all night",
    "the washer has gone hard",
    "close the valve below and swap the washer",
    "clean the seat with fine paper",
  ],
  [
    "wool jumper",
    "has lost its shape",
    "it was hung up wet",
    "soak it again and dry it flat",
    "steam the ribbing without pressing",
  ],
  [
    "bread dough",
    "refuses to rise",
    "the room is too cold",
    "put the bowl beside a warm oven",
    "give it twice the time",
  ],
  [
    "door lock",
    "sticks in winter",
    "old oil has thickened",
    "flush it with a cleaner and use graphite",
    "look whether the frame has moved",
  ],
  [
    "smoke alarm",
    "chirps once a minute",
    "its battery is nearly empty",
    "put in a fresh one and press the button",
    "note the date on the case",
  ],
  [
    "spreadsheet",
    "shows dates as numbers",
    "the cells have the wrong format",
    "choose a date format for the whole column",
    "import the file again with the column set to text",
  ],
  [
    "lawn mower",
    "starts and dies at once",
    "stale petrol blocks the carburettor",
    "drain the tank and clean the jet",
    "fill in fresh fuel",
  ],
  [
    "zip",
    "opens behind the slider",
    "the slider has widened",
    "squeeze it gently with pliers",
    "rub a candle along the teeth",
  ],
  [
    "houseplant",
    "drops yellow leaves",
    "its roots stand in water",
    "let it dry out for a week",
    "move it into a pot with a hole",
  ],
  [
    "wireless speaker",
    "stutters in the kitchen",
    "the microwave shares its frequency",
    "move it two metres away",
    "switch to the other band",
  ],
  [
    "clock",
    "loses ten minutes a day",
    "the pendulum hangs too low",
    "turn the nut under the bob to the left",
    "make sure that it stands level",
  ],
  [
    "sewing machine",
    "tears the thread",
    "the needle is blunt or bent",
    "change it and thread again from the start",
    "loosen the upper tension",
  ],
  ["kettle", "takes ages to boil", "scale covers the element", "boil it with diluted vinegar", "rinse it three times"],
  [
    "camera",
    "takes blurred pictures indoors",
    "the shutter stays open too long",
    "raise the sensitivity",
    "lean the elbows on a table",
  ],
  ["gate", "drags on the ground", "the upper hinge has come loose", "drive in longer screws", "fit a diagonal brace"],
] as const;

const EFFORTS = [
  "I have already cleaned it.",
  "It began last week.",
  "A new one would cost too much.",
  "It is only two years old.",
  "I have no special tools.",
  "The shop says it is normal.",
  "It worked well until the move.",
  "It happens mostly in the evening.",
  "I am rather clumsy.",
  "The manual is lost.",
  "It belonged to my aunt.",
];

/** A fault and what to do about it. */
export function repair(draw: Draw): Task {
  const [thing, symptom, cause, remedy, second] = draw.pick(FAULTS);
  const [name, town] = [draw.pick(PEOPLE), draw.pick(TOWNS)];
  const [effort, another] = draw.some(EFFORTS, 2);
  const [minutes, months, cost] = [draw.number(2, 18) * 5, draw.number(2, 30), draw.number(4, 75)];
  const instruction = draw.pick([
    `My ${thing} ${symptom}. ${effort} What can I do?`,
    `${effort} Still, the ${thing} ${symptom}. Any ideas?`,
    `${name} has ${withArticle(thing)} that ${symptom}. What is the most likely cause?`,
    `Why is it that ${withArticle(thing)} suddenly ${symptom}? ${effort} ${another}`,
    `Answer this letter to the repair café in ${town}: "For ${months} weeks I have had trouble. The ${thing} ${symptom}. ${effort} Yours, ${name}"`,
  ]);
  const diagnosis = draw.pick([
    `Most probably ${cause}.`,
    `When ${withArticle(thing)} ${symptom}, the usual reason is simple: ${cause}.`,
    `That sounds as if the following had happened: ${cause}.`,
    `In nine cases out of ten ${cause}.`,
    `There can be many reasons, but as a rule ${cause}.`,
  ]);
  const advice = draw.pick([
    `To put it right, ${remedy}; then ${second}.`,
    `Set aside ${minutes} minutes, ${remedy} and ${second}.`,
    `First ${remedy}. If that does not help, ${second}.`,
    `The remedy: ${remedy}. It does no harm to go further and ${second}.`,
    `I suggest that you ${remedy}, and afterwards ${second}.`,
  ]);
  const end = draw.pick([
    `The parts cost about £${cost}.`,
    `After that you should have peace for at least ${months} months.`,
    `Only if the trouble returns within ${months} days is it worth asking a professional.`,
    `The repair café in ${town} will lend you the tools.`,
    `A new ${thing} is not needed for this.`,
    `${name} from ${town} had the same problem and was done in ${minutes} minutes.`,
  ]);
  return { instruction, output: [diagnosis, advice, end].join(" ") };
}
