"""One module a subcommand of `tanya`; each exposes `command`."""
