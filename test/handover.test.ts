import { describe, expect, it } from 'vitest'
import { abbreviationsIn } from '../src/facts/reference/abbreviation.js'
import { defaultsIn } from '../src/facts/responsible/default.js'
import { readFacts } from '../src/facts.js'
import { fold } from '../src/text/fold.js'

const NOTHING = { report: false, voice: () => 0, above: [], abbreviations: new Map<string, string>(), note: () => {} }

function read(text: string) {
  const sentence = { text: fold(text), shown: text }
  return { sentence, facts: readFacts(sentence, NOTHING) }
}

describe('short names that a sentence hands to those behind it', () => {
  const defined = (text: string) => {
    const { sentence, facts } = read(text)
    return abbreviationsIn(sentence, facts)
  }
  it('takes the title of the reference before the bracket', () =>
    expect(defined('现将《湖滨市停车场管理办法》（以下简称《办法》）印发给你们。')).toEqual([
      ['办法', '湖滨市停车场管理办法'],
    ]))
  it('finds the definition behind a number in the same bracket', () =>
    expect(defined('按照《湖滨市停车场管理办法》（湖政发〔2020〕7号，以下简称《办法》）执行。')).toEqual([
      ['办法', '湖滨市停车场管理办法'],
    ]))
  it('draws the full name from the words that hold its characters in order', () =>
    expect(defined('全市82家社区养老服务中心（以下简称“社养中心”）均已开放。')).toEqual([
      ['社养中心', '社区养老服务中心'],
    ]))
  it('defines nothing where the short name is not in the words before', () =>
    expect(defined('各有关单位（以下简称“甲方”）要抓紧落实。')).toEqual([]))
})

describe('units that are named once for all tasks', () => {
  const defaults = (text: string) => {
    const { sentence, facts } = read(text)
    return defaultsIn(sentence, facts).map(({ value }) => value)
  }
  it('keeps units that are said not to be listed again', () =>
    expect(defaults('以下任务均需各县（市、区）政府负责，不再列出。')).toEqual([
      { role: 'lead', units: ['各县（市、区）政府'] },
    ]))
  it('keeps units of a bracket that says 下同', () =>
    expect(defaults('完善路网。（市交通局牵头，各区政府配合，下同）')).toEqual([
      { role: 'lead', units: ['市交通局'] },
      { role: 'support', units: ['各区政府'] },
    ]))
  it('does not take how a list is read for a default', () =>
    expect(defaults('完善路网。（市交通局、市住建局负责。列第一位者为牵头单位，下同）')).toEqual([]))
  it('keeps units that the sentence before names too', () =>
    expect(defaults('（市交通局牵头，各县区政府负责落实。以下各项工作均需各县区政府落实，不再列出）')).toEqual([
      { role: 'lead', units: ['各县区政府'] },
    ]))
  it('takes no unit of the sentence before the one that says 下同', () =>
    expect(
      defaults('完善路网。〔责任单位：市交通局、市住建局按职责分工负责。各项任务均涉及区政府，不再列出，下同。〕'),
    ).toEqual([]))
  it('takes no unit of an ordinary task', () => expect(defaults('完善路网。（市交通局负责）')).toEqual([]))
})
