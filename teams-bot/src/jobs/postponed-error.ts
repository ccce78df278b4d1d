/**
 * Rests a job: it goes back to the queue, holds no place meanwhile, and begins again from its beginning after so long. No
 * failure, and no try.
 */
export class PostponedError extends Error {
  constructor(readonly afterSeconds: number) {
    super("the job rests");
    this.name = "PostponedError";
  }
}
