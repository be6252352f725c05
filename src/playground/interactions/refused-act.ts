/** What a person cannot do, in a sentence for them: a client of Discord would not let them either. */
export class RefusedAct extends Error {
  override readonly name = "RefusedAct";
}
