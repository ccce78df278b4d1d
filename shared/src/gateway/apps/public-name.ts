/** Top-level names that are not of the public internet (RFC 6761, 6762, 8375, 9476, ICANN's `internal`, and usage). */
const privateTops =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|private|corp|home|lan|home\.arpa|test|invalid|onion|alt)$/;

/**
 * True for a host that is a name of the public internet: no address in figures of any spelling, no name without a dot, none
 * of a private network. What the name leads to is not looked up.
 * @param hostname as `URL` gives it: in small letters, addresses of IPv4 as four figures
 */
export function isPublicName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, "");
  if (name.startsWith("[") || !name.includes(".") || privateTops.test(name)) return false;
  // A last label of figures makes an address of the name (WHATWG URL, "ends in a number").
  return !/\.(?:\d+|0x[\da-f]*)$/.test(name);
}
