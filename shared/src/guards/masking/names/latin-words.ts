/** Words that are written with a capital beside names or in the place of one. */
const notName = new Set(
  "thu apr feb aug sep oct nov dec mon tue wed fri mailer-daemon foundation project open source release microsoft linux apache google amazon server user introducing compliance software community all team sir madam appendix undisclosed recipients service services unit tests colleagues colleague everyone everybody both friends members participants delegates ministry department division bureau office agency section university institute committee council government cabinet bank company corporation center centre school hospital director deputy chief senior assistant manager secretary general minister prime president chair chairman chairperson professor officer staff public affairs international national global the a an this that we i you he she it in on at for from to of and or by with re fw fwd subject date sent january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday act article law bill section chapter paragraph annex table figure new york north south east west tokyo osaka kyoto japan japanese united states kingdom washington london paris geneva beijing seoul best regards sincerely yours thank thanks dear hello hi good no tel fax phone mobile mail email address data digital budget policy please note attached deadline internal external information technology personal protection ai api pdf street avenue road".split(
    " ",
  ),
);
/** Given names of English and other languages, in small letters. */
export const latinGivenNames = new Set(
  "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold carl keith roger arthur lawrence sean christian albert joe mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean alice julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany kate lucy sophie chloe claire fiona hans klaus pierre jean-pierre carlos juan luis miguel pedro antonio giovanni marco luca ivan sergei dmitri vladimir olga elena natalia mohammed muhammad ahmed ali hassan fatima aisha raj priya amit sanjay anil wei ming li jing hui min-jun ji-hoon nguyen".split(
    " ",
  ),
);

function lower(words: string): string[] {
  return words.toLowerCase().split(/[ ]+/);
}

/** True for words in Roman letters of which none is one that stands beside or in the place of a name. */
export function isLatinName(words: string): boolean {
  const all = lower(words);
  return all.every((one) => /^[a-z]\.$/u.test(one) || !notName.has(one.replace(/[.,]$/, "")));
}

/** English words that read as Japanese, or are names as well: written with a capital they begin a sentence or a title. */
const english = new Set(
  "a an are ate be bee bike bone came cake cane case chase choose close code come cone cope dare date dome done dose dune face fame fare fate file fine fire five fume game gate gave give gone hare have hate here hide hike hire hole home hope hose huge june made mate maze mine more mode move mute name nine none nose note one ore pace page pane phone pine pipe poke pose race rage rate rise robe rode rope rose rude rule same sane save shade shake shape share shine shone shore side site size soda sofa some sore tape take tame taste tide time tire to toe tone tube tune type use vote wake wane ware wave we wide wine wire wise woke yoke zone do go he me she so no too zoo you sue may will mark grant bill grace faith art rich frank price young long law park church field street west rice brown green white black gray stone wood banks hill king bishop cook baker carter mason chase dean earl ray sky dawn june april august summer autumn joy hope guy miles major general page reed reid ship case union media radio video agenda banana camera cinema data drama era extra gala idea india china korea asia africa russia syria kenya tuna china panama canada america alaska mobile china manga anime sushi sake tsunami kimono samurai kaizen karate emoji haiku tofu ramen bento judo sumo zen kanji kana hiragana katakana romaji shinkansen tatami futon origami nikkei toyota honda suzuki mazda subaru hitachi toshiba sanyo casio yamaha kawasaki mitsubishi sumitomo nomura daiwa mizuho kirin asahi sapporo suntory reuse remote update able note minute hazard".split(
    " ",
  ),
);

/** True for a word that a sentence or a title in English may begin with. */
export function isEnglishWord(word: string): boolean {
  return english.has(word.toLowerCase());
}
