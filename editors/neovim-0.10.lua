-- Neovim 0.7 to 0.10: put this into ~/.config/nvim/init.lua, or load it from there.
vim.api.nvim_create_autocmd("FileType", {
  pattern = { "text", "markdown" },
  callback = function(event)
    local client = vim.lsp.start_client({
      name = "speechlint",
      cmd = { "speechlint", "server" },
      root_dir = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(event.buf), ":p:h"),
    })
    if client then
      vim.lsp.buf_attach_client(event.buf, client)
    end
  end,
})
