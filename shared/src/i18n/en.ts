import type { ja } from "./ja";

/** English texts; complete by type. `{name|one|many}` chooses by the number in `name`. */
export const en = {
  "pane.header": "What is being worked on",
  "pane.task": "Summary",
  "pane.actions": "Use the result",
  "pane.back": "Back",
  "pane.close": "Close",
  "pane.cancel": "Stop",
  "pane.retry": "Try again",
  "pane.details": "Details",
  "pane.hideDetails": "Hide details",
  "pane.detailCode": "Code: {code}",
  "pane.detailRequest": "Reference number: {requestId}",
  "pane.detailPhase": "Stopped at: {phase}",
  "phase.connect": "connecting",
  "phase.first-token": "waiting for the first answer",
  "phase.idle": "in the middle of the answer",
  "phase.total": "overall time limit",

  "scope.connecting": "Connecting to the document",
  "scope.selection": "Selection: {paragraphs} {paragraphs|paragraph|paragraphs}, {characters} characters",
  "scope.selectionUncounted": "Selection",
  "scope.document": "Whole document: {paragraphs} {paragraphs|paragraph|paragraphs}, {characters} characters",
  "scope.documentUncounted": "Whole document",
  "scope.unavailable": "Not connected to the document",

  "mail.none": "No message is selected",
  "mail.noSubject": "(no subject)",
  "mail.switched": "Another message was selected, so the work on the one before was stopped.",
  "preview.source": "Source paragraph",
  "preview.closeSource": "Close the source paragraph",

  "class.3": "Class 3",
  "class.2": "Class 2",
  "class.1": "Class 1",
  "class.unknown": "Class to be confirmed",
  "class.none": "No class marking",
  "class.unread": "Class: not checked yet",
  "class.badge": "Confidentiality of the document: {name}",
  "place.header": "the header",
  "place.footer": "the footer",
  "place.firstPage": "the first page",
  "place.fileName": "the file name",
  "place.subject": "the subject",
  "place.body": "the text",

  "model.chip": "Model in use: {name}",
  "model.chooseTitle": "Choose a model",
  "model.loading": "Looking up the models",
  "model.missing": "Model: not connected",
  "model.clearance1": "up to class 1",
  "model.clearance2": "up to class 2",
  "model.regionLocal": "nothing leaves",
  "model.regionJapan": "processed in Japan",
  "model.regionOther": "may be processed outside Japan",
  "model.notCleared": "Not allowed for this document's class",
  "model.notForTask": "Cannot summarize",
  "model.retired": "No longer offered ({date})",
  "model.offline": "Simple offline engine",

  "send.title": "What will be sent",
  "send.destination": "Sent to",
  "send.leavesNothingHere": "Nothing leaves: it is processed inside this computer.",
  "send.leavesNothingRelay": "Nothing leaves: it is processed inside your organization's relay server.",
  "send.leaves":
    "Only the text below is sent to “{model}” through the relay server ({region}). File name and author are not sent.",
  "send.insteadOf": "“{other}” may not be used for this document’s confidentiality; “{model}” is used instead.",
  "send.class": "Confidentiality",
  "send.classFound": "{name} (“{text}” in {place})",
  "send.content": "Text: {blocks} {blocks|paragraph|paragraphs}, {characters} characters",
  "send.contentLabel": "Text to be sent",
  "send.askTitle": "Choose the class of this document",
  "send.askReason": "“{text}” stands in {place}, but the class cannot be told from it.",
  "send.askReasonUnmarked": "The class cannot be told.",
  "send.askClass1": "Class 1 (may be made public)",
  "send.askClass2": "Class 2 (holds information that may be withheld)",
  "send.askClass3": "Class 3 (equal to a secret document)",
  "send.askClass3Blocked": "Documents of class 3 cannot be sent.",
  "send.askModelNotCleared": "“{model}” is not allowed for this document. Choose another model.",
  "send.confirm": "Summarize this text",
  "send.cancel": "Cancel",

  "summarize.run": "Summarize",
  "summarize.again": "Summarize again",
  "summarize.look": "See what is sent",
  "summarize.options": "{length}",
  "summarize.length": "Length of the summary",
  "length.automatic": "Automatic",
  "length.characters": "{characters} chars",
  "length.page": "One page",
  "length.bullets": "Bullet points",
  "length.hintAutomatic": "100 chars for a short selection in Word, else 300",
  "length.hint100": "the gist in a sentence or two",
  "length.hint300": "to go with a briefing paper",
  "length.hintPage": "about one sheet of A4",
  "length.hintBullets": "the main points in {count} items",
  "summarize.connecting": "Connecting to the document",
  "summarize.reading": "Reading the document",
  "summarize.preparing": "Preparing the summary",
  "summarize.running": "Writing the summary",
  "summarize.progress": "{done} of {total} parts are done",
  "progress.count": "{done}/{total}",
  "progress.seconds": "about {seconds} s left",
  "progress.minutes": "about {minutes} min left",
  "summarize.cancelled": "Stopped. The document is unchanged.",

  "empty.title": "Summarize this document",
  "empty.text": "Select the paragraphs to summarize. With nothing selected, the whole document is summarized.",
  "empty.assurance":
    "The document does not change until you have checked the result and press “Insert below” or another action.",
  "empty.example": "See an example",
  "empty.exampleTitle": "Example: a short report in one sentence",
  "empty.exampleSource":
    "To shorten queues, the city started online booking for moving-in procedures in April 2024. On average 1,250 bookings are made a month, and the average wait fell from 42 to 18 minutes. The wait of visitors without a booking has not changed, so the share of bookable slots will be reviewed.",
  "empty.exampleResult":
    "Online booking (1,250 a month on average) cut the wait from 42 to 18 minutes, but not for visitors without a booking; the share of bookable slots will be reviewed.",
  "empty.exampleNote": "Figures are checked against the source; a difference is shown where it stands.",

  "preview.title": "Result",
  "preview.label": "AI draft · {model}",
  "preview.labelOffline": "Simple offline engine",
  "preview.length": "{characters} characters",
  "preview.sentencesHint": "Choose a sentence to see its source paragraph. Arrow keys move between sentences.",
  "preview.noSource": "No source paragraph is given",
  "preview.started": "The summary is being written.",
  "preview.finished": "The summary is ready: {characters} characters, {findings} {findings|point|points} to check.",
  "preview.findings": "{findings} {findings|point|points} to check",
  "preview.noFindings": "No difference in figures was found",
  "preview.findingError": "Check",
  "preview.findingWarning": "Note",
  "preview.findingInfo": "For information",
  "preview.showSource": "Show the source paragraph",

  "action.insert": "Insert below",
  "action.replace": "Replace (tracked)",
  "action.comment": "Comment",
  "action.copy": "Copy",
  "action.undo": "Undo",
  "action.applying": "Writing to the document",
  "action.unchanged": "The document has not changed yet.",
  "action.inserted": "Inserted below the selection.",
  "action.insertedAtEnd": "Inserted at the end of the document.",
  "action.replaced": "Replaced as a tracked change.",
  "action.commented": "Comment added.",
  "action.copied": "Copied.",
  "action.undone": "Taken back.",
  "action.noInsert": "This version of Word cannot insert.",
  "action.noReplace": "This version of Word cannot replace with tracked changes.",
  "action.noComment": "This version of Word cannot add comments.",
  "action.copyFailed": "Copying failed. Select the text and press Ctrl+C.",
  "draft.label": "[AI draft, summary] {model}",
  "draft.labelClass": "[AI draft, summary] {model} / {class}",
  "draft.class2": "機密性2情報",

  "settings.title": "Settings",
  "settings.open": "Open settings",
  "settings.language": "Language (pane and summary)",
  "settings.languageJa": "日本語",
  "settings.languageEn": "English",
  "settings.length": "Usual length",
  "settings.stored": "Settings are kept on this computer only.",
  "settings.notStored": "Settings cannot be kept here. They are lost when the pane closes.",

  "office.scriptFailed": "The part that connects to Word could not be loaded. The document is unchanged.",
  "office.scriptFailedAdministrator": "For administrators: check that connections to this address are allowed. {url}",
  "office.notInWord": "Open this pane inside Word.",

  "error.title": "It did not work",
  "error.blockedTitle": "This document cannot be sent",
  "error.blockedReason": "“{text}” stands in {place}.",
  "error.connection-failed":
    "The relay server could not be reached. The document is unchanged. Check the connection and try again.",
  "error.connection-lost": "The connection was lost. The document is unchanged. Try again.",
  "error.timeout":
    "There was no answer in time. The document is unchanged. Wait a little or select less, and try again.",
  "error.incomplete-stream": "The answer ended too early. The document is unchanged. Try again.",
  "error.malformed-response":
    "The answer could not be read. The document is unchanged. If it happens again, send the details to the help desk.",
  "error.not-a-model-server":
    "The server at the other end is not a model server. The document is unchanged. Ask the help desk to check the address.",
  "error.bad-request":
    "The request was not accepted. The document is unchanged. Try another selection; if it happens again, ask the help desk.",
  "error.unauthorized": "You could not be signed in. The document is unchanged. Sign in again and retry.",
  "error.forbidden": "You are not allowed to use this. The document is unchanged. Ask the help desk.",
  "error.not-found": "The server at the other end was not found. The document is unchanged. Tell the help desk.",
  "error.input-too-large":
    "The text is too long to be sent at once. The document is unchanged. Select less and try again.",
  "error.rate-limited": "Too many people are using it now. The document is unchanged. Wait a little and try again.",
  "error.server-error": "Something went wrong on the server. The document is unchanged. Wait a little and try again.",
  "error.unavailable": "The service is down at the moment. The document is unchanged. Wait a little and try again.",
  "error.upstream-error":
    "Something went wrong at the model. The document is unchanged. Try again or choose another model.",
  "error.upstream-unauthorized":
    "The relay server was not accepted by the model's server. The document is unchanged. Ask the help desk to check the relay's key for it.",
  "error.content-blocked":
    "The model's safety rules stopped the answer. The document is unchanged. Try another selection.",
  "error.refused":
    "The model did not answer this request. The document is unchanged. Try another selection or another model.",
  "error.confidentiality-blocked":
    "Documents of class 3 cannot be sent, so nothing was sent. The document is unchanged. If the marking is wrong, correct it and try again.",
  "error.confidentiality-unconfirmed":
    "The class could not be confirmed, so nothing was sent. The document is unchanged. Press “Summarize” and choose the class.",
  "error.model-not-cleared":
    "The chosen model is not allowed for this document's class. Nothing was sent and the document is unchanged. Choose another model.",
  "error.model-unknown": "The chosen model was not found. The document is unchanged. Choose a model again and retry.",
  "error.model-cannot-do-task": "The chosen model cannot summarize. The document is unchanged. Choose another model.",
  "error.source-empty":
    "There is no text to summarize. The document is unchanged. Select paragraphs with text and try again.",
  "error.output-empty": "The model gave back no text. The document is unchanged. Try again.",
  "error.output-truncated":
    "The answer was cut off at its length limit. The document is unchanged. Select less or choose a shorter length, and try again.",
  "error.output-too-long":
    "The answer became far longer than asked for and was stopped. The document is unchanged. Try again or choose another model.",
  "error.no-model": "There is no model to use. The document is unchanged. Ask the help desk to check the settings.",
  "error.document-empty": "The document has no text. The document is unchanged. Enter some text and try again.",
  "error.document-changed":
    "The document was edited after it was read, so nothing was written. It is as it was edited. Summarize again.",
  "error.document-protected":
    "The document is protected and cannot be written to. The document is unchanged. Remove the protection or use “Copy”.",
  "error.document-unsupported":
    "This document has a form that cannot be handled. The document is unchanged. Open it again in Word or try another selection.",
  "error.document-has-revisions":
    "There are tracked changes in the range, so nothing was written. The document is unchanged. Accept or reject them first, or use “Copy”.",
  "error.rollback-failed":
    "The change could not be taken back completely. Part of the document may have changed. Press Undo in Word and check the document.",
  "error.edit-unverified":
    "What was written differed from what was meant, so it was taken back. The document is unchanged. Use “Copy” and paste.",
  "error.undo-impossible":
    "The inserted text was edited since, so it was not taken back. The document stays as it is. Use Undo in Word.",
  "error.host-unsupported":
    "This version of Word cannot do this. The document is unchanged. Use “Copy” or ask the help desk.",
  "error.host-error":
    "Something went wrong in Word. The document is unchanged. Try again; if it happens again, reopen Word.",
  "error.aborted": "Stopped. The document is unchanged. Press “Summarize” again to go on.",
  "error.internal":
    "Something unexpected went wrong. The document is unchanged. Try again; if it happens again, send the details to the help desk.",

  "finding.figure-not-in-source": "“{found}” is not in the source.",
  "finding.figure-not-in-source.nearest": "The source says “{nearest}”, the output says “{found}”.",
  "finding.unit-differs": "The units differ: the source says “{nearest}”, the output says “{found}”.",
  "finding.figure-elsewhere": "“{found}” is not in the paragraph given as its source, but in another one.",
  "finding.statement-without-source": "No source paragraph is given for this sentence.",
  "finding.figure-missing": "“{expected}” of the source is missing from the translation.",
  "finding.figure-swapped": "“{first}” and “{second}” may have been swapped.",
  "finding.negation-lost": "The source negates something; the translation does not seem to.",
  "finding.negation-added": "The translation negates something; the source does not seem to.",
  "finding.length-over": "{actual} characters instead of {expected} ({percent}% over).",
  "finding.length-under": "{actual} characters instead of {expected} ({percent}% under).",
  "finding.bullets-over": "{actual} items instead of {expected}.",
  "finding.bullets-under": "Only {actual} items instead of {expected}.",
  "finding.model-retires-soon": "This model will be withdrawn on {date} ({days} days left).",
  "finding.model-retired": "This model was withdrawn on {date}.",
  "finding.part-without-summary":
    "{blocks} {blocks|paragraph|paragraphs} of the source are not covered by the summary. Select that part alone if you need it.",
  "finding.other": "There is a point to check.",

  // Teams
  "bot.help":
    "Paste the text you want summarized into this chat and send it. Long documents are summarized from the Word pane.",
  "bot.label": "Drafted by AI: summary ({model})",
  "bot.findings": "Please check:",
} satisfies Record<keyof typeof ja, string>;
