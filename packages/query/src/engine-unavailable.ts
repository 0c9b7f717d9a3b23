/** An engine that cannot run here. The reason is for people; the question goes to the next engine. */
export class EngineUnavailable extends Error {
  override readonly name = "EngineUnavailable";
  readonly reason: string;

  constructor(engine: string, reason: string, options?: ErrorOptions) {
    super(`${engine} is not available: ${reason}`, options);
    this.reason = reason;
  }
}
