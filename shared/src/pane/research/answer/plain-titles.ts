import type { CitedAnswer } from "../../../tasks/research";

/** A tag of HTML, whole or cut off at the end of a title; 「<」 before a digit or a space is no tag. */
const tag = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>?/gi;

/** Titles of sources without HTML: they are shown as plain text, where tags would stand as such. */
export function plainTitles(cited: CitedAnswer): CitedAnswer {
  const citations = cited.citations.map((citation) => {
    const title = citation.title.replace(tag, "").replace(/\s+/g, " ").trim();
    return { ...citation, title: title === "" ? (citation.url ?? citation.title) : title };
  });
  return { ...cited, citations };
}
