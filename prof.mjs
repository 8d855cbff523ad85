import { build } from 'esbuild'
import { readFileSync, rmSync } from 'node:fs'
import { parse } from 'parse5'
const fixture = (n)=>readFileSync(`fixtures/formats/${n}`)
function repeat(text, open, close, times) { const start = text.indexOf(open) + open.length; const end = text.lastIndexOf(close); return text.slice(0, start) + text.slice(start, end).repeat(times) + text.slice(end) }
const html = repeat(fixture('notice.portal.html').toString(), '<div id="zoom">', '<p style="display:none">', 30)
await build({ entryPoints: ['src/read.ts'], outdir: 'node_modules/.prof', bundle: true, splitting: true, format: 'esm', platform: 'node', packages: 'external', outExtension: { '.js': '.mjs' } })
const { read } = await import('./node_modules/.prof/read.mjs')
for (let i=0;i<20;i++) { parse(html); await read(html,{decode(){}}) }
let t=performance.now(); for (let i=0;i<60;i++) parse(html); console.log('parse5', (performance.now()-t)/60)
t=performance.now(); for (let i=0;i<60;i++) await read(html,{decode(){}}); console.log('read', (performance.now()-t)/60)
rmSync('node_modules/.prof',{recursive:true})
