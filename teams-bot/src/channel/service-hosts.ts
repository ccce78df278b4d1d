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
