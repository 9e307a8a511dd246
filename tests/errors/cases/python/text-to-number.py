# rule: python_numbers.text_to_number
# source: constructed
# says: int\(float\('3\.5'\)\)
# says: int
# %% fails
int('3.5')
# %% mended
int(float('3.5'))
