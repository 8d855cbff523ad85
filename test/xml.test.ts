import { describe, expect, it } from 'vitest'
import { attributeOf, scanXml } from '../src/read/archive/xml.js'

/** What a part says, element by element. */
function heard(xml: string): string[] {
  const out: string[] = []
  scanXml(Buffer.from(xml), {
    open: (name, attributes) => out.push(`<${name}${attributeOf(attributes, 'val') ?? ''}>`),
    close: (name) => out.push(`</${name}>`),
    text: (text) => out.push(text),
  })
  return out
}

describe('XML parts', () => {
  it.each([
    ['<w:p><w:t>甲&amp;乙&#x4e19;&#19969;</w:t></w:p>', ['<p>', '<t>', '甲&乙丙丁', '</t>', '</p>']],
    ['<a val="1 > 0"/>', ['<a1 > 0>', '</a>']],
    ["<a interval='3' w:val = '4'/>", ['<a4>', '</a>']],
    ['<?xml version="1.0"?><!-- <b> --><a><![CDATA[<c>]]></a>\n', ['<a>', '<c>', '</a>']],
    ['<!DOCTYPE a [<!ENTITY x "甲">]><a>乙</a >', ['<a>', '乙', '</a>']],
  ])('%s', (xml, said) => expect(heard(xml)).toEqual(said))

  it.each(['<a><b></a></b>', '<a>', '<a', '</a>', '<a>&x;</a>', '<a>&#0;</a>', '<a>甲 & 乙</a>', '<!-- <a/>'])(
    '%s is damaged',
    (xml) => expect(() => heard(xml)).toThrow('read.damaged-xml'),
  )
})
