-- Neovim 0.11 or later: put this into ~/.config/nvim/init.lua, or load it from there.
vim.lsp.config("speechlint", {
  cmd = { "speechlint", "server" },
  filetypes = { "text", "markdown" },
  root_markers = { "speechlint.toml", ".git" },
})
vim.lsp.enable("speechlint")
