"""One command a module: DESCRIPTION, `configure(parser)` and `run(args)`."""
