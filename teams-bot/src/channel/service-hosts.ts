/** Where Teams takes the answers of bots (its documentation on proactive messages). */
export const teamsServiceHosts: readonly string[] = ["smba.trafficmanager.net"];

/**
 * May the bot post to that address? What it posts holds people's text, and its own token. A bot that verifies nobody posts
 * to its own machine only.
 * @param hosts host names; undefined for a bot without registration
 */
export function isServiceAddress(serviceUrl: string, hosts: readonly string[] | undefined): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, host, username, password } = new URL(serviceUrl);
  if (username !== "" || password !== "") return false;
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (hosts === undefined) return isHere && /^https?:$/.test(protocol);
  return (
    (protocol === "https:" || (isHere && protocol === "http:")) && (hosts.includes(hostname) || hosts.includes(host))
  );
}

/** Hosts of OneDrive and SharePoint, where Teams keeps people's files. */
const fileDomains = [".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us"];

/**
 * May a file be fetched from or put to that address? It came in an activity, and what stands there goes to a model, so that
 * nobody may lead the bot to an address inside the ministry.
 * @param hosts as above
 */
export function isFileAddress(address: string, hosts: readonly string[] | undefined): boolean {
  if (isServiceAddress(address, hosts)) return true;
  if (hosts === undefined || !URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  const isPlain = username === "" && password === "" && port === "";
  return protocol === "https:" && isPlain && fileDomains.some((domain) => hostname.endsWith(domain));
}
