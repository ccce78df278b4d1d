/**
 * Names of the months, January first, as mail programs write them in the languages of their users. "mar" is named, because it also
 * begins the Finnish November, and an English mail of March is meant.
 */
const names = [
  "january januar janvier enero janeiro gennaio januari styczeń stycznia leden ledna январь января ocak január tammikuu tammikuuta jänner janeiro",
  "february februar février fevrier febrero fevereiro febbraio februari luty lutego únor února февраль февраля şubat február helmikuu helmikuuta",
  "march mar märz mars marzo março marco maart marzec marca březen března март марта mart március maaliskuu maaliskuuta mrz mär",
  "april avril abril aprile kwiecień kwietnia duben dubna апрель апреля nisan április huhtikuu huhtikuuta avr",
  "may mai mayo maio maggio mei maj maja květen května май мая mayıs május toukokuu toukokuuta",
  "june juni juin junio junho giugno czerwiec czerwca červen června июнь июня haziran június kesäkuu kesäkuuta",
  "july juli juillet julio julho luglio lipiec lipca červenec července июль июля temmuz július heinäkuu heinäkuuta juil",
  "august août aout agosto augustus augusti sierpień sierpnia srpen srpna август августа ağustos augusztus elokuu elokuuta",
  "september septembre septiembre setembro settembre wrzesień września září сентябрь сентября eylül szeptember syyskuu syyskuuta sept",
  "october oktober octobre octubre outubro ottobre październik października říjen října октябрь октября ekim október lokakuu lokakuuta okt",
  "november novembre noviembre novembro listopad listopada listopadu ноябрь ноября kasım marraskuu marraskuuta",
  "december dezember décembre decembre diciembre dezembro dicembre grudzień grudnia prosinec prosince декабрь декабря aralık joulukuu joulukuuta dez déc",
].map((line) => line.split(" "));

const known = new Map<string, number>();
for (const [index, words] of names.entries())
  for (const word of words)
    for (let length = word.length; length >= 3; length -= 1) {
      const part = word.slice(0, length);
      // What is short for two months is short for none; a full name is one.
      const other = known.get(part);
      if (length === word.length || other === undefined) known.set(part, index + 1);
      else if (other !== 0 && other !== index + 1 && !names[other - 1]!.includes(part)) known.set(part, 0);
    }

/** 1 to 12 for the name of a month or the beginning of one, in three letters or more; undefined for other words. */
export function monthOf(word: string): number | undefined {
  const month = known.get(word.toLowerCase().replace(/\.$/, ""));
  return month === undefined || month === 0 ? undefined : month;
}
