"""Events of calendar files at the admins' desk (A9)."""
