import type { Draw } from "../draw.ts";
import { PEOPLE, TOWNS, TRADES } from "../lexicon.ts";
import type { Task } from "../task.ts";
import { pounds } from "../wording.ts";

const GOODS = [
  ["notebook", "notebooks"],
  ["jar of honey", "jars of honey"],
  ["ball of wool", "balls of wool"],
  ["tulip bulb", "tulip bulbs"],
  ["bicycle bell", "bicycle bells"],
  ["tin of paint", "tins of paint"],
  ["bar of soap", "bars of soap"],
  ["packet of seeds", "packets of seeds"],
  ["candle", "candles"],
  ["fishing lure", "fishing lures"],
  ["postcard", "postcards"],
  ["loaf of rye bread", "loaves of rye bread"],
  ["roll of tape", "rolls of tape"],
  ["paper lantern", "paper lanterns"],
  ["map", "maps"],
  ["sack of gravel", "sacks of gravel"],
] as const;

const GROUPS = [
  "classrooms",
  "crews",
  "shelves",
  "baskets",
  "tables",
  "tents",
  "market stalls",
  "families",
  "vans",
  "wards",
];
const ITEMS = [
  "apples",
  "leaflets",
  "blankets",
  "pencils",
  "oysters",
  "medals",
  "lamps",
  "tiles",
  "eggs",
  "stamps",
  "bricks",
  "cups",
];
const VEHICLES = [
  "A barge",
  "A delivery van",
  "A cyclist",
  "A goods train",
  "A sailing boat",
  "A school bus",
  "A tractor",
  "A kayak",
];

function shopping(draw: Draw): Task {
  const [name, town] = [draw.pick(PEOPLE), draw.pick(TOWNS)];
  const [first, second] = draw.some(GOODS, 2);
  const [many, more] = [draw.number(2, 9), draw.number(2, 6)];
  const [price, other] = [draw.number(11, 90) * 5, draw.number(11, 90) * 5];
  const [left, right] = [many * price, more * other];
  const note = draw.pick([20, 50, 100].filter((value) => value * 100 > left + right));
  const instruction = draw.pick([
    `${name} buys ${many} ${first[1]} at ${pounds(price)} each and ${more} ${second[1]} at ${pounds(other)} each. How much change is there from a £${note} note?`,
    `At the market in ${town} a ${first[0]} costs ${pounds(price)} and a ${second[0]} costs ${pounds(other)}. ${name} takes ${many} of the former and ${more} of the latter and pays with £${note}. Work out the change.`,
    `${name} pays for ${many} ${first[1]} (${pounds(price)} apiece) and ${more} ${second[1]} (${pounds(other)} apiece) with £${note}. What does the till give back?`,
  ]);
  const output = draw.pick([
    `The ${first[1]} come to ${many} × ${pounds(price)} = ${pounds(left)}, and the ${second[1]} to ${more} × ${pounds(other)} = ${pounds(right)}. Together that is ${pounds(left + right)}, so the change is ${pounds(note * 100)} − ${pounds(left + right)} = ${pounds(note * 100 - left - right)}.`,
    `First add up the bill: ${many} times ${pounds(price)} makes ${pounds(left)}; ${more} times ${pounds(other)} makes ${pounds(right)}. The whole bill is ${pounds(left + right)}. Taking it from £${note} leaves ${pounds(note * 100 - left - right)}.`,
    `${name} spends ${pounds(left)} on ${first[1]} and ${pounds(right)} on ${second[1]}, which is ${pounds(left + right)} in all. From £${note} there remains ${pounds(note * 100 - left - right)} in change.`,
  ]);
  return { instruction, output };
}

function sharing(draw: Draw): Task {
  const [name, town, items, groups] = [draw.pick(PEOPLE), draw.pick(TOWNS), draw.pick(ITEMS), draw.pick(GROUPS)];
  const [count, each, rest] = [draw.number(6, 24), draw.number(7, 39), draw.number(1, 5)];
  const total = count * each + rest;
  const lost = draw.number(3, 30);
  const trade = draw.pick(TRADES);
  const instruction = draw.pick([
    `A ${trade} in ${town} has ${total + lost} ${items}, of which ${lost} are damaged. The good ones are shared equally among ${count} ${groups}. How many does each get, and how many are left over?`,
    `${name} counts ${total + lost} ${items} and throws ${lost} away. The others are to be divided fairly between ${count} ${groups}. What is each share, and is there a remainder?`,
    `There were ${total + lost} ${items} in store, but ${lost} broke on the way to ${town}. If ${count} ${groups} receive the same number each, how large is a share and what stays behind?`,
  ]);
  const output = draw.pick([
    `Only ${total + lost} − ${lost} = ${total} ${items} can be used. Divided by ${count}, that gives ${each} each, because ${count} × ${each} = ${count * each}. The remainder is ${rest}.`,
    `Take away the bad ones first: ${total + lost} − ${lost} leaves ${total}. Since ${total} ÷ ${count} is ${each} with ${rest} over, every share holds ${each} ${items} and ${rest} cannot be shared out.`,
    `${total} ${items} remain after ${lost} are lost. ${count} goes into ${total} exactly ${each} times, using ${count * each}, so each of the ${groups} gets ${each} and ${rest} ${rest === 1 ? "is" : "are"} left.`,
  ]);
  return { instruction, output };
}

function journey(draw: Draw): Task {
  const [from, to, via] = draw.some(TOWNS, 3);
  const vehicle = draw.pick(VEHICLES);
  const [speed, hours, slower, longer] = [
    draw.number(9, 36) * 2,
    draw.number(2, 6),
    draw.number(4, 8),
    draw.number(1, 4),
  ];
  const total = speed * hours + slower * longer;
  const instruction = draw.pick([
    `${vehicle} leaves ${from} and travels for ${hours} hours at ${speed} km an hour as far as ${via}. Fog then cuts its speed to ${slower} km an hour for the last ${longer} hours to ${to}. How long is the route, and what was the average speed?`,
    `From ${from} to ${via} takes ${hours} hours at ${speed} km/h; from ${via} to ${to} takes ${longer} hours at ${slower} km/h. Find the whole distance and the mean speed.`,
    `${vehicle} needs ${hours} hours to ${via} at a steady ${speed} km/h and another ${longer} to ${to}, now at just ${slower} km/h because of road works. Give the distance covered and the average speed of the trip.`,
  ]);
  const mean = Math.round((total / (hours + longer)) * 10) / 10;
  const output = draw.pick([
    `The first leg is ${hours} × ${speed} = ${speed * hours} km, the second ${longer} × ${slower} = ${slower * longer} km. That makes ${total} km in ${hours + longer} hours, or about ${mean} km/h on average.`,
    `Distance is speed times time: ${speed * hours} km to ${via} and ${slower * longer} km beyond it, ${total} km together. Dividing by ${hours + longer} hours gives a mean of roughly ${mean} km/h, well below ${speed} because of the slow end.`,
    `Add the two stretches, ${speed * hours} km and ${slower * longer} km, to get ${total} km. The trip lasted ${hours + longer} hours, so the average was ${mean} km/h (rounded to one decimal).`,
  ]);
  return { instruction, output };
}

/** Sums with a story around them. */
export function wordProblem(draw: Draw): Task {
  return draw.pick([shopping, sharing, journey])(draw);
}
