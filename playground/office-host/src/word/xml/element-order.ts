import { insertAfter, wordName } from "./word-xml";

/**
 * The order of children that the schema demands (ISO/IEC 29500-1, annex A). Word reports a document as damaged when
 * it is violated, so nothing is appended blindly.
 */
const orders: Record<string, readonly string[]> = {
  pPr: words(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
  ),
  rPr: words(
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
  ),
  trPr: words(
    "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden ins del trPrChange",
  ),
  settings: words(
    "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation",
  ),
  sectPr: words("headerReference footerReference footnotePr endnotePr type pgSz pgMar"),
};

function words(text: string): string[] {
  return text.split(" ");
}

/**
 * Inserts a child where the schema of its parent wants it: after the last sibling that comes before it in the order,
 * or of the same name. Elements the table does not know stay where they are.
 */
export function insertInOrder(parent: Element, element: Element): void {
  const order = orders[wordName(parent)];
  const rank = order?.indexOf(wordName(element)) ?? -1;
  if (!order || rank < 0) {
    parent.appendChild(element);
    return;
  }
  let last: Node | undefined;
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    const other = order.indexOf(wordName(node));
    if (other >= 0 && other <= rank) last = node;
  }
  if (last) insertAfter(element, last);
  else parent.insertBefore(element, parent.firstChild);
}
