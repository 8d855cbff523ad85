import type { Progress } from '../../batch.js'
import type { Io } from '../../cli.js'
import { type Lang, say } from '../../messages.js'
import { columnsOf } from '../../text/columns.js'
import { printable } from './printable.js'

/** Between two pictures of the bar, and between two plain lines, in milliseconds. */
const BAR_MS = 100
const PLAIN_MS = 5000
/** Of the bar, in columns: less on a terminal that is not wide, so that names have room. */
const WIDTH = { wide: 20, narrow: 10 }
const WIDE = 100

export interface ProgressDisplay {
  tell(progress: Progress): void
  /** Puts text above the bar. */
  print(text: string): void
  close(): void
}

/** Shows on standard error how far a run is: `auto` is a bar on a terminal, else nothing. */
export function openProgress(how: string, io: Io, lang: Lang): ProgressDisplay {
  const live = io.stderr.isTTY === true && io.env['TERM'] !== 'dumb'
  const kind = how === 'auto' ? (live ? 'bar' : 'none') : how
  const start = io.now()
  let last = kind === 'bar' ? -Infinity : start
  let drawn = false
  const print = (text: string) => void io.stderr.write(text)
  const wipe = () => {
    if (drawn) print('\r\u001b[K')
    drawn = false
  }
  return {
    tell(progress) {
      const now = io.now()
      if (kind === 'none' || now - last < (kind === 'bar' ? BAR_MS : PLAIN_MS)) return
      last = now
      const said = sayProgress(progress, (now - start) / 1000, lang)
      if (kind === 'plain') return print(`${said}  ${printable(progress.current)}\n`)
      print(`\r${barOf(progress, said, (io.stderr.columns ?? 80) - 1)}\u001b[K`)
      drawn = true
    },
    print(text) {
      wipe()
      print(text)
    },
    close: wipe,
  }
}

/** 「512/2000，340 个/秒，剩余 5 秒」 */
function sayProgress({ done, total, failed }: Progress, seconds: number, lang: Lang): string {
  const rate = seconds > 0 ? done / seconds : 0
  const left = rate > 0 ? sayTime((total - done) / rate, lang) : '?'
  const shown = rate >= 10 ? String(Math.round(rate)) : rate.toFixed(1)
  const tail = failed > 0 ? say(lang, 'batch.bar.failed', { failed }) : ''
  return say(lang, 'batch.bar', { done, total, rate: shown, left }) + tail
}

/** The bar, the figures and as much of the file's name, from its end, as the line takes. */
function barOf({ done, total, current }: Progress, said: string, columns: number): string {
  const width = columns < WIDE ? WIDTH.narrow : WIDTH.wide
  const full = total > 0 ? Math.floor((done / total) * width) : 0
  const fits = columns >= width + 3 + columnsOf(said)
  const line = fits ? `${'█'.repeat(full)}${'░'.repeat(width - full)} ${said}  ` : `${said}  `
  return cutTo(line, columns) + endOf(printable(current), columns - columnsOf(line))
}

function cutTo(text: string, columns: number): string {
  let kept = ''
  for (const c of text) {
    if (columnsOf(kept + c) > columns) break
    kept += c
  }
  return kept
}

function endOf(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  let kept = ''
  for (const c of [...text].reverse()) {
    if (columnsOf(kept + c) + 1 > columns) break
    kept = c + kept
  }
  return columns > 1 ? `…${kept}` : ''
}

/** A time as people say it: 75 → 「1 分 15 秒」 */
export function sayTime(seconds: number, lang: Lang): string {
  if (seconds < 10) return say(lang, 'batch.seconds', { n: seconds.toFixed(1) })
  const s = Math.round(seconds)
  if (s < 60) return say(lang, 'batch.seconds', { n: s })
  if (s < 3600) return say(lang, 'batch.minutes', { m: Math.floor(s / 60), s: s % 60 })
  return say(lang, 'batch.hours', { h: Math.floor(s / 3600), m: Math.floor((s % 3600) / 60) })
}
