import { peopleText, readPeople } from "../../../../playground/src/page/mailbox/compose/people-text";

test("recipients are read as people write them, and written as they can be read", () => {
  const people = readPeople(
    '山田 花子 <hanako@example.go.jp>；taro@example.go.jp、"佐藤"＜sato@example.go.jp＞, 三浦;',
  );
  expect(people).toEqual([
    { name: "山田 花子", address: "hanako@example.go.jp" },
    { name: "taro@example.go.jp", address: "taro@example.go.jp" },
    { name: "佐藤", address: "sato@example.go.jp" },
    { name: "三浦", address: "" },
  ]);
  const whole = people.slice(0, 3);
  expect(peopleText(whole)).toBe("山田 花子 <hanako@example.go.jp>; taro@example.go.jp; 佐藤 <sato@example.go.jp>");
  expect(readPeople(peopleText(whole))).toEqual(whole);
  expect(readPeople(" ; 、 ")).toEqual([]);
});
