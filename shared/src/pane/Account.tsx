import { Button, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { TextTable } from "../i18n";
import { diagnose } from "./diagnostics";
import { useTexts } from "./text-table";

/** The sign-in of this pane to the relay. */
export interface PaneAccount {
  /** The name the person signs in by; undefined when nobody has, and in development mode. */
  signedInAs(): Promise<string | undefined>;
  signOut(): Promise<void>;
}

const texts: TextTable<"as" | "signOut" | "signedOut" | "failed"> = {
  ja: {
    as: "{name} としてサインインしています。",
    signOut: "サインアウト",
    signedOut: "サインアウトしました。次に使うときに、もう一度サインインします。",
    failed: "サインアウトできませんでした。しばらくしてからもう一度押してください。",
  },
  en: {
    as: "Signed in as {name}.",
    signOut: "Sign out",
    signedOut: "You are signed out. You will be asked to sign in when you use it next.",
    failed: "Signing out did not work. Please try again in a moment.",
  },
};

const useStyles = makeStyles({
  account: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "8px", minWidth: 0 },
  line: { margin: 0, overflowWrap: "anywhere", outlineStyle: "none" },
});

/** Who is signed in, and サインアウト; nothing while nobody is. */
export function Account({ account, className }: { account: PaneAccount; className: string }) {
  const t = useTexts(texts);
  const styles = useStyles();
  const [name, setName] = useState<string>();
  const [state, setState] = useState<"in" | "leaving" | "out" | "failed">("in");
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    let current = true;
    account.signedInAs().then(
      (known) => {
        if (current) setName(known);
      },
      (thrown: unknown) => diagnose("who is signed in could not be found out", thrown),
    );
    return () => {
      current = false;
    };
  }, [account]);
  useEffect(() => {
    // The button that was pressed has gone.
    if (state === "out") line.current?.focus();
  }, [state]);
  if (name === undefined) return null;
  const leave = () => {
    setState("leaving");
    account.signOut().then(
      () => setState("out"),
      (thrown: unknown) => {
        diagnose("signing out did not work", thrown);
        setState("failed");
      },
    );
  };
  return (
    <div className={className} data-part="account">
      <div className={styles.account}>
        <p ref={line} className={styles.line} tabIndex={-1} role="status">
          {state === "out" ? t("signedOut") : state === "failed" ? t("failed") : t("as", { name })}
        </p>
        {state !== "out" && (
          <Button size="small" disabledFocusable={state === "leaving"} onClick={leave}>
            {t("signOut")}
          </Button>
        )}
      </div>
    </div>
  );
}
