import {
  createTableTranslator,
  createTranslator,
  errorsWithoutDocument,
  type TableTranslator,
  type Translator,
} from "@genai-office/shared/i18n";
import type { Conversation } from "../../channel/conversation";
import { conversationTexts, type ConversationText } from "./conversation-texts";

/** The words of a conversation, in the language of the person's client; Japanese unless it is English. */
export interface Words {
  locale: "ja" | "en";
  text: TableTranslator<ConversationText>;
  translate: Translator;
}

export function wordsFor({ locale: told }: Pick<Conversation, "locale">): Words {
  const locale = told.toLowerCase().startsWith("en") ? "en" : "ja";
  const translate = createTranslator(locale, errorsWithoutDocument(locale));
  return { locale, text: createTableTranslator(conversationTexts, locale), translate };
}
