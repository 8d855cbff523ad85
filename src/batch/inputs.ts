import { relative, resolve, sep } from 'node:path'
import type { Paths } from './paths.js'

/** A file to parse: `path` as it is named to people, `at` where it is. */
export interface Input {
  readonly path: string
  readonly at: string
}

/** The files to parse, each once, in the order of their paths. */
export class Inputs {
  readonly length: number
  /** The paths by their numbers; others may be added behind them. */
  readonly paths: Paths
  private readonly root: string
  private readonly base: string
  /** The base as paths name it, with a slash; empty where it is the root. */
  private readonly lead: string

  /** `root` is the folder that paths count from, `base` the one common to all. */
  constructor(paths: Paths, root: string, base: string) {
    this.paths = paths
    this.length = paths.length
    this.root = root
    this.base = base
    const lead = portable(relative(root, base))
    this.lead = lead === '' ? '' : `${lead}/`
  }

  at(number: number): Input {
    const path = this.paths.at(number)
    return { path, at: resolve(this.root, path) }
  }

  /** The path below the folder common to all. */
  within(number: number): string {
    const path = this.paths.at(number)
    if (path.startsWith(this.lead)) return path.slice(this.lead.length)
    return portable(relative(this.base, resolve(this.root, path)))
  }
}

/** With slashes, whatever the file system's own separator is. */
export const portable = (path: string) => (sep === '/' ? path : path.replaceAll(sep, '/'))
