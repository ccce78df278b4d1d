/** Commonest family names of Japan in Roman letters (Hepburn), to tell Taro Yamada from New York. */
const families = new Set(
  "sato satou suzuki takahashi tanaka ito itoh itou watanabe yamamoto nakamura kobayashi kato katoh katou yoshida yamada sasaki yamaguchi matsumoto inoue kimura saito saitoh saitou shimizu yamazaki yamasaki abe ikeda hashimoto yamashita ishikawa nakajima nakashima maeda fujita goto gotoh gotou ogawa okada murakami hasegawa kondo kondoh ishii sakamoto endo endoh aoki fukuda miura nishimura fujiwara ota oota ohta matsuda harada okamoto nakano nakagawa ono oono ohno tamura takeuchi kaneko nakayama wada ishida kudo ueda morita shibata sakai yokoyama miyazaki miyamoto uchida takagi ando taniguchi maruyama imai takada takata fujimoto kono kouno kojima murata takeda ueno sugiyama masuda hirano otsuka ohtsuka chiba kubo matsui koyama iwasaki sakurai noguchi matsuo nomura kinoshita kikuchi sano onishi ohnishi sugawara sugimoto arai hamada furukawa ichikawa mizuno komatsu shimada koike igarashi hirata watabe kuwabara mochizuki yamauchi okubo ohkubo hayakawa matsuoka iida kawaguchi nishida yoshikawa kubota kitamura azuma higashi nakata hattori kawasaki fukushima iizuka iwata tsuchiya akiyama taguchi nagai araki nakanishi kawamura honda ozaki oshima ohshima yoshimura tsuji kumagai matsumura yano sekiguchi sudo katayama higuchi nishikawa hoshino oda kurihara ohashi oohashi ishihara okazaki noda hagiwara kuroda nagata ishibashi yoshioka narita hori tanabe otani ohtani kawakami asano aizawa nemoto naito ozawa sawada matsuura oka morimoto tajima makino tomita asai takano miyata omori ohmori seki miyake kodama hoshi aoyama aoyagi kishi nishi yasuda enomoto suda miyashita miyagawa tsuda machida iwamoto yagi takashima baba yamanaka uchiyama okawa ohkawa hidaka yanagisawa tokunaga okumura yokota oishi hirai konishi yamane maekawa soma hirose horiuchi homma honma matsunaga shirai minami inagaki yoshino tsutsumi sakaguchi tsukamoto fukui fukumoto hosokawa miyazawa miyoshi moriyama nakao hiramatsu mizutani morikawa doi sekine mikami fukuoka kanai nitta takizawa ishizuka toda takayama kai yoneda ogura kitagawa ikegami shinohara kashiwagi niwa kohara kotani kawabata kanda kitano yajima ochiai shiraishi koizumi nagao shinoda kuroki tashiro kurokawa hamaguchi kamata miyagi uehara imamura imanishi saeki sakuma umeda umehara fujisawa fujikawa fujioka fujimura fujii fujino abeno adachi arima iijima ishiguro ishiyama isobe inaba iguchi ide iwai uno ueki uemura usui uchino enoki ebihara toyama oi ohi ouchi ohuchi osawa ohsawa otomo ohara ohira ogasawara onodera ogino onuma kasai kajiwara katsura kageyama kawai kawano kawada kanno sugano kita kimoto kishimoto kishida kurata koga kozono koyanagi komiya komori saigo sakata sakuragi sasagawa shiga shinozaki shibuya shimura shimamura shimomura shirakawa shindo suenaga sugiura sugita sugihara segawa senda sonoda takai takaoka takase takahara takamura takigawa takemura takemoto takenaka tachibana tani tanikawa tsukada tsuruta terada teshima tokuda tomioka toyoda nakai nakahara nagashima nagase nagasawa nagaoka nagayama nishioka nishino nishihara nomoto nozaki hata hanada hara haraguchi harano hino hibino hirakawa hirayama hirota fukuhara fukunaga funaki hosoda hosoi hotta maki maehara masaki mano miki mizoguchi minegishi miyauchi mukai murai muto mori morishita moriwaki yasui yamagata yamakawa yamagishi yamamura yuasa yokoi yoshii yoshimoto yoneyama wakabayashi ishiba kuwata katagiri katsumata nishiyama kawase kuroiwa takei tamaki nonaka yuki hamasaki izumi kuwahara".split(
    " ",
  ),
);

/** Family names that are places as well: with a given name that is known only. */
const places = new Set(
  "chiba fukui fukushima fukuoka ishikawa miyazaki yamaguchi toyama nagano nagasaki okayama kumamoto tochigi yamagata miyagi akita kagawa tokushima nara ono toda ueno nakano narita kawasaki kawaguchi okazaki otsu komatsu takayama takaoka matsumoto matsuyama shimizu ichikawa kamata shibuya meguro machida kanda ueda iida toyoda mishima hino oita yokoyama hamamatsu".split(
    " ",
  ),
);
const given = new Set(
  "taro jiro saburo ichiro hanako hiroshi hiroki hiroko hiroyuki takashi takeshi takuya takumi tatsuya tetsuya kenji ken kenta kentaro kenichi koji koichi kazuo kazuya kazuko kazuhiro keiko keisuke keita kei kumiko kyoko makoto mamoru manabu mari mariko masaki masako masahiro masao masaru masashi masato masayuki mayumi megumi michiko midori mika miki minoru misaki miyuki mitsuru naoki naoko naomi naoto natsuki nobuo nobuko noboru noriko norio osamu rei reiko rie risa ryo ryoko ryosuke ryota ryuichi sachiko sadao sakura satoshi satoko sayaka seiji shigeru shin shinichi shinji shinya shiro shizuka shizuko shohei shota shun susumu tadashi takako takao tomohiro tomoko tomomi toru toshio toshiko tsutomu tsuyoshi wataru yasuko yasuo yoichi yoko yoshiko yoshio yosuke yuichi yuji yuka yukari yuki yukiko yukio yuko yumi yumiko yuri yusuke yuta yutaka akira akiko akio aki asuka atsushi atsuko ayaka ayako ayumi chie chihiro daichi daiki daisuke eiji eiko emi emiko eri fumio fumiko hajime haruka haruki haruko haruto hayato hideaki hideki hideo hikaru hina hitoshi hitomi isamu jun junichi junko kaori kaoru katsuya mai maki mana mio nana nanami nozomi sho sota yamato yui".split(
    " ",
  ),
);

/** True for a family name that is a place as well, in Roman letters. */
export function isRomanPlace(word: string): boolean {
  return places.has(word.toLowerCase());
}

/** True for a common Japanese given name in Roman letters. */
export function isRomanGivenName(word: string): boolean {
  return given.has(
    word
      .toLowerCase()
      .normalize("NFD")
      .replace(/[\p{M}'’]/gu, ""),
  );
}

const syllables =
  /^(?:(?:[kgsztdnhbpmyrwfj]|sh|ch|ts|ky|gy|sy|ny|hy|by|py|my|ry|kk|ss|tt|pp|ssh|tch|cch|tts)?[aeiouōūâîûêô]h?|n(?![aeiouy])|m(?=[bp]))+$/iu;

/** True for a common Japanese family name in Roman letters, in any case. */
export function isRomanFamilyName(word: string): boolean {
  return families.has(word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, ""));
}

/** True for a word that is written with the syllables of Japanese. */
export function readsAsJapanese(word: string): boolean {
  return word.length >= 2 && syllables.test(word.replace(/['’]/gu, ""));
}
