"""Videos: what the admins are asked and told about them (S7)."""
