import { relative, resolve, sep } from 'node:path'
import { Paths } from './paths.js'

/** A file to parse: `path` as it is named to people, `at` where it is. */
export interface Input {
  readonly path: string
  readonly at: string
}

/** The files to parse, each once, in the order of their paths. */
export class Inputs {
  readonly length: number
  /** The paths by their numbers; others may be added behind them. */
  readonly paths = new Paths()
  private readonly root: string
  private readonly base: string

  /** `root` is the folder that paths count from, `base` the one common to all. */
  constructor(paths: Iterable<string>, root: string, base: string) {
    for (const path of paths) this.paths.add(path)
    this.length = this.paths.length
    this.root = root
    this.base = base
  }

  at(number: number): Input {
    const path = this.paths.at(number)
    return { path, at: resolve(this.root, path) }
  }

  /** The path below the folder common to all. */
  within(number: number): string {
    return portable(relative(this.base, this.at(number).at))
  }
}

/** With slashes, whatever the file system's own separator is. */
export const portable = (path: string) => (sep === '/' ? path : path.replaceAll(sep, '/'))
