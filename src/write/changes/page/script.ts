/** What the page does: filter by kind, search, next and previous by key. */
export const SCRIPT = `
const rows=[...document.querySelectorAll('tr[data-kind]')],buttons=[...document.querySelectorAll('button[data-kind]')]
const search=document.querySelector('input'),shown=document.querySelector('output')
let kind=''
function show(){
  const words=search.value.trim().toLowerCase()
  let count=0
  for(const row of rows){
    row.hidden=!(kind===''||row.dataset.kind===kind)||!row.textContent.toLowerCase().includes(words)
    if(!row.hidden)count++
  }
  for(const section of document.querySelectorAll('section'))section.hidden=!section.querySelector('tr:not([hidden])')
  for(const button of buttons)button.setAttribute('aria-pressed',String(button.dataset.kind===kind))
  shown.value=shown.dataset.text.replace('{count}',count)
}
for(const button of buttons)button.addEventListener('click',()=>{
  kind=kind===button.dataset.kind?'':button.dataset.kind
  show()
  if(kind)rows.find(row=>!row.hidden)?.scrollIntoView({block:'center'})
})
search.addEventListener('input',show)
document.addEventListener('keydown',event=>{
  if(event.target===search){if(event.key==='Escape'){search.value='';show();search.blur()}return}
  if(event.ctrlKey||event.metaKey||event.altKey)return
  if(event.key==='/'){event.preventDefault();search.focus()}
  if(event.key!=='j'&&event.key!=='k')return
  const open=rows.filter(row=>!row.hidden),at=open.indexOf(document.activeElement)
  open[event.key==='j'?Math.min(at+1,open.length-1):Math.max(at-1,0)]?.focus()
})
show()
`
