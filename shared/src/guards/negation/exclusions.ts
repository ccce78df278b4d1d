/** How a text limits what it says: leaves something out, takes something in, says that there is nothing else. */
export interface Exclusions {
  /** 除く, 以外, except, other than. */
  except: number;
  /** 除く, excluding: what says nothing but that. */
  exceptPlainly: number;
  /** 含む, including. */
  include: number;
  /** のみ, に限る, only: what a good translation says as well. */
  only: number;
  onlyLoosely: number;
}

const japanese = {
  except:
    /除[きくいけ]|(?:税|送料)[抜別]|(?<!それ)以外|除外|対象外|別とし|含[まめ](?:ない|ず|ません)|(?:^|[^ぁ-ん]|の)ほか(?:は|に)/g,
  exceptPlainly: /除[きく]|除いて|除外/g,
  include: /含[みむめまん](?!ない|ず|ません)|(?:税|料|諸費用|手数料)込/g,
  only: /(?<!その)のみ(?!なら|で(?:は)?な|[もまみむ])|に限[りる](?!らず)|に限って|に限定/g,
  onlyLoosely:
    /だけ|のみ|限|しか|わずか|ほんの|たった|唯一|ただ|単|初めて|ようやく|過ぎ|すぎ|ばかり|専|まで|ちょうど|ずつ|独|オンリー|ばっかり|限定|ちょっと|とどま|留ま|ひたすら|こそ|まだ|一つ|一人|なければ|ないと|さえ/g,
};

const english = {
  except:
    /(?<![a-z])(?:except(?:ing|ed|ion|ions)?|exclud\w+|exclusi(?:on|ve of)|other than|apart from|aside from|save for|but not|without|unless|besides|not (?:includ|contain)\w+|outside|beyond|rather than|else|not|no)(?![a-z])|n['’]t(?![a-z])/g,
  exceptPlainly: /(?<![a-z])(?:exclud\w+|except(?:ing)?)(?![a-z])/g,
  include: /(?<![a-z])(?:includ\w+|inclusive|contain\w*|incl|such as)(?![a-z])/g,
  only: /(?<!not )(?<![a-z])(?:solely|exclusively|only (?:to|for|if|when|where|in|by|those|persons|with|after|registered|the))(?![a-z])/g,
  onlyLoosely:
    /(?<![a-z])(?:only|solely|exclusively|just|alone|merely|simply|limit\w*|restrict\w*|nothing|single|sole|purely|strictly|all|unless|until|but|mere|few|first|even|one|no|not|never|cannot|without|exclusive|except|other than|at least|unique|dedicated|whole|entirely|specifically|lone|barely|hardly|mainly|special|own|ever|so|anything|as long as|if|enough|much|by|within|time|every|must|need|require\w*|sure|waste\w*|last)(?![a-z])|n['’]t(?![a-z])/g,
};

/** Counts the exclusions of a text. Linear in its length. */
export function exclusionsOf(text: string, language: "ja" | "en"): Exclusions {
  const folded = text.normalize("NFKC").toLowerCase();
  const plain = language === "ja" ? folded.replace(/\s+/g, "") : folded;
  const words = language === "ja" ? japanese : english;
  const count = (pattern: RegExp): number => plain.match(pattern)?.length ?? 0;
  return {
    except: count(words.except),
    exceptPlainly: count(words.exceptPlainly),
    include: count(words.include),
    only: count(words.only),
    onlyLoosely: count(words.onlyLoosely),
  };
}
