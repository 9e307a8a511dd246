# rule: python_numbers.text_to_number
# source: constructed
# says: float\('1,5'\.replace\(',', '\.'\)\)
# says: float
# %% fails
float('1,5')
# %% mended
float('1,5'.replace(',', '.'))
