/** A ministry's 用語集 read from files; loaded where files are read, never in a pane. */
export * from "./glossary-reading";
export * from "./merge-glossaries";
export * from "./parse-glossary-csv";
export * from "./parse-glossary-tbx";
