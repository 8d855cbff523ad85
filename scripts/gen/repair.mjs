// src/data/generated/repair.ts: what the repair of damaged pages knows of words and readings.
// Words and counts: dict.txt of @node-rs/jieba (MIT). Readings: pinyin-pro (MIT). Script: opencc-js (Apache-2.0).
import { readFileSync, writeFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { Converter } from 'opencc-js/t2cn'
import { pinyin, polyphonic } from 'pinyin-pro'
import pairs from '../../node_modules/opencc-js/dist/esm-lib/dict/STCharacters.js'

/** Rarer words are left out: they cost more room than they decide places. */
const RAREST_WORD = 25
const RAREST_CHARACTER = 40
const LEVELS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

const simplify = Converter({ from: 't', to: 'cn' })
const gbk = new TextDecoder('gbk')

/** Words that are newer than the dictionary, and names that are now known everywhere. */
const NEWER =
  '社保 社保卡 医保卡 科创 科创板 算力 算力网 大模型 人工智能 智能体 脑机接口 元宇宙 区块链 物联网 数智 数智化 数字化 ' +
  '数据要素 数据局 网格化 网格员 新质 新质生产力 碳达峰 碳中和 双碳 储能 光伏 新能源 充电桩 海绵城市 河长制 林长制 田长制 ' +
  '路长制 乡村振兴 脱贫攻坚 防返贫 营商环境 放管服 一网通办 一件事 跨省通办 最多跑一次 证照分离 双随机 信用监管 负面清单 ' +
  '医共体 医联体 家庭医生 分级诊疗 带量采购 集采 互联网医院 托育 托位 普惠托育 养老机构 银发经济 长护险 家政 低保 特困 ' +
  '职教 产教融合 双减 双高 双一流 思政 思政课 师范生 教联体 海归 高端人才 专精特新 小巨人 独角兽 链长制 补链 强链 延链 ' +
  '单项冠军 首台套 揭榜挂帅 中试 孵化器 众创空间 科技特派员 专利池 国企改革 混改 专项债 化债 减税降费 普惠金融 供应链 ' +
  '跨境电商 海外仓 中欧班列 自贸区 自贸港 综保区 保税区 陆海新通道 口岸 海铁联运 多式联运 冷链 预制菜 高标准农田 粮食安全 ' +
  '种业 撂荒地 农机 农技 宅基地 微改造 老旧小区 棚改 保交楼 保障房 公租房 城市更新 地下管网 内涝 气象预警 应急处置 ' +
  '应急演练 扫黑除恶 反诈 枫桥经验 网信 舆情 融媒体 文旅 康养 非遗 博物馆 全民健身 短视频 微短剧 出海 海康 海康威视 ' +
  '专科医生 专科医师 专科门诊 重点专科 临床专科 接地气 骨干教师 特级教师 优良天数 天数比率 水质达标 地表水 黑臭水体 土壤污染 秸秆 散煤 煤改气 煤改电 网格长 工作专班 ' +
  '清零 清单化 台账 销号 通报 督办 督查 考评 约谈 问责 容错 纠错 巡察 巡视 主题教育 两学一做 三会一课 党建 清廉'
const NEWER_COUNT = 300
/** Words that notices are full of. */
const COMMON = new Set(['专科', ...'局厅委办县镇乡区'])
const COMMON_COUNT = 20000

/** Every Han character of the two-byte code. */
function* hanOfGbk() {
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const c = trail === 0x7f ? '' : gbk.decode(Uint8Array.of(lead, trail))
      if (/^\p{Script=Han}$/u.test(c)) yield c
    }
}

