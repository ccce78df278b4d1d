/**
 * A setting that cannot be used. `message` is one line for the administrator: it names the setting and what to write.
 * It never repeats the value of a key.
 */
export class ConfigurationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ConfigurationError";
  }
}
