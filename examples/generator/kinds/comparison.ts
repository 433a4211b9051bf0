import type { Draw } from "../draw.ts";
import { PEOPLE, TOWNS } from "../lexicon.ts";
import type { Task } from "../task.ts";
import { capitalized } from "../wording.ts";

/** An option with two points in its favour and two against. */
type Option = readonly [name: string, good: string, better: string, bad: string, worse: string];

const CHOICES: readonly (readonly [purpose: string, options: readonly Option[]])[] = [
  [
    "getting to work",
    [
      [
        "the bus",
        "you can read on the way",
        "someone else does the driving",
        "it stops at every corner",
        "the last one leaves early",
      ],
      ["the bicycle", "it costs next to nothing", "it keeps you fit", "rain soaks you", "hills are hard with luggage"],
      [
        "a shared car",
        "it is quick at odd hours",
        "the costs are divided",
        "you depend on the others",
        "parking takes time",
      ],
      [
        "walking",
        "it needs no equipment",
        "the head clears by itself",
        "it takes the longest",
        "icy pavements are a danger",
      ],
    ],
  ],
  [
    "heating a small house",
    [
      [
        "a wood stove",
        "it works without electricity",
        "the fire is pleasant to sit by",
        "someone has to carry logs",
        "fine dust gets into the air",
      ],
      [
        "a heat pump",
        "it turns one unit of power into three of heat",
        "it can cool in summer",
        "the purchase is dear",
        "a poor installation hums",
      ],
      [
        "district heating",
        "there is no boiler to service",
        "the pipes take no room",
        "you cannot change the supplier",
        "roads are dug up for the connection",
      ],
    ],
  ],
  [
    "taking notes",
    [
      [
        "a paper notebook",
        "nothing needs charging",
        "sketches are easy",
        "it cannot be searched",
        "one wet bag ruins it",
      ],
      ["a laptop", "typing is fast", "copies are made in a second", "messages distract", "drawing is awkward"],
      [
        "a voice recorder",
        "not a word is lost",
        "your hands stay free",
        "listening again takes hours",
        "others may object to it",
      ],
    ],
  ],
  [
    "keeping a pet",
    [
      [
        "a dog",
        "it gets you out of the house",
        "it is glad when you return",
        "it needs company all day",
        "holidays have to be planned around it",
      ],
      ["a cat", "it looks after itself for a day", "it is quiet", "furniture gets scratched", "birds suffer"],
      [
        "a tortoise",
        "it lives very long",
        "it eats what the garden offers",
        "it sleeps all winter",
        "children find it dull",
      ],
      ["a budgerigar", "it sings", "a small flat is enough", "it should never be alone", "seeds end up everywhere"],
    ],
  ],
  [
    "covering a floor",
    [
      ["cork", "it is warm underfoot", "steps sound soft", "heavy furniture leaves dents", "sunlight bleaches it"],
      [
        "stone tiles",
        "they last for generations",
        "water does no harm",
        "they feel cold",
        "a dropped cup is a lost cup",
      ],
      ["oak boards", "scratches can be sanded out", "they look better with age", "they creak", "damp makes them swell"],
    ],
  ],
  [
    "learning a language",
    [
      [
        "an evening class",
        "mistakes are corrected at once",
        "you meet people",
        "the pace is set by others",
        "it falls out in the holidays",
      ],
      ["an app", "ten minutes are enough", "it costs little", "nobody hears you speak", "the streak becomes the aim"],
      [
        "a long stay abroad",
        "you hear it from morning till night",
        "the slang comes for free",
        "it is expensive",
        "the first weeks are lonely",
      ],
    ],
  ],
  [
    "storing family photographs",
    [
      [
        "a printed album",
        "guests can leaf through it",
        "it needs no power",
        "it can burn only once",
        "copies are dear",
      ],
      [
        "an external drive",
        "it holds a lifetime of pictures",
        "you own it",
        "it fails without warning",
        "it is easily mislaid",
      ],
      [
        "an online service",
        "every relative can look",
        "a flood at home does not touch it",
        "the fee never ends",
        "terms may change overnight",
      ],
    ],
  ],
];

/** Two options weighed against each other. */
export function comparison(draw: Draw): Task {
  const [purpose, options] = draw.pick(CHOICES);
  const [[left, ...leftPoints], [right, ...rightPoints]] = draw.some(options, 2);
  const [name, town] = [draw.pick(PEOPLE), draw.pick(TOWNS)];
  const [good, other] = draw.some([leftPoints[0], leftPoints[1]], 2);
  const bad = draw.pick([leftPoints[2], leftPoints[3]]);
  const rightGood = draw.pick([rightPoints[0], rightPoints[1]]);
  const [rightBad, rightWorse] = draw.some([rightPoints[2], rightPoints[3]], 2);
  const instruction = draw.pick([
    `For ${purpose}, which is better: ${left} or ${right}?`,
    `Compare ${left} with ${right} for ${purpose}.`,
    `${name} is moving to ${town} and wonders about ${purpose}. Is ${left} a better choice than ${right}?`,
    `List the pros and cons of ${left} and ${right} when it comes to ${purpose}.`,
    `Someone in ${town} has used ${left} for ${purpose} for ${draw.number(2, 20)} years. What would change with ${right}?`,
    `Help me decide between ${left} and ${right}. It is about ${purpose}, and money is ${draw.pick(["tight", "no problem", "a minor point"])}.`,
  ]);
  const first = draw.pick([
    `In favour of ${left}: ${good}, and ${other}.`,
    `${capitalized(left)} has one great advantage: ${good}.`,
    `With ${left} ${good}; the price is that ${bad}.`,
    `Most people who choose ${left} do so because ${good}.`,
  ]);
  const second = draw.pick([
    `With ${right}, by contrast, ${rightGood}, but ${rightBad}.`,
    `${capitalized(right)} is another matter: ${rightGood}. Against it counts that ${rightBad}.`,
    `As for ${right}, ${rightBad} and ${rightWorse}; still, ${rightGood}.`,
    `Choose ${right} and ${rightGood}, though ${rightWorse}.`,
  ]);
  const verdict = draw.pick([
    `If it does not trouble you that ${bad}, take ${left}.`,
    `I would try ${right} for ${draw.number(2, 9)} weeks before deciding.`,
    `${name} might combine the two: ${left} on ordinary days and ${right} otherwise.`,
    `On balance ${left} wins, even though ${bad}.`,
    `There is no general answer; in ${town} I would go for ${right}.`,
  ]);
  return { instruction, output: [first, second, verdict].join(" ") };
}
