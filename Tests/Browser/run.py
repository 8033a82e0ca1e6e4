"""The screens in a real browser: nothing to walk through yet."""
print("0 passed, 0 failed")
