/** Inside of a character class: every sign that is typed for a hyphen, long vowel marks included. */
export const hyphens = "\\-\\u2010-\\u2015\\u2212\\ufe63\\uff0dー\\uff70─━‑";
