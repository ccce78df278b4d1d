import { bySelector, type FocusTarget } from "../focus-soon";

/** What gets the focus on the page of the apps when what was left is not there any more. */
export const appsFocus: readonly FocusTarget[] = [
  bySelector("[data-part=inquiries] h2"),
  bySelector("[data-part=app-search]"),
  bySelector("[data-part=apps] button"),
  bySelector("[data-part=research] button"),
];
