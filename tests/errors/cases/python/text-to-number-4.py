# rule: python_numbers.text_to_number
# source: constructed
# says: int\(''\) if ''\.strip\(\) else 0
# says: int
# %% fails
int('')
# %% mended
int('') if ''.strip() else 0
