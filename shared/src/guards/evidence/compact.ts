import { foldWidth } from "../../language";

/** One spelling for searching: folded width, lower case, without white space and middle dots. */
export function compact(text: string): string {
  return foldWidth(text)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s・]+/g, "");
}
