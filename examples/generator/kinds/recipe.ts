import type { Draw } from "../draw.ts";
import { PEOPLE, WISHES } from "../lexicon.ts";
import type { Task } from "../task.ts";
import { capitalized, listing, withArticle } from "../wording.ts";

const BASES = [
  "brown rice",
  "barley",
  "flat noodles",
  "new potatoes",
  "red lentils",
  "stale bread",
  "couscous",
  "white beans",
  "polenta",
  "buckwheat",
  "chickpeas",
  "small pasta",
];
const VEGETABLES = [
  "leeks",
  "kale",
  "a cauliflower",
  "two courgettes",
  "carrots",
  "a head of fennel",
  "spinach",
  "mushrooms",
  "a small squash",
  "green beans",
  "beetroot",
  "an aubergine",
  "peas",
  "celeriac",
  "sweet peppers",
  "parsnips",
];
const EXTRAS = [
  "feta",
  "smoked paprika",
  "toasted walnuts",
  "a spoonful of miso",
  "lemon zest",
  "capers",
  "a soft egg",
  "chopped dill",
  "browned butter",
  "tahini",
  "roasted garlic",
  "pickled onions",
  "cumin seeds",
  "grated nutmeg",
  "black olives",
  "a little chilli",
];
const DISHES = [
  "soup",
  "one-pan supper",
  "warm salad",
  "stew",
  "gratin",
  "packed lunch",
  "side dish",
  "breakfast bowl",
  "filling for pancakes",
  "picnic dish",
];
const WAYS = [
  ["Roast", "in a hot oven until the edges colour"],
  ["Fry", "slowly in oil with a pinch of salt"],
  ["Steam", "until just tender"],
  ["Grill", "on both sides"],
  ["Simmer", "under a lid with a splash of stock"],
  ["Grate", "coarsely and salt lightly"],
  ["Blanch", "briefly and rinse under cold water"],
] as const;

/** A dish from three things that are in the house. */
export function recipe(draw: Draw): Task {
  const [base, dish, name] = [draw.pick(BASES), draw.pick(DISHES), draw.pick(PEOPLE)];
  const [vegetable, second] = draw.some(VEGETABLES, 2);
  const [extra, last] = draw.some(EXTRAS, 2);
  const [way, how] = draw.pick(WAYS);
  const [minutes, rest, people] = [draw.number(8, 35), draw.number(2, 12), draw.number(2, 8)];
  const instruction =
    draw.pick([
      `What can I cook with ${base}, ${vegetable} and ${extra}?`,
      `Suggest ${withArticle(dish)} for ${people} people from ${listing([base, vegetable, extra])}.`,
      `${name} has ${vegetable}, ${second} and some ${base} left over. Give a simple recipe for ${withArticle(dish)}.`,
      `There is half a bag of ${base} in the cupboard. Write a recipe that uses it up together with ${vegetable}.`,
      `Name a cheap dish built on ${base} and say step by step how it is made.`,
    ]) + draw.pick(WISHES);
  const opening = draw.pick([
    `Cook the ${base} in salted water for about ${minutes} minutes and drain.`,
    `Start with the ${base}: ${minutes} minutes in a covered pan is usually enough for ${people} portions.`,
    `While the ${base} boils for ${minutes} minutes, get everything else ready.`,
    `Rinse the ${base} well, cover with twice as much water and let it bubble for ${minutes} minutes.`,
  ]);
  const middle = draw.pick([
    `${way} ${vegetable} ${how}.`,
    `Meanwhile cut up ${vegetable}. ${way} the pieces ${how}.`,
    `${way} ${vegetable} and ${second} ${how}, stirring once or twice.`,
    `For the second pan, take ${listing([vegetable, second])}. ${way} both ${how}.`,
  ]);
  const turn = draw.pick([
    `Fold the two together and stir in ${extra}.`,
    `Mix everything while it is hot, then add ${extra} to taste.`,
    `Tip it all into one dish and finish with ${extra}.`,
    `${capitalized(extra)} goes in at the end, so that it keeps its flavour.`,
  ]);
  const end = draw.pick([
    `Let it stand for ${rest} minutes before serving.`,
    `It tastes even better the next day with ${last}.`,
    `Anyone who likes it sharper can add ${last} at the table.`,
    `Leftovers keep for ${draw.number(2, 4)} days in a closed box.`,
    `Without ${extra} it works too; take ${last} instead.`,
  ]);
  return { instruction, output: [opening, middle, turn, end].join(" ") };
}
