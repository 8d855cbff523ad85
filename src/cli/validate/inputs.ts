import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Io } from '../../cli.js'

/** What a folder is searched for. */
const PLANS = '**/*.plan.{yaml,yml,json}'
const OPTIONS = { ignore: ['**/node_modules/**'], followSymbolicLinks: false, expandDirectories: false }

/** The files that operands name: a file or `-` as it is, the plans of a folder, what a pattern matches, in order of name. */
export async function expandInputs(operands: readonly string[], io: Io): Promise<{ files: string[]; empty: string[] }> {
  const files: string[] = []
  const empty: string[] = []
  for (const operand of operands) {
    const found = await expand(operand, io)
    for (const file of found) files.push(file)
    if (found.length === 0) empty.push(operand)
  }
  return { files: [...new Set(files)], empty }
}

async function expand(operand: string, io: Io): Promise<string[]> {
  if (operand === '-') return [operand]
  const status = await stat(resolve(io.cwd, operand)).catch(() => undefined)
  if (status && !status.isDirectory()) return [operand]
  const { glob, isDynamicPattern } = await import('tinyglobby')
  if (status) {
    const names = await glob(PLANS, { ...OPTIONS, cwd: resolve(io.cwd, operand) })
    return names.sort().map((name) => join(operand, name))
  }
  if (!isDynamicPattern(operand)) return [operand]
  return (await glob(operand, { ...OPTIONS, cwd: io.cwd })).sort()
}
