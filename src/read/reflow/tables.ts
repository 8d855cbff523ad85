import type { Cell } from '../page/grid.js'
import { joinLines, lineOf, rowsOf } from './lines.js'
import type { Piece, Rule, Sheet } from './sheet.js'

/** How far apart two lines may be drawn that are meant to meet. */
const NEAR = 3
const MOST_LINES = 600

export interface Table {
  readonly top: number
  readonly bottom: number
  readonly rows: Cell[][]
}

/** The tables that lines are drawn around, and the pieces that stand in none of them. */
export function findTables(sheet: Sheet): { tables: Table[]; rest: Piece[] } {
  const tables: Table[] = []
  let rest: readonly Piece[] = sheet.pieces
  if (sheet.rules.length < 4 || sheet.rules.length > 20_000) return { tables, rest: [...rest] }
  for (const rules of connected(sheet.rules)) {
    const xs = places(rules.filter(isUpright).map(({ x1 }) => x1))
    const ys = places(rules.filter((rule) => !isUpright(rule)).map(({ y1 }) => y1))
    if (xs.length < 3 || ys.length < 2 || xs.length > MOST_LINES || ys.length > MOST_LINES) continue
    const inside = rest.filter((piece) => isInside(piece, xs, ys))
    if (inside.length < 2) continue
    rest = rest.filter((piece) => !isInside(piece, xs, ys))
    tables.push({ top: ys[0]!, bottom: ys.at(-1)!, rows: cellsOf(rules, xs, ys, inside) })
  }
  return { tables, rest: [...rest] }
}

const isUpright = (rule: Rule) => rule.y2 - rule.y1 > rule.x2 - rule.x1

/** Sorted coordinates, one for each group that lies near together. */
function places(values: readonly number[]): number[] {
  const out: number[] = []
  for (const value of [...values].sort((a, b) => a - b))
    if (out.length === 0 || value - out.at(-1)! > NEAR) out.push(value)
  return out
}

/** Where a coordinate falls between lines: 0 between the first two; -1 outside. */
function slot(lines: readonly number[], value: number): number {
  if (value < lines[0]! || value > lines.at(-1)!) return -1
  let i = lines.length - 2
  while (i > 0 && lines[i]! > value) i--
  return i
}

const middle = ({ x, width, y, size }: Piece) => ({ x: x + width / 2, y: y - size * 0.35 })

function isInside(piece: Piece, xs: readonly number[], ys: readonly number[]): boolean {
  const { x, y } = middle(piece)
  return slot(xs, x) >= 0 && slot(ys, y) >= 0
}

/** Groups of rules that touch: sweeps them from the top, joining groups as they meet. */
function connected(rules: readonly Rule[]): Rule[][] {
  const groups: { rules: Rule[]; x1: number; x2: number; y1: number; y2: number }[] = []
  for (const rule of [...rules].sort((a, b) => a.y1 - b.y1)) {
    const meets = groups.filter(
      (group) =>
        rule.y1 <= group.y2 + NEAR &&
        rule.y2 >= group.y1 - NEAR &&
        rule.x1 <= group.x2 + NEAR &&
        rule.x2 >= group.x1 - NEAR,
    )
    const [first, ...others] = meets
    if (!first) {
      groups.push({ rules: [rule], ...rule })
      continue
    }
    first.rules.push(rule)
    for (const { x1, x2, y1, y2 } of [rule, ...others]) {
      first.x1 = Math.min(first.x1, x1)
      first.x2 = Math.max(first.x2, x2)
      first.y1 = Math.min(first.y1, y1)
      first.y2 = Math.max(first.y2, y2)
    }
    for (const other of others) {
      first.rules.push(...other.rules)
      groups.splice(groups.indexOf(other), 1)
    }
  }
  return groups.map((group) => group.rules)
}

/** Joins neighbouring places that no line parts; gives the first of those that a place is one with. */
function joinPlaces(rules: readonly Rule[], xs: readonly number[], ys: readonly number[]): (place: number) => number {
  const columns = xs.length - 1
  const parent = Array.from({ length: columns * (ys.length - 1) }, (_, i) => i)
  const rootOf = (i: number): number => {
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]!]!
      i = parent[i]!
    }
    return i
  }
  const upright = rules.filter(isUpright)
  const level = rules.filter((rule) => !isUpright(rule))
  for (let row = 0; row < ys.length - 1; row++)
    for (let column = 0; column < columns; column++) {
      const y = (ys[row]! + ys[row + 1]!) / 2
      const x = (xs[column]! + xs[column + 1]!) / 2
      const at = row * columns + column
      const right = xs[column + 1]!
      const below = ys[row + 1]!
      if (
        column + 1 < columns &&
        !upright.some((r) => Math.abs(r.x1 - right) <= NEAR && r.y1 - NEAR <= y && r.y2 + NEAR >= y)
      )
        parent[rootOf(at + 1)] = rootOf(at)
      if (
        row + 2 < ys.length &&
        !level.some((r) => Math.abs(r.y1 - below) <= NEAR && r.x1 - NEAR <= x && r.x2 + NEAR >= x)
      )
        parent[rootOf(at + columns)] = rootOf(at)
    }
  return rootOf
}

/** The cells between the lines: where no line parts two places they are one cell. */
function cellsOf(
  rules: readonly Rule[],
  xs: readonly number[],
  ys: readonly number[],
  pieces: readonly Piece[],
): Cell[][] {
  const columns = xs.length - 1
  const rootOf = joinPlaces(rules, xs, ys)
  const held = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const { x, y } = middle(piece)
    const root = rootOf(slot(ys, y) * columns + slot(xs, x))
    held.set(root, [...(held.get(root) ?? []), piece])
  }
  const cells = new Map<number, Cell>()
  const cellAt = (i: number): Cell => {
    const root = rootOf(i)
    const cell = cells.get(root) ?? { text: textOf(held.get(root) ?? []) }
    cells.set(root, cell)
    return cell
  }
  return ys.slice(1).map((_, row) => Array.from({ length: columns }, (_, column) => cellAt(row * columns + column)))
}

function textOf(pieces: readonly Piece[]): string {
  return rowsOf(pieces).reduce((text, row) => joinLines(text, lineOf(row).text), '')
}
