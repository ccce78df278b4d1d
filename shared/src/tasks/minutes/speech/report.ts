const reporting =
  /質問|尋ね|問い|確認(?:が|を)?(?:し|あ|求|さ)|提案|意見|要望|打診|照会|(?:との|という|旨の)(?:発言|考え|主張|懸念|指摘|声|認識|見解)|と(?:述べ|発言|主張|提起)|でしょうか|ますか|ですか|[か？?]。?$|\b(?:asked|proposed|suggested|question|wondered|requested|argued|said)\b/iu;

/** True for a line that tells what somebody asked, proposed or thought, and not how it ended. */
export function isReport(line: string): boolean {
  return reporting.test(line);
}
