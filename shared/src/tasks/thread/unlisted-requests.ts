import type { Finding } from "../../vocabulary";
import { everyRequest, mostRequests } from "../requests/find-requests";
import { notListed } from "../requests/not-listed";
import { mailSentences, type ThreadMail } from "./thread-messages";
import type { ThreadRequest } from "./thread-request";

/** `requests-not-listed` { count } for each mail that asks more than is read of one mail, with how much of it is not in the summary. */
export function unlistedRequests(mails: readonly ThreadMail[], requests: readonly ThreadRequest[]): Finding[] {
  return mails.flatMap((mail) => {
    if (mailSentences(mail).length <= mostRequests) return [];
    const asked = everyRequest({ id: mail.id, text: mail.evidence }).length;
    if (asked <= mostRequests) return [];
    const listed = requests.filter(({ statement }) => statement.sources[0] === mail.id).length;
    return asked > listed ? [notListed(asked - listed, mail.id)] : [];
  });
}
