/** True when an English sentence states the mark of this very paper; both sides of the mark, without white space. */
export function statesInEnglish(before: string, after: string): boolean {
  const self =
    /(?:this|the(?:attached|enclosed|following))(?:e-?mail|message|document|report|files?|materials?|memo|presentation|communication|information|draft|paper|text|thread|note|transmission|content|slides?|page)(?:[a-z,()]{0,50}?)(?:is|are|contains?|hasbeen|mustbe|istobe|shouldbe|mustremain)(?:[a-z]{0,24})$/i;
  if (/(?:not|may|might|could|non-?)(?:be|contain)?$/i.test(before) || /^[a-z]{0,12}(?:ornot)/i.test(after))
    return false;
  if (/(?:^|[.,;])(?:if|when|whether|unless|incase|where)/i.test(before)) return false;
  if (self.test(before))
    return !/(?:may|might|not|describes?|explains?)(?:contain|be|include)?s?[a-z]{0,12}$/i.test(before.slice(-24));
  if (/(?:copied|quoted|excerpt(?:ed)?|taken|extract(?:ed)?)(?:is)?from(?:a|the|our)?$/i.test(before))
    return /^[a-z]{0,12}(?:document|report|paper|memo|file|mail)/i.test(after);
  return /(?:please(?:treat|keep|handle)(?:this|it)?[a-z]{0,24}(?:as|strictly)?)$/i.test(before);
}
