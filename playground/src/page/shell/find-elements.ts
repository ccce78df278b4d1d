/** Elements of the page by their ids. @throws Error when the page and the list have grown apart */
export function findElements<Elements extends object>(ids: Readonly<Record<keyof Elements, string>>): Elements {
  const found = Object.entries<string>(ids).map(([name, id]) => {
    const element = document.getElementById(id);
    if (element === null) throw new Error(`The page has no #${id}`);
    return [name, element];
  });
  return Object.fromEntries(found) as Elements;
}
