import { readFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { compare } from '../../src/diff.js'
import type { Plan } from '../../src/types.js'
import { writer } from '../../src/write/changes/html.js'

const read = (name: string): Plan =>
  parse(readFileSync(new URL(`../../fixtures/diff/indicators/${name}.yaml`, import.meta.url), 'utf8'))
const ARGS = '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking'
const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

describe('the page of changes in Chromium', () => {
  let browser: Browser
  let page: Page
  const errors: string[] = []

  beforeAll(async () => {
    const fresh = read('new')
    fresh.sections![0]!.tasks![0]!.text +=
      '</script><script>window.hit = 1</script><img src=x onerror="window.hit = 1">'
    browser = await chromium.launch({
      executablePath: EXECUTABLE,
      args: [...ARGS.split(' '), '--disable-component-update', '--disable-sync'],
    })
    page = await browser.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith('about:')) errors.push(request.url())
    })
    await page.setContent(writer.write(compare(read('old'), fresh), { lang: 'zh', colours: 0 }))
    const picture = process.env['SCREENSHOT']
    if (picture) await page.screenshot({ path: picture, fullPage: true })
  })
  afterAll(() => browser?.close())

  const visible = () => page.locator('tr[data-kind]:visible').count()

  it('runs its own script only', async () => {
    expect(await page.evaluate('window.hit')).toBeUndefined()
    expect(errors).toEqual([])
    expect(await page.locator('tr[data-kind]').first().textContent()).toContain('</script>')
  })

  it('filters by a click on a count of the summary, and back', async () => {
    const all = await visible()
    await page.click('button[data-kind="indicator.raised"]')
    expect(await visible()).toBe(3)
    expect(await page.getAttribute('button[data-kind="indicator.raised"]', 'aria-pressed')).toBe('true')
    await page.click('button[data-kind="indicator.raised"]')
    expect(await visible()).toBe(all)
  })

  it('searches and walks by key', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('中医馆')
    expect(await visible()).toBe(2)
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    expect(await page.evaluate('document.activeElement.tagName')).toBe('TR')
  })
})
