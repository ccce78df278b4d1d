/** What is used here of css-tree, which ships no types. */
declare module "css-tree/parser" {
  export interface CssNode {
    type: string;
    name?: string;
    property?: string;
    important?: boolean | string;
    prelude?: { type: string; value?: string } | null;
    block?: { type: string; children: CssNode[] | Iterable<CssNode> } | null;
    children?: Iterable<CssNode> | null;
    value?: string | { type: string; value?: string };
  }

  interface ParseOptions {
    context?: "stylesheet" | "declarationList";
    parseValue?: boolean;
    parseRulePrelude?: boolean;
    parseAtrulePrelude?: boolean;
    parseCustomProperty?: boolean;
  }

  export default function parse(css: string, options?: ParseOptions): CssNode;
}
