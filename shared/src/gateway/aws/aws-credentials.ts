/** Temporary keys of AWS. */
export interface AwsCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
}

/** Where a runner gets temporary keys from; asked before every attempt. */
export interface AwsCredentialPort {
  /** Rejects with a GenaiError. */
  get(): Promise<AwsCredentials>;
  /** AWS did not accept what `get` gave: fetch anew next time. */
  forget(): void;
}
