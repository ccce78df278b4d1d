import { isPublicName } from "../../../../shared/src/gateway/apps/public-name";

const hostOf = (address: string): string => new URL(address).hostname;

test.each([
  "https://bucket.s3.ap-northeast-1.amazonaws.com/key",
  "https://files.example.go.jp/",
  "https://例え.jp/",
  "https://10.example.com",
])("%s leads to a public name", (address) => expect(isPublicName(hostOf(address))).toBe(true));

test.each([
  "https://localhost",
  "https://a.localhost.",
  "https://LOCALHOST",
  "https://127.1",
  "https://0x7f000001",
  "https://0177.0.0.1",
  "https://192.168.1.1",
  "https://１２７.０.０.１",
  "https://[fe80::1]",
  "https://[::ffff:10.0.0.1]",
  "https://server",
  "https://server.local",
  "https://server.corp",
  "https://router.home.arpa",
  "https://x.internal",
])("%s does not", (address) => expect(isPublicName(hostOf(address))).toBe(false));
