/** Whether a text could hold a marking at all: other script than Latin, a reference to one, or an English word of marks. */
export function couldMark(text: string): boolean {
  return /[^\0-\u007f]|&#|secret|confiden|restrict|sensitiv|classif|internal|official|tlp/i.test(text);
}
