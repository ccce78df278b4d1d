/** Where teams-js asks for the list of hosts whose messages it takes, as soon as it is loaded. */
const listAddress = "https://res.cdn.office.net/teams-js/";

/**
 * Keeps teams-js from asking another server for its list of hosts: the tab speaks to its relay and to nobody else. It falls
 * back to the list that it brings along. To be called before teams-js is loaded; it asks again later when it sees a host that
 * it does not know, so that this stays.
 */
export function keepHostListHere(page: Window): void {
  const fetchOf = page.fetch.bind(page);
  page.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    return address.startsWith(listAddress)
      ? Promise.reject(new TypeError("the tab asks no other server"))
      : fetchOf(input, init);
  };
}

/**
 * Origin of the page that shows the tab; none when nobody does. Whoever that is, the relay has let it (`frame-ancestors`), so
 * that teams-js may take its messages too: the hosts of a ministry's own cloud, and the playground.
 */
export function hostOrigin(page: Window): string[] {
  if (page.parent === page) return [];
  const [parent] = page.location.ancestorOrigins ?? [];
  const told = parent ?? page.document.referrer;
  if (!URL.canParse(told)) return [];
  const { origin, protocol } = new URL(told);
  return protocol === "https:" ? [origin] : [];
}

/**
 * Who may show the tab, as the policy of its own page says (`frame-ancestors`): the same may open a window of it. A policy that
 * names nobody leaves the hosts that teams-js knows.
 * @param policy Content-Security-Policy of the page; null where there is none
 */
export function hostsOfPolicy(policy: string | null): string[] {
  const directive = (policy ?? "").split(";").find((one) => /^\s*frame-ancestors\s/i.test(one)) ?? "";
  return directive
    .split(/\s+/)
    .filter((source) => /^https:\/\/[^*]/i.test(source) || /^https:\/\/\*\.[^*]+$/i.test(source));
}
