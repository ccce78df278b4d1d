import { htmlBody, htmlText, plainText } from "./content";
import type { Mail } from "./mime/write-mail";
import { procedureReform, yamada } from "./people";

const content = [
  "Dear Ms. Yamada,",
  "Thank you for meeting our delegation in Tokyo on 20 October. We are preparing a comparative note on municipal front offices and would be grateful for your help with the following points.",
  "1. Could you confirm the figures in the table below for fiscal year 2025?\n2. Is a resident allowed to change a booking online on the day of the visit?\n3. May we quote your reply in a public report, which will appear on 15 February 2027?",
  {
    rows: [
      ["Item", "Japan (FY2025)", "Valdora (2025)"],
      ["Municipalities with online booking", "495 of 1,512", "88 of 119"],
      ["Applications made online", "37.5%", "61.2%"],
      ["Average time for moving in", "38.9 minutes", "24 minutes"],
      ["Initial cost per municipality", "JPY 22.3 million", "EUR 118,000"],
    ],
  },
  "A reply by Friday, 4 December 2026, 17:00 (CET) would allow us to include it in the first draft. If some of the figures cannot be published, please let us know which ones.",
  "With kind regards,",
  "Anna Lindqvist\nSenior Adviser, Department for Public Services\nMinistry of Digital Affairs, Republic of Valdora\n+00 00 555 0142 | anna.lindqvist@digital.valdora.example",
];

/** An inquiry from abroad: questions, a table with figures, a deadline in another time zone. */
export const englishInquiry: Mail = {
  id: "d41c7b20-5e11-4f6a-9b5d-2f0d6c1e8a77",
  from: { name: "Anna Lindqvist", address: "anna.lindqvist@digital.valdora.example" },
  to: [yamada],
  cc: [procedureReform],
  subject: "Inquiry: figures on online booking at municipal front offices",
  sent: "2026-11-18T10:24:00+01:00",
  mailer: "Apple Mail (2.3774)",
  text: plainText(content),
  html: htmlBody(htmlText(content)),
};
