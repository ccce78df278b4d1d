import type { HostValue, MethodDefinition } from "../../rich-api/emulated-type";
import { search, searchOptionsFromFlags, searchOptionsFromObject, type SearchOptions } from "../search";
import { textArgument } from "./arguments";
import { Collection } from "./collection";
import { RangeObject, rangeCollectionType } from "./range";
import type { TextScope } from "./text-scope";

/** `search` and the form the real proxies send, `_Search2` with flags. The ranges found do not change later. */
export function searchMethods<Target extends TextScope>(): Record<string, MethodDefinition<Target>> {
  const find = (target: Target, text: HostValue, options: SearchOptions) => {
    const span = target.span();
    const ranges = search(span, textArgument(text), options).map(
      (places) => new RangeObject(target.model, span.story, places),
    );
    return Collection.of(rangeCollectionType, ranges);
  };
  return {
    Search: (target, args) => find(target, args[0], searchOptionsFromObject(args[1])),
    _Search2: (target, args) => find(target, args[0], searchOptionsFromFlags(args[1])),
  };
}
