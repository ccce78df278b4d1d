/**
 * True for a name that an error message may repeat: a short identifier such as `userIdSecretFile`. Anything else in the
 * place of a name may be a key that somebody put there by mistake.
 */
export function isQuotableName(name: string): boolean {
  return name.length <= 20 && /^[a-z]+(?:[A-Z][a-z]+)*$/.test(name);
}
