import type { YAMLException } from 'js-yaml'
import { type Lang, say, sayIfKnown } from '../../messages.js'
import type { Fault } from './read.js'

/** How js-yaml puts what is wrong → the message `check.yaml.<cause>`, which says it to people who edit plans. */
const CAUSES: readonly [RegExp, string][] = [
  [/tab characters/, 'tab'],
  [/deficient indentation/, 'open'],
  [/quoted scalar/, 'quote'],
  [/within a flow/, 'bracket'],
  [/flow collection|expected the node content/, 'comma'],
  [/bad indentation/, 'indent'],
  [/multiline key|complex keys|document separator|key-value separator/, 'key'],
  [/non-printable|null byte|JSON character/, 'control'],
  [/alias/, 'alias'],
  [/ tag[ s]|tag$/, 'tag'],
  [/escape|hexadecimal/, 'escape'],
]

/** How far behind the place that js-yaml names the text is shown to `yaml`, which bears no deep nesting. */
const BEHIND = 200

/** Where `yaml` sees the first fault of a text: js-yaml often names the line behind it. */
async function startOf(source: string, at: number): Promise<number> {
  const { parseAllDocuments } = await import('yaml')
  const line = source.slice(at, at + BEHIND).search(/[\r\n]/)
  const documents = parseAllDocuments(source.slice(0, line < 0 ? at + BEHIND : at + line), { logLevel: 'silent' })
  const errors = Array.isArray(documents) ? documents.flatMap((document) => document.errors) : []
  return Math.min(at, ...errors.slice(0, 1).map(({ pos }) => pos[0]))
}

/** The fault of a text that is no YAML: its cause and place. */
export async function causeOf({ reason, mark }: YAMLException, source: string): Promise<Fault> {
  const at = mark?.position ?? 0
  if (reason.includes('maxDepth')) return { id: 'too-deep', start: at, end: at + 1 }
  const cause = CAUSES.find(([said]) => said.test(reason))?.[1] ?? reason
  const start = await startOf(source, at)
  return { id: 'yaml-syntax', start, end: start + 1, cause }
}

/** Why a text is no YAML, without a full stop: a tab, an open quote, a key written twice … */
export function reasonOf(lang: Lang, { id, cause }: Fault): string {
  if (cause === undefined) return say(lang, `check.${id}`).replace(/[。.]$/, '')
  return sayIfKnown(lang, `check.yaml.${cause}`) ?? cause
}
