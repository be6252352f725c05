/** What answering a query took, counted: it says the same on every machine. */
export interface Work {
  /** Postings that were read. */
  postings: number;
  /** Words of the vocabulary that were compared with a word of the query. */
  words: number;
}
