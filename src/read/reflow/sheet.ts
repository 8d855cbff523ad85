/** Text put at a place: `y` is its baseline counted from the top of the sheet, `size` the height of its characters. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** A straight line, level or upright, with its lower coordinates first. */
export interface Rule {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** A page of a format that knows only places. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly pieces: readonly Piece[]
  readonly rules: readonly Rule[]
}

/** Pieces that share a baseline, read as one. */
export interface SheetLine {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  /** The size of most of its characters. */
  readonly size: number
  /** Where the text begins that stands behind a number or a bullet and a gap; else where the line begins. */
  readonly inner: number
  /** Its parts where wide gaps divide it: the cells of a table that nothing is drawn around. */
  readonly parts: readonly string[]
}
