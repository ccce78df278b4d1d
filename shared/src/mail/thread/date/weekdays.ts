/** Days of the week as mail programs write them, whole and short. */
const words =
  "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun " +
  "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so " +
  "lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim " +
  "lunes martes miércoles jueves viernes sábado domingo mié mie jue vie sáb sab dom " +
  "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta seg ter qua qui sex " +
  "lunedì martedì mercoledì giovedì venerdì sabato domenica gio " +
  "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo " +
  "måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag mån tis ons tors fre lör sön man tir tor lør søn " +
  "poniedziałek wtorek środa środę czwartek piątek sobota sobotę niedziela niedzielę pon wt śr czw pt sob ndz niedz " +
  "понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье пн вт ср чт пт сб вс";

/** One day of the week: of Latin and Cyrillic words, whole words alone. */
export const weekday = `(?:[月火水木金土日]曜日?|[月火水木金土日](?=[)）])|周[一二三四五六日]|星期[一二三四五六日天]|[월화수목금토일]요일|[월화수목금토일](?=[)）])|(?<![\\p{L}])(?:${words
  .split(" ")
  .sort((one, other) => other.length - one.length)
  .join("|")})(?![\\p{L}])\\.?)`;
