import type { Wording } from "@genai-office/shared/i18n";
import { diagnose } from "@genai-office/shared/pane";
import { OfficePane } from "@genai-office/shared/pane/office";
import { MailPane } from "./MailPane";
import type { PaneServices } from "./pane-services";
import { japaneseWording, loadEnglishWording } from "./texts";
import { useEffect, useState } from "react";

export interface AppProps {
  services: PaneServices;
  /** Language of the page as it was delivered; the person's own choice and Office's come before it. */
  pageLanguage: string;
}

/** The Outlook pane. */
export function App({ services, pageLanguage }: AppProps) {
  const [english, onEnglish] = useState<Wording>({});
  return (
    <OfficePane open={services.connect} pageLanguage={pageLanguage} wording={{ ja: japaneseWording, en: english }}>
      {(surroundings) => (
        <>
          {surroundings.locale === "en" && <EnglishWording onLoaded={onEnglish} />}
          <MailPane services={services} surroundings={surroundings} />
        </>
      )}
    </OfficePane>
  );
}

/** Fetches the pane's own words in English; until they are there, and where they do not come, it speaks of a document. */
function EnglishWording({ onLoaded }: { onLoaded(wording: Wording): void }) {
  useEffect(() => {
    loadEnglishWording().then(onLoaded, (thrown: unknown) => diagnose("no English wording", thrown));
  }, [onLoaded]);
  return null;
}
