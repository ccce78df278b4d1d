import { diagnose } from "@genai-office/shared/pane";
import { useEffect, useState } from "react";
import type { MailReading } from "../../mailbox";
import { loadSource } from "./load-source";

/**
 * How many earlier mails a message quotes; undefined until they are counted.
 * @param wanted false as long as nobody needs to know: what takes a message apart is loaded for it
 */
export function useQuotedCount(reading: MailReading | undefined, wanted: boolean): number | undefined {
  const [counted, setCounted] = useState<{ of: MailReading; count: number }>();
  useEffect(() => {
    if (reading === undefined || !wanted) return;
    let current = true;
    loadSource().then(
      ({ messagesOf }) => {
        if (current) setCounted({ of: reading, count: messagesOf(reading).filter(({ quotes }) => quotes).length });
      },
      (thrown: unknown) => diagnose("the mails of a thread could not be counted", thrown),
    );
    return () => {
      current = false;
    };
  }, [reading, wanted]);
  return counted !== undefined && counted.of === reading ? counted.count : undefined;
}
