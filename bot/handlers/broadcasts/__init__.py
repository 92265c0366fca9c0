"""A broadcast from /broadcast to its report: compose, preview, confirm, watch, open when discreet."""
