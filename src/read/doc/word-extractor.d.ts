declare module 'word-extractor' {
  interface Options {
    readonly filterUnicode?: boolean
  }
  interface Document {
    getBody(options?: Options): string
    getFootnotes(options?: Options): string
    getEndnotes(options?: Options): string
  }
  export default class WordExtractor {
    extract(source: Buffer): Promise<Document>
  }
}
