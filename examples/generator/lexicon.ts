/** Words that several kinds of task draw from. All persons and places are invented. */
export const PEOPLE: readonly string[] = (
  "Amara Bertil Chiara Dev Esther Farid Greta Hamza Ingrid Joaquin Keiko Lamin Mirela Noor Oskar Priya Quentin Rosa Samir " +
  "Tamsin Ulla Viktor Wanjiru Xenia Yusuf Zofia Anselm Bronwyn Calum Dilnoza Emeka Fleur Gustavo Halina Idris Jarmila Kofi " +
  "Leilani Matteo Nerys Odile Pavel Rukmini Silas Tariq Umeko Vesna Wendel Yara Zoltan"
).split(" ");

export const SURNAMES: readonly string[] = (
  "Abbas Brandt Castellanos Dahl Eriksen Fontaine Grzelak Hoang Ibarra Jansen Kowalczyk Lindqvist Mbeki Nakagawa Okafor " +
  "Petrov Quarshie Rahimi Silvestri Thorne Ueda Vargas Whitlock Yilmaz Zamora Achterberg Bellweather Crowe Drummond Farrow"
).split(" ");

export const TOWNS: readonly string[] = (
  "Aldermoor Brackenfold Carrowhythe Dunmarsh Eastervale Fallowmere Greyhaven Harrowgate Inverlune Juniper-Cross Kestrelby " +
  "Lowick Merrowport Norwold Oakenshaw Pellstone Quarrendale Ravenscar Saltmarsh Thistledown Underhill Vexley Wychbourne " +
  "Yarrowby Amberley-on-Sea Birchwater Coldbrook Dovemoor Elmstead Foxholt"
).split(" ");

export const DAYS: readonly string[] = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

export const MONTHS: readonly string[] =
  "January February March April May June July August September October November December".split(" ");

export const TRADES: readonly string[] = [
  "beekeeper",
  "bookbinder",
  "bus driver",
  "carpenter",
  "cartographer",
  "clockmaker",
  "dairy farmer",
  "ferry pilot",
  "florist",
  "glassblower",
  "lighthouse keeper",
  "librarian",
  "locksmith",
  "midwife",
  "night baker",
  "organ builder",
  "piano tuner",
  "potter",
  "radio operator",
  "sail maker",
  "school cook",
  "seismologist",
  "shoe repairer",
  "stonemason",
  "surveyor",
  "tram conductor",
  "translator",
  "tree surgeon",
  "veterinary nurse",
  "weaver",
];

/** Ways to end a request, from none to a wish about length, tone or reader. */
export const WISHES: readonly string[] = [
  "",
  "",
  "",
  " Keep it short.",
  " Use plain words.",
  " Three or four sentences will do.",
  " Write for someone who is new to this.",
  " Please avoid jargon.",
  " I only have a minute to read it.",
  " It is for a notice board.",
  " My grandmother should be able to follow it.",
  " Do not use bullet points.",
  " A friendly tone is welcome.",
  " Be precise about the numbers.",
];
