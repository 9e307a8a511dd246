# rule: python_numbers.text_to_number
# source: constructed
# says: float\('\$3\.50'\.replace\('\$', ''\)\)
# says: float
# %% fails
float('$3.50')
# %% mended
float('$3.50'.replace('$', ''))
