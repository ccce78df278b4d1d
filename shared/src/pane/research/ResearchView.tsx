import { useEffect } from "react";
import { AppPage } from "./AppPage";
import { AppsPage } from "./AppsPage";
import { InquiryPage } from "./InquiryPage";
import type { ResearchHost } from "./research-host";
import { ResearchSheet } from "./ResearchSheet";
import type { ResearchSession } from "./research-session";
import { useResearchState } from "./use-session";

export interface ResearchViewProps {
  session: ResearchSession;
  source: "document" | "mail";
  /** Why nothing can be asked: it is switched off. */
  off?: string | undefined;
  /** False when this Office cannot be written to; undefined while it is not connected. */
  canInsert: boolean | undefined;
  host(): Promise<ResearchHost>;
}

/** 調べる: the apps, an app's form, and what came of an inquiry. */
export function ResearchView({ session, source, off, canInsert, host }: ResearchViewProps) {
  const state = useResearchState(session);
  useEffect(() => {
    if (session.state().offer === undefined) void session.load();
  }, [session]);
  const { where, draft } = state;
  const inquiry = where.page === "inquiry" ? state.inquiries.find(({ id }) => id === where.id) : undefined;
  const common = { session, state };
  return (
    <div data-part="research">
      {inquiry !== undefined ? (
        <InquiryPage key={inquiry.id} {...common} inquiry={inquiry} source={source} canInsert={canInsert} host={host} />
      ) : where.page === "app" && draft !== undefined ? (
        <AppPage key={`${draft.app.id} ${draft.sessionId ?? ""}`} {...common} draft={draft} source={source} off={off} />
      ) : (
        <AppsPage {...common} />
      )}
      <ResearchSheet plan={state.confirming} session={session} />
    </div>
  );
}
