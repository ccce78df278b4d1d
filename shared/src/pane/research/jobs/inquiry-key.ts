/** Where the list of inquiries is kept in the browser's storage. */
export const inquiryStorageKey = "genai-office.inquiries";
