import { readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { unusedSilencer } from '../../check/silence/unused.js'
import { type Io, UsageError } from '../../cli.js'
import { fill, type Lang, say } from '../../messages.js'
import type { Finding } from '../../types.js'

const VERSION = '1'

interface Entry {
  readonly file: string
  readonly ruleId: string
  readonly fingerprint: string
}

/** Findings that were there before: they are let pass, and those that are gone are named. */
export interface Baseline {
  /** The findings that are new. */
  left(file: string, findings: readonly Finding[]): Finding[]
  /** The entries of files that were seen whose finding is gone. */
  unused(lang: Lang): Finding[]
}

/** A file's name in a baseline: from the baseline's folder, so that the place of the call does not matter. */
const nameFrom = (baseline: string, file: string, io: Io) =>
  file === '-' ? file : relative(dirname(resolve(io.cwd, baseline)), resolve(io.cwd, file)).replaceAll('\\', '/')

const keyOf = ({ file, ruleId, fingerprint }: Entry) => `${file} ${ruleId} ${fingerprint}`

async function readEntries(path: string, io: Io, lang: Lang): Promise<{ entries: Entry[]; lines: string[] }> {
  const text = await readFile(resolve(io.cwd, path), 'utf8').catch(() => {
    throw new UsageError(say(lang, 'cli.validate.no-baseline', { file: path }))
  })
  let data: { baselineVersion?: unknown; findings?: Entry[] } | undefined
  try {
    data = JSON.parse(text)
  } catch {
    data = undefined
  }
  if (data?.baselineVersion !== undefined && data.baselineVersion !== VERSION)
    throw new UsageError(
      say(lang, 'cli.validate.baseline-version', { file: path, version: String(data.baselineVersion) }),
    )
  if (data?.baselineVersion === undefined || !Array.isArray(data.findings))
    throw new UsageError(say(lang, 'cli.validate.bad-baseline', { file: path }))
  return { entries: data.findings, lines: text.split('\n') }
}

/** Reads a baseline. Throws a UsageError where it is none, or of another version. */
export async function readBaseline(path: string, io: Io, lang: Lang): Promise<Baseline> {
  const { entries, lines } = await readEntries(path, io, lang)
  const known = new Map(entries.map((entry) => [keyOf(entry), entry]))
  const used = new Set<string>()
  const seen = new Set<string>()
  return {
    left(file, findings) {
      const name = nameFrom(path, file, io)
      seen.add(name)
      return findings.filter((finding) => {
        const key = keyOf({ ...finding, file: name })
        if (known.has(key)) used.add(key)
        return !known.has(key)
      })
    },
    unused: (language) =>
      entries
        .filter((entry) => seen.has(entry.file) && !used.has(keyOf(entry)))
        .map((entry) => idle(entry, path, lines, language)),
  }
}

function idle({ ruleId, fingerprint }: Entry, file: string, lines: readonly string[], lang: Lang): Finding {
  const at = Math.max(
    0,
    lines.findIndex((line) => line.includes(fingerprint)),
  )
  const text = lines[at]!
  return {
    file,
    ruleId: unusedSilencer.id,
    severity: unusedSilencer.severity,
    reason: fill(lang, unusedSilencer.sentence, { rule: ruleId }),
    line: at + 1,
    column: 1,
    endLine: at + 1,
    endColumn: text.length + 1,
    text: text.slice(0, 200),
    textColumn: 1,
    fingerprint,
  }
}

/** Writes the findings of a call as a baseline, one a line, so that a change of it reads well. */
export async function writeBaseline(path: string, findings: readonly Finding[], io: Io): Promise<void> {
  const rows = findings.map(({ file, ruleId, fingerprint }) =>
    JSON.stringify({ file: nameFrom(path, file, io), ruleId, fingerprint }),
  )
  const body = rows.length > 0 ? `\n    ${rows.join(',\n    ')}\n  ` : ''
  const target = resolve(io.cwd, path)
  await writeFile(`${target}.tmp`, `{\n  "baselineVersion": "${VERSION}",\n  "findings": [${body}]\n}\n`)
  await rename(`${target}.tmp`, target)
}
