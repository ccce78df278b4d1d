/**
 * True for Japanese as it is spoken or written to customers. Free translation is the rule there (questions for statements,
 * politeness for a refusal), so that a negation on one side alone says less than in a notice, a law or a report.
 */
export function isConversational(japanese: string): boolean {
  return /(?:[よねなぞぜわさか]|じゃん|けど|だろ|っす|のに|[んの]です|でしょう?)(?:[。！？!?」）)、…]|$)|俺|僕|私(?![一-龠])|あたし|お前|彼女?[はが]|って(?!い)|んだ|じゃ[なあん]|ちゃ[うっいん]|とか|[?？]|ください|下さい|いただけ|ございま/u.test(
    japanese,
  );
}
