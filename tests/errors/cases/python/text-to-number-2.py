# rule: python_numbers.text_to_number
# source: constructed
# says: print\(repr\('abc'\)\)
# says: int
# %% fails
int('abc')
# %% mended
print(repr('abc'))
