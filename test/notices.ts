import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse as parseYaml } from 'yaml'

const FOLDER = fileURLToPath(new URL('../fixtures/notices/', import.meta.url))

/** A sample notice: its file, and what its about.yaml says of it. */
export interface Notice {
  readonly slug: string
  readonly folder: string
  readonly file: string
  readonly bytes: Uint8Array
  readonly about: { shows: string; sameAs?: string }
}

export const NOTICES: readonly Notice[] = readdirSync(FOLDER)
  .sort()
  .map((slug) => {
    const folder = `${FOLDER}${slug}/`
    const file = `${folder}${readdirSync(folder).find((name) => name.startsWith('source.'))}`
    return {
      slug,
      folder,
      file: basename(file),
      bytes: readFileSync(file),
      about: parseYaml(readFileSync(`${folder}about.yaml`, 'utf8')),
    }
  })

/** The golden text of a file: written with UPDATE=1, never in CI. */
export function golden(path: string, actual: string): string {
  return existsSync(path)
    ? readFileSync(path, 'utf8')
    : `missing: run UPDATE=1 npm test to write it (${actual.length} characters)`
}

export const UPDATE = process.env['UPDATE'] === '1' && !process.env['CI']
