import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { open } from '../src/parse.js'
import { isDamaged, loadRepair, repair } from '../src/repair.js'
import { damage } from './damage.js'

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

  it('go behind 著 too, which simplified text knows as well', async () => {
    expect((await mend(`${DAMAGED}沿著(zhù)河道,隨著(zhù)汛期。`)).text).toContain('沿著河道,隨著汛期。')
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

/** Lines whose bytes tear at 專科, 。縣, and wherever 項, 聯, 獎, 堅 lie across two characters. */
const NOTICE = `一、強化農村衛生服務。各鄉鎮衛生院要設立老年專科門診,全年培訓醫務人員40人。
二、推進重點專科建設。市醫院要建成3個臨床專科,實現專科醫師進社區。
三、達到國家規定的標準和水平。縣財政要按時下撥經費,嚴格執行資金管理條例。
四、鼓勵各單位大膽創新,結合實際要創新方法、要創造經驗。
五、為群眾出具一張診斷證明,完善公共衛生管理條例實施細則。
六、對轄區內的學校進行監督檢查,年底前完成全部整改。縣級部門要對整改情況進行評估。`
const LIST: Record<string, string> = Object.fromEntries(
  (
    '強qiáng 農nóng 衛wèi 務wù 鄉xiāng 鎮zhèn 設shè 訓xùn 醫yī 進jìn 點diǎn 實shí 現xiàn 區qū 達dá 國guó 規guī 標biāo ' +
    '準zhǔn 財cái 時shí 經jīng 費fèi 嚴yán 執zhí 項xiàng 聯lián 獎jiǎng 創chuàng 堅jiān 結jié 驗yàn 細xì 對duì 內nèi 學xué ' +
    '監jiān 評píng 療liáo 優yōu 機jī 構gòu 業yè 發fā'
  )
    .split(' ')
    .map((entry) => [entry[0]!, entry.slice(1)]),
)

describe('torn bytes', () => {
  const READERS = ['eats', 'keeps'] as const
  for (const gloss of READERS)
    for (const mark of READERS)
      it(`come back where the glosses' reader ${gloss} and the marks' reader ${mark} what follows a lone lead`, async () => {
        const damaged = damage(NOTICE, LIST, { gloss, mark })
        const mended = await mend(damaged)
        expect(mended.text).toBe(NOTICE)
        expect(mended.notes).toEqual([])
        expect(mended.edits.filter(({ kind }) => kind === 'misaligned')).toHaveLength(12)
        for (const { span, before } of mended.edits) expect(damaged.slice(span.start, span.end)).toBe(before)
      })

  it('give a sentence that begins in them a place of its own', async () => {
    const damaged = damage(NOTICE, LIST, { gloss: 'eats', mark: 'keeps' })
    const { text, before, after } = await mend(damaged)
    const start = text.indexOf('縣財政')
    const span = before({ start, end: start + 3 })
    expect(after(span)).toEqual({ start, end: start + 3 })
    expect(damaged.slice(span.start - 1, span.end)).toMatch(/^\?.*h財\(cái\)政$/)
  })

  it('bring the punctuation that they took along, as wide as the page has it', async () => {
    const damaged = damage(NOTICE.replaceAll(',', '，'), LIST, { gloss: 'eats', mark: 'eats' })
    expect((await mend(damaged)).text).toBe(NOTICE.replaceAll(',', '，'))
    expect((await mend(damaged.replaceAll('，', ','))).text).toBe(NOTICE)
  })

  it('stay, with what they may have been, where a digit went with them that nothing tells', async () => {
    const { text, notes, edits } = await mend(`${DAMAGED}全年培訓鄉村教?chù)?80名。`)
    expect(text).toContain('教?chù)?80名')
    expect(edits.map(({ kind }) => kind)).not.toContain('misaligned')
    expect(notes.map(({ code }) => code)).toEqual(['repair.undecided'])
    expect(notes[0]!.args?.['candidates']).toContain('師□')
  })

  it('lose the gloss that stands behind a letter', async () => {
    const list = { ...LIST, 籌: 'chóu' }
    const clean = `${NOTICE}\n七、推廣公交IC卡。`
    const damaged = damage(clean, list, { gloss: 'eats', mark: 'eats' })
    expect(damaged).toContain('公交I(chóu)C卡')
    expect((await mend(damaged)).text).toBe(clean)
  })

  it('stay where the gloss behind them is that of another character', async () => {
    const { text, notes } = await mend(`${DAMAGED}嚴格執行管理?xiàng)l(shí)例。`)
    expect(text).toContain('管理?xiàng)l(shí)例')
    expect(notes.map(({ code }) => code)).toEqual(['repair.unreadable'])
  })

  it('are known with the characters that some decoders show for them as with those that others do', async () => {
    const clean = `${NOTICE}\n七、編制政務服務清單。`
    const damaged = damage(clean, { ...LIST, 幹: 'gàn' }, { gloss: 'eats', mark: 'eats' })
    expect(damaged).toContain('⻊')
    expect((await mend(damaged)).text).toBe(clean)
    expect((await mend(damaged.replaceAll('⻊', '\ue848'))).text).toBe(clean)
  })

  it('are not sought in addresses and real questions of a damaged page', async () => {
    const clean = '為什麼?詳見http://a.cn/b.aspx?id=1。怎麼辦??是嗎?好。'
    expect((await mend(`${DAMAGED}\n${clean}`)).text).toContain(clean)
  })

  it('are each told where a page keeps more of them than it gives back', async () => {
    const line =
      '各級(jí)衛(wèi)生機構(gòu)要加強(qiáng)對(duì)縣(xiàn)級(jí)醫(yī)院的管理，推進(jìn)各項(xiàng)工作落實(shí)到位並(bìng)加強(qiáng)監(jiān)督，完成全年目標(biāo)任務(wù)，確(què)保群眾(zhòng)滿(mǎn)意。'
    const { edits, notes } = await mend(`${line.repeat(3)}高血壓?崎?崎?崎?崎T診\n`.repeat(60))
    expect(edits.filter(({ kind }) => kind === 'misaligned')).toEqual([])
    expect(notes.length).toBeGreaterThan(100)
    expect(notes.at(-1)!.span.start).toBeGreaterThan(notes.at(0)!.span.start + 59 * 3 * line.length)
  })
  it('stay in a page that lost its text in another way, which says so', async () => {
    const lost = '?h'.repeat(20_000) + '?'.repeat(20_000)
    const { text, notes } = await mend(`${DAMAGED}${lost}`)
    expect(text.endsWith(lost)).toBe(true)
    expect(notes.map(({ code }) => code)).toEqual(['repair.lost'])
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

describe('references to characters', () => {
  it('become the characters, and spans still point at the references', async () => {
    const page = '&nbsp;根据&ldquo;十四五&#8221;规划&#x3000;开展'
    const { text, edits, before } = await mend(page)
    expect(text).toBe(' 根据“十四五”规划\u3000开展')
    expect(edits.map(({ kind }) => kind)).toEqual(Array(4).fill('entity'))
    const span = before({ start: text.indexOf('“'), end: text.indexOf('”') + 1 })
    expect(page.slice(span.start, span.end)).toBe('&ldquo;十四五&#8221;')
  })

  it('become characters also where they were put in twice, or lost their end', async () => {
    expect((await mend('保障&amp;nbsp;覆盖率&amp;ge;95%，R&amp;D投入&nbsp&nbsp达到3%')).text).toBe(
      '保障 覆盖率≥95%，R&D投入  达到3%',
    )
  })

  it.each([
    'http://a.cn/?a=1&nbsp=2',
    'http://a.cn/?a=1&nbspx&lang=zh',
    'R&D;投入',
    'http://a.cn/?a=1&b=2',
    '&unknown;',
    '&#0;',
    '&#xD800;',
    '&#x110000;',
    'A&B; C',
    '& ;',
  ])('are not seen in %s', async (text) => {
    expect((await mend(text)).edits).toEqual([])
  })
})

describe('pages of other shapes', () => {
  const manner = { gloss: 'eats', mark: 'keeps' } as const

  it('come back where only their second half is damaged', async () => {
    const clean = NOTICE.split('\n')
    const [first, second] = [clean.slice(0, 3).join('\n'), clean.slice(3).join('\n').repeat(2)]
    expect((await mend(`${first}\n${damage(second, LIST, manner)}`)).text).toBe(`${first}\n${second}`)
  })

  it('lose glosses that were put in twice', async () => {
    expect((await mend(DAMAGED.replace(/\([^)]*\)/g, '$&$&'))).text).toBe(
      '一、強化衛生監督。各縣衛生局要強化監督檢查。',
    )
  })

  it('cost no more than their length, however hostile', async () => {
    const site = '強(qiáng)化衛(wèi)生監(jiān)督,嚴格執行管理?xiàng)l例,各縣實行水平??h級,'
    const sound = '中華人民共和國各級政府應當按照規定做好有關工作'.repeat(6)
    for (const page of [
      '(qiáng'.repeat(1e5),
      site.repeat(2000),
      (site + sound).repeat(500),
      '?qiáng)'.repeat(1e4) + DAMAGED,
    ])
      expect((await mend(page)).text.length).toBeLessThanOrEqual(page.length)
  })
})

/** Real pages, where they lie beside the project. */
const SHARED = new URL('../../shared/', import.meta.url)

describe.runIf(existsSync(SHARED))('real pages', () => {
  it('that are clean stay as they are', async () => {
    const folders = ['seeds', ...readdirSync(new URL('corpus/', SHARED)).map((name) => `corpus/${name}`)]
    const wrong: string[] = []
    for (const folder of folders.filter((name) => !name.endsWith('.tsv')))
      for (const name of readdirSync(new URL(`${folder}/`, SHARED))) {
        if (!/\.(txt|md|html)$/.test(name) || /^00[03]_/.test(name)) continue
        const bytes = readFileSync(new URL(`${folder}/${encodeURIComponent(name)}`, SHARED))
        if (isDamaged((await open(bytes, { file: name })).text)) wrong.push(name)
      }
    expect(wrong).toEqual([])
  })

  it.each(['000', '003'])('%s comes back as its table of places says', async (seed) => {
    const name = readdirSync(new URL('seeds/', SHARED)).find((file) => file.startsWith(seed))!
    const { edits, notes } = await mend(readFileSync(new URL(`seeds/${name}`, SHARED), 'utf8'))
    const rows = readFileSync(new URL('text-damage-places.tsv', SHARED), 'utf8').trim().split('\n').slice(1)
    const truth = rows.map((row) => row.split('\t')).filter((row) => row[0] === seed)
    const wanted = truth.map(([, , at, kind, , damaged, text]) =>
      kind === 'gloss' ? `${at} ${damaged!.slice(text!.length)} → ` : `${at} ${damaged} → ${text}`,
    )
    expect(edits.map(({ span, before, after }) => `${span.start} ${before} → ${after}`)).toEqual(wanted)
    expect(notes).toEqual([])
  })
})
