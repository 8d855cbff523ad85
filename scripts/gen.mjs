// Writes every generated file: the lists of a folder's parts and the tables of src/data/generated.
import { readdirSync } from 'node:fs'

const parts = readdirSync(new URL('./gen/', import.meta.url)).filter((name) => name.endsWith('.mjs'))
for (const name of parts.sort()) await (await import(new URL(`./gen/${name}`, import.meta.url).href)).default()
