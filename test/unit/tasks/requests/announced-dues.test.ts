import { findRequests } from "@genai-office/shared/tasks";

const dues = (text: string, written = "2026-11-09") =>
  findRequests({ id: "m", text }, written).map(({ due }) => due?.date);

describe("the day by which what follows is to be answered", () => {
  it.each([
    [
      "下記の各問に１１月２７日までにご回答ください。\n\n問１　図書室の蔵書数をお知らせください。あわせて、貸出の条件は変わりましたか。\n問２　図書室の開室日数をお知らせください。",
      3,
    ],
    ["以下の点について11月27日までに御回答願います。\n１　蔵書は何冊ですか。\n２　開室日数をお知らせください。", 2],
    ["次の事項につき、11月27日（金）を期限として御回答ください。\n（１）蔵書の冊数\n（２）開室の日数", 2],
    ["以下の質問に、11月27日までにお答えいただけますか。\n\n・蔵書は何冊ですか。\n・開室は何日ですか。", 2],
    [
      "下記質問事項について、11月27日（金）までに回答をお願いいたします。\n\n【蔵書】\n（質問１）蔵書は何冊ですか。\n\n【開室】\n（質問２）開室は何日ですか。",
      2,
    ],
    [
      "つきましては、次の各項目について御確認の上、11月27日（金）17時までに御回答くださるようお願いします。\n\n1. 蔵書は何冊ですか。\n　なお、雑誌は除きます。\n2. 開室は何日ですか。",
      2,
    ],
    ["お手数ですが、以下２点を11月27日までにご教示ください。\n①蔵書は何冊ですか。\n②開室は何日ですか。", 2],
    ["下記の各問に回答をお願いします（期限：11月27日）。\n問１　蔵書は何冊ですか。\n問２　開室は何日ですか。", 2],
    ["Please answer the following by 27 November.\n1. How many books do you have?\n2. How many days are you open?", 2],
    [
      "Could you answer the questions below by Friday, 27 November?\n\n1) How many books do you have?\n2) Which days are you open?",
      2,
    ],
    [
      "Please reply to each of the following questions no later than November 27:\n- How many books do you have?\n- Which days are you open?",
      2,
    ],
    [
      "次のとおり照会しますので、11月27日（金）までに御回答くださいますようお願いします。\n\n１　職員数は何名ですか。\n２　予算額をお知らせください。\n\n以上、よろしくお願いします。",
      2,
    ],
    ["下記の事項について、11月27日までに回答願います。\n記\n１　調査の対象者数\n２　調査の方法", 2],
    [
      "以下の質問に、11月27日までにお答えください。\nＱ99　蔵書は何冊ですか。\nＱ100　開室は何日ですか。\n\nなお、参考資料を御覧ください。",
      2,
    ],
    ["以下について、11月27日までに教えてください。\n蔵書は何冊ですか。\n開室は何日ですか。", 2],
  ])("is that of each question: %j", (text, count) => {
    expect(dues(text)).toEqual(Array<string>(count).fill("2026-11-27"));
  });

  it("leaves a question its own day, and what is asked beside the list none", () => {
    expect(
      dues(
        "下記の各問に11月27日までにご回答ください。\n\n問１　蔵書は何冊ですか。\n問２　開室は何日ですか。こちらは11月20日までにお知らせください。\n問３　席は何席ですか。",
      ),
    ).toEqual(["2026-11-27", "2026-11-27", "2026-11-20", "2026-11-27"]);
    expect(
      dues(
        "会議室は予約しましたか。\n以下の点について11月27日までに御回答願います。\n１　蔵書は何冊ですか。\n２　開室は何日ですか。\n\nなお、打合せの御都合もお知らせください。",
      ),
    ).toEqual([undefined, "2026-11-27", "2026-11-27", undefined]);
  });
});
