# rule: python_types.text_and_number
# source: constructed
# says: x = int\('3'\) \+ 4 \* 2
# %% fails
x = '3' + 4 * 2
# %% mended
x = int('3') + 4 * 2
