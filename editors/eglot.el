;; Emacs 29 or later (28 with the package eglot): put this into your init file.
(require 'eglot)
(add-to-list 'eglot-server-programs
             '((text-mode markdown-mode) . ("speechlint" "server")))
(add-hook 'text-mode-hook #'eglot-ensure)
