import { join } from "node:path";
import { readThread } from "@genai-office/shared/mail/thread";
import { findRequests } from "@genai-office/shared/tasks";
import { markedMails } from "../../../support/marked-mail";
import { requestMails, type RequestMail } from "../../../support/request-mails";

const folder = join(__dirname, "../../../fixtures/mail");
const mailsOf = (set: string): RequestMail[] => requestMails(join(folder, "requests", `${set}.txt`));

const requestsOf = ({ body, written }: RequestMail) => findRequests({ id: "m", text: body }, written);

describe("mails that the rules were made with", () => {
  test.each(mailsOf("known").map((mail) => [mail.name, mail] as const))("%s", (_name, mail) => {
    const found = requestsOf(mail).map(({ text, due, addressee }) => ({
      // The expected words of the sentence, or the sentence where none are expected.
      words: mail.requests.find(({ words }) => text.includes(words))?.words ?? text,
      due: due?.date,
      addressee,
    }));
    expect(found).toEqual(mail.requests);
  });
});

/** What was measured when the set was last looked at as a whole; its single mails are not looked at. */
test("mails that no rule was made with: as many as docs/measurements.md says", () => {
  const sum = { requests: 0, found: 0, wrong: 0, dues: 0 };
  for (const mail of mailsOf("unseen")) {
    const left = new Set(requestsOf(mail));
    for (const { words, due } of mail.requests) {
      sum.requests += 1;
      const request = [...left].find(({ text }) => text.includes(words));
      if (request === undefined) continue;
      left.delete(request);
      sum.found += 1;
      if (request.due?.date === due) sum.dues += 1;
    }
    sum.wrong += left.size;
  }
  expect(sum.requests).toBe(32);
  expect(sum.found).toBeGreaterThanOrEqual(31);
  expect(sum.dues).toBeGreaterThanOrEqual(30);
  expect(sum.wrong).toBeLessThanOrEqual(3);
});

test.each(
  [...markedMails(join(folder, "layouts")), ...markedMails(join(folder, "unseen"))].map(
    (mail) => [mail.name, mail] as const,
  ),
)("what a mail asks is the same for its whole body and for its own words: %s", (_name, { body }) => {
  const { newest } = readThread({ text: body });
  const textsOf = (text: string): string[] => findRequests({ id: "m", text }, "2026-11-20").map((one) => one.text);
  expect(textsOf(newest)).toEqual(textsOf(body));
});
