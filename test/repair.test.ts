import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isDamaged, loadRepair, repair } from '../src/repair.js'

const DAMAGED = '一、強(qiáng)化衛(wèi)生監(jiān)督。各縣衛(wèi)生局要強(qiáng)化監(jiān)督檢查。'

async function mend(text: string) {
  await loadRepair(text)
  return repair(text)
}

describe('glosses', () => {
  it('go, and each is an edit', async () => {
    const mended = await mend(DAMAGED)
    expect(mended.text).toBe('一、強化衛生監督。各縣衛生局要強化監督檢查。')
    expect(mended.edits[0]).toEqual({ span: { start: 3, end: 10 }, before: '(qiáng)', after: '', kind: 'gloss' })
    expect(mended.edits).toHaveLength(6)
  })

  it('leave spans that point into the text before', async () => {
    const mended = await mend(DAMAGED)
    const { text } = mended
    const start = text.indexOf('監督')
    const span = mended.before({ start, end: start + 2 })
    expect(DAMAGED.slice(span.start, span.end)).toBe('監(jiān)督')
    expect(mended.after(span)).toEqual({ start, end: start + 2 })
    expect(mended.before({ start: 0, end: text.length })).toEqual({ start: 0, end: DAMAGED.length })
  })
})

describe('clean text', () => {
  const CLEAN: Record<string, string> = {
    'too few glosses': '強(qiáng)化衛(wèi)生',
    'a primer': '衛(wèi)生(shēng)局(jú)監(jiān)督(dū)各(gè)縣(xiàn)',
    'readings of one character': '樂(lè)趣、樂(yuè)器、長(zhǎng)輩、長(cháng)短、樂(yào)山',
    'glosses now and then': '強(qiáng)化衛(wèi)生監(jiān)督。強化、強化衛生、衛生、衛生監督、監督。',
    'simplified text': '强(qiáng)化卫(wèi)生监(jiān)督。强(qiáng)化卫(wèi)生监(jiān)督。',
    'marks and formulas': 'C反應蛋白(CRP)、註(b)、DRGs、1+1+1、為什麼?http://a.cn/b.aspx?p=1',
    'question marks': '?'.repeat(1000),
  }
  for (const [name, text] of Object.entries(CLEAN))
    it(`stays as it is: ${name}`, async () => {
      expect(isDamaged(text)).toBe(false)
      const mended = await mend(text)
      expect(mended.text).toBe(text)
      expect(mended.edits).toEqual([])
    })
})

/** Real pages, where they lie beside the project. */
const SHARED = new URL('../../shared/', import.meta.url)

describe.runIf(existsSync(SHARED))('real pages', () => {
  it('that are clean stay as they are', () => {
    const folders = ['seeds', ...readdirSync(new URL('corpus/', SHARED)).map((name) => `corpus/${name}`)]
    const wrong: string[] = []
    for (const folder of folders.filter((name) => !name.endsWith('.tsv')))
      for (const name of readdirSync(new URL(`${folder}/`, SHARED))) {
        if (!/\.(txt|md|html)$/.test(name) || /^00[03]_/.test(name)) continue
        const text = readFileSync(new URL(`${folder}/${encodeURIComponent(name)}`, SHARED), 'utf8')
        if (isDamaged(text)) wrong.push(name)
      }
    expect(wrong).toEqual([])
  })
})
