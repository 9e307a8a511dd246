# rule: python_numbers.text_to_number
# source: constructed
# says: int\('12px'\.replace\('px', ''\)\)
# says: int
# %% fails
int('12px')
# %% mended
int('12px'.replace('px', ''))
