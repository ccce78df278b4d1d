import { button, element } from "../../mailbox/element";
import { texts } from "../texts";
import { Dialog } from "./dialog";

/** Asks what was good or bad about an answer; it can be sent without a word. */
export function askFeedback(reaction: "like" | "dislike", send: (text: string) => void): void {
  const dialog = new Dialog(texts.feedbackTitle[reaction]);
  const field = element("textarea", "");
  field.rows = 4;
  field.id = "feedback-text";
  const label = element("label", "", texts.feedbackLabel);
  label.htmlFor = field.id;
  const accept = button(texts.send, "primary-button", () => {
    dialog.close();
    send(field.value.trim());
  });
  const cancel = button(texts.cancel, "plain-button", () => dialog.close());
  dialog.show(label, field, element("p", "quiet", texts.feedbackHint), element("div", "buttons", accept, cancel));
  field.focus();
}