/** Words by their first character, each rest closed by a letter for the logarithm of its count: `专j业n科k门m`. */
function packWords() {
  const lines = new Map()
  const dictionary = readFileSync(new URL('../../node_modules/@node-rs/jieba/dict.txt', import.meta.url), 'utf8')
  const singles = new Map()
  for (const line of [...dictionary.split('\n'), ...NEWER.split(' ').map((word) => `${word} ${NEWER_COUNT}`)]) {
    const [word, counted] = line.split(' ')
    const count = COMMON.has(word) ? Math.max(counted, COMMON_COUNT) : counted
    if (!/^\p{Script=Han}{1,4}$/u.test(word) || word.length > 4) continue
    if (word.length === 1) singles.set(word, Number(count))
    if (Number(count) < (word.length === 1 ? 2 : RAREST_WORD)) continue
    const level = LEVELS[2 * Math.round(Math.log2(Number(count)))]
    if (!lines.has(word[0])) lines.set(word[0], [])
    if (lines.get(word[0]).some(([rest]) => rest === word.slice(1))) continue
    lines.get(word[0]).push([word.slice(1), level])
  }
  const packed = [...lines].map(([first, rests]) => {
    const alone = rests.find(([rest]) => rest === '')?.[1] ?? 'a'
    return (
      first +
      alone +
      rests
        .filter(([rest]) => rest)
        .map(([rest, level]) => rest + level)
        .join('')
    )
  })
  const total = [...lines.values()].flat().reduce((sum, [, level]) => sum + 2 ** (LEVELS.indexOf(level) / 2), 0)
  return { packed: packed.join(' '), singles, total: Math.round(total) }
}

/** Toneless syllable → the traditional characters that are read so: `ji機計績`. */
function packReadings() {
  const readings = new Map()
  for (const c of hanOfGbk()) {
    const plain = simplify(c)
    if (plain === c) continue
    const syllables = new Set(
      [c, plain].flatMap((one) => [
        ...(polyphonic(one, { toneType: 'none', v: true })[0] ?? '').split(' '),
        pinyin(one, { toneType: 'none', v: true }),
      ]),
    )
    for (const syllable of syllables)
      if (/^[a-z]+$/.test(syllable)) readings.set(syllable, (readings.get(syllable) ?? '') + c)
  }
  return [...readings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, chars]) => syllable + chars)
    .join(' ')
}

/** Cells that decoders of Node show as private use or as characters, by their age: `FE84⻊`. */
function packCells() {
  const cells = []
  for (let lead = 0xa1; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const c = trail === 0x7f ? '' : iconv.decode(Buffer.from([lead, trail]), 'gbk')
      // A2E3 and A3A0 repeat the euro sign and the space of other cells.
      if (/^[⺀-⻿㐀-䶿⿰-⿻〾ḿǹ]$/u.test(c)) cells.push(((lead << 8) | trail).toString(16).toUpperCase() + c)
    }
  return cells.join(' ')
}

export default function () {
  const { packed, singles, total } = packWords()
  const forms = new Map(pairs.split('|').map((pair) => [pair.split(' ')[0], pair.split(' ').slice(1)]))
  // Naive converters leave what traditional texts know as well, in other words: 后 范 征.
  const big5 = new Set(
    Array.from({ length: 0xfa - 0xa4 }, (_, i) => i + 0xa4).flatMap((lead) =>
      Array.from({ length: 0xff - 0x40 }, (_, i) => iconv.decode(Buffer.from([lead, i + 0x40]), 'big5')),
    ),
  )
  const natural = [...hanOfGbk()].filter((c) => {
    const plain = simplify(c)
    return ((forms.get(plain) ?? [plain]).includes(c) || big5.has(c)) && (singles.get(plain) ?? 0) >= RAREST_CHARACTER
  })
  writeFileSync(
    new URL('../../src/data/generated/repair.ts', import.meta.url),
    `// Written by \`npm run gen\` from dict.txt of @node-rs/jieba (MIT), pinyin-pro (MIT) and opencc-js (Apache-2.0).
/** Words by first character; the letter behind each rest is the binary logarithm of its count, from a. */
export const WORDS =
  '${packed}'
/** The sum of their counts. */
export const ALL_WORDS = ${total}
/** Toneless syllable and the traditional characters that are read so. */
export const READINGS =
  '${packReadings()}'
/** Cells of GBK that some decoders show as private use: code and character. */
export const CELLS = '${packCells()}'
/** Characters that a traditional text may well hold. */
export const NATURAL =
  '${natural.join('')}'
`,
  )
}
