"""Questions to the lawyers and their answers (P10, A10)."""
