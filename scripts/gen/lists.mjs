// src/*/index.ts of every folder that is a registry: the folder is the list, this writes it down.
import { readdirSync, writeFileSync } from 'node:fs'

/** folder → [name of the list, what a part exports, lazily loaded or not] */
const REGISTRIES = {
  repair: ['REPAIRS', 'repair', false],
  outline: ['STYLES', 'style', false],
  facts: ['EXTRACTORS', 'extractor', false],
  check: ['RULES', 'rule', false],
  cli: ['COMMANDS', 'command', false],
  read: ['READERS', 'reader', true],
  export: ['TABLES', 'table', false],
  messages: ['MESSAGES', 'messages', false],
  write: ['WRITERS', 'writer', true],
  'write/changes': ['CHANGE_WRITERS', 'writer', true],
  'write/tables': ['TABLE_WRITERS', 'writer', true],
  'write/findings': ['FINDING_WRITERS', 'writer', true],
  'write/trend': ['TREND_WRITERS', 'writer', true],
}

/** The identifier of a part; a word of the language gets another ending. */
const camel = (name) => (name === 'export' ? 'exportPart' : name.replace(/-(.)/g, (_, c) => c.toUpperCase()))

export default function () {
  for (const [folder, [list, part, lazy]] of Object.entries(REGISTRIES)) {
    const url = new URL(`../../src/${folder}/`, import.meta.url)
    const names = readdirSync(url)
      .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
      .map((name) => name.slice(0, -3))
      .sort()
    const lines = lazy
      ? [
          `export const ${list} = {`,
          ...names.map(
            (name) =>
              `  ${/\W/.test(name) ? `'${name}'` : name}: () => import('./${name}.js').then((part) => part.${part}),`,
          ),
          '} as const',
        ]
      : [
          ...names.map((name) => `import { ${part} as ${camel(name)} } from './${name}.js'`),
          '',
          `export const ${list} = [${names.map(camel).join(', ')}] as const`,
        ]
    writeFileSync(
      new URL('index.ts', url),
      `// Written by \`npm run gen\` from the files of this folder.\n${lines.join('\n')}\n`,
    )
  }
}
