import type { Draw } from "../draw.ts";
import { MONTHS, PEOPLE, TOWNS } from "../lexicon.ts";
import type { Task } from "../task.ts";
import { capitalized, listing } from "../wording.ts";

const SIGHTS = [
  "the tidal mill",
  "the covered market",
  "the museum of locks",
  "the lido",
  "the botanical slope",
  "the ropewalk",
  "the observatory",
  "the flea market by the canal",
  "the ruined priory",
  "the funicular",
  "the oyster sheds",
  "the tapestry hall",
  "the heron colony",
  "the salt pans",
  "the model village",
  "the signal tower",
  "the sculpture walk",
  "the cider press",
];
const FOOD = [
  "smoked eel on toast",
  "plum dumplings",
  "barley broth",
  "a cone of fried whitebait",
  "walnut cake",
  "potato pancakes",
  "goat's cheese with pears",
  "mussels in cider",
  "a pasty the size of a shoe",
  "cold cucumber soup",
];
const PACK = [
  "a rain cape",
  "good shoes",
  "a bathing suit",
  "binoculars",
  "a sun hat",
  "a pack of cards",
  "a warm jumper",
  "an empty bottle",
  "cash for the ferry",
  "a blanket",
];
const WARNINGS = [
  "the ferry does not run at low tide",
  "most kitchens close at nine",
  "on Mondays the museums are shut",
  "the path is slippery after rain",
  "buses stop only on request",
  "rooms are scarce during the fair",
  "the tower has no lift",
  "dogs are not allowed on the dunes",
];
const PARTIES = [
  "a couple with a baby",
  "two retired teachers",
  "a school class",
  "a family of five",
  "someone travelling alone",
  "three old friends",
  "a walking club",
  "a grandmother and her grandson",
];

/** A plan of an outing. */
export function journeyPlan(draw: Draw): Task {
  const [town, next] = draw.some(TOWNS, 2);
  const [first, second, third] = draw.some(SIGHTS, 3);
  const [food, pack, warning, party, month] = [FOOD, PACK, WARNINGS, PARTIES, MONTHS].map((words) => draw.pick(words));
  const [days, budget, minutes] = [draw.number(2, 5), draw.number(6, 48) * 10, draw.number(3, 16) * 5];
  const name = draw.pick(PEOPLE);
  const instruction = draw.pick([
    `Plan ${days} days in ${town} for ${party} in ${month}.`,
    `We are ${party} and will spend a weekend in ${town}. What should we not miss?`,
    `${name} has £${budget} for a trip to ${town} and ${next}. Propose a route.`,
    `What would you pack, see and eat on an outing to ${town} in ${month}?`,
    `Write an itinerary: arrival in ${town}, departure from ${next}, and at least ${listing([first, second])} on the way.`,
    `Is ${town} worth a visit with ${party}? Give me reasons.`,
  ]);
  const morning = draw.pick([
    `Begin at ${first} before the crowds come, and walk on to ${second}.`,
    `On the first morning see ${first}, a walk of ${minutes} minutes from the station.`,
    `${capitalized(first)} and ${second} fill the first day for ${party}.`,
    `I would leave the bags at the inn and go straight to ${first}.`,
  ]);
  const noon = draw.pick([
    `For lunch there is ${food}.`,
    `Do try ${food}, the pride of ${town}.`,
    `Afterwards everyone will have earned ${food}.`,
    `Near ${second} you can get ${food} for less than £${draw.number(5, 19)}.`,
  ]);
  const later = draw.pick([
    `The next day a bus takes you to ${next} in ${minutes} minutes; look for ${third} there.`,
    `Keep ${third} for the evening, when the light is best.`,
    `If it rains, swap ${second} for ${third}.`,
    `With £${budget} in hand you can afford the boat to ${next} and ${third} too.`,
  ]);
  const end = draw.pick([
    `Mind that ${warning}.`,
    `Take ${pack}, since ${month} is unsteady there.`,
    `Remember ${pack}, and note that ${warning}.`,
    `One warning: ${warning}.`,
    `${name}, who knows ${town} well, adds that ${warning}.`,
  ]);
  return { instruction, output: [morning, noon, later, end].join(" ") };
}
