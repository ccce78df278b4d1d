import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
} from "@fluentui/react-components";
import type { GenaiError } from "@genai-office/shared/vocabulary";
import { asGenaiError } from "@genai-office/shared/vocabulary";
import { useState } from "react";
import { Failure } from "../parts/Failure";
import { useWording } from "../texts";

const longestReason = 300;

export interface SwitchDialogProps {
  what: string;
  /** True to switch off, false to switch on again. */
  off: boolean;
  onConfirm(reason: string): Promise<void>;
  onClose(): void;
}

/** Asks before anything is switched: what it is, what it does to people, and what they are told. */
export function SwitchDialog({ what, off, onConfirm, onClose }: SwitchDialogProps) {
  const { texts } = useWording();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<GenaiError>();
  const { switches } = texts;

  const confirm = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await onConfirm(reason.trim());
      onClose();
    } catch (thrown) {
      setError(asGenaiError(thrown));
      setBusy(false);
    }
  };

  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && !busy && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{off ? switches.confirmTitle(what) : switches.releaseTitle(what)}</DialogTitle>
          <DialogContent>
            <p>{off ? switches.confirmText : switches.releaseText}</p>
            {off && (
              <Field label={switches.reason} hint={switches.reasonHint}>
                <Textarea
                  value={reason}
                  maxLength={longestReason}
                  resize="vertical"
                  onChange={(_, { value }) => setReason(value)}
                />
              </Field>
            )}
            {error !== undefined && <Failure error={error} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose} disabledFocusable={busy}>
              {texts.cancel}
            </Button>
            <Button appearance="primary" onClick={() => void confirm()} disabledFocusable={busy}>
              {off ? switches.confirm : switches.release}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
