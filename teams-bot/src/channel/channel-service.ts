import type { ServiceClientCredentials, ServiceClientCredentialsFactory } from "botframework-connector";

/** Addresses of the service that stands between Teams and a bot. Microsoft's public one when left out. */
export interface ChannelService {
  /** `iss` of its tokens. */
  issuer: string;
  /** OpenID configuration that leads to its keys. */
  openIdMetadataUrl: string;
  /** Where the bot gets its own tokens for it, and for which scope. */
  loginUrl: string;
  oauthScope: string;
  /** Where the bot's own tokens for it come from, when not from `loginUrl` with the bot's secret. */
  ownToken?: () => Promise<string>;
}

export const publicChannelIssuer = "https://api.botframework.com";

/** Settings of the SDK for another service; all of them, because the SDK takes one alone as if all were meant. */
export function sdkSettings({
  issuer,
  openIdMetadataUrl,
  loginUrl,
  oauthScope,
}: ChannelService): Record<string, string> {
  return {
    ToBotFromChannelTokenIssuer: issuer,
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
    ToChannelFromBotLoginUrl: loginUrl,
    ToChannelFromBotOAuthScope: oauthScope,
    OAuthUrl: loginUrl,
    CallerId: "urn:botframework:azure",
  };
}

/** What the SDK signs requests with, when the tokens come from elsewhere. */
export function ownCredentials(appId: string, ownToken: () => Promise<string>): ServiceClientCredentialsFactory {
  return {
    isValidAppId: (id) => Promise.resolve(id === appId),
    isAuthenticationDisabled: () => Promise.resolve(false),
    createCredentials: () =>
      Promise.resolve<ServiceClientCredentials>({
        async signRequest(resource) {
          resource.headers.set("authorization", `Bearer ${await ownToken()}`);
          return resource;
        },
      }),
  };
}
