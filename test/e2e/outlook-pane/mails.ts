import type { NewMail } from "@genai-office/office-host/outlook";

/** Messages of our own making. */
export const inquiry: NewMail & { readonly id: string; readonly text: string } = {
  id: "AAMkAGI-inquiry",
  subject: "【照会】窓口手続のオンライン予約に関する実績について",
  from: { name: "鈴木 一郎", address: "ichiro.suzuki@example.go.jp" },
  received: new Date("2026-11-02T09:30:00+09:00"),
  text: [
    "総務課　山田様",
    "",
    "お世話になっております。企画課の鈴木です。",
    "",
    "来年度の予算要求に当たり、窓口手続のオンライン予約の実績を照会します。",
    "令和7年度の予約件数は15,240件で、前年度の12,180件から25.1％増えました。",
    "平均の待ち時間は、予約のある来庁者で8分、予約のない来庁者で41分でした。",
    "",
    "つきましては、令和8年度の見込み件数と、必要な窓口の数を、11月20日（金）までに回答してください。",
    "回答に当たっては、予約枠を2割増やした場合の試算も併せて示してください。",
    "",
    "なお、昨年度の照会では、3つの課から期限後に回答がありました。",
    "期限までの回答が難しい場合は、11月13日（金）までに鈴木まで連絡してください。",
    "",
    "企画課　鈴木　一郎",
    "内線 2345",
  ].join("\r\n"),
};

export const notice: NewMail & { readonly id: string; readonly text: string } = {
  id: "AAMkAGI-notice",
  subject: "庁舎の停電について",
  from: { name: "佐藤 次郎", address: "jiro.sato@example.go.jp" },
  received: new Date("2026-11-04T17:05:00+09:00"),
  text: [
    "各位",
    "",
    "11月28日（土）の9時から17時まで、電気設備の点検のため、本庁舎の全館が停電します。",
    "前日の27日（金）の退庁時に、パソコンと複合機の電源を切ってください。",
    "停電中は、共有フォルダーと電話が使えません。",
    "",
    "管財課　佐藤",
  ].join("\r\n"),
};

export const restricted: NewMail & { readonly id: string; readonly text: string } = {
  id: "AAMkAGI-restricted",
  subject: "【機密性3情報】交渉方針（案）の送付",
  from: { name: "高橋 三郎", address: "saburo.takahashi@example.go.jp" },
  received: new Date("2026-11-05T10:00:00+09:00"),
  text: ["関係者各位", "", "交渉方針の案を送ります。内容を確認し、本日中に意見を出してください。"].join("\r\n"),
};
