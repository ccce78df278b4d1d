import { isPerson, matchOfName } from "../../../../shared/src/tasks/requests/person-names";

describe("who is named", () => {
  test.each([
    ["西村様", "西村 渚", "part"],
    ["西村 様", "西村 渚", "part"],
    ["企画調整課　西村係長", "西村 渚", "part"],
    ["企画調整課西村主査", "西村 渚", "part"],
    ["西村総務課長", "西村 渚", "part"],
    ["西村　渚沙課長", "西村 渚", undefined],
    ["西村渚様", "西村 渚", "whole"],
    ["西村　渚　様", "西村 渚", "whole"],
    ["岡様", "岡 健太", "part"],
    ["平岡様", "岡 健太", undefined],
    ["西村 渚沙様", "西村 渚", undefined],
    ["西村渚沙様", "西村 渚", undefined],
    ["西村渚様", "西村 渚沙", undefined],
    ["菊池様", "菊池拓也", "guessed"],
    ["菊池拓也様", "菊池拓也", "whole"],
    ["菊池 拓也様", "菊池拓也", "whole"],
    ["菊池 和也様", "菊池拓也", undefined],
    ["菊池原様", "菊池拓也", undefined],
    ["小菊池様", "菊池拓也", undefined],
    ["泉様", "泉健太郎", "guessed"],
    ["久我山様", "久我 駿", undefined],
    ["久我様", "久我山 駿", undefined],
    ["宮﨑様", "宮崎 葵", "part"],
    ["黒沢様", "黒澤 葵", "part"],
    ["Ms Okada", "OKADA Hiroko", "part"],
    ["岡田様", "OKADA Hiroko", undefined],
    ["Nishimura-san", "nishimura-n@example.jp", "part"],
    ["Nishi", "nishimura-n@example.jp", undefined],
    ["Info desk", "info@example.jp", undefined],
  ])("%s, %s: %s", (words, name, match) => {
    expect(matchOfName(words, name)).toBe(match);
  });

  test.each([
    ["西村 渚 <nagisa@example.jp>", ["西村 渚"], true],
    ["西村 渚沙 <nagisa2@example.jp>", ["西村 渚"], false],
    ["西村 駿 <shun@example.jp>", ["西村 渚", "nagisa@example.jp"], false],
    ["西村 渚 <private@example.com>", ["西村 渚", "nagisa@example.jp"], true],
    ["Nagisa Nishimura <n@example.jp>", ["西村 渚", "n@example.jp"], true],
    ["Shun Nishimura", ["Nagisa Nishimura"], false],
    ["西村", ["西村 渚"], true],
    ["総務課 西村", ["西村 渚"], true],
  ])("%s of %j: %s", (entry, me, expected) => {
    expect(isPerson(entry, me)).toBe(expected);
  });
});
