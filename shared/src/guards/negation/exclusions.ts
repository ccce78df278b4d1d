import { japaneseObligations } from "./japanese-negation-words";

/** How a text limits what it says: leaves something out, takes something in, says that there is nothing else. */
export interface Exclusions {
  /** 除く, 以外, except, other than. */
  except: number;
  /** 除く, excluding: what says nothing but that. */
  exceptPlainly: number;
  /** The same without the words that may say other things (not, no, else). */
  exceptStrictly: number;
  /** 含む, including. */
  include: number;
  /** のみ, に限る, only: what a good translation says as well. */
  only: number;
  /** Every word that may say so. */
  onlyLoosely: number;
  /** にかかわらず, を問わず, notwithstanding. */
  regardless: number;
  regardlessLoosely: number;
  /** 〜場合を除き, "except where": a case that is left out. */
  exceptedCase: number;
  /** Every word that may leave a case out, without those that only negate. */
  exceptedLoosely: number;
}

const japanese: Record<keyof Exclusions, RegExp> = {
  except:
    /除[きくいけ]|(?:税|送料)[抜別]|(?<!それ)以外|除外|対象外|別とし|含[まめ](?:ない|ず|ません)|(?:^|[^ぁ-ん]|の)ほか(?:は|に)|この限りで(?:は)?(?:ない|ありません)|ただし|但し|(?:ない|ぬ)限り|なければ/g,
  exceptPlainly: /この限りで(?:は)?(?:ない|ありません)|除[きく]|除いて|除外|対象外|(?<!それ|これ)以外の(?=[一-龠])/g,
  exceptStrictly: /除[きくいけ]|以外|除外|対象外|(?:^|[^ぁ-ん]|の)ほか(?:は|に)|この限りで|(?:ない|ぬ)限り|なければ/g,
  include: /含[みむめまん](?!ない|ず|ません)|(?:税|料|諸費用|手数料)込/g,
  only: /(?<!その)のみ(?!なら|で(?:は)?な|[もまみむ])|に限[りるら](?!ず)|に限って|限定|にとどま[るっり]|(?<!た|る|い|な|それ|できる)だけ(?=[がをはでにのと、。]|$)(?!で(?:は|も)?(?:な|じゃ)|でなく|ど|れ)|しか(?!し|も|る|た|ら|け)[^。、]{0,14}?(?:ない|ません|なかった|なく|ず(?=[、。に]))/g,
  onlyLoosely:
    /(?<!いた)だけ|のみ|限|しか|わずか|ほんの|たった|唯一|(?<!い)ただ(?![しいくけちき])|単|初めて|ようやく|過ぎ|すぎ|ばかり|専|ちょうど|独|オンリー|とどま|留ま|ひたすら|以外[^。、]{0,16}(?:な[いくしか]|ません|ず|不可|禁)|あくま|正味/g,
  regardless: /(?<!にも)(?:に|を)(?:かかわらず|関わらず|問わず)/g,
  regardlessLoosely: /かかわら|関わら|問わ|問い|どんな|いかなる|たとえ|ても|でも|のに|関係な|が、/g,
  exceptedCase: /(?:場合|とき|時)を除(?:き|いて|く)/g,
  exceptedLoosely:
    /除|以外|例外|別とし|対象外|適用しな|この限り|ただし|但し|(?:ない|ぬ|ありません)限り|なければ|(?:ない|なかった)(?:場合|とき|時|かぎり)|(?:ほか|他)(?:は|に|、)|でもない|不(?:在|能|可)|未|のみ|だけ|限[りるっ定]|しか/g,
};

const english: Record<keyof Exclusions, RegExp> = {
  except:
    /(?<![a-z])(?:except(?:ing|ed|ion|ions)?|exclud\w+|exclusi(?:on|ve of)|other than|apart from|aside from|save for|but not|without|unless|besides|not (?:includ|contain)\w+|outside|beyond|rather than|else|not|no|non|other|others|remaining|rest)(?![a-z])|n['’]t(?![a-z])/g,
  exceptPlainly: /(?<![a-z])(?:exclud\w+|except(?:ing)?|other than)(?![a-z])/g,
  exceptStrictly:
    /(?<![a-z])(?:except(?:ing|ed|ion|ions)?|exclud\w+|exclusi(?:on|ve of)|other than|apart from|aside from|save for|but not|unless|besides|not (?:includ|contain)\w+)(?![a-z])/g,
  include: /(?<![a-z])(?:includ\w+|inclusive|contain\w*|incl|such as)(?![a-z])/g,
  only: /(?<!not |n['’]t )(?<![a-z])(?:only(?! (?:just|then|too|a (?:few|matter)|time))|solely|exclusively|(?<!not )limited to(?! (?:no more|at most|an? (?:maximum|total)|up to|[$¥€£]?[0-9])))(?![a-z])/g,
  onlyLoosely:
    /(?<![a-z])(?:only|solely|exclusively|just|alone|merely|simply|limit\w*|restrict\w*|nothing|single|sole|purely|strictly|unless|until|mere|few|except|other than|unique|entirely|specifically|none|barely|hardly|as long as|provided|all you can|exclusive|reserved|dedicated|special\w*|no choice|have to|must wait)(?![a-z])/g,
  regardless: /(?<![a-z])(?:notwithstanding|regardless|irrespective)(?![a-z])/g,
  regardlessLoosely:
    /(?<![a-z])(?:notwithstanding|regardless|irrespective|despite|although|though|even|in spite|whether|any|however|whatever|nevertheless|no matter|without)(?![a-z])/g,
  exceptedCase: /(?<![a-z])(?:except|excluding|save) (?:(?:in|for) (?:the )?cases?|where|when|if)(?![a-z])/g,
  exceptedLoosely:
    /(?<![a-z])(?:except\w*|exclud\w+|exclusion|other than|apart from|aside from|save (?:for|in|where|when|as|that)|unless|but (?:not|for)|besides|outside|beyond|otherwise|not (?:apply|includ\w+)|exempt\w*|only|(?:barring|without prejudice)|if[^.]{0,40}(?:not|no)|when[^.]{0,40}not|however|provided that)(?![a-z])|n['’]t apply/g,
};

const notOnly =
  /(?:のみ|だけ|ばかり)(?:なら(?:ず|ない)|で(?:は)?(?:な[いく]|あり))|に(?:限|とど)まらず|に限らず|not (?:only|just|merely|simply)/g;

/** Counts the exclusions of a text. Linear in its length. */
export function exclusionsOf(text: string, language: "ja" | "en"): Exclusions {
  const folded = text.normalize("NFKC").toLowerCase();
  // なければならない excepts nothing.
  const plain = language === "ja" ? folded.replace(/\s+/g, "").replace(japaneseObligations, "＊") : folded;
  const words = language === "ja" ? japanese : english;
  const count = (name: keyof Exclusions): number => plain.match(words[name])?.length ?? 0;
  return {
    except: count("except"),
    exceptPlainly: count("exceptPlainly"),
    exceptStrictly: count("exceptStrictly"),
    include: count("include"),
    only: count("only"),
    // 「のみならず」 limits nothing.
    onlyLoosely: plain.replace(notOnly, "").match(words.onlyLoosely)?.length ?? 0,
    regardless: count("regardless"),
    regardlessLoosely: count("regardlessLoosely"),
    exceptedCase: count("exceptedCase"),
    exceptedLoosely: count("exceptedLoosely"),
  };
}
