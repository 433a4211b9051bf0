import type { Draw } from "../draw.ts";
import { TOWNS } from "../lexicon.ts";
import type { Task } from "../task.ts";
import { listing, withArticle } from "../wording.ts";

const TABLES = [
  {
    table: "loans",
    row: "loan",
    columns: ["book_title", "reader", "days_overdue", "branch", "fine"],
    numbers: ["days_overdue", "fine"],
  },
  {
    table: "flights",
    row: "flight",
    columns: ["origin", "carrier", "delay_minutes", "seats_sold", "gate"],
    numbers: ["delay_minutes", "seats_sold"],
  },
  {
    table: "harvests",
    row: "harvest",
    columns: ["field", "crop", "tonnes", "moisture", "picked_by"],
    numbers: ["tonnes", "moisture"],
  },
  {
    table: "visits",
    row: "visit",
    columns: ["patient", "ward", "wait_minutes", "triage", "age"],
    numbers: ["wait_minutes", "age"],
  },
  {
    table: "invoices",
    row: "invoice",
    columns: ["customer", "amount", "currency", "days_open", "region"],
    numbers: ["amount", "days_open"],
  },
  {
    table: "sensors",
    row: "sensor",
    columns: ["station", "temperature", "humidity", "battery", "model"],
    numbers: ["temperature", "humidity", "battery"],
  },
  {
    table: "matches",
    row: "match",
    columns: ["home_team", "away_team", "goals", "attendance", "referee"],
    numbers: ["goals", "attendance"],
  },
  {
    table: "shipments",
    row: "shipment",
    columns: ["port", "weight", "containers", "carrier", "eta_days"],
    numbers: ["weight", "containers", "eta_days"],
  },
  {
    table: "rentals",
    row: "rental",
    columns: ["bike", "station", "minutes", "deposit", "rider"],
    numbers: ["minutes", "deposit"],
  },
  {
    table: "concerts",
    row: "concert",
    columns: ["venue", "ensemble", "tickets", "price", "season"],
    numbers: ["tickets", "price"],
  },
];

const AGGREGATES = [
  ["average", "AVG"],
  ["largest", "MAX"],
  ["smallest", "MIN"],
  ["total", "SUM"],
] as const;

/** A question to a database table, answered in SQL and explained. */
export function query(draw: Draw): Task {
  const { table, row, columns, numbers } = draw.pick(TABLES);
  const measure = draw.pick(numbers);
  const others = columns.filter((column) => column !== measure);
  const [group, shown] = draw.some(
    others.filter((column) => !numbers.includes(column)),
    2,
  );
  const [limit, bound, least] = [draw.number(3, 25), draw.number(4, 480), draw.number(2, 30)];
  const [word, call] = draw.pick(AGGREGATES);
  const [side, sign] = draw.pick([
    ["above", ">"],
    ["below", "<"],
    ["of at least", ">="],
  ] as const);
  const town = draw.pick(TOWNS);
  if (draw.chance(0.5)) {
    return {
      instruction: draw.pick([
        `Write a SQL query that gives the ${word} ${measure} per ${group} in the table ${table}, leaving out groups with fewer than ${least} rows.`,
        `Our office in ${town} keeps a table called ${table} with the columns ${listing(columns)}. How do I get the ${word} ${measure} of every ${group} that has ${least} rows or more?`,
        `Which SQL statement returns, for each ${group}, the ${word} ${measure} of its ${table}? Ignore any ${group} with under ${least} entries.`,
      ]),
      output: draw.pick([
        `SELECT ${group}, ${call}(${measure}) AS ${word}_${measure} FROM ${table} GROUP BY ${group} HAVING COUNT(*) >= ${least}; The HAVING clause works on whole groups, so it comes after GROUP BY and removes those with too few rows.`,
        `Group first, then filter the groups: SELECT ${group}, ${call}(${measure}) FROM ${table} GROUP BY ${group} HAVING COUNT(*) >= ${least} ORDER BY 2 DESC; The last part is optional and puts the highest ${measure} on top.`,
        `Use an aggregate with GROUP BY: SELECT ${group}, ${call}(${measure}) AS result FROM ${table} GROUP BY ${group} HAVING COUNT(*) > ${least - 1}; Rows where ${measure} is NULL do not take part in ${call}, but COUNT(*) does count them.`,
      ]),
    };
  }
  return {
    instruction: draw.pick([
      `List the ${shown} and ${group} of the first ${limit} ${table} with ${withArticle(measure)} ${side} ${bound}, sorted by ${measure}.`,
      `In the table ${table}, find each ${row} whose ${measure} is ${sign} ${bound}. Show ${shown} and ${group}, and no more than ${limit} rows. SQL, please.`,
      `A colleague in ${town} asks for a query: all ${table} with ${measure} ${sign} ${bound}, columns ${shown} and ${group} only, at most ${limit} rows.`,
    ]),
    output: draw.pick([
      `SELECT ${shown}, ${group} FROM ${table} WHERE ${measure} ${sign} ${bound} ORDER BY ${measure} DESC LIMIT ${limit}; If ties matter, add ${shown} as a second sort key, or the order of equal rows is left to chance.`,
      `SELECT ${shown}, ${group} FROM ${table} WHERE ${measure} ${sign} ${bound} ORDER BY ${measure} LIMIT ${limit}; An index on ${measure} lets the database stop after ${limit} rows instead of sorting the whole table.`,
      `The condition belongs in WHERE: SELECT ${shown}, ${group} FROM ${table} WHERE ${measure} ${sign} ${bound} ORDER BY ${measure} DESC FETCH FIRST ${limit} ROWS ONLY; Some systems write LIMIT ${limit} for the last part.`,
    ]),
  };
}
