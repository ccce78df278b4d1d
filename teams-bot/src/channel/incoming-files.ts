import { GenaiError } from "@genai-office/shared/vocabulary";
import type { Activity } from "botbuilder";
import type { IncomingFile } from "./incoming";
import type { PersonFiles } from "./person-files";
import { recordOf, wordOf } from "./wire-values";

const downloadInfo = "application/vnd.microsoft.teams.file.download.info";

/** Files that came with a message, as far as the bot gets them. */
export function filesOf({ attachments }: Activity, files: PersonFiles): IncomingFile[] {
  return (attachments ?? []).flatMap((attachment): IncomingFile[] => {
    const { name = "", contentType } = attachment;
    const content: unknown = attachment.content;
    if (contentType === downloadInfo) {
      const address = wordOf(recordOf(content)["downloadUrl"]);
      return [{ name, contentType: "", fetch: (largest, signal) => files.fetch(address, largest, signal) }];
    }
    // The text itself comes along as HTML, and cards that people forward are none of our files.
    if (!/^(?:image|audio|video)\//.test(contentType ?? "")) return [];
    const refuse = () => Promise.reject(new GenaiError("document-unsupported", "pictures are not read"));
    return [{ name, contentType, fetch: refuse }];
  });
}

/**
 * Outside of personal chats the HTML of a message says where its files stand, and that is all a bot gets of them. Quoted messages
 * stand there too, by a number; files have a GUID (believed, not seen in Teams).
 */
export function namesFiles({ attachments }: Activity): boolean {
  return (attachments ?? []).some(
    ({ contentType, content }) =>
      contentType === "text/html" && /<attachment\s[^>]*\bid="[0-9a-f]{8}-[0-9a-f-]{27}"/i.test(String(content)),
  );
}
