/** Whether people sign in to the relay, as the server has written it into the page; undefined when it has not. */
export function signInMode(page: Document): "development" | "entra" | undefined {
  const content = page.querySelector<HTMLMetaElement>('meta[name="sign-in"]')?.content;
  return content === "development" || content === "entra" ? content : undefined;
}
