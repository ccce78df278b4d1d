import { OfficePane } from "@genai-office/shared/pane/office";
import { MailPane } from "./MailPane";
import type { PaneServices } from "./pane-services";
import { mailWording } from "./texts";

export interface AppProps {
  services: PaneServices;
  /** Language of the page as it was delivered; the person's own choice and Office's come before it. */
  pageLanguage: string;
}

/** The Outlook pane. */
export function App({ services, pageLanguage }: AppProps) {
  return (
    <OfficePane open={services.connect} pageLanguage={pageLanguage} wording={mailWording}>
      {(surroundings) => <MailPane services={services} surroundings={surroundings} />}
    </OfficePane>
  );
}
