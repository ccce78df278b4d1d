import { diagnose } from "@genai-office/shared/pane";
import { useEffect, useState } from "react";
import type { MailReading } from "../../mailbox";
import { messagesOf } from "./mail-message";

/** How many earlier mails a message quotes; undefined until they are counted. */
export function useQuotedCount(reading: MailReading | undefined): number | undefined {
  const [counted, setCounted] = useState<{ of: MailReading; count: number }>();
  useEffect(() => {
    if (reading === undefined) return;
    let current = true;
    messagesOf(reading).then(
      (messages) => {
        if (current) setCounted({ of: reading, count: messages.filter(({ quotes }) => quotes).length });
      },
      (thrown: unknown) => diagnose("the mails of a thread could not be counted", thrown),
    );
    return () => {
      current = false;
    };
  }, [reading]);
  return counted !== undefined && counted.of === reading ? counted.count : undefined;
}
