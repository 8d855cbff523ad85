import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Io } from '../../cli.js'
import { nameIn } from '../input/file.js'

/** A plan file: where it is, and the name that its rows bear. */
export interface Input {
  readonly path: string
  readonly name: string
}

/** Files as they are named; of a folder, every `*.plan.yaml`, `*.plan.yml` and `*.plan.json` in it, in order of name. */
export async function inputsOf(operands: readonly string[], io: Io): Promise<Input[]> {
  const inputs: Input[] = []
  for (const operand of operands) {
    const folder = operand !== '-' && (await stat(resolve(io.cwd, operand)).catch(() => undefined))?.isDirectory()
    if (folder) for (const input of await inside(operand, io)) inputs.push(input)
    else inputs.push({ path: operand, name: nameIn(operand, io) })
  }
  return inputs
}

async function inside(folder: string, io: Io): Promise<Input[]> {
  const { glob } = await import('tinyglobby')
  const names = await glob('**/*.plan.{yaml,yml,json}', {
    cwd: resolve(io.cwd, folder),
    dot: false,
    followSymbolicLinks: false,
    expandDirectories: false,
  })
  return names.sort().map((name) => ({ path: join(folder, name), name }))
}
