;; Emacs with lsp-mode: put this into your init file.
(require 'lsp-mode)
(add-to-list 'lsp-language-id-configuration '(text-mode . "plaintext"))
(lsp-register-client
 (make-lsp-client :new-connection (lsp-stdio-connection '("speechlint" "server"))
                  :activation-fn (lsp-activate-on "plaintext" "markdown")
                  :server-id 'speechlint))
(add-hook 'text-mode-hook #'lsp-deferred)
