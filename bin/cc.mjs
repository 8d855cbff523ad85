import module from 'node:module'

module.enableCompileCache?.('/tmp/n22/cache')
const { main } = await import('../dist/main.js')
process.exitCode = await main(process)
