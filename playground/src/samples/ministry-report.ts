import { DocumentWriter } from "./docx/document-writer";
import { writeBackground } from "./report/background";
import { reportTitle, writeCover, writeOverview } from "./report/cover";
import { writeIssues } from "./report/issues";
import { writeMethod } from "./report/method";
import { writeOutlook } from "./report/outlook";
import { writeResults } from "./report/results";

/**
 * A report of a ministry that does not exist, with everything a real one brings: numbering 第１ > １ > （１） > ア,
 * merged cells, notes, fields, a comment, a figure and the mark 機密性2情報. Figures are invented and agree with one
 * another, so that checks of figures have something to hold on to.
 */
export function buildMinistryReport(): Uint8Array {
  const report = new DocumentWriter({
    title: reportTitle,
    creator: "総合行政省地域窓口改革課",
    date: "2026-10-30T00:00:00Z",
    marking: "機密性2情報",
  });
  writeCover(report);
  writeOverview(report);
  writeBackground(report);
  writeMethod(report);
  writeResults(report);
  writeIssues(report);
  writeOutlook(report);
  return report.toPackage();
}
