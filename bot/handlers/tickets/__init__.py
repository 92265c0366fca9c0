"""Questions to the lawyers: the asker's side and the lawyers' group."""
