import { pageCountMark, pageNumberMark } from "./marks";
import { attributeOf, createWord, descendantsNamed, wordName } from "./word-xml";

/** Marks the results of PAGE and NUMPAGES fields in a header or footer; their numbers are known after drawing. */
export function markPageNumbers(story: Element): void {
  for (const field of descendantsNamed(story, "fldSimple")) {
    const mark = markFor(attributeOf(field, "instr") ?? "");
    if (mark !== undefined) field.prepend(createWord(field, "bookmarkStart", { id: "0", name: mark }));
  }
  let instruction: string | undefined;
  for (const run of descendantsNamed(story, "r")) {
    for (const child of Array.from(run.children)) {
      const name = wordName(child);
      if (name === "instrText") instruction = (instruction ?? "") + child.textContent;
      else if (name === "fldChar" && attributeOf(child, "fldCharType") === "separate") {
        const mark = markFor(instruction ?? "");
        if (mark !== undefined) run.after(createWord(run, "bookmarkStart", { id: "0", name: mark }));
        instruction = undefined;
      }
    }
  }
}

function markFor(instruction: string): string | undefined {
  const name = instruction.trim().split(/\s+/)[0]?.toUpperCase();
  if (name === "PAGE") return pageNumberMark;
  return name === "NUMPAGES" || name === "SECTIONPAGES" ? pageCountMark : undefined;
}
