// What @microsoft/recognizers-text-suite reads in the same sentences; runs in a thread, so that a slow reading can be ended.
import { parentPort, Worker, workerData } from 'node:worker_threads'

const CULTURE = 'zh-cn'
/** What stands between the ends of one range: 18%—20%, 40至60元. */
const BETWEEN = /^[%％元]?[—–~～至到-]{1,2}$/

const overlap = (a, b) => a.start <= b.end && b.start <= a.end
const numberOf = ({ resolution: { value } }) => (value == null ? Number.NaN : Number(String(value).replace('%', '')))

/** Its results of one sentence: the longest at each place, no number inside a time. */
function resultsOf(suite, text, day) {
  const times = suite.recognizeDateTime(text, CULTURE, 0, day)
  const found = [
    ...suite.recognizePercentage(text, CULTURE),
    ...suite.recognizeCurrency(text, CULTURE),
    ...suite.recognizeDimension(text, CULTURE),
    ...suite.recognizeAge(text, CULTURE),
    ...suite.recognizeTemperature(text, CULTURE),
    ...suite.recognizeNumber(text, CULTURE),
  ].filter((result) => !Number.isNaN(numberOf(result)))
  found.sort((a, b) => b.end - b.start - (a.end - a.start))
  const values = []
  for (const one of found) if (![...values, ...times].some((other) => overlap(one, other))) values.push(one)
  return { values: values.sort((a, b) => a.start - b.start), times }
}

/** Two values with a dash between them are one range; the unit may stand in what was read or right behind it. */
function rowsOf(text, values) {
  const rows = []
  values.forEach((one, i) => {
    const row = {
      value: numberOf(one),
      quote: text.slice(one.start, one.end + 1),
      after: one.typeName === 'percentage' ? '%' : one.text.includes('分之') ? '1' : unitText(text, one),
    }
    const last = values[i - 1]
    if (last && BETWEEN.test(text.slice(last.end + 1, one.start))) {
      const first = rows.pop()
      rows.push({ min: first.value, max: row.value, quote: text.slice(last.start, one.end + 1), after: row.after })
    } else rows.push(row)
  })
  return rows
}

/** The words of a value behind its digits, and what follows: 平方米 of 486万平方米, 余元 without its 余. */
function unitText(text, { start, end }) {
  const tail = text.slice(start, end + 1).replace(/^[\d.,，一二三四五六七八九十百千万亿两半零〇]+/, '')
  return (tail + text.slice(end + 1, end + 9)).replace(/^[余多]/, '')
}

/** What it reads in the sentences of each document, as `{ indicators, deadlines }`; `undefined` if it takes too long. */
export function readAll(documents, { seconds }) {
  return new Promise((resolve) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: documents })
    const end = (answer) => {
      clearTimeout(timer)
      worker.terminate()
      resolve(answer)
    }
    const timer = setTimeout(end, seconds * 1000)
    worker.on('message', end)
    worker.on('error', () => end())
  })
}

if (parentPort) {
  const { default: suite } = await import('@microsoft/recognizers-text-suite')
  parentPort.postMessage(
    workerData.map(({ sentences, day }) => {
      const read = sentences.map((text) => ({ text, ...resultsOf(suite, text, new Date(day)) }))
      return {
        indicators: read.flatMap(({ text, values }) => rowsOf(text, values)),
        deadlines: read.flatMap(({ times }) => times.map(({ text: quote }) => ({ quote }))),
      }
    }),
  )
}
