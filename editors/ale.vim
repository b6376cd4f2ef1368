" Vim 8 or later with ALE: put this into your vimrc.
for s:type in ['text', 'markdown']
  call ale#linter#Define(s:type, {
  \ 'name': 'speechlint',
  \ 'lsp': 'stdio',
  \ 'executable': 'speechlint',
  \ 'command': '%e server',
  \ 'project_root': {buffer -> fnamemodify(bufname(buffer), ':p:h')},
  \})
endfor
