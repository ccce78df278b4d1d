import { readPlainThread } from "@genai-office/shared/mail";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Becky!, Sylpheed, Gmail and RFC 5322 itself name months with three letters. */
describe("the months of English mail programs", () => {
  it.each(months)("%s: date and writer of what is quoted", (month) => {
    const number = String(months.indexOf(month) + 1).padStart(2, "0");
    const { messages } = readPlainThread(
      `On Tue, 10 ${month} 2026 11:20:31 +0900\n中野 遥 <nakano@example.go.jp> wrote:\n\n> 何名でいらっしゃいますか。\n\n三名で伺います。\n`,
    );
    expect(messages[1]).toMatchObject({
      author: { name: "中野 遥", address: "nakano@example.go.jp" },
      date: `2026-${number}-10T11:20:31+09:00`,
    });
  });
});
