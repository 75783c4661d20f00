/** Thrown when a desk does nothing: 400 a wrong request, 409 what is there is not what was seen. */
export class Refusal extends Error {
  readonly status: 400 | 409
  constructor(status: 400 | 409, message: string) {
    super(message)
    this.status = status
  }
}
