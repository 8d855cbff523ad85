import { createHash } from 'node:crypto'

/** The longest name that common file systems take, in bytes. */
const LONGEST = 255

/**
 * The plan's path for each notice: folders mirrored, the notice's extension dropped; kept where two notices would have
 * the same plan, also on file systems that do not tell A from a. `2019/a.html`, `2019/b.txt`, `2019/b.pdf` →
 * `2019/a.plan.yaml`, `2019/b.txt.plan.yaml`, `2019/b.pdf.plan.yaml`
 */
export function targetsOf(paths: readonly string[], extension: string): string[] {
  const taken = new Set(paths.flatMap(foldersOf).map(keyOf))
  const short = paths.map((path) => planPath(path, path.replace(/\.[a-z0-9]{1,8}$/i, ''), extension))
  const full = paths.map((path) => planPath(path, path, extension))
  const counts = new Map<string, number>()
  for (const target of short) counts.set(keyOf(target), (counts.get(keyOf(target)) ?? 0) + 1)
  return paths.map((path, i) => {
    const choices = counts.get(keyOf(short[i]!)) === 1 ? [short[i]!, full[i]!] : [full[i]!]
    const free = choices.find((target) => !taken.has(keyOf(target))) ?? planPath(path, path, extension, true)
    taken.add(keyOf(free))
    return free
  })
}

const keyOf = (path: string) => path.normalize('NFC').toLowerCase()

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'))
}

/** A stem with its extension; one that is too long, or must differ, ends in a hash of the notice's path instead. */
function planPath(path: string, stem: string, extension: string, differ = false): string {
  const at = stem.lastIndexOf('/') + 1
  const name = stem.slice(at)
  const end = `.plan.${extension}`
  if (!differ && name !== '' && Buffer.byteLength(name + end) <= LONGEST) return stem + end
  const hash = `~${createHash('sha256').update(path).digest('hex').slice(0, 8)}`
  let room = LONGEST - Buffer.byteLength(hash + end)
  let kept = ''
  for (const c of name) {
    room -= Buffer.byteLength(c)
    if (room < 0) break
    kept += c
  }
  return `${stem.slice(0, at)}${kept}${hash}${end}`
}
