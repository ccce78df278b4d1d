import { findMarkings } from "@genai-office/shared/guards";

function decisions(text: string): string[] {
  return findMarkings(text, "body").map((marking) => marking.decision);
}

describe("a note that class 3 is in here blocks without naming the paper", () => {
  it.each([
    "福田様\n※ 機密性３情報を含みます。\n案をお送りします。",
    "※機密性３情報を含みます。取扱いにご注意ください。",
    "機密性３情報を含みます。転送はお控えください。",
    "機密性３情報が含まれますので、取扱いに注意願います。",
    "（機密性３情報を含む）",
    "機密性３情報を含む\n\n福田様",
    "添付資料に機密性３情報が含まれています。",
    "※機密性３情報有り",
    "なお、機密性３の情報が含まれておりますので、転送しないでください。",
    "職員情報（機密性３）を含むため、転送禁止でお願いします。",
    "※ 極秘情報を含みます。",
  ])("%j", (text) => {
    expect(decisions(text)).toEqual(["block"]);
  });
});

describe("what speaks of such papers does not", () => {
  it.each([
    "機密性３情報を含む場合は暗号化してください。",
    "機密性３情報を含むメールは送らないでください。",
    "資料に機密性３情報が含まれていないかご確認ください。",
    "機密性３情報を含みますか。",
    "機密性３情報を含みますと手続が変わります。",
    "添付資料に機密性３情報は含まれていません。",
    "機密性３情報を含みません。",
    "機密性３情報を含む資料の提出方法についてご教示ください。",
    "次のいずれかに当たるもの\n・機密性３情報を含む。\n・個人情報を含む。",
    "機密性３情報を含むため、貸出しの記録を要することとされている。",
    "貴課の文書には機密性３情報を含むものがあります。",
  ])("%j", (text) => {
    expect(decisions(text)).toEqual([]);
  });
});
