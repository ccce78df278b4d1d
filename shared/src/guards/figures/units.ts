/** What kind of thing a unit measures, and how many base units one is. Different kinds never agree. */
export interface Unit {
  measures: string;
  factor: number;
}

const time = (factor: number): Unit => ({ measures: "time", factor });
const months = (factor: number): Unit => ({ measures: "months", factor });
const length = (factor: number): Unit => ({ measures: "length", factor });
const mass = (factor: number): Unit => ({ measures: "mass", factor });
const volume = (factor: number): Unit => ({ measures: "volume", factor });
const area = (factor: number): Unit => ({ measures: "area", factor });
const data = (factor: number): Unit => ({ measures: "data", factor });
const money = (currency: string, factor = 1): Unit => ({ measures: currency, factor });
const counter = (what: string): Unit => ({ measures: `counter-${what}`, factor: 1 });
const part = (what: string): Unit => ({ measures: `part-${what}`, factor: 1 });

export const units: Record<string, Unit> = {
  second: time(1),
  minute: time(60),
  hour: time(3600),
  day: time(86_400),
  week: time(604_800),
  month: months(1),
  year: months(12),
  decade: { measures: "decade", factor: 1 },
  millimetre: length(0.001),
  centimetre: length(0.01),
  metre: length(1),
  kilometre: length(1000),
  mile: length(1609.344),
  nauticalMile: length(1852),
  knot: { measures: "speed", factor: 1 },
  inch: length(0.0254),
  foot: length(0.3048),
  milligram: mass(0.000001),
  gram: mass(0.001),
  kilogram: mass(1),
  tonne: mass(1000),
  pound: mass(0.45359237),
  millilitre: volume(0.001),
  litre: volume(1),
  cubicMetre: volume(1000),
  becquerel: { measures: "radioactivity", factor: 1 },
  millisievert: { measures: "dose", factor: 0.001 },
  microsievert: { measures: "dose", factor: 0.000001 },
  squareMetre: area(1),
  squareKilometre: area(1_000_000),
  hectare: area(10_000),
  byte: data(1),
  kilobyte: data(1e3),
  megabyte: data(1e6),
  gigabyte: data(1e9),
  terabyte: data(1e12),
  bit: { measures: "bits", factor: 1 },
  are: area(100),
  acre: area(4046.8564224),
  point: { measures: "points", factor: 1 },
  celsius: { measures: "temperature", factor: 1 },
  kilowatt: { measures: "power", factor: 1000 },
  watt: { measures: "power", factor: 1 },
  kilowattHour: { measures: "energy", factor: 1 },
  yen: money("yen"),
  dollar: money("dollar"),
  cent: money("dollar", 0.01),
  euro: money("euro"),
  sterling: money("sterling"),
  yuan: money("yuan"),
  won: money("won"),
  ratio: { measures: "ratio", factor: 1 },
  thing: counter("thing"),
  person: counter("person"),
  company: counter("company"),
  country: counter("country"),
  case: counter("case"),
  occurrence: counter("occurrence"),
  multiple: counter("multiple"),
  page: counter("page"),
  floor: counter("floor"),
  household: counter("household"),
  school: counter("school"),
  article: part("article"),
  paragraph: part("paragraph"),
  item: part("item"),
  chapter: part("chapter"),
};
