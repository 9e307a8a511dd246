# rule: python_numbers.text_to_number
# source: constructed
# says: int\('1,234'\.replace\(',', ''\)\)
# says: int
# %% fails
int('1,234')
# %% mended
int('1,234'.replace(',', ''))
