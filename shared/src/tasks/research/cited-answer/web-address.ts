/** An address that may be opened: http or https, and nothing that hides where it leads. Undefined for anything else. */
export function webAddress(text: string): string | undefined {
  const address = text.trim();
  if (!/^https?:\/\/[^\s<>"'\\]+$/i.test(address) || !URL.canParse(address)) return undefined;
  const { protocol, username, password, href } = new URL(address);
  return /^https?:$/.test(protocol) && username === "" && password === "" ? href : undefined;
}

/** A link of markdown: `[title](address)`, whose address may hold one pair of brackets and be followed by a title. Titles are
 * bounded, so that a flood of brackets costs no more than time. */
export const markdownLink =
  /\[((?:[^[\]\\]|\\.|\[[^[\]]{0,100}\]){0,500})\]\(\s*<?((?:[^\s()<>]|\([^\s()]*\))+)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/;

/** A bare address in a text; brackets and stops of a sentence that stand behind it are not part of it. */
export const bareAddress =
  /https?:\/\/[^\s<>"'「」『』（）［］【】、。，．]+[^\s<>"'「」『』（）［］【】、。，．.,;:!?)\]*]/i;
